import { names } from './dealt'
import { type Item, type Names, says } from './items'

/* Cases of other organs, and of all kinds; the whole that a share is of; and the route that a court has judged. */

/** 占全市总量(1130件)的6.7%: a whole of more organs than the one that reports. */
const SHARE_OF_MORE =
  /占[^,;()]*(?:[全本][省市县区州盟国旗镇]|各(?:级|部门|单位|地)|系统|[两三]级|全[局厅委办院](?=[^,;()]*(?:复议|诉))|[省市县区]直|同类|部门)[^,;()]*$/
/** 代表县政府办理复议31件, 本局自身作为被申请人的2件: whose cases they are. */
const FOR_ANOTHER =
  /代(?:表|理)?[^,;#]{0,8}(?:政府|[省市县区厅局])[^,;]*(?:办理|审理|承办|答复|应诉|审查)|以[^,;]{2,12}(?:名义|为被申请人|为被告)/
/** 办理以本局为复议机关的案件: a reviewing organ tells of its own, 行政复议机构设在我局, as does one that is part of it. */
const AS_REVIEWER =
  /(?:(?:以[^,;:]{1,8}为|作为|同时是(?![^,;:]*[本我])[^,;:]{1,14}的)(?:行政)?复议机[关构]|复议机[关构](?:设|挂靠)[在于][本我]|[本我][^,;:]{1,4}(?:承担|履行)[^,;:]{0,6}政府[^,;:]{0,4}复议职[能责])(?!,?[^;]*被申请人)/
const ITSELF_AGAINST = /(?:自身|本身|自己)[^,;\d]*(?:被|作为|复议|诉讼)/
const OF_DISCLOSURE = /(?:涉及|关于|有关|因|属于?|与)(?:政府)?(?:信息|政务)?公开[^,;\d]{0,12}\d/

/** 复议1320件，审结1150件；其中涉及信息公开的13件: all kinds, where disclosure is told apart behind them. */
function ofAllKinds(item: Item, items: Item[], text: string): boolean {
  const { quantity, value } = item
  const end = quantity?.end ?? 0
  // 复议1320件，审结1150件，其中维持900件；涉及信息公开的13件: what became of them all may stand between.
  const behind = items.find(
    (one, i) =>
      one.start > end &&
      one.family !== 'requests' &&
      one.value < value &&
      one.quantity &&
      !says(one, 'case') &&
      OF_DISCLOSURE.test(text.slice(Math.max(end, items[i - 1]?.quantity?.end ?? 0), one.end + 2)),
  )
  const told = behind !== undefined && !/公开/.test(text.slice(0, end))
  // 涉及公开的13件: and those are the ones that the table counts.
  if (told && !behind.family)
    Object.assign(behind, {
      family: 'cases',
      first: item.first,
      second: undefined,
      scope: 'ours',
      loose: true,
    })
  return told
}

/** 变更许可402件: of one kind, and no more than all. */
const ONE_KIND =
  /(?:^|[,;:、])(?:撤销|吊销|注销|变更|延续|撤回|换发|补发|新办|首次)(?:行政)?许可(?![^,;]*决定)/

/** 因招生处分引起的复议21件，审结19件. */
const OF_ANOTHER_MATTER =
  /(?:因|由|对)(?![^,;]*(?:公开|答复|申请|此|复议(?:结果|决定|不服)))[^,;]{2,}(?:引[发起]|产生|导致|不服)[^,;]*(?:复议|诉讼|起诉)/

const OTHER_KINDS = /其[他它](?:类型?|各类|事项|方面|领域|原因)?的?(?:行政)?(?:复议|诉讼)/

const SET = /(?:案件|申请|答复|件|的)[里中]?,(?:其中)?有?$/
const GOES_ON = /[,、](?:另外?|其[余他]|还|余下|又|有|的)*$/
const WHY = /^(?:申请|案件)?(?:则|主要)*(?:[是系因]|由于|属于?)/
/** 被纠正的案件，1件是漏检，另外2件是超期: why, of a set that a clause without a number names. */
function reasonsOf(items: Item[], text: string): void {
  const leadOf = (i: number) => text.slice(items[i - 1]?.quantity?.end ?? 0, items[i]?.quantity?.start)
  const isWhy = (one: Item | undefined) =>
    one?.quantity !== undefined && WHY.test(text.slice(one.quantity.end))
  items.forEach((first, i) => {
    const from = first.quantity?.start ?? 0
    const since = items[i - 1]?.quantity?.end ?? 0
    const set = [...first.lead, ...first.window]
      .filter((token) => names(token) && token.start >= since && token.end <= from)
      .map(({ concept }) => concept)
    if (!set.length || !isWhy(first) || !SET.test(leadOf(i))) return
    const rest = items.slice(i + 1)
    const end = rest.findIndex((one, n) => !isWhy(one) || !GOES_ON.test(leadOf(i + 1 + n)))
    const run = [first, ...(end < 0 ? rest : rest.slice(0, end))]
    // 被复议的答复，6件是维持: how they ended.
    const ended = run.some(({ quantity, window }) =>
      window.some(({ concept, start }) => start >= (quantity?.end ?? 0) && set.includes(concept)),
    )
    if (run.length > 1 && !ended) for (const one of run) one.scope = 'none'
  })
}

const IS_THING = /(?:网站|公众号|[账帐]号|栏目|媒体|专[区栏]|平台|窗口|终端|查阅点|公示栏)$/
const PRINTED = /(?:刊[登发载]|登载|收录|编印|汇编)[^;()]*\([^()]*$/
export function ofOthers(items: Item[], text: string): void {
  reasonsOf(items, text)
  const matters = new Set<Item>()
  items.forEach((item, i) => {
    const { quantity } = item
    if (!quantity) return
    if (item.bracket && SHARE_OF_MORE.test(text.slice(0, text.lastIndexOf('(', quantity.start))))
      item.scope = 'none'
    // 收到申请96件，申请事项118项: of another count than applications.
    const others = items.slice(0, i).filter((one) => one.family === 'requests' && one.quantity)
    if (
      item.family === 'requests' &&
      /^[项个条次]$/.test(quantity.unit) &&
      others.some((one) => /^[件宗份]$/.test(one.quantity?.unit ?? '') && one.segment === item.segment)
    )
      item.scope = 'none'
    const clause = text.slice(items[i - 1]?.quantity?.end ?? 0, quantity.end)
    if (item.family === 'documents' && ONE_KIND.test(clause)) item.part = true
    // 以市政府为被告的案件64件，其中公开类7件: cases, and none that were given.
    const cases = items.slice(0, i).some(({ family }) => family === 'cases')
    if (
      cases &&
      item.family === 'requests' &&
      others.every(({ scope }) => scope === 'none') &&
      /公开类(?:的|有|共)*$/.test(text.slice(0, quantity.start))
    )
      item.scope = 'none'
    // 复议13件，其中不服未按期答复的4件: what they were about; 有效61件、无效1件: of what came in.
    const about = cases && /不服[^,;]*答复的?\d/.test(clause)
    const valid = item.family === 'documents' && !item.first && /无效/.test(text)
    if (about || valid) item.scope = 'none'
    // 加上2023年结转的23件，审结361件，维持132件: cases that had waited.
    if (
      item.first?.every(([key]) => key === 'carriedOver') &&
      !says(item, 'request') &&
      items[i + 1]?.family === 'cases' &&
      /加|连同|含|审/.test(text) &&
      items.every((one) => one === item || one.family !== 'requests')
    )
      item.scope = 'none'
    // 制发1件，加上以前年度的2件，现行有效3件: documents, where nothing else is told.
    const isOfDocuments = items.every((one) => one === item || !one.quantity || one.family === 'documents')
    if (
      item.first?.every(([key]) => key === 'carriedOver') &&
      i > 0 &&
      isOfDocuments &&
      !says(item, 'request')
    )
      item.scope = 'none'
    // 保留县政府门户网站1个: no document.
    if (
      item.family === 'documents' &&
      !says(item, 'document') &&
      IS_THING.test(text.slice(item.start, quantity.start))
    )
      item.scope = 'none'
    // 公报刊登文件238件（规章5件，即制定3件、废止2件）: those that it prints.
    if (item.family === 'documents' && PRINTED.test(text.slice(0, item.start))) item.scope = 'none'
    if (item.family !== 'cases') return
    // 复议机构收到388件，不予受理26件: what became of cases of another.
    const kinds = item.first ? [] : items.slice(0, i).filter((one) => one.family === 'cases' && one.first)
    if (kinds.length && kinds.every(({ scope, loose }) => scope === 'none' || (scope === 'part' && loose)))
      item.scope = 'none'
    const told = items
      .slice(0, i)
      .filter((one) => one.family === 'cases' && one.first && one.segment === item.segment)
      .at(-1)
    if (
      OF_ANOTHER_MATTER.test(clause) ||
      OTHER_KINDS.test(clause) ||
      (!item.first &&
        told &&
        (matters.has(told) ||
          (told.unknown > 1 && /收案|立案|结案/.test(text) && !/公开/.test(text.slice(0, quantity.end)))))
    ) {
      item.scope = 'none'
      matters.add(item)
    }
    // 我局代县政府审理31件，维持20件: whoever judges for another, and how those ended.
    const another =
      AS_REVIEWER.test(text.slice(0, item.end)) ||
      (FOR_ANOTHER.test(clause) && !says(item, 'whole')) ||
      /代[^,;#]{0,8}(?:审理|审查|办理)/.test(clause)
    if (another) matters.add(item)
    if (
      another ||
      ofAllKinds(item, items, text) ||
      (ITSELF_AGAINST.test(text.slice(quantity.end)) && !ITSELF_AGAINST.test(text.slice(0, quantity.end)))
    )
      item.scope = 'none'
  })
}

const LITIGATION = /^litigation/
/** 直接起诉2件，法院维持1件: the court judges those of the route that was named last. */
export function judgedByCourt(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const court = item.window.filter(({ concept }) => concept === 'case')
    const isCourt = court.length > 0 && court.every(({ start, end }) => /法院$/.test(text.slice(start, end)))
    if (item.family !== 'cases' || !isCourt) return
    const before = items
      .slice(0, i)
      .filter((one) => one.family === 'cases' && one.segment === item.segment && says(one, 'case'))
      .at(-1)
    const routes: Names = before?.first?.filter((keys) => keys.every((key) => LITIGATION.test(key))) ?? []
    item.first = [...routes, ...(item.first ?? [])]
  })
}

const WITHIN = /^\((?:均?已|均)?(?:计入|列入|纳入|包含在|含在)/
const SURVEY = /问卷|评议[卡表票]|测评表|调查表/
/** 本级办理268件（已计入全省数）: a part, as its bracket says; 社会评议采用问卷，收到1187份: what came back. */
export function countedElsewhere(item: Item, text: string): boolean {
  const clauses = text.slice(text.lastIndexOf(';', item.start) + 1, item.start)
  const isSentBack = item.family === 'requests' && !says(item, 'request') && SURVEY.test(clauses)
  return isSentBack || WITHIN.test(text.slice(item.quantity?.end))
}
