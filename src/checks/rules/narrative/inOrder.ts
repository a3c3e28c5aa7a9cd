import type { Judged } from '../../prose/reading'

/** What has not changed, told without a number. */
export const SAME = /持平|不变|未变|一致|相同|相当/
/** Where among so many that are dealt out in turn the ones with a number stand, if some have none. */
export function placesAmong(
  own: Judged[],
  at: number,
  count: number,
): { slots: number; of: number[] } | undefined {
  const [first, last] = [own[at], own[at + count - 1]]
  const { text } = first?.sentence ?? { text: '' }
  const said = text.slice(0, first?.item.quantity?.start)
  const from = Math.max(said.lastIndexOf('分别'), said.lastIndexOf('依次'))
  const to =
    (last?.item.quantity?.end ?? 0) +
    (/^[^,;。]*/.exec(text.slice(last?.item.quantity?.end))?.[0].length ?? 0)
  const slots = text.slice(from, to).split(/(?<=[件宗起个%]|持平|不变)(?:[、,]|[和及]|以及)/)
  if (!slots.some((slot) => SAME.test(slot))) return undefined
  const of = slots.flatMap((slot, n) => (SAME.test(slot) ? [] : [n]))
  return of.length === count ? { slots: slots.length, of } : { slots: 0, of: [] }
}
