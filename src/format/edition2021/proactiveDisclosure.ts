import type { LeafColumn, TableSpec } from '../types'

/** 表二 主动公开政府信息情况：国办公开办函〔2021〕30号 附件；条例第二十条 */
const decisions: LeafColumn = {
  path: 'decisions',
  label: '本年处理决定数量',
  variants: ['处理决定数量（件）'],
}

export const proactiveDisclosure: TableSpec = {
  key: 'proactiveDisclosure',
  name: '表二',
  blocks: [
    {
      caption: '第二十条第（一）项',
      captionVariants: ['第二十条 第（一）项'],
      corner: '信息内容',
      columns: [
        {
          path: 'issued',
          label: '本年制发件数',
          variants: ['本年 制发件数', '制发件数', '本年制发数', '本年制发'],
        },
        {
          path: 'repealed',
          label: '本年废止件数',
          variants: ['本年 废止件数', '废止件数', '本年废止数', '本年废止'],
        },
        {
          path: 'inForce',
          label: '现行有效件数',
          variants: ['现行有效件', '现行有效件数（历史累计）', '现行有效数', '现行有效'],
        },
      ],
      rows: [
        {
          path: 'regulations',
          label: '规章',
          hint: '只填以本机关（本级政府）名义制定的部门规章或地方政府规章；无规章制定权的机关三格填 0。常见错误：县区、乡镇或一般部门把执行的上级规章数填进“现行有效”。',
          statute: '条例第二十条第（一）项；立法法第九十一条、第九十三条',
        },
        {
          path: 'normativeDocuments',
          label: '行政规范性文件',
          variants: ['规范性文件'],
          hint: '按合法性审核、备案登记认定的行政规范性文件计，年底现行有效＝上年现行有效＋本年制发－本年废止，宜与同级司法行政部门核对。常见错误：把一般公文、政策性文件或网站发文条数计入，或废止不含到期失效的文件。',
          statute: '条例第二十条第（一）项',
        },
      ],
    },
    {
      caption: '第二十条第（五）项',
      captionVariants: ['第二十条 第（五）项'],
      corner: '信息内容',
      columns: [decisions],
      rows: [
        {
          path: 'administrativeLicenses',
          label: '行政许可',
          hint: '填本年作出的行政许可决定件数，已公开与依法未公开的都计。常见错误：填成许可事项（目录）数，或填成网站公示的条数。',
          statute: '条例第二十条第（五）项',
        },
      ],
    },
    {
      caption: '第二十条第（六）项',
      captionVariants: ['第二十条 第（六）项'],
      corner: '信息内容',
      columns: [decisions],
      rows: [
        {
          path: 'administrativePenalties',
          label: '行政处罚',
          hint: '填本年作出的行政处罚决定件数，含简易程序和未公示的。常见错误：只统计“双公示”条数，或把罚款金额、处罚事项数填进来。',
          statute: '条例第二十条第（六）项',
        },
        {
          path: 'administrativeCompulsion',
          label: '行政强制',
          hint: '填本年作出的行政强制措施和行政强制执行决定件数；没有的填 0，不要留空或填“-”。',
          statute: '条例第二十条第（六）项',
        },
      ],
    },
    {
      caption: '第二十条第（八）项',
      captionVariants: ['第二十条 第（八）项'],
      corner: '信息内容',
      columns: [
        {
          path: 'amount',
          label: '本年收费金额（单位：万元）',
          variants: ['本年收费金额（单位：万元，保留4位小数）', '本年收费金额(万元)', '收费金额'],
          unit: '万元',
        },
      ],
      rows: [
        {
          path: 'administrativeFees',
          label: '行政事业性收费',
          hint: '填本年实际收取的行政事业性收费总额，单位是万元，可以精确到分（六位小数）。常见错误：把“元”当“万元”填、填成收费项目数，或与第六部分的信息处理费混淆。',
          statute: '条例第二十条第（八）项',
        },
      ],
    },
  ],
}
