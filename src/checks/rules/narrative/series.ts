import { sumOf } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import type { Given } from '../../types'
import { HUNDRED, placesOf } from './arithmetic'
import { counted } from './shares'
import { isRounded, wholesOf } from './wholes'

/** Rows of 办理结果, applicants, or things of no table: what is divided in one way has one whole. */
const kindOf = ({ item: { family, scope, first, second } }: Judged) =>
  scope === 'none' || !family ? '' : `${family} ${first?.[0]?.[0]?.split('.')[0]} ${second === undefined}`

/**
 * 公开8件，占40%；部分公开6件，占30%；无法提供6件，占30%: where all other shares of a sentence have one whole, this one has it too,
 * or a number that the sentence tells.
 */
export function seriesOf(
  given: Given,
  own: Judged[],
  shares: Judged[],
  share: Judged,
  said: Judged[],
  total: Judged | undefined,
): number[] | undefined {
  const number = counted(own, own.indexOf(share))?.part
  if (!number) return undefined
  const parts = shares.flatMap((one) => {
    const part = one === share ? undefined : counted(own, own.indexOf(one))?.part
    return part && kindOf(part) === kindOf(number) ? [[one, part] as const] : []
  })
  if (parts.length < 2) return undefined
  const bases = wholesOf(given, 'requests', said).filter((whole) =>
    parts.every(([one, part]) =>
      isRounded(one.item.value, (HUNDRED * part.item.value) / whole, placesOf(one), false),
    ),
  )
  // 公开155件，占50%；部分公开31件，占20%: what has a share of its own is no whole of another.
  const wholes = said.filter((one) => !parts.some(([, part]) => part === one))
  // 办结94件，其中公开35件，占37%；……: of the list that they make up, if all others are.
  const all = [number, ...parts.map(([, part]) => part)]
  if (total)
    return bases.every((whole) => whole === total.item.value) && sumOf(all) === total.item.value
      ? bases.slice(0, 1)
      : undefined
  return bases.length ? [...bases, ...wholes.map(({ item: { value } }) => value)] : undefined
}
