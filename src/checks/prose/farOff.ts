import { isFarOff } from '../locate/slips'
import type { Judged } from './judged'

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
  const sentences = far.length ? [...new Set(judged.map(({ sentence }) => sentence))] : []
  for (const one of far) {
    const at = sentences.indexOf(one.sentence)
    const own = judged.filter(({ sentence }) => sentence === one.sentence)
    const before = judged.filter(
      ({ sentence, written }) => sentence === sentences[at - 1] && written === one.written,
    )
    const isOurs = ({ item, state }: Judged) =>
      state === 'agrees' || item.quantity?.unit !== one.item.quantity?.unit
    const isPlain = one.certain && [...before, ...own].every((other) => other === one || isOurs(other))
    const beside = own.filter(({ item }) => item.segment === one.item.segment)
    const isOfElse = beside.filter((other) => far.includes(other) && isMore(other)).length > 1
    const open = one.state === 'differs' && !isPlain ? own : isOfElse ? beside : []
    for (const other of open)
      if (other.state === 'differs' && (other.item.family ?? one.item.family) === one.item.family)
        other.state = 'unsure'
  }
}
