import { type Item, says } from './items'
import type { Concept } from './lexicon'
import type { Token } from './tokens'

/** Counted by no table, as far as it is not a way or a step of what one counts. */
export const NOT_COUNTED: readonly Concept[] = ['none', 'aside', 'channel']

export interface Scope {
  period: 'whole' | 'part' | 'years' | 'other'
  body: 'whole' | 'part'
  /** Where the body and the time are named. */
  named?: number
  since?: number
}

/** What the words of a clause say of the body and the time that its numbers speak of. */
export function applyScope(scope: Scope, tokens: Token[]): void {
  const content = tokens.filter(({ concept }) => concept !== 'fill' && concept !== 'among')
  for (const { concept, start } of content) {
    const heads = start === content[0]?.start
    if (concept === 'partYear' || concept === 'years' || concept === 'otherYear') scope.since = start
    if (concept === 'partYear') scope.period = 'part'
    if (concept === 'years') scope.period = 'years'
    if (concept === 'wholeYear') scope.period = 'whole'
    if (concept === 'otherYear' && heads) scope.period = 'other'
    if (concept === 'body') Object.assign(scope, { body: 'part', named: start })
    if (concept === 'whole') scope.body = 'whole'
  }
}

/** Whose number it is: the whole organ’s in the whole year, a part’s, or none that a table counts. */
export function scopeOf({ period, body }: Scope, window: Token[]): Item['scope'] {
  const has = (concept: Concept) => window.some((token) => token.concept === concept)
  const inForce = window.some(({ concept, word }) => concept === 'act' && word.keys?.[0]?.[0] === 'inForce')
  const apart = window.some(({ concept, word }) => NOT_COUNTED.includes(concept) && !(word.loose && inForce))
  if (apart || has('compare') || has('twice') || has('otherYear') || period === 'other') return 'none'
  return period !== 'whole' || body === 'part' ? 'part' : 'ours'
}

/** Which of so many years in turn is this one: the last of them, or where the words name it. */
function placeOf(span: string, year: number | undefined, length: number): number {
  const named = [...span.matchAll(/20\d\d/g)].map(([digits]) => Number(digits))
  return !named.length || (named.length < length && named.at(-1) === year)
    ? length - 1
    : named.length === length && year !== undefined
      ? named.indexOf(year)
      : -1
}

/** 近三年分别收到71件、66件、60件: the last is this year's. */
export function thisYearsOf(items: Item[], tokens: Token[], text: string, year: number | undefined): void {
  const spans = tokens.filter(({ concept }) => concept === 'years')
  const told = items.filter(({ scope, quantity }) => quantity && scope === 'part')
  // 创近三年新高，2021年、2022年分别为75件、80件: the nearest words before them.
  const behind = (token: Token) => told.filter(({ start }) => start >= token.start - 1)
  const span = spans.filter((token) => behind(token).length > 1).at(-1)
  if (!span) return
  const run = behind(span)
  const [first] = run
  const list = run.filter(
    (item) => item.segment === first?.segment && item.bracket === first?.bracket && !says(item, 'sum'),
  )
  if (list.length < 2 || !tokens.some(({ concept }) => concept === 'each')) return
  const now = list[placeOf(text.slice(span.start, span.end), year, list.length)]
  for (const item of list) item.scope = item === now ? 'ours' : 'none'
  if (now && year === undefined) now.scope = 'part'
  if (first && now?.loose) Object.assign(now, { loose: first.loose, unknown: first.unknown })
}

const ENTERS = /收|受理|接|承办|交办|转办|登记|办理|处理/
/**
 * 热线受理5200件，办结5100件，另有20件转入下年: once another channel is what a clause speaks of, its numbers are none of ours
 * up to the next word for requests. 其中热线转来3件, 通过热线收到3件: a way that a request came, where one was spoken of.
 */
export function ofChannel(items: Item[], tokens: Token[], text: string): void {
  const subjects = tokens.filter((token) => {
    if (token.concept !== 'channel') return false
    const before = text.slice(0, token.start)
    const clause = before.slice(Math.max(...[...',;:('].map((mark) => before.lastIndexOf(mark))) + 1)
    // 经沟通转12345办理: where some of them were sent.
    if (/(?:转|转[至到往]|移[交送]|交由|引导|推送|派发)$/.test(clause)) return false
    const request = tokens
      .filter(
        ({ concept, start }) =>
          concept === 'request' && start < token.start && !text.slice(start, token.start).includes(';'),
      )
      .at(-1)
    const spoken = request !== undefined
    // 收到申请16件，其中网上13件、局长信箱收到3件: one of the ways of a list.
    if (
      spoken &&
      /其中[^,;]*(?:[网线邮信函窗当]|系统|平台)[^,;]*,/.test(text.slice(request.end, token.start))
    )
      return false
    const behind = /^[^,;:()]*/.exec(text.slice(token.end))?.[0] ?? ''
    return !spoken || (!/通过|经|由|其中|[从自]/.test(clause) && ENTERS.test(clause + behind))
  })
  if (!subjects.length) return
  for (const item of items) {
    // 信箱收到信件214件，不予受理112件: an end without a case is of those letters.
    const ended = item.family === 'cases' && !item.first && !tokens.some(({ concept }) => concept === 'case')
    if (item.family && item.family !== 'requests' && !ended) continue
    const before = (token: Token) => token.start < item.end
    const subject = subjects.filter(before).at(-1)
    const request = tokens.filter((token) => token.concept === 'request' && before(token)).at(-1)
    if (subject && !(request && request.start > subject.start)) item.scope = 'none'
  }
}

/** 落实窗口接件、科室办件的流程, 答复由业务科室负责: how the work is done, and by whom; numbers behind it are the organ's. */
export const WAY_OF_WORK =
  /^(?:严格|认真|全面|切实|持续|不断|积极|进一步)*(?:执行|落实|坚持|实行|推行|建立|健全|完善|优化|规范|明确|按照?|遵循|形成|构建|采[取用]).*(?:流程|机制|制度|程序|模式|原则|体系|格局|规范|要求|分工|职责|责任)$|由.*(?:负责|牵头|把关|审[核定签]|统筹|督办|归口管理)$/

/** 申请内容集中在土地出让、城乡规划等方面, 申请事项多为医院改扩建: matters, whatever they are called. */
export const OF_MATTERS =
  /^(?:申请)?(?:的?内容|事项)[^,;]{0,4}(?:[多主是为]|集中|涉及|围绕|聚焦)|^[^,;]*(?:内容|涉及|集中|围绕|聚焦).*(?:方面|领域|事项|问题|类别?|内容|信息)$/

/** Units of people, places, publications and ratios: no table counts in them. */
export const OTHER_UNIT =
  /^(?:名|位|人|家|户|篇|期|场|册|人次|家次|场次|条次|批|类|幅|张|则|本|套|倍|百分点)$/

/** 其他各类主体没有提出申请, 未再提出申请: none but those that were named before. 超过15日没有答复的: nobody says that there were any. */
export const BESIDES = /其[他它余](?!组织)|余下|剩余|[未没无]有?再|(?:超过|逾期|凡)[^,;]*的$/
