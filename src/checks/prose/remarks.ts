import { names } from './dealt'
import type { Concept } from './lexicon'
import type { Quantity } from './quantities'
import { NOT_COUNTED } from './scopes'
import type { Token } from './tokens'

/* What is said beside a number that has its name makes it no other figure. */

const REMARKED: readonly Concept[] = [...NOT_COUNTED, 'except', 'otherYear', 'partYear']
const SAME = /持平|相同|一样|一致|不变|相当/

/** Where a bracket between the name and the number begins: 部分公开（涉及个人住址隐去）4件. */
export function remarkBefore(
  text: string,
  from: number,
  { start }: Quantity,
  window: Token[],
): number | undefined {
  const bracket = /\([^()]*\)的?有?共?$/.exec(text.slice(from, start))
  const opening = from + (bracket?.index ?? 0)
  return bracket && window.some((token) => names(token) && token.end <= opening) ? opening : undefined
}

/** The words of a number up to `to`, without those of its remarks. */
export function withoutRemarks(
  text: string,
  to: number,
  { start, end }: Quantity,
  opening: number | undefined,
  all: Token[],
): Token[] {
  let window = opening === undefined ? all : all.filter((one) => one.start < opening || one.start >= start)
  // 行政复议1件（申请人已撤回）: behind the number.
  const plain = window.filter(
    (token) =>
      token.start < end ||
      !(names(token) || REMARKED.includes(token.concept)) ||
      !/\([^()]*$/.test(text.slice(end, token.start)),
  )
  if (plain.some(names) || /^\((?:含|包[括含]|其中)/.test(text.slice(end))) window = plain
  // 无法提供9件（均属于本机关不掌握的信息）: nor a thing that no table counts.
  if (/^[^,;()]{0,8}\((?:均|都|全部|皆|系|属|多|主要|不含)/.test(text.slice(end)) && plain.some(names))
    window = window.filter(
      (token) => token.start < end || !(NOT_COUNTED.includes(token.concept) || token.concept === 'all'),
    )
  // 行政复议13件、与上年持平: what is said of it makes it none of last year's.
  return window.some((token) => names(token) && token.start < start)
    ? window.filter(
        (token) =>
          token.start < end ||
          token.concept !== 'compare' ||
          !SAME.test(text.slice(token.start, Math.min(to, token.end + 4))),
      )
    : window
}
