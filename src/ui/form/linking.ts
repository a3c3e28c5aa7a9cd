import { partsOf } from '../../format/cells'
import { textsOf } from '../../format/names'
import type { Link } from '../../report/report'
import { tiedLinks, withTied } from '../../writing/links'
import { currentText, type ReportSession } from './session'

/** What the reader has tied so far in each open report: after a cell has changed, it ties the figure no more. */
const known = new WeakMap<ReportSession, Map<string, Link>>()

/**
 * After a look of the rules: figures of the prose that the reader ties to cells are linked, whoever wrote them. A text that
 * is being typed, and a cell that is, say nothing yet. `altered`: the report was changed since it was opened and is not a
 * published one; else nothing is written, for opening a report changes nothing and what is published stays as it is.
 */
export function keepLinks(session: ReportSession, altered: boolean) {
  const { edition, findings, notes } = session
  const focused = session.focused.get()
  const ties = known.get(session) ?? new Map<string, Link>()
  known.set(session, ties)
  for (const { address } of textsOf(edition)) {
    const { text, marks } = findings.marked(address)
    if (address === focused || text !== currentText(session, address)) continue
    for (const link of tiedLinks(edition, session.entries(), address, marks)) {
      if (focused !== null && partsOf(edition, link.cell).includes(focused)) continue
      ties.set(`${address} ${link.cell} ${link.phrase}`, link)
    }
  }
  if (!altered || !session.autosave.writing()) return
  const settled = [...ties.values()].filter(({ text }) => text !== focused)
  notes.set(withTied(edition, session.entries(), notes.get(), settled))
}
