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

/** The words that some figures were carried in, and where in them a figure begins and ends. */
interface Phrase {
  words: string
  from: number
  to: number
  /** The figures, by their place among those of the carried text. */
  ofs: number[]
}

/** Phrases by some characters of them, the first of the figure, so that a text is gone through once for all of them. */
type Phrases = Map<string, Phrase[]>
const KEY = 4
const keyAt = ({ words, from }: Phrase) => Math.min(from, words.length - KEY)

const known = new WeakMap<Pending, Phrases>()
function phrasesOf(pending: Pending): Phrases {
  const found = known.get(pending)
  if (found) return found
  const { carried, figures } = pending
  const byWords = new Map<string, Phrase>()
  figures.forEach(([start, end], of) => {
    const before = /[^\n0-9０-９]*$/.exec(carried.slice(Math.max(0, start - REACH), start))?.[0] ?? ''
    const after = /^[^\n0-9０-９]*/.exec(carried.slice(end, end + REACH))?.[0] ?? ''
    if (before.length + after.length < LEAST) return
    const words = before + carried.slice(start, end) + after
    const own = byWords.get(words) ?? { words, from: before.length, to: words.length - after.length, ofs: [] }
    byWords.set(words, own)
    own.ofs.push(of)
  })
  const phrases: Phrases = new Map()
  for (const phrase of byWords.values()) {
    const at = keyAt(phrase)
    const key = phrase.words.slice(at, at + KEY)
    phrases.set(key, [...(phrases.get(key) ?? []), phrase])
  }
  known.set(pending, phrases)
  return phrases
}

/** Where the phrases of a carried text stand in a text. */
function placesOf(pending: Pending, text: string): Map<Phrase, number[]> {
  const phrases = phrasesOf(pending)
  const places = new Map<Phrase, number[]>()
  if (!phrases.size) return places
  for (let at = 0; at < text.length; at++)
    for (const phrase of phrases.get(text.slice(at, at + KEY)) ?? []) {
      const start = at - keyAt(phrase)
      if (start < 0 || !text.startsWith(phrase.words, start)) continue
      const own = places.get(phrase)
      if (own) own.push(start)
      else places.set(phrase, [start])
    }
  return places
}

/** The same for the text that was carried to an address, which stays as it was. */
const placesBefore = new WeakMap<Pending, Map<Address, { text: string; places: Map<Phrase, number[]> }>>()
function carriedPlacesOf(pending: Pending, address: Address, text: string): Map<Phrase, number[]> {
  const own = placesBefore.get(pending) ?? new Map()
  placesBefore.set(pending, own)
  const last = own.get(address)
  if (last?.text === text) return last.places
  const places = placesOf(pending, text)
  own.set(address, { text, places })
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
  const { lastYear } = notes
  const text = textOf(address)
  const pending = pendingOf(notes)
  const own = looked.get(pending) ?? new Map<Address, Looked>()
  looked.set(pending, own)
  const last = own.get(address)
  // Without last year's report it depends on the other texts as well.
  if (lastYear && last?.text === text && last.lastYear === lastYear) return last.waiting
  const waiting = lookedFor(pending, lastYear, address, textOf)
  own.set(address, { text, lastYear, waiting })
  return waiting
}

/** The last answer for each text: bar, marks and rule ask for the same one. */
interface Looked {
  text: string
  lastYear: Notes['lastYear']
  waiting: Waiting[]
}
const looked = new WeakMap<Pending[], Map<Address, Looked>>()

function lookedFor(
  pending: Pending[],
  lastYear: Notes['lastYear'],
  address: Address,
  textOf: (text: Address) => string,
): Waiting[] {
  const text = textOf(address)
  const ofText = pending.filter((each) => each.text === address)
  const waiting = ofText.flatMap((each) => stillPending(each, text).map((place) => ({ ...place, each })))
  const carried = ofText[0]?.carried ?? (lastYear ? textAt(lastYear.entries, address) : undefined)
  if (!text || text === carried) return waiting
  const taken = new Set<number>()
  const take = (start: number, end: number) => {
    for (let at = start; at < end; at++) taken.add(at)
  }
  for (const { start, end } of waiting) take(start, end)
  const isTaken = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (taken.has(at)) return true
    return false
  }
  for (const each of pending) {
    const found = placesOf(each, text)
    if (!found.size) continue
    const before = carried === undefined ? undefined : carriedPlacesOf(each, address, carried)
    // Without last year's report nobody knows what the text said itself: there a sentence waits that is gone from its own.
    const there = before ? undefined : new Set(stillPending(each, textOf(each.text)).map(({ of }) => of))
    for (const [phrase, all] of found) {
      const { from, to, ofs } = phrase
      const gone = there ? ofs.filter((of) => !there.has(of)) : ofs
      const free = all.filter((at) => !isTaken(at + from, at + to))
      const own = (before?.get(phrase)?.length ?? 0) - (all.length - free.length)
      free.slice(Math.max(0, own)).forEach((at, n) => {
        const of = gone[Math.min(n, gone.length - 1)]
        if (of === undefined) return
        waiting.push({ start: at + from, end: at + to, of, each })
        take(at + from, at + to)
      })
    }
  }
  return waiting.sort((one, other) => one.start - other.start)
}
