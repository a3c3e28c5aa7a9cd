import type { Address } from '../format/types'
import { localDate } from '../report/localDate'
import { isGuarded, redates } from '../report/publication'
import { type Notes, type Report, textAt, withTexts } from '../report/report'
import { type Draft, hasSameContent } from './draft'
import type { DraftStore } from './draftStore'
import { changesFrom, isItemised, mergeReports, notesIn } from './threeWay'

/**
 * What became of a change from outside the open report. `written` holds the addresses that were written and still stand so, `left`
 * those (and keys of notes) where something else stands by now; `before` and `after` are the report around the change. `gone`: the draft
 * is no longer there; `published`: it is for the clerk to say, where the report is open. Unless `ok`, nothing has been written.
 */
export type Altered =
  | { ok: true; written: Address[]; left: string[]; before: Draft; after: Draft; stored: boolean }
  | { ok: false; problem: 'gone' | 'published' | 'changed' | 'full' }

/** Which of the notes that were to be changed have not become what was wanted. */
function notesLeft(seen: Notes, wanted: Notes, made: Notes): string[] {
  const [before, after, now] = [notesIn(seen), notesIn(wanted), notesIn(made)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key) && now.get(key) !== after.get(key) && !isItemised(key),
  )
}

/** Other tabs may save between looking and writing, but not again and again. */
const ATTEMPTS = 5

/**
 * Brings a draft from the state that was `seen` to the `wanted` one. Only values that still are as they were seen are written,
 * on top of all that has been typed since; the state before is kept as a version.
 */
export async function alter(
  store: Pick<DraftStore, 'reread' | 'get' | 'isNewer' | 'keep' | 'place' | 'now'>,
  seen: Draft,
  wanted: Report,
): Promise<Altered> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await store.reread(seen.id)
    const there = store.get(seen.id)
    if (!there || store.isNewer(seen.id)) return { ok: false, problem: 'gone' }
    const { changes, notes } = mergeReports(seen.report, there.report, wanted)
    const texts = changes.map(({ address, after }): [Address, string] => [address, after])
    const report = { ...there.report, entries: withTexts(there.report.entries, texts), notes }
    const cameOut = (made: Report) => ({
      written: changes
        .filter(({ address, after }) => textAt(made.entries, address) === after)
        .map(({ address }) => address),
      left: [
        ...changesFrom(seen.report.entries, wanted.entries)
          .filter(({ address, after }) => textAt(made.entries, address) !== after)
          .map(({ address }) => address),
        ...notesLeft(seen.report.notes, wanted.notes, made.notes),
      ],
    })
    if (hasSameContent(report, there.report))
      return { ok: true, ...cameOut(report), before: there, after: there, stored: true }
    const today = localDate(store.now())
    if (isGuarded(there.report, today) || redates(there.report.entries, report.entries, today))
      return { ok: false, problem: 'published' }
    await store.keep(there, 'step')
    const next = { ...there, revision: there.revision + 1, savedAt: store.now().toISOString(), report }
    const placed = await store.place(next, there)
    // The database may take seconds to answer, and what was typed elsewhere meanwhile may have replaced some of it.
    const made = store.get(seen.id)?.report ?? report
    if (placed.ok) return { ok: true, ...cameOut(made), before: there, after: next, stored: placed.stored }
    if (placed.problem === 'full') return { ok: false, problem: 'full' }
  }
  return { ok: false, problem: 'changed' }
}
