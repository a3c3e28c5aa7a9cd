import type { Edition } from '../../format/types'

/** Words around the tables, with figures that belong to no cell. Names and events are made up. */
export function proseOf(edition: Edition): {
  title: string
  introduction: string
  sections: Record<string, string[]>
} {
  const [organ, year] = ['示例县财政局', '2024']
  const numbered = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']
  const told = [
    '本年通过网站公开信息321条，其中部门文件17条、工作动态204条。',
    '申请由一名专人收办，均在20个工作日内答复。',
    '清理旧文件46件，更新栏目8个。',
    '网站全年访问3.6万人次，政务微博发布信息152条。',
    '开展培训2次，未发生责任追究的情形。',
  ]
  const sections: Record<string, string[]> = {}
  for (const section of edition.sections) {
    if (section.table) continue
    sections[section.key] =
      section.numeral === '一'
        ? numbered.map((name, at) => `（${'一二三四五'[at]}）${name}。${told[at]}`)
        : section.numeral === '五'
          ? ['2024年工作中还有两点不足：一是栏目更新不够及时；二是解读形式单一。下一年将逐项改进。']
          : ['本机关2024年没有收取信息处理费，没有其他需要报告的事项。']
  }
  return {
    title: `${organ}${year}年政府信息公开工作年度报告`,
    introduction:
      `根据《中华人民共和国政府信息公开条例》，现公布${organ}${year}年政府信息公开工作年度报告。` +
      `所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    sections,
  }
}
