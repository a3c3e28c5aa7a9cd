import type { Draft } from '../../drafts/draft'
import { waitingKey } from '../../drafts/shelf'
import { changesFrom } from '../../drafts/threeWay'
import type { Address } from '../../format/types'
import type { Change, Notes, Report } from '../../report/report'

/** The text that was being typed when the question came up, with the caret in it: what is typed on belongs to it. */
export interface Typing {
  address: Address
  text: string
  caret: number
}

/** What waits, as it is kept while its report is not open: values, notes, and the text that was being typed. */
export interface KeptWaiting {
  changes: Change[]
  notes?: { before: Notes; after: Notes }
  typing?: Typing
}

/** What the browser does not take stays with the page. */
const held = new Map<string, string>()

function attempt<T>(use: (places: Storage) => T): T | undefined {
  try {
    return use(window.localStorage)
  } catch {
    return undefined
  }
}

/** True where the browser itself has it, so that nothing is lost with the page. */
export function hold(id: string, kept: KeptWaiting | undefined): boolean {
  const key = waitingKey(id)
  held.delete(id)
  if (!kept) {
    attempt((places) => places.removeItem(key))
    return true
  }
  const text = JSON.stringify(kept)
  const isKept = attempt((places) => {
    places.setItem(key, text)
    return true
  })
  if (!isKept) held.set(id, text)
  return isKept === true
}

/** From a report to what is wanted of it, as values and notes. */
export function stepTo(report: Report, made: Report): KeptWaiting {
  const [before, after] = [report.notes, made.notes]
  return {
    changes: changesFrom(report.entries, made.entries),
    notes: JSON.stringify(before) === JSON.stringify(after) ? undefined : { before, after },
  }
}

/** What was to be done from outside to a published report waits until it is open, where the clerk is asked. */
export const leaveWaiting = ({ id, report }: Draft, wanted: Report): boolean =>
  hold(id, stepTo(report, wanted))

export function keptWaiting(id: string): KeptWaiting | undefined {
  const text = held.get(id) ?? attempt((places) => places.getItem(waitingKey(id)))
  if (!text) return undefined
  try {
    const value = JSON.parse(text) as KeptWaiting
    const isText = (own: unknown) => typeof own === 'string'
    return value.changes.every((each) => isText(each.address) && isText(each.after)) ? value : undefined
  } catch {
    // Not written by this program.
    return undefined
  }
}
