import { isFarOff } from '../locate/slips'
import type { Judged } from './reading'

/** A number that is so far from all that it may be read as that no slip wrote it. */
const isFar = ({ state, item: { quantity, value }, meanings }: Judged): boolean =>
  state !== 'agrees' &&
  quantity !== undefined &&
  meanings.length > 0 &&
  meanings.every(
    ({ first, amount }) =>
      amount !== undefined && !first.includes('administrativeFees') && isFarOff(value, amount),
  )
const isMore = ({ item: { value }, meanings }: Judged): boolean =>
  meanings.every(({ amount = 0 }) => value > amount)

/**
 * 全市法院审结134件，其中撤销9件: beside a table with 16 closed cases no slip wrote the first number. Unless every word next to it
 * is understood and all other numbers of its sentence are those of the tables, the sentence tells of others, and of the small
 * numbers in it nobody can say what they should be. They are left open. So are they beside several that are far more than the
 * tables have, whatever these were taken for.
 */
export function leaveFarOff(judged: Judged[]): void {
  const far = judged.filter(isFar)
  for (const one of far) {
    const unit = one.item.quantity?.unit
    const own = judged.filter(({ sentence }) => sentence === one.sentence)
    const isPlain =
      one.certain &&
      own.every((other) => other === one || other.item.quantity?.unit !== unit || other.state === 'agrees')
    const more = far.filter((other) => other.sentence === one.sentence && isMore(other))
    if ((one.state === 'differs' && !isPlain) || more.length > 1)
      for (const other of own) if (other.state === 'differs') other.state = 'unsure'
  }
}
