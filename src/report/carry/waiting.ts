import type { Address } from '../../format/types'
import { type Notes, type Pending, textAt } from '../report'
import { type StillPending, stillPending } from './pending'
import { pendingOf } from './pendingNotes'

/** A carried figure that waits in a text, and the carried text that it is of. */
export interface Waiting extends StillPending {
  each: Pending
}

/** So many characters on each side, up to the next figure, are the words by which one is known elsewhere; so many there must be. */
const REACH = 8
const LEAST = 6

/** A figure in the words that it was carried in: these, and where in them it begins and ends. */
function phraseOf({ carried, figures }: Pending, of: number) {
  const [start, end] = figures[of] as [number, number]
  const before = /[^\n0-9０-９]*$/.exec(carried.slice(Math.max(0, start - REACH), start))?.[0] ?? ''
  const after = /^[^\n0-9０-９]*/.exec(carried.slice(end, end + REACH))?.[0] ?? ''
  if (before.length + after.length < LEAST) return undefined
  const figure = carried.slice(start, end)
  return { words: before + figure + after, from: before.length, to: before.length + figure.length }
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at)
  return places
}

/**
 * The carried figures that wait in one text, in their order: its own, and those that stand there because their sentence was moved
 * or copied, in as many places as last year's text did not say the same itself. Who looks at a copy has looked at the sentence.
 */
export function waitingIn(
  notes: Pick<Notes, 'pending' | 'lastYear'>,
  address: Address,
  textOf: (text: Address) => string,
): Waiting[] {
  const text = textOf(address)
  const pending = pendingOf(notes)
  const { lastYear } = notes
  const ofText = pending.filter((each) => each.text === address)
  const waiting = ofText.flatMap((each) => stillPending(each, text).map((place) => ({ ...place, each })))
  if (!text) return waiting
  const carried = ofText[0]?.carried ?? (lastYear ? textAt(lastYear.entries, address) : undefined)
  const isTaken = (start: number, end: number) => waiting.some((one) => one.start < end && start < one.end)
  for (const each of pending) {
    // Without last year's report nobody knows what the text said itself: there a sentence waits that is gone from its own.
    const there =
      carried === undefined ? new Set(stillPending(each, textOf(each.text)).map(({ of }) => of)) : undefined
    each.figures.forEach((_, of) => {
      const phrase = there?.has(of) ? undefined : phraseOf(each, of)
      if (!phrase) return
      const { words, from, to } = phrase
      const all = placesOf(words, text)
      if (!all.length) return
      const free = all.filter((at) => !isTaken(at + from, at + to))
      const own = placesOf(words, carried ?? '').length - (all.length - free.length)
      for (const at of free.slice(Math.max(0, own)))
        waiting.push({ start: at + from, end: at + to, of, each })
    })
  }
  return waiting.sort((one, other) => one.start - other.start)
}
