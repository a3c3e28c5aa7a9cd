import { cellAt } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { type Report, textAt } from './report'

/** What an importer was not sure of: the text that it put in (empty where it read none), and why. */
export interface Doubt {
  text: string
  why: string
}

/** Doubts whose value still is the one that came in; what a clerk has typed since is certain. */
export const openDoubts = ({ entries, notes }: Report): [Address, Doubt][] =>
  Object.entries(notes.doubts ?? {}).filter(([address, { text }]) => text === textAt(entries, address))

/** A report that remembers what was doubtful when it came in; computed cells hold nothing that a clerk could confirm. */
export function withDoubts(report: Report, why: Iterable<[Address, string]>, edition: Edition): Report {
  const doubts = [...why]
    .filter(([address]) => !cellAt(edition, address)?.parts)
    .map(([address, reason]): [Address, Doubt] => [
      address,
      { text: textAt(report.entries, address), why: reason },
    ])
  return doubts.length
    ? { ...report, notes: { ...report.notes, doubts: Object.fromEntries(doubts) } }
    : report
}
