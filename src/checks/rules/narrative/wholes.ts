import { isShareFarOff } from '../../locate/slips'
import { amountOf, type Family, type Figure, figureOf } from '../../prose/figures'
import { isRatio } from '../../prose/quantities'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, HUNDRED, placesOf, plain } from './arithmetic'

/** So many of them count the flow of requests. */
export const FLOWS = 3
/** Totals of the tables that a share may be a share of; what was refused has totals of its own. */
const WHOLES: Record<Family, [first: string[], second: string[]][]> = {
  requests: [
    ...[
      ['received'],
      ['received', 'carriedOver'],
      ['outcomeTotal'],
      ['outcome.granted', 'outcome.partiallyGranted'],
      ...['denied', 'unavailable', 'notProcessed', 'other'].map((group) => [`outcome.${group}`]),
    ].map((first): [string[], string[]] => [first, ['total']]),
    [['received'], ['organizations']],
  ],
  documents: ['issued', 'inForce'].flatMap((second) =>
    ['normativeDocuments', 'regulations'].map((first): [string[], string[]] => [[first], [second]]),
  ),
  cases: ['total', 'closed'].flatMap((second) =>
    [
      ['review'],
      ['litigation'],
      ['review', 'litigation'],
      ['litigationDirect'],
      ['litigationAfterReview'],
    ].map((first): [string[], string[]] => [first, [second]]),
  ),
}

export const wholeFigures = (given: Given, family: Family): Figure[] =>
  WHOLES[family].flatMap(([first, second]) => figureOf(given.edition, { family, first, second }) ?? [])

/** What a number says, and what the tables have under its readings. */
export const valuesOf = ({ item, meanings }: Judged): number[] => [
  item.value,
  ...meanings.flatMap(({ amount }) => amount ?? []),
]
const isAlike = ({ item: a }: Judged, { item: b }: Judged) =>
  a.family !== undefined &&
  a.family === b.family &&
  (a.second === undefined) === (b.second === undefined) &&
  a.bracket === b.bracket
const isJoined = (a: Judged, b: Judged) =>
  a.sentence === b.sentence &&
  /^[、和及与][^,;\d]{0,10}$/.test(a.sentence.text.slice(a.item.quantity?.end, b.item.quantity?.start))
/** All that a share may be a share of: totals of the table, and what the sentence and the one before it say. */
export function wholesOf(given: Given, family: Family | undefined, said: Judged[]): number[] {
  const tables = wholeFigures(given, family ?? 'requests').flatMap(
    ({ cells }) => amountOf(given, cells) ?? [],
  )
  const values = said.map(({ item }) => item.value)
  const together = (areOne: (a: Judged, b: Judged) => boolean) =>
    said.slice(1).flatMap((one, i) => {
      const before = said[i] as Judged
      return areOne(before, one) ? [before.item.value + one.item.value] : []
    })
  // 新收96件、结转5件: of both. 自然人171件、企业9件 beside all of them are no such two.
  const pairs = together(isAlike)
  // 承办建议34件、提案21件，公开答复47件，占85.5%: of both, side by side.
  const joined = together(isJoined)
  return [...tables, ...values, ...pairs, ...joined].filter((whole) => whole > 0)
}

export const isShare = (one: Judged | undefined) => one?.item.quantity?.unit === '%'
export const isCount = ({ item: { quantity } }: Judged) => quantity !== undefined && !isRatio(quantity.unit)

/** Counts of a sentence that no table has, but for those that are compared: where several are told, what is far off is of others. */
export const ofNoTable = (own: Judged[], compared: number[]): Judged[] =>
  own.filter((one) => isCount(one) && one.state !== 'agrees' && !compared.includes(one.item.value))

/** 部门71件、镇街41件，市直112件，其中资源局占13.1%: what no table has, among several such. 予以公开35件，占73.2% is the table's own. */
export const amongOthers = (own: Judged[], part: Judged | undefined, compared: number[]): boolean =>
  part?.state !== 'agrees' && ofNoTable(own, compared).length > 1

/** As printed: rounded, or with decimals cut off; one unit more or less only where all shares make 100. */
export function isRounded(percent: number, exact: number, places: number, exhaust: boolean): boolean {
  const unit = 10 ** -places
  const over = percent - exact
  if (Math.abs(over) <= unit / 2 + 1e-9) return true
  return Math.abs(over) < unit && (exhaust || (places > 0 && over < 0))
}

/** Not even a share of a wrong whole is so many points off. */
const TOO_FAR = 40
/** 三家占部门收件数的, 占全市总量的, ，线下渠道偏少，占: words of several, of others, or of another clause before a share. */
const OF_WHOM =
  /[两三四五六七八九十几][家类个大地]|部门|[市区县]直|[全本][省市县区州盟旗镇乡系]|系统|领域|单位|机关|年间|,[^,;()]*,[^,;]*$/

/**
 * What the share is of these two counts; shown from where it is spoken of, within the sentence. Where it is far off, nobody says
 * what it is a share of, but for words that count its parts (`isSure`).
 */
export function wrongShare(
  share: Judged,
  part: number,
  whole: number,
  from: number,
  { isSure = false, isOfElse = false } = {},
): Outcome[] {
  const right = (HUNDRED * part) / whole
  const { value, quantity } = share.item
  if (!isSure && isShareFarOff(value, right, placesOf(share))) {
    const said = share.sentence.text.slice(0, quantity?.start)
    // 无法提供的占办结数的36.8%: of two counts that do not stand before it, none was written wrong by so much.
    const areTold = [part, whole].every((count) => said.includes(plain(count)))
    const isTooFar = !areTold && value <= HUNDRED && part <= whole && Math.abs(value - right) > TOO_FAR
    if (isOfElse || isTooFar || OF_WHOM.test(said.replace(/^.*\d/, ''))) return []
  }
  const exact = right.toFixed(Math.max(2, placesOf(share)))
  const message = `正文：${plain(part)} 占 ${plain(whole)} 应为 ${exact}%，写作 ${plain(value)}%。`
  return [failsIn(share, [from, quantity?.end], message)]
}
