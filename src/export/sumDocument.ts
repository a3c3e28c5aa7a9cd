import { printedCode } from '../report/contentCode'
import { codeLine } from './attachments'
import { type DocumentPart, printable, type ReportDocument } from './document'
import {
  type Gap,
  gapsOf,
  gapWords,
  lackingWords,
  progressWords,
  type SumFacts,
  type SumUnit,
  unitsOfKind,
} from './sumFacts'
import { type DocumentTable, plainTable, tableOf } from './table'

/** So many parts are listed on the cover itself; more have a list of their own behind the tables. */
const ON_COVER = 12

const line = (text: string): DocumentPart => ({ kind: 'paragraph', text, subheading: false })
const heading = (text: string): DocumentPart => ({ kind: 'heading', level: 1, text })
const attachment = (text: string): DocumentPart => ({ kind: 'attachment', text })
const list = (...given: Parameters<typeof plainTable>): DocumentTable => ({
  ...plainTable(...given),
  dense: true,
})

/** Who was summed, with the content code of each report: by these a later correction shows that this 汇总 is no longer true. */
export const partsTable = (parts: readonly SumUnit[]): DocumentTable =>
  list(
    'parts',
    '参加汇总的单位',
    [9, 61, 30],
    ['序号', '单位', '内容码'],
    parts.map(({ name, contentCode }, n) => [String(n + 1), printable(name), printedCode(contentCode)]),
  )

/** Who is lacking, with the date by which each was due. */
export const lackingTable = (units: readonly SumUnit[]): DocumentTable =>
  list(
    'lacking',
    '未报单位名单',
    [9, 53, 16, 22],
    ['序号', '单位', '情况', '期限'],
    units.map(({ name, state, due }, n) => [String(n + 1), printable(name), state, due || '未定']),
  )

/** Who need not report, and why. */
export const exemptTable = (units: readonly SumUnit[]): DocumentTable =>
  list(
    'exempt',
    '不需报的单位',
    [9, 45, 46],
    ['序号', '单位', '原因'],
    units.map(({ name, reason }, n) => [String(n + 1), printable(name), printable(reason)]),
  )

/** Figures that reports have not, though they are summed. */
export const gapTable = (gaps: readonly Gap[]): DocumentTable =>
  list(
    'gaps',
    '数据不完整的地方',
    [9, 43, 48],
    ['序号', '位置', '情况'],
    gaps.map((gap, n) => [String(n + 1), gap.place, printable(gapWords(gap))]),
  )

/** The statutory tables of the sums. One that is incomplete says so in its heading, which fits the page of 表三 by a line only. */
function sumTables(facts: SumFacts, gaps: readonly Gap[]): DocumentPart[] {
  const lacking = lackingWords(facts)
  const words = [lacking, gaps.length && `${lacking && '另'}有 ${gaps.length} 个数据有单位没有填，见附表。`]
  const incomplete = words.filter(Boolean).join('')
  return [
    ...(incomplete ? [line(printable(incomplete))] : []),
    ...facts.edition.sections.flatMap((section): DocumentPart[] => {
      const { table } = section
      if (!table) return []
      const caption = `${table.name} ${section.heading}`
      const open = lacking || gaps.some((gap) => gap.table === table.key)
      return [
        heading(open ? `${caption}（不完整）` : caption),
        tableOf(table, caption, (address) => facts.sums.get(address)?.value ?? ''),
      ]
    }),
  ]
}

/**
 * 汇总 as one print job: cover, the statutory tables, who was summed, who is lacking, what is incomplete, and what belongs to it
 * besides. Every page stands for itself: each table says whether it is complete.
 */
export function sumDocument(facts: SumFacts): ReportDocument {
  const { name, year, range, code, units, annexes } = facts
  const parts = unitsOfKind(facts, 'summed')
  const lacking = unitsOfKind(facts, 'lacking')
  const exempt = unitsOfKind(facts, 'exempt')
  const gaps = gapsOf(facts)
  const short = parts.length <= ON_COVER
  const cover = plainTable(
    'cover',
    '汇总情况',
    [24, 76],
    ['项目', '内容'],
    [
      ['年度', `${year} 年`],
      ['范围', printable(range)],
      ['单位', `共 ${units.length} 家${exempt.length ? `，其中不需报 ${exempt.length} 家` : ''}`],
      ['收齐', `${progressWords(facts).replace('收齐 ', '')}`],
      ['是否完整', completeness(lacking.length, gaps.length, facts.uncounted)],
      [
        '参加汇总',
        short ? `${parts.length} 家，名单和内容码见下表` : `${parts.length} 家，名单和内容码见附表`,
      ],
      ['汇总内容码', printedCode(code)],
    ],
  )
  const partsList = parts.length ? [partsTable(parts)] : []
  const closing: DocumentPart[] = [
    ...(short ? [] : [attachment('参加汇总的单位'), ...partsList]),
    ...(lacking.length ? [attachment('未报单位名单'), lackingTable(lacking)] : []),
    ...(exempt.length ? [attachment('不需报的单位'), exemptTable(exempt)] : []),
    ...(gaps.length ? [attachment('数据不完整的地方'), gapTable(gaps)] : []),
    ...annexes,
  ]
  return {
    titleLines: [printable(name), `${year}年政府信息公开工作年度报告汇总`],
    organ: printable(name),
    year: String(year),
    draft: false,
    code,
    parts: [
      cover,
      ...(short ? [heading('参加汇总的单位'), ...partsList] : []),
      attachment('汇总表'),
      ...sumTables(facts, gaps),
      ...closing,
      codeLine(code),
    ],
  }
}

function completeness(lacking: number, gaps: number, uncounted: string): string {
  const words = [lacking && `缺 ${lacking} 家`, gaps && `${gaps} 个数据有单位没有填`].filter(Boolean)
  const own = words.length ? `不完整，${words.join('，')}` : uncounted ? '名单内完整' : '完整'
  return [own, uncounted].filter(Boolean).join('；')
}
