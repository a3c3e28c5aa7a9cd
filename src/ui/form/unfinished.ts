import type { Address } from '../../format/types'
import { PUBLISHED_AT } from '../../report/publication'

export type TextField = HTMLElement & { name: string; value: string }

/**
 * A word that is being composed in a published report, a date whose parts are typed, a text that is dragged away: the field keeps what
 * is done to it, and nothing is saved or asked before it is whole.
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
      whole(address, input.value)
    }
    now = { address, before: before(address), finish }
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
