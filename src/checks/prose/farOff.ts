import { isFarOff } from '../locate/slips'
import type { Judged } from './reading'

/** A number that is so far from all that it may be read as that it counts something else, whatever the words next to it say. */
const isOfElse = ({ state, item: { quantity, value }, meanings }: Judged): boolean =>
  state === 'differs' &&
  quantity !== undefined &&
  meanings.length > 0 &&
  meanings.every(
    ({ first, amount }) =>
      amount !== undefined && !first.includes('administrativeFees') && isFarOff(value, amount),
  )

/**
 * 全市法院审结134件，其中撤销9件: beside a table with 16 closed cases no slip wrote the first number, so the sentence tells of others,
 * and of the small numbers behind it nobody can say what they should be. They are left open.
 */
export function leaveFarOff(judged: Judged[]): void {
  const ofElse = new Set(judged.filter(isOfElse).map(({ sentence }) => sentence))
  for (const one of judged) if (one.state === 'differs' && ofElse.has(one.sentence)) one.state = 'unsure'
}
