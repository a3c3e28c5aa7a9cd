import { type Item, says } from './items'
import { MEDIUM } from './listWords'
import { NOT_COUNTED } from './scopes'
import type { Token } from './tokens'

/* What 表二 counts, where the words of a number alone do not say it: under a heading, after a list, of the organ's own level. */

const FEES = 'administrativeFees'
const DECIDES = /(?:作出|做出|下达)(?:处理|处罚)?决定书?$/
const ENDS = ['outcomeTotal', 'received,carriedOver']
/** 行政处罚方面，立案27起，作出决定19件; 行政许可方面，全年办结45件; 收费方面，全年收取31万元: of what the heading names. */
function headed(item: Item, before: Item | undefined, text: string): void {
  const { quantity, lead } = item
  const said = lead.at(-1)
  const segment = text.lastIndexOf(';', item.start)
  const heading = said?.concept === 'document' && said.start > segment ? said : undefined
  if (!quantity || says(item, 'document')) return
  const inMoney = quantity.unit.endsWith('元')
  const words = item.window.filter(({ concept }) => !/^(?:fill|wholeYear|whole|sum)$/.test(concept))
  const takes = words.every(({ start, end }) => /^(?:收取|收费|收缴)/.test(text.slice(start, end)))
  // 行政强制3件，收费31万元: beside what else the table counts.
  const beside = before?.family === 'documents' && text.slice(item.start).startsWith('收费')
  const fees = heading?.word.keys?.[0]?.[0] === FEES
  if (inMoney && takes && !item.family && (fees || beside))
    Object.assign(item, {
      family: 'documents',
      first: [[FEES]],
      second: [['amount']],
      scope: item.ofBody ? 'part' : 'ours',
    })
  else if (
    heading?.word.loose &&
    item.scope === 'ours' &&
    (DECIDES.test(text.slice(0, quantity.start)) ||
      (item.family === 'requests' &&
        !says(item, 'request') &&
        (before?.end ?? 0) <= heading.start &&
        ENDS.includes(String(item.first?.[0]))))
  )
    Object.assign(item, {
      family: 'documents',
      first: heading.word.keys,
      second: [['decisions']],
      loose: false,
    })
}

/** 制发63件，其中市政府19件、各部门44件，废止71件: behind a list that is complete, of the same body as before it. */
function afterList(items: Item[], at: number): void {
  const item = items[at] as Item
  const beside = items.slice(0, at).filter(({ segment }) => segment === item.segment)
  const from = beside.findIndex((one) => says(one, 'among'))
  const total = beside[from - 1]
  if (total?.scope !== 'ours' || says(item, 'body')) return
  let left = total.value
  for (const { value } of beside.slice(from)) {
    left -= value
    if (!left) Object.assign(item, { scope: 'ours', ofBody: 0 })
  }
}

const OWN_LEVEL = /^(?:[省市县区州盟旗部局厅委]|机关)*(?:本级|机关)$/
/** 厅本级作出许可决定5120件: a bureau's table has its own, where nothing is told of others. */
function atItsLevel(item: Item, others: boolean, tokens: Token[], text: string, organ: string): void {
  const body = tokens.find(({ start, concept }) => concept === 'body' && start === item.ofBody - 1)
  const document = tokens.filter(({ concept, start }) => concept === 'document' && start < item.end).at(-1)
  const regulations = document?.word.keys?.[0]?.[0] === 'regulations'
  if (
    body &&
    !others &&
    OWN_LEVEL.test(text.slice(body.start, body.end)) &&
    (!/政府/.test(organ) || regulations)
  )
    Object.assign(item, { scope: 'ours', ofBody: 0 })
}

/** 由60件减至, 从60件增加到. */
const MADE_IT = /(?:规章|文件)[^,;]{0,6}[由从][^;]*[增减升降少加][至到为]$/

const LAPSED = /(?<!废止[、和及或与并]?(?:宣布)?)失效的?/
/** 废止6件、失效2件: what lapsed may be no part of what was repealed. */
const besideRepealed = ({ quantity, second }: Item, before: Item | undefined, text: string): boolean =>
  String(second) === 'repealed' &&
  String(before?.second) === 'repealed' &&
  LAPSED.test(text.slice(before?.quantity?.end, quantity?.start)) &&
  !LAPSED.test(text.slice(before?.start, before?.quantity?.start))

/** 行政许可21项、行政检查6项、其他行政权力11项: kinds of power, and no decisions. */
const POWERS =
  /(?:其[他它]行政(?:权力|职权)|行政(?:检查|确认|给付|裁决|奖励|征[收用]))(?:类|事项)*(?:共|有)?\d+项|权[力责](?:清单|事项)/
const DEED = /作出|做出|办[理结]|实施|下达|核发/

const PUBLISHED = /(?<![转合])(?:发布|公布|公开)(?:了|的)?(?:行政|政府)?(?:规范性文件|规章)共?$/
/** 发布规范性文件14件，废止6件，现行有效58件: beside the two other columns of the table it is what was made. */
function publishedInTurn(item: Item, items: Item[], at: number, text: string): void {
  const [next, last] = items.slice(at + 1)
  const isSame = (one: Item | undefined, deed: string) =>
    one?.family === 'documents' &&
    one.segment === item.segment &&
    String(one.second) === deed &&
    (!one.first || String(one.first) === String(item.first))
  if (
    !item.second &&
    PUBLISHED.test(text.slice(0, item.quantity?.start)) &&
    !MEDIUM.test(text.slice(items[at - 1]?.end ?? 0, item.quantity?.start)) &&
    isSame(next, 'repealed') &&
    isSame(last, 'inForce')
  )
    Object.assign(item, {
      second: [['issued']],
      scope: item.ofBody ? 'part' : 'ours',
      loose: false,
      window: item.window.filter(({ concept }) => !NOT_COUNTED.includes(concept)),
    })
}

export function deeds(items: Item[], tokens: Token[], text: string, organ: string): void {
  const powers = POWERS.test(text) && !DEED.test(text)
  const bodies = new Set(
    items.flatMap(({ quantity, family, ofBody }) => (quantity && family === 'documents' && ofBody) || []),
  )
  items.forEach((item, at) => {
    headed(item, items[at - 1], text)
    if (says(item, 'kind')) item.unknown = 0
    if (says(item, 'kind') && item.family !== 'documents') item.scope = 'none'
    const { family, first, second, quantity } = item
    if (family !== 'documents' || !quantity) return
    // 规范性文件由上年末的60件减至58件: those in force.
    const said = text.slice(0, quantity.start)
    // 公布规章5件（含新制定1件、修订4件）: more was published than was made.
    if (/公布[^,;]*$/.test(said) && /^\([含其包][^()]*[修废]/.test(text.slice(quantity.end)))
      item.scope = 'none'
    if (powers && quantity.unit === '项') item.scope = 'none'
    publishedInTurn(item, items, at, text)
    if (besideRepealed(item, items[at - 1], text)) item.loose = true
    if (!second && MADE_IT.test(said)) item.second = [['inForce']]
    if (!second && /(?:规章|文件)(?:[本当今]年|[年期]内|全年)?新增$/.test(said)) item.second = [['issued']]
    // 现行有效文件较上年末增加3件: of those that were spoken of.
    if (!first && says(item, 'compare'))
      item.first = tokens
        .filter(({ concept, start }) => concept === 'document' && start < item.end)
        .at(-1)?.word.keys
    if (item.scope !== 'part') return
    afterList(items, at)
    atItsLevel(item, bodies.size > 1, tokens, text, organ)
  })
}
