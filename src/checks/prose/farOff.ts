import { isFarOff, LITTLE } from '../locate/slips'
import type { Judged } from './judged'
import { isToldOfElse } from './toldAgain'

/** Where the figures of the tables are told; what other places tell of is mostly some of them. */
const PLACES = ['overview.proactive', 'overview.onRequest']

const TELLS_FIGURES = ['overview.introduction', ...PLACES]
export const tellsFigures = ({ written }: Judged) => TELLS_FIGURES.includes(written.address)

/** 对申请人的解释不够: who applied is told of, not what for. */
export const NAMES_REQUESTS = /申请(?![人者方])/

/**
 * Elsewhere an office tells of all that it has done, of which cases and what became of applications are a part, and from a part
 * no gross error can be told: what offices write wrong there is a slip, the figure of another row, or near.
 */
const mayBePart = (one: Judged) =>
  !tellsFigures(one) &&
  (one.item.family === 'cases' || (one.item.family === 'requests' && !NAMES_REQUESTS.test(one.sentence.text)))
const TIMES_OF_PART = 1.5
const LEAST_OF_PART = 2

/** A number that is so far from all that it may be read as that no slip wrote it. */
function isFar(one: Judged): boolean {
  const { state, item, meanings } = one
  const { quantity, value, scope } = item
  const isOff = mayBePart(one)
    ? (meant: number) => isFarOff(value, meant, TIMES_OF_PART, LEAST_OF_PART)
    : (meant: number) => isFarOff(value, meant)
  return (
    state !== 'agrees' &&
    quantity !== undefined &&
    scope !== 'none' &&
    meanings.length > 0 &&
    meanings.every(
      ({ first, amount }) => amount !== undefined && !first.includes('administrativeFees') && isOff(amount),
    )
  )
}
const isMore = ({ item: { value }, meanings }: Judged): boolean =>
  meanings.every(({ amount = 0 }) => value > amount)

/**
 * 全市法院审结134件，其中撤销9件: beside a table with 16 closed cases no slip wrote the first number. Unless every word next to it
 * is understood and all other numbers of its sentence are those of the tables or some of its own, the sentence tells of others,
 * and of the small numbers in it nobody can say what they should be. They are left open. So are they beside several that are far
 * more than the tables have, whatever these were taken for; but not where other numbers of the kind are those of the tables.
 */
export function leaveFarOff(judged: Judged[]): void {
  const far = judged.filter(isFar)
  const sentences = new Map<Judged['sentence'], { own: Judged[]; before: Judged[] }>()
  let last: Judged[] = []
  for (const one of far.length ? judged : []) {
    const known = sentences.get(one.sentence)
    if (known) known.own.push(one)
    else {
      const before = last[0]?.written === one.written ? last : []
      last = [one]
      sentences.set(one.sentence, { own: last, before })
    }
  }
  for (const one of far) {
    // 县乡收到713件。……。713件县乡申请里被纠正的占大头: what was told of others before, and is told of them again.
    const isAgain = (other: Judged) => other.sentence !== one.sentence && isToldOfElse(one, other)
    // 信访713件。今年收到申请713件: what a verb counts anew is told of these.
    const counts = /[收受接办答][^,;:]*$/.test(one.sentence.text.slice(0, one.item.quantity?.start))
    if (!counts && one.item.value > LITTLE && judged.slice(0, judged.indexOf(one)).some(isAgain)) {
      one.state = 'unsure'
      continue
    }
    const { own, before } = sentences.get(one.sentence) ?? { own: [], before: [] }
    // 收到申请312件，其中网络申请280件: some of those.
    const isOurs = ({ item, state }: Judged) =>
      state === 'agrees' || item.quantity?.unit !== one.item.quantity?.unit
    // 收到申请312件，其中网络280件，较上年减少20件: what goes on with it tells of it.
    const goesOn = ({ item }: Judged) => item.scope === 'none' && item.start > one.item.start
    const told = own.filter(
      ({ item, state }) => state === 'agrees' && item.quantity && item.family === one.item.family,
    )
    // 受理312件，办结94件，结转下年7件: no chance makes two of them the tables', unless all are small.
    const isTold =
      !mayBePart(one) && told.length > (one.certain ? 0 : 1) && told.some(({ item }) => item.value > LITTLE)
    const isPlain =
      one.certain &&
      PLACES.includes(one.written.address) &&
      before.every(isOurs) &&
      own.every((other) => other === one || isOurs(other) || goesOn(other))
    const beside = own.filter(({ item }) => item.segment === one.item.segment)
    const isOfElse = beside.filter((other) => far.includes(other) && isMore(other)).length > 1
    const open = isTold ? [] : one.state === 'differs' && !isPlain ? own : isOfElse ? beside : []
    for (const other of open)
      if (other.state === 'differs' && (other.item.family ?? one.item.family) === one.item.family)
        other.state = 'unsure'
  }
}
