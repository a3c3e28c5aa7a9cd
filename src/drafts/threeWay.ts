import type { Address } from '../format/types'
import { pendingOf } from '../report/carry/pendingNotes'
import { type Change, type Entries, type Notes, type Pending, type Report, textAt } from '../report/report'

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

type Items = Map<string, unknown>

/** Figures of one carried text stand together: each is found again by its neighbours. */
function byText(items: Pending[]): Pending[] {
  const texts = new Map<string, Pending>()
  for (const { text, carried, figures } of items) {
    const name = JSON.stringify([text, carried])
    const own = texts.get(name)?.figures ?? []
    texts.set(name, { text, carried, figures: [...own, ...figures].sort(([a], [b]) => a - b) })
  }
  return [...texts.values()]
}

/**
 * Notes that the program writes by itself while a clerk types, as items by name: two tabs add to them and take from them
 * without a conflict, and a figure that one has confirmed waits in neither.
 */
const ITEMISED = {
  links: ({ links }: Notes): Items =>
    new Map((Array.isArray(links) ? links : []).map((link) => [JSON.stringify({ ...link, value: 0 }), link])),
  pending: (notes: Notes): Items =>
    new Map(
      pendingOf(notes).flatMap(({ text, carried, figures }) =>
        figures.map((figure): [string, Pending] => [
          JSON.stringify([text, carried, figure]),
          { text, carried, figures: [figure] },
        ]),
      ),
    ),
}
export const isItemised = (key: string): key is keyof typeof ITEMISED => Object.hasOwn(ITEMISED, key)

/** What both have, and what one of them has added; of an item that both have changed mine stays. */
function mergedItems(base: Items, mine: Items, theirs: Items): unknown[] {
  const isOld = (name: string, item: unknown) => JSON.stringify(item) === JSON.stringify(base.get(name))
  const kept = [...mine].filter(([name]) => theirs.has(name) || !base.has(name))
  const gained = [...theirs].filter(([name]) => !mine.has(name) && !base.has(name))
  return [
    ...kept.map(([name, item]) => (isOld(name, item) ? (theirs.get(name) ?? item) : item)),
    ...gained.map(([, item]) => item),
  ]
}

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
    if (old.get(key) !== own.get(key) && isItemised(key)) {
      const of = ITEMISED[key]
      const items = mergedItems(of(base.notes), of(mine.notes), of(theirs.notes))
      if (items.length) notes.set(key, key === 'pending' ? byText(items as Pending[]) : items)
      else notes.delete(key)
    } else if (old.get(key) !== own.get(key)) conflict = true
    else if (next === undefined) notes.delete(key)
    else notes.set(key, given.get(key))
  }
  return { changes, notes: Object.fromEntries(notes) as unknown as Notes, conflict }
}
