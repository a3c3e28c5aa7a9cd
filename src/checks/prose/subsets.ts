import { isOutcome, isShared, says } from './items'
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
    (one) =>
      one.quantity &&
      one.quantity.unit !== '%' &&
      one.segment === item.segment &&
      one.bracket === item.bracket &&
      // 涉及征地的50件，占新收96件的52%: the whole of a share is not what goes on.
      !isShared(one),
  )
  const own = counts.indexOf(item)
  let from = own
  while (from > 0 && isAlike(item, counts[from - 1] as Item) && !OPENS.test(between(counts, from, text)))
    from--
  const base = counts[from - 1]
  const lead = between(counts, from, text)
  if (ofSome(lead, item) && amounts.every((amount) => item.value < amount)) return true
  if (!base?.quantity || unitOf(base) !== unitOf(item)) return false
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
  const carried = state === 'agrees' && read?.first.every((key) => key === 'carriedOver')
  // 同一人的18件申请，公开9件: what a clause begins with, and says nothing of, is what the next are of.
  const topic = state !== 'agrees' && TOPIC.test(text.slice(0, base.quantity.start)) && NOUN.test(lead)
  if (!carried && !topic && !isApart(base, item)) return false
  const follows = base.family === 'requests' && !isRow(base) && item.family === 'cases' && LEADS_TO.test(lead)
  const opens = OPENS.test(lead) || follows || topic || base.cell === item.cell
  return sum === base.value || (sum < base.value && opens)
}
const TOPIC = /(?:^|[,;:])[^,;:\d]{2,}的$/
const NOUN = /^(?:政府)?(?:信息)?(?:公开)?(?:申请|案件),/
/** 12件次 are 12件. */
const unitOf = ({ quantity }: Item) => quantity?.unit.replace(/(?<=.)次$/, '')
const between = (counts: Item[], at: number, text: string) =>
  text
    .slice(counts[at - 1]?.quantity?.end ?? 0, counts[at]?.quantity?.start)
    .replace(counts[at - 1]?.segment === counts[at]?.segment ? '' : /^.*;/s, '')

/**
 * 涉及征地的申请中，予以公开21件; 延期答复的，公开4件; 这类申请公开3件: some of them, whom a clause without a number tells apart. 各类申请中 and
 * 上年结转和本年新收的申请中 are all.
 */
function ofSome(lead: string, { family }: Item): boolean {
  const [clause = ''] = SET.exec(lead) ?? []
  const some = SOME.test(clause) || (family === 'requests' && TO_COURT.test(clause))
  // 涉及征地和拆迁的: several matters are some of all.
  return some && !(ABOUT.test(clause) ? ALL_ALIKE : ALL).test(clause)
}
const SET = /(?<=^|,)(?:在|其中)?[^,;:]*?(?:[中里],|的,|结果(?:为|是|如下)?:|[这该此]类[^,;:]*$)/
/** 引发复议的答复中: and no word of all cases where these are counted. */
const TO_COURT = /引[发起]|复议|诉讼/
const SOME =
  /涉及|关于[^,]*的|与[^,]{2,8}有关|集中[在于]|(?<!公开)类(?:申请|件|的)|[这该此]类|延期|延长|补正|会商|研判|征求|疑难|复杂|网[上络]|线[上下]|信函|邮[寄件]|当[面场]|现场|窗口|[上去]年|结转|[上下]半年|季度|律师|代理|同一|由[^,]{2,}(?:承办|办理|答复|处理)|向[^,]+[提递]/
const ABOUT = /涉及|关于|与[^,]{2,8}有关|集中[在于]|类(?:申请|件|的)/
const ALL_ALIKE = /各类|所有(?!权)|全部|渠道|方式|途径/
const ALL = /^在?已|[、和与]|(?<!涉)及|等|各类|所有|全部|渠道|方式|途径/
