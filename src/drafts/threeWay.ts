import type { Address } from '../format/types'
import { type Change, type Entries, type Notes, type Report, textAt } from '../report/report'

/** Every text of the entries that is not blank, by address. */
export function textsIn(entries: Entries): Map<Address, string> {
  const texts = new Map<Address, string>()
  const collect = (node: Entries, path: string) => {
    for (const [key, child] of Object.entries(node)) {
      const address = path ? `${path}.${key}` : key
      if (typeof child === 'string') {
        if (child) texts.set(address, child)
      } else collect(child, address)
    }
  }
  collect(entries, '')
  return texts
}

/** What leads from one filled form to another, address by address. */
export function changesFrom(from: Entries, to: Entries): Change[] {
  const before = textsIn(from)
  const after = textsIn(to)
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((address) => ({ address, before: before.get(address) ?? '', after: after.get(address) ?? '' }))
    .filter((change) => change.before !== change.after)
}

export interface Merged {
  /** To be made in my form to have their changes too. */
  changes: Change[]
  notes: Notes
  /** Whether both changed the same thing to something different: mine stays, theirs is to be kept elsewhere. */
  conflict: boolean
}

/** Each note as JSON, by its name. */
export const notesIn = (notes: Notes): Map<string, string> =>
  new Map(Object.entries(notes).map(([key, note]) => [key, JSON.stringify(note)]))

/** Brings together what two tabs have made of one state. */
export function mergeReports(base: Report, mine: Report, theirs: Report): Merged {
  let conflict = false
  const changes = changesFrom(base.entries, theirs.entries).flatMap((change) => {
    const own = textAt(mine.entries, change.address)
    if (own === change.after) return []
    if (own === change.before) return [change]
    conflict = true
    return []
  })
  // As lists: a later program, or a hand, may have given a note any name.
  const old = notesIn(base.notes)
  const own = notesIn(mine.notes)
  const other = notesIn(theirs.notes)
  const given = new Map<string, unknown>(Object.entries(theirs.notes))
  const notes = new Map<string, unknown>(Object.entries(mine.notes))
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const next = other.get(key)
    if (old.get(key) === next || own.get(key) === next) continue
    if (old.get(key) !== own.get(key)) conflict = true
    else if (next === undefined) notes.delete(key)
    else notes.set(key, given.get(key))
  }
  return { changes, notes: Object.fromEntries(notes) as unknown as Notes, conflict }
}
