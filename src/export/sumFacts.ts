import { cellsOf } from '../format/cells'
import { placeOf } from '../format/names'
import type { Address, Edition } from '../format/types'
import { named } from '../report/named'
import type { DocumentPart } from './document'
import type { DocumentTable } from './table'

/** A unit in a 汇总, as it is printed. Texts that a unit does not have are "". */
export interface SumUnit {
  /** 统一社会信用代码. */
  code: string
  name: string
  /** Name of the unit above. */
  parent: string
  /** 已报, 未报 … */
  state: string
  /** Summed; or it should be and is lacking; or it need not report. */
  kind: 'summed' | 'lacking' | 'exempt'
  /** In full; of the report that is summed. */
  contentCode: string
  /** 2025年1月31日 */
  due: string
  /** 不需报: why. */
  reason: string
  /** All figures of the form in printed order; null where there is none to be used. */
  figures(): readonly (string | null)[]
}

/** What a 汇总 says, as plain data: what its workbook and its print job are drawn from. */
export interface SumFacts {
  edition: Edition
  /** 临江区; the title goes on with year and what it is. */
  name: string
  year: number
  /** 全部单位, 北城区本级 … */
  range: string
  /** Content code of the 汇总 report, in full. */
  code: string
  units: SumUnit[]
  sums: ReadonlyMap<Address, { value: string; missing: number }>
  /** What belongs to it besides: 审核说明, 户数变动; each begins with its title. */
  annexes: DocumentPart[]
  /** Reports that came in and are not counted, in words; "" where there is none. */
  uncounted: string
}

export const unitsOfKind = ({ units }: Pick<SumFacts, 'units'>, kind: SumUnit['kind']): SumUnit[] =>
  units.filter((unit) => unit.kind === kind)

/** 收齐 58/62 */
export function progressWords(facts: Pick<SumFacts, 'units'>): string {
  const done = unitsOfKind(facts, 'summed').length
  return `收齐 ${done}/${done + unitsOfKind(facts, 'lacking').length}`
}

/** What keeps the sums from being complete, in one sentence; "" where nothing does. */
export function lackingWords(facts: Pick<SumFacts, 'units'>): string {
  const lacking = unitsOfKind(facts, 'lacking')
  return lacking.length
    ? `不完整，缺 ${lacking.length} 家：${named(lacking.map(({ name }) => name))}。缺的不当作 0。`
    : ''
}

/** A figure that a unit's report has not, though the report is summed. */
export interface Gap {
  address: Address
  /** Key of the table. */
  table: string
  place: string
  /** All that have no figure here, those without a report among them. */
  missing: number
  /** Of units whose report is summed. */
  names: string[]
}

/** Where reports that are summed have no usable figure. */
export function gapsOf({ edition, units, sums }: SumFacts): Gap[] {
  const lacking = unitsOfKind({ units }, 'lacking').length
  if (![...sums.values()].some(({ missing }) => missing > lacking)) return []
  const summed = unitsOfKind({ units }, 'summed').map(({ name, figures }) => ({ name, own: figures() }))
  return cellsOf(edition).flatMap(({ address, parts, table }, n): Gap[] => {
    const missing = sums.get(address)?.missing ?? 0
    if (parts || missing <= lacking) return []
    const names = summed.filter(({ own }) => own[n] === null).map(({ name }) => name)
    return [{ address, table: table.key, place: placeOf(edition, address), missing, names }]
  })
}

/** 缺 3 家：审计局、水务局 … */
export const gapWords = ({ missing, names }: Gap): string =>
  `缺 ${missing} 家，其中已报但没有可用数的：${named(names)}`

/** Whether a figure has more digits than a spreadsheet or a JSON number holds. */
export const isTooLong = (text: string): boolean => text.replace(/\D/g, '').replace(/^0+/, '').length > 15

/** The tables among the annexes, which a workbook has as sheets of their own. */
export const annexTables = ({ annexes }: SumFacts): DocumentTable[] =>
  annexes.filter((part): part is DocumentTable => part.kind === 'table')
