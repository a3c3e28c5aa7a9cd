import type { Address } from '../../format/types'
import { PUBLISHED_AT } from '../../report/publication'

export type TextField = HTMLElement & { name: string; value: string }

/** A date with a part missing, a day that no month has, or a year whose digits are not all there. */
const isBroken = (input: TextField) =>
  input instanceof HTMLInputElement &&
  input.type === 'date' &&
  (input.validity.badInput || (input.value !== '' && input.value < FIRST_YEAR))
/** No report is older: 政府信息公开条例 came into force in 2008. */
const FIRST_YEAR = '2000'

/**
 * A word that is being composed in a published report, a date whose parts are typed, a text that is dragged away: the field keeps what
 * is done to it, and nothing is saved or asked before it is whole. A date that is left before it is whole is not taken.
 */
export function createUnfinished({
  guarded,
  before,
  whole,
}: {
  guarded(): boolean
  before(address: Address): string
  whole(address: Address, text: string): void
}) {
  let now: { address: Address; before: string; finish(): void } | undefined

  /** The event by which what is done to a field is whole; undefined where it is already. */
  function endOf(input: TextField, event: Event | undefined): string | undefined {
    // The parts of a date are typed one by one, and each of them makes a date.
    if (input.name === PUBLISHED_AT) return 'blur'
    if (!guarded()) return undefined
    if (input instanceof HTMLInputElement && input.type === 'date') return 'blur'
    if (!(event instanceof InputEvent)) return undefined
    if (event.isComposing) return 'compositionend'
    return event.inputType === 'deleteByDrag' ? 'dragend' : undefined
  }
  function begin(input: TextField, end: string) {
    const { name: address } = input
    now?.finish()
    const done = new AbortController()
    const finish = () => {
      done.abort()
      now = undefined
      // Half a date is none: the field has the one from before again.
      whole(address, isBroken(input) ? stood : input.value)
    }
    const stood = before(address)
    now = { address, before: stood, finish }
    // A drag ends at the text that it began with, wherever it leads to.
    const from = end === 'dragend' ? document : input
    from.addEventListener(end, finish, { signal: done.signal })
  }
  return {
    get: () => now,
    finish: () => now?.finish(),
    /** Whether what was just done to a field waits until it is whole. */
    holds(input: unknown, event: Event | undefined): boolean {
      if (!(input instanceof HTMLElement) || !('name' in input && 'value' in input)) return false
      const own = input as TextField
      if (now?.address === own.name) return true
      const end = endOf(own, event)
      if (end) begin(own, end)
      return end !== undefined
    },
  }
}
