import type { Judged } from './judged'
import { POINTS_BACK } from './listWords'

/** So many numbers back what is told may be pointed at. */
const REACH = 40
/** 其中征地的41件，这41件均已答复, 涉及征地的41件。41件均已答复: the number is that of some things of no table, and is told of them again. */
export function leaveToldAgain(judged: Judged[]): void {
  for (const [at, one] of judged.entries()) {
    const { item, sentence, written } = one
    const lead = sentence.text.slice(0, item.quantity?.start)
    if (one.state !== 'differs' || !item.quantity || (lead && !POINTS_BACK.test(lead))) continue
    const near = judged.slice(Math.max(0, at - REACH), at).filter((other) => other.written === written)
    const last = near.filter((other) => other.sentence !== sentence).at(-1)?.sentence
    const isSame = (other: Judged) =>
      (other.sentence === sentence || other.sentence === last) &&
      other.item.value === item.value &&
      other.item.quantity?.unit === item.quantity?.unit &&
      other.state !== 'agrees' &&
      other.state !== 'differs'
    if (near.some(isSame)) one.state = 'unsure'
  }
}
