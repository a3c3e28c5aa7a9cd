import { cellsOf, enteredCellsOf } from '../format/cells'
import { editionByKey } from '../format/editions'
import { textsOf } from '../format/names'
import type { Address, Edition } from '../format/types'
import { contentCode } from '../report/contentCode'
import { yearOf } from '../report/deadline'
import { type Report, textAt, type Values, valuesOf } from '../report/report'
import { readCell } from '../report/value'

/** 口径: one organ alone (本机关), the bodies of one level (本级汇总), everything below (全辖汇总). */
export type Scope = 'organ' | 'level' | 'all'

/** What a report says of the organ that it belongs to. */
export interface Organ {
  /** 统一社会信用代码, or "". */
  code: string
  /** 行政区划代码, or "". */
  region: string
  name: string
  address: string
}

/** One figure as it is summed: 件 as a number while that is exact, else, and 万元, as an amount of `report/value.ts`; null where there is none to be used. */
export type Figure = number | bigint | null

/** What 汇总 knows of one report that was handed in. Two with the same code are the same document, whatever their files are called. */
export interface Received {
  file: string
  /** Content code. */
  code: string
  /** Content code of the version that it corrects, or null. */
  base: string | null
  edition: string
  year: number | undefined
  scope: Scope
  organ: Organ
  /** By the entered cells of the edition, in printed order. */
  figures: Figure[]
  /** Totals as the report prints them where they differ from the computed ones. */
  unequalTotals: Address[]
  /** Read from Word, PDF, a web page … and not from our own file: it names no version before it. */
  recognised: boolean
  /** 公布日期, where the report says it: YYYY-MM-DD. */
  publishedAt?: string
  /** A number for each text of the six sections, in printed order: equal where they say the same. Absent in what was kept before there were any. */
  prints?: number[]
  /** How many of the figures that cannot be used were read, but not for certain. Absent where none is. */
  doubtful?: number
}

/** Figures that cannot be used: doubts of the reader that nobody has settled, and those that are not there. */
export function unusable({ figures, doubtful = 0 }: Pick<Received, 'figures' | 'doubtful'>) {
  let open = 0
  for (const figure of figures) if (figure === null) open++
  return { doubtful, missing: open - doubtful }
}

const SCOPES = new Set<string>(['organ', 'level', 'all'])
const scopeOf = (text: string): Scope => (SCOPES.has(text) ? (text as Scope) : 'organ')

/** The edition of a received report. One of an edition that this version does not know is never received. */
export function editionOf({ edition: key }: Pick<Received, 'edition'>): Edition {
  const edition = editionByKey(key)
  if (!edition) throw new Error(`no edition “${key}”`)
  return edition
}

/**
 * A report as 汇总 keeps it. `doubtful` are cells of a recognised source that nobody has settled: a blank, “/”, a text and a doubt
 * are no figure, and never 0.
 */
export function receivedOf(
  report: Report,
  edition: Edition,
  file: string,
  {
    recognised = false,
    doubtful = new Set<Address>(),
    value = valuesOf(edition, report.entries),
  }: { recognised?: boolean; doubtful?: ReadonlySet<Address>; value?: Values | undefined } = {},
): Received {
  const { entries, notes } = report
  const figures = enteredCellsOf(edition).map(({ address, unit }): Figure => {
    const read = value(address)
    if (read.kind !== 'number' || doubtful.has(address)) return null
    const number = Number(read.amount)
    // A 汇总 that a unit hands in may hold more than a double does.
    return unit === '件' && Number.isSafeInteger(number) ? number : read.amount
  })
  const doubts =
    doubtful.size && enteredCellsOf(edition).filter(({ address }) => doubtful.has(address)).length
  const text = (address: Address) => textAt(entries, address).trim()
  return {
    file,
    code: contentCode(report, edition, value),
    base: notes.base,
    edition: edition.key,
    year: yearOf(entries),
    scope: scopeOf(text('scope')),
    organ: {
      code: text('organ.code').toUpperCase(),
      region: text('organ.region'),
      name: text('organ.name'),
      address: text('organ.address'),
    },
    figures,
    // What a document prints is kept for every total, whether it is right or not.
    unequalTotals: Object.keys(notes.sourceTotals).length ? unequalTotals(report, edition, value) : [],
    recognised,
    prints: textsOf(edition).map(({ address }) => printOf(textAt(entries, address))),
    ...(text('publishedAt') && { publishedAt: text('publishedAt') }),
    ...(doubts > 0 && { doubtful: doubts }),
  }
}

const unequalTotals = ({ notes }: Report, edition: Edition, value: Values): Address[] =>
  cellsOf(edition).flatMap((cell) => {
    const { address, unit, parts } = cell
    const text = parts && notes.sourceTotals[address]
    if (text === undefined) return []
    const printed = readCell(text, unit)
    const total = value.total(cell)
    const differs = printed.kind === 'number' && 'value' in total && total.value !== printed.amount
    return differs ? [address] : []
  })

/** Of a text without its white space, which a reader of Word or PDF finds elsewhere: 53 bits, for texts of one unit. */
function printOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const sign of text.normalize('NFKC').replace(/\s+/g, '')) {
    const code = sign.codePointAt(0) as number
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

/** Whether every figure is there and 0: what a unit hands in that had nothing to report. */
export const isAllZero = ({ figures }: Received): boolean =>
  figures.every((figure) => figure !== null && Number(figure) === 0)
