import { fieldAt } from '../format/names'
import type { Address, Edition } from '../format/types'
import { addressesOf, type Change, type Entries, textAt } from './report'

/** A place where the wanted text stands: characters from `start` to before `end` of the text at the address. */
export interface Occurrence {
  address: Address
  start: number
  end: number
}

/** Upper and lower case are one; anything else is found as it is written. */
const folded = (text: string) => text.toLowerCase()

/** Choices and dates are not written: the words on screen are not what they hold. */
const isWritten = (edition: Edition, address: Address) => {
  const field = fieldAt(edition, address)
  return !field || field.control === 'text' || field.control === 'year'
}

/** Every place of a text in what was typed, in printed order; places do not overlap. Nothing for an empty text. */
export function occurrencesOf(edition: Edition, entries: Entries, wanted: string): Occurrence[] {
  const needle = folded(wanted)
  if (!needle) return []
  const written = addressesOf(edition).filter((address) => isWritten(edition, address))
  return written.flatMap((address) => {
    const text = folded(textAt(entries, address))
    const found: Occurrence[] = []
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
      found.push({ address, start: at, end: at + needle.length })
    return found
  })
}

/** The changes that put another text in these places; one per address. */
export function replacing(entries: Entries, places: Occurrence[], replacement: string): Change[] {
  const byAddress = new Map<Address, Occurrence[]>()
  for (const place of places) byAddress.set(place.address, [...(byAddress.get(place.address) ?? []), place])
  return [...byAddress].map(([address, own]) => {
    const before = textAt(entries, address)
    let after = before
    // From the end, so that earlier places stay where they are.
    for (const { start, end } of [...own].sort((a, b) => b.start - a.start))
      after = after.slice(0, start) + replacement + after.slice(end)
    return { address, before, after }
  })
}
