import { partsOf } from '../../format/cells'
import { textsOf } from '../../format/names'
import type { Link } from '../../report/report'
import { agreed, linksOf, numberOf, tiedLinks, withLinks, withTied } from '../../writing/links'
import { currentText, type ReportSession } from './session'

/**
 * What was found in each open report and is not written yet. `ties` of the reader stay: after a cell has changed, it ties the
 * figure no more. `values` are what links say anew, by the link as it is written.
 */
const known = new WeakMap<ReportSession, { ties: Map<string, Link>; values: Map<string, Link> }>()

/**
 * After a look of the rules: figures of the prose that the reader ties to cells are linked, whoever wrote them. A text that
 * is being typed, and a cell that is, say nothing yet. `altered`: the report was changed since it was opened and is not a
 * published one; else nothing is written, for opening a report changes nothing and what is published stays as it is.
 */
export function keepLinks(session: ReportSession, altered: boolean) {
  const { edition, findings, notes } = session
  const focused = session.focused.get()
  const { ties, values } = known.get(session) ?? { ties: new Map(), values: new Map() }
  known.set(session, { ties, values })
  const typing = ({ text, cell }: Link) =>
    focused !== null && (text === focused || partsOf(edition, cell).includes(focused))
  for (const { address } of textsOf(edition)) {
    const { text, marks } = findings.marked(address)
    if (address === focused || text !== currentText(session, address)) continue
    for (const link of tiedLinks(edition, session.entries(), address, marks))
      if (!typing(link)) ties.set(`${address} ${link.cell} ${link.phrase}`, link)
  }
  // Where both say something else than they did, the next difference is told from this.
  for (const link of linksOf(notes.get())) {
    const now = typing(link) ? undefined : agreed(edition, session.entries(), link)
    if (now && now.value !== link.value) values.set(JSON.stringify(link), now)
  }
  if (!altered || !session.autosave.writing()) return
  const settled = [...ties.values()].filter(({ text }) => text !== focused)
  const links = linksOf(notes.get()).map((link) => values.get(JSON.stringify(link)) ?? link)
  const renewed = values.size ? withLinks(notes.get(), [], links) : notes.get()
  values.clear()
  session.note(() => withTied(edition, session.entries(), renewed, settled))
  // What has come to its place is the notes' own, and stays away where it is taken out of them.
  for (const [key, link] of ties)
    if (settled.includes(link) && numberOf(link, currentText(session, link.text))) ties.delete(key)
}
