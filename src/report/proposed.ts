import { organKindsOfName } from '../format/organKinds'
import type { Address, Edition } from '../format/types'
import { type Entries, type Notes, type Report, textAt, withTexts } from './report'

const KIND = 'organ.kind'

/** Whether a value still is the one that was put in for the clerk. */
export const isProposed = (notes: Notes, entries: Entries, address: Address): boolean =>
  Object.hasOwn(notes.proposed ?? {}, address) && notes.proposed?.[address] === textAt(entries, address)

/** The notes with one more value that was put in for the clerk. */
export const withProposed = (notes: Notes, address: Address, value: string): Notes => ({
  ...notes,
  proposed: { ...notes.proposed, [address]: value },
})

/** The notes once a clerk has looked at a value; the same object where nothing was proposed there. */
export function withoutProposed(notes: Notes, address: Address): Notes {
  if (!Object.hasOwn(notes.proposed ?? {}, address)) return notes
  const { [address]: _, ...others } = notes.proposed ?? {}
  const { proposed: __, ...rest } = notes
  return Object.keys(others).length ? { ...rest, proposed: others } : rest
}

/**
 * The kind of organ to put in for a name: blank where the name tells none or several. Undefined where the clerk has chosen
 * a kind, which is never changed, and where nothing would change.
 */
export function kindToPropose(edition: Edition, entries: Entries, notes: Notes): string | undefined {
  const now = textAt(entries, KIND)
  if (now !== '' && !isProposed(notes, entries, KIND)) return undefined
  const [kind, another] = organKindsOfName(edition, textAt(entries, 'organ.name'))
  const proposal = kind && !another ? kind.value : ''
  return proposal === now ? undefined : proposal
}

/** A report with the kind of organ that its name tells, where it has none. */
export function withProposedKind(report: Report, edition: Edition): Report {
  const kind = kindToPropose(edition, report.entries, report.notes)
  return kind ? withProposal(report, KIND, kind) : report
}

/** A report with a value that was put in for the clerk. */
export const withProposal = (report: Report, address: Address, value: string): Report => ({
  ...report,
  entries: withTexts(report.entries, [[address, value]]),
  notes: withProposed(report.notes, address, value),
})
