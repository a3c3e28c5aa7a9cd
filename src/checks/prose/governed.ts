import { type Item, type Names, says } from './items'
import { WAYS } from './listWords'

/* 受理投诉45件，办结43件: the object of a clause is what the verbs behind it speak of, until applications return. */

/** Applications for something else than information. */
const OTHER_APPLICATION =
  /(?:项目|异议|质疑|申诉|资[格质]|认定|评审|评定|职称|救助|设立|审批|开办|变更|注销|注册|不动产登记|许可|仲裁|援助|补[贴助]|贷款|退[费税款]|减免|复[核查]|鉴定|检[验测]|备案|转[学移]|入学|落户|宅基地|建房|采伐|低保|工伤|赔偿|强制执行|听证|调解|商标|专利|理赔|报销|报名|立项|用地|接入|安装)(?:类|事项|业务)?的?申请/
/** What people bring to an office, and it counts in 件. */
const BROUGHT =
  /投诉|举报|信访|咨询|诉求|求助|异议|纠纷|建议|提案|议案|线索|工单|热线|留言|来[信电访]|业务|事件|事务|案件|积案|问题|警情|督办|批示|上报|交办|请示|服务|项目|转办|难题|不动产|社保|医保|户籍|出入境|公积金|证照|证件|执照|贷款|申报|违法|隐患/
/** These say plainly that they count applications. */
const PLAIN = new Set(['received', 'carriedOver'])
const FLOW = new Set(['received', 'carriedOver', 'outcomeTotal', 'carriedForward'])
const ENTERS =
  /收(?!费|取|缴)|受理|接|承办|交办|转办|登记|办[理结件]|处[理置](?!费)|审理|上报|派发|反映|立案|化解/

const only = (names: Names | undefined, keys: Set<string>) =>
  names?.every((one) => one.every((key) => keys.has(key))) ?? false
/** The clause up to its number. */
const clauseOf = ({ quantity }: Item, before: Item | undefined, text: string) =>
  text
    .slice(before?.quantity?.end ?? 0, quantity?.end)
    .split(/[,;:]/)
    .at(-1) ?? ''

/** Nothing else waits over the turn of the year. */
const waits = ({ first }: Item) =>
  first?.every((keys) => keys.every((key) => key.startsWith('carried'))) ?? false
const TIMES = /[截至到止在]*(?:今年|当年|本年)?[年岁月][底末终内]/g
/** Two letters that no word explains are a noun behind a verb; before it they may be a body. */
const LETTERS = { noun: 2, subject: 4 }
function isUnknown({ quantity, window }: Item, clause: string): boolean {
  const from = (quantity?.end ?? 0) - clause.length
  const to = quantity?.start ?? 0
  const verb = window.filter(({ concept, end }) => concept === 'row' && end <= to).at(-1)?.start ?? from
  const unknown = [...clause.replace(TIMES, (time) => ' '.repeat(time.length))].flatMap((letter, at) =>
    /[\u4e00-\u9fa5]/.test(letter) &&
    from + at < to &&
    !window.some(({ start, end }) => from + at >= start && from + at < end)
      ? [from + at]
      : [],
  )
  return (
    unknown.filter((at) => at > verb).length >= LETTERS.noun ||
    unknown.length >= LETTERS.subject ||
    (unknown.length > 0 && BROUGHT.test(clause))
  )
}

export function governed(items: Item[], text: string): void {
  const counted = items.filter(({ quantity }) => quantity && quantity.unit !== '%')
  const clauses = new Map(counted.map((item, i) => [item, clauseOf(item, counted[i - 1], text)]))
  const clause = (item: Item) => clauses.get(item) ?? ''
  const others = new Set<Item>()
  const ours = (one: Item) =>
    !others.has(one) && one.family === 'requests' && one.scope !== 'none' && !one.loose
  const taken = (one: Item) => ENTERS.test(clause(one)) && !AMONG.test(clause(one))
  counted.forEach((item, i) => {
    const elsewhere = OTHER_APPLICATION.test(clause(item))
    const asked = says(item, 'request') && !elsewhere
    // 帮企业解难题78件: what was done for those who might ask, too.
    if (item.second && !asked && isUnknown(item, clause(item))) others.add(item)
    if (asked || item.second || item.family === 'cases') return
    // 网上提交94件，外单位转办2件: one more of the ways that applications came.
    const beside = counted[i - 1]
    const way = beside?.segment === item.segment && says(beside, 'aside') && WAYS.test(clause(beside))
    const thing =
      elsewhere ||
      (!waits(item) && item.unknown > 1 && isUnknown(item, clause(item))) ||
      says(item, 'none') ||
      says(item, 'channel') ||
      (says(item, 'aside') && !way && BROUGHT.test(clause(item)))
    if (thing) others.add(item)
    if (elsewhere) item.scope = 'none'
    if (thing || item.family !== 'requests') return
    const earlier = counted.slice(0, i).filter(({ segment }) => segment === item.segment)
    const last = earlier.filter((one) => ours(one) || others.has(one)).at(-1)
    if (!last || ours(last)) return
    const besides = earlier.some(ours)
    // 发布信息500条，新收96件: what came in is said plainly.
    const plain = only(item.first, PLAIN) || !only(item.first, FLOW)
    // 公开申请0件，咨询23件，答复23件: so many were brought, and no more answered.
    const answers =
      counted[i - 1] === last &&
      !AMONG.test(clause(last)) &&
      last.quantity?.unit === item.quantity?.unit &&
      String(item.first).includes('outcomeTotal') &&
      item.value <= last.value
    if ((besides || plain) && !taken(last) && !answers) return
    others.add(item)
    item.scope = 'none'
  })
}
const AMONG = /其中|涉及|关于/
