import type { Look, RawClaim } from './recognise'
import { RESULT_WORDS } from './vocabulary'

/** Which cases the numbers of a sentence are about. */
export interface CaseState {
  key?: string
  /** 复议、诉讼分别为4件、2件: what the numbers to come are about, in the order of mention. */
  inTurn?: string[]
}

type MakeClaim = (
  look: Look,
  keys: string[],
  from: number,
  extra?: { afterLength?: number; sure?: boolean },
) => RawClaim

const AFTER_REVIEW = /复议后(?:再|又)?(?:提?起)?(?:行政)?(?:诉|起诉)/
const DIRECT = /未经复议|直接(?:提?起诉|起诉|诉讼|向(?:人民)?法院)/
const LITIGATION = /诉讼|起诉|被诉/

/** 复议 and 诉讼 named together mean their sum. */
export function caseNamed(text: string): string | undefined {
  if (AFTER_REVIEW.test(text)) return 'after'
  if (DIRECT.test(text)) return 'direct'
  const litigation = LITIGATION.test(text.replace(/驳回起诉|诉讼请求/g, ''))
  if (/复议/.test(text)) return litigation ? 'cases' : 'review'
  return litigation ? 'litigation' : undefined
}

/** A reviewing organ's own work, or a court's instances: other cases than those of the table. */
const OWN_WORK =
  /(?:受理|办理|审理|审结|收到|接收|新收|承办|办结)[^,;。]{0,10}(?:复议|诉讼|应诉)|应诉|[一二再]审|出庭/
const OUR_MATTER = /信息公开|依申请|公开申请|被(?:申请|提)|引[发起]/
const CASE_UNITS = new Set(['件', '宗', '起', '例', '次', '个', '份'])

/** 行政复议5件，其中维持3件: totals and results of 表四. */
export function caseClaim(
  look: Look,
  state: CaseState,
  otherTopic: boolean,
  claimAt: MakeClaim,
): RawClaim | undefined {
  const { before, after, clause, quantity, sentence, place } = look
  if (
    !CASE_UNITS.has(quantity.unit) ||
    /除$|(?:书|函|材料|意见|建议)$|以[^,;。]{1,12}为被(?:申请人|告)/.test(before)
  )
    return undefined
  const namedBefore = caseNamed(before)
  const namedAfter = /^(?:政府信息公开|信息公开)?(?:类|方面)?的?(?:行政)?(?:复议|诉讼)/.test(after)
    ? caseNamed(after.slice(0, 14))
    : undefined
  if (namedBefore === 'cases' && /分别|各/.test(before))
    state.inTurn =
      before.search(/复议/) < before.search(LITIGATION) ? ['review', 'litigation'] : ['litigation', 'review']
  const turn = state.inTurn?.shift()
  const named = turn ?? namedBefore ?? namedAfter
  if (named) {
    const own = OWN_WORK.test(clause + after)
    if ((own && !OUR_MATTER.test(clause + after)) || (!place.aboutRequests && !OUR_MATTER.test(sentence))) {
      state.key = undefined
      return undefined
    }
    state.key = named
  }
  const key = named ?? (otherTopic ? undefined : state.key)
  if (!key) {
    if (otherTopic) state.key = undefined
    return undefined
  }
  const rest = before.replace(/(?:行政)?(?:复议|诉讼)(?:案件)?/g, '')
  const result =
    RESULT_WORDS.find(({ words }) => words.test(rest)) ??
    (namedAfter ? undefined : RESULT_WORDS.find(({ after: words }) => words.test(after)))
  if (result) {
    const at = before.search(result.words)
    const afterLength = at < 0 ? (result.after.exec(after)?.[0].length ?? 0) : 0
    return claimAt(look, [`${key}/${result.key}`], at < 0 ? -1 : at, { afterLength })
  }
  if (!named) return undefined
  const at = namedBefore
    ? before.search(/(?:被?(?:申请|提起))?(?:行政)?复议|未经复议|直接|(?:行政)?诉讼|起诉/)
    : -1
  return claimAt(look, [key], at, {
    // 新增3件，上年结转1件: new ones alone.
    sure: !/新增|新发|新收/.test(before),
    afterLength: namedAfter ? (/^.*?(?:复议|诉讼)/.exec(after)?.[0].length ?? 0) : 0,
  })
}
