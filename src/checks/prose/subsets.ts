import { isOutcome, says } from './items'
import type { Item } from './sentence'
import type { Verdict } from './sums'

const UNLIKE = ['compare', 'otherYear', 'years', 'twice', 'share', 'sum', 'rest'] as const
const isRow = ({ family, second, window }: Item) => family === 'requests' && !second && window.some(isOutcome)
const isAlike = (a: Item, b: Item) => (a.family === 'cases' ? b.family === 'cases' : isRow(b))
/** No table divides these: others' or of one matter, way or step, what was carried over, or of another family. */
const isApart = (base: Item, item: Item) =>
  // 应诉诉讼案件8件，其中直接起诉4件: all of its cases.
  (base.scope !== 'ours' && (item.family !== 'cases' || base.family !== 'cases' || says(base, 'aside'))) ||
  !base.family ||
  (item.family === 'cases' ? isRow(base) : base.family === 'cases')

const OPENS = /其中|^[^,;]{0,6}[中里](?!央|心)|^:|^\(/
const LEADS_TO = /引发|引起|导致|由此|产生/
/**
 * 涉及征地的申请23件，其中予以公开8件、无法提供12件; 上年结转的5件中，予以公开3件; 不予公开的9件中引发复议3件: the rows and cases of
 * some of them, who are less than those of all.
 */
export function ofSubset(
  at: number,
  items: Item[],
  verdicts: Verdict[],
  amounts: number[],
  text: string,
): boolean {
  const item = items[at] as Item
  if (!item.quantity || !(item.family === 'cases' || isRow(item))) return false
  const counts = items.filter(
    ({ quantity, segment, bracket }) =>
      quantity && quantity.unit !== '%' && segment === item.segment && bracket === item.bracket,
  )
  const own = counts.indexOf(item)
  let from = own
  while (from > 0 && isAlike(item, counts[from - 1] as Item) && !OPENS.test(between(counts, from, text)))
    from--
  const base = counts[from - 1]
  if (!base?.quantity || base.quantity.unit !== item.quantity.unit) return false
  if (UNLIKE.some((concept) => says(base, concept)) || amounts.some((amount) => item.value >= amount))
    return false
  const rest = counts.slice(from)
  const end = rest.findIndex((one) => !isAlike(item, one))
  const parts = end < 0 ? rest : rest.slice(0, end)
  const sum = parts.reduce((all, { value }) => all + value, 0)
  // 40件请求征地批文，答复公开30件、不掌握10件: rows that divide a number which no table has.
  const { state, meanings: [read] = [] } = verdicts[items.indexOf(base)] ?? {}
  if (parts.length > 1 && sum === base.value && state !== 'agrees') return true
  // 上年结转的5件已办结，其中公开3件: as it was read.
  const carried = state === 'agrees' && read?.first.every((key) => key.startsWith('carried'))
  if (!carried && !isApart(base, item)) return false
  const lead = between(counts, from, text)
  const follows = base.family === 'requests' && !isRow(base) && item.family === 'cases' && LEADS_TO.test(lead)
  const opens = OPENS.test(lead) || follows || base.cell === item.cell
  return sum === base.value || (sum < base.value && opens)
}
const between = (counts: Item[], at: number, text: string) =>
  text.slice(counts[at - 1]?.quantity?.end ?? 0, counts[at]?.quantity?.start)
