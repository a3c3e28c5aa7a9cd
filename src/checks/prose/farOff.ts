import { isFarOff } from '../locate/slips'
import type { Judged } from './reading'

/** A number that is so far from all that it may be read as that no slip wrote it. */
const isFar = ({ state, item: { quantity, value }, meanings }: Judged): boolean =>
  state === 'differs' &&
  quantity !== undefined &&
  meanings.length > 0 &&
  meanings.every(
    ({ first, amount }) =>
      amount !== undefined && !first.includes('administrativeFees') && isFarOff(value, amount),
  )

/**
 * 全市法院审结134件，其中撤销9件: beside a table with 16 closed cases no slip wrote the first number. Unless every word next to it
 * is understood and all other numbers of its sentence are those of the tables, the sentence tells of others, and of the small
 * numbers in it nobody can say what they should be. They are left open.
 */
export function leaveFarOff(judged: Judged[]): void {
  for (const far of judged.filter(isFar)) {
    const unit = far.item.quantity?.unit
    const own = judged.filter(({ sentence }) => sentence === far.sentence)
    const isPlain =
      far.certain &&
      own.every((one) => one === far || one.item.quantity?.unit !== unit || one.state === 'agrees')
    if (!isPlain) for (const one of own) if (one.state === 'differs') one.state = 'unsure'
  }
}
