import type { Judged } from './judged'
import { POINTS_BACK } from './listWords'

/** 6件复议纠正案件中有4件是说理不足引起的: some of those that stand before it, of which it says something else. */
const OF_THOSE = /^[^,;:。\d]{0,16}[之当]?中[仅只]?有?$/
const SAYS_ELSE = /^(?:是|因|由|出自|来自|涉|集中|源于|发生|为|与|系)/
function isOfThose(
  { item: { quantity, value }, sentence: { text } }: Judged,
  last: Judged | undefined,
): boolean {
  const before = last?.item.quantity
  return (
    before !== undefined &&
    quantity !== undefined &&
    before.unit === quantity.unit &&
    before.value > value &&
    OF_THOSE.test(text.slice(before.end, quantity.start)) &&
    SAYS_ELSE.test(text.slice(quantity.end))
  )
}

/** The same number of the same unit, which is neither the tables' nor held against them: it counts something else. */
export const isToldOfElse = (one: Judged, other: Judged): boolean =>
  other.item.value === one.item.value &&
  other.item.quantity?.unit === one.item.quantity?.unit &&
  other.state !== 'agrees' &&
  other.state !== 'differs'

/** So many numbers back what is told may be pointed at. */
const REACH = 40
/** 其中征地的41件，这41件均已答复, 涉及征地的41件。41件均已答复: the number is that of some things of no table, and is told of them again. */
export function leaveToldAgain(judged: Judged[]): void {
  for (const [at, one] of judged.entries()) {
    const { item, sentence, written } = one
    const lead = sentence.text.slice(0, item.quantity?.start)
    const last = judged[at - 1]
    if (one.state === 'differs' && last?.sentence === sentence && isOfThose(one, last)) one.state = 'unsure'
    if (one.state !== 'differs' || !item.quantity || (lead && !POINTS_BACK.test(lead))) continue
    const near = judged.slice(Math.max(0, at - REACH), at).filter((other) => other.written === written)
    const before = near.filter((other) => other.sentence !== sentence).at(-1)?.sentence
    const isSame = (other: Judged) =>
      (other.sentence === sentence || other.sentence === before) && isToldOfElse(one, other)
    if (near.some(isSame)) one.state = 'unsure'
  }
}
