import type { LeafColumn, TableSpec } from '../types'

const items: LeafColumn[] = [
  { path: 'itemsLastYear', label: '上一年项目数量' },
  { path: 'itemsChange', label: '本年增/减', signed: true, variants: ['本年增减', '本年增／减'] },
]
const decisions: LeafColumn = {
  path: 'decisions',
  label: '处理决定数量',
  variants: ['本年处理决定数量'],
}

/**
 * 表二 of the trial form, for reports of the years 2019 and 2020: 国办公开办函〔2019〕60号. Only 处理决定数量 means the same
 * as in the form of 2021 and has the same address there.
 */
export const proactiveDisclosure2019: TableSpec = {
  key: 'proactiveDisclosure',
  name: '表二',
  blocks: [
    {
      caption: '第二十条第（一）项',
      corner: '信息内容',
      columns: [
        { path: 'newlyMade', label: '本年新制作数量' },
        { path: 'newlyPublished', label: '本年新公开数量' },
        { path: 'published', label: '对外公开总数量' },
      ],
      rows: [
        { path: 'regulations', label: '规章' },
        { path: 'normativeDocuments', label: '规范性文件', variants: ['行政规范性文件'] },
        { path: 'otherDocuments', label: '其他主动公开文件' },
      ],
    },
    {
      caption: '第二十条第（五）项',
      corner: '信息内容',
      columns: [...items, decisions],
      rows: [
        { path: 'administrativeLicenses', label: '行政许可' },
        { path: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      caption: '第二十条第（六）项',
      corner: '信息内容',
      columns: [...items, decisions],
      rows: [
        { path: 'administrativePenalties', label: '行政处罚' },
        { path: 'administrativeCompulsion', label: '行政强制' },
      ],
    },
    {
      caption: '第二十条第（八）项',
      corner: '信息内容',
      columns: items,
      rows: [{ path: 'administrativeFees', label: '行政事业性收费' }],
    },
    {
      caption: '第二十条第（九）项',
      corner: '信息内容',
      columns: [
        { path: 'projects', label: '采购项目数量' },
        { path: 'purchaseAmount', label: '采购总金额', unit: '万元' },
      ],
      rows: [{ path: 'centralProcurement', label: '政府集中采购' }],
    },
  ],
}

/** Words that only the trial form has. */
export const wordsOf2019 = [
  '本年新制作数量',
  '新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
  '其他对外管理服务事项',
  '政府集中采购',
]
