import { cellAt, enteredCellsOf } from '../format/cells'
import { fieldsOf, textsOf } from '../format/names'
import type { Address, Edition } from '../format/types'
import { withDoubts } from '../report/doubts'
import { withProposedKind } from '../report/proposed'
import { blankReport, type Change, type Report, textAt, withTexts } from '../report/report'
import type { ImportProposal, Unplaced } from './proposal'

/** The recognised texts of a proposal by address: figures of entered cells, fields and prose. Printed totals are apart. */
export function textsOfProposal(proposal: ImportProposal, edition: Edition) {
  const entered = new Map<Address, string>()
  const sourceTotals: Record<Address, string> = {}
  for (const { address, text } of proposal.figures)
    if (cellAt(edition, address)?.parts) sourceTotals[address] = text
    else entered.set(address, text)
  for (const { address, text } of proposal.texts) entered.set(address, text)
  return { entered, sourceTotals }
}

/**
 * A report of recognised texts; totals that came with it stand beside the computed ones, the name proposes the kind, and
 * `doubts` says of which values the reader was not sure, and why.
 */
export function reportOf(
  entered: Iterable<[Address, string]>,
  sourceTotals: Record<Address, string>,
  edition: Edition,
  doubts: Iterable<[Address, string]> = [],
): Report {
  const blank = blankReport(edition)
  const report = {
    ...blank,
    entries: withTexts(blank.entries, entered),
    notes: { ...blank.notes, sourceTotals },
  }
  return withDoubts(withProposedKind(report, edition), doubts, edition)
}

/** Why a cell is doubtful that holds something which could not be read. */
export const unreadDoubts = (unplaced: Unplaced[]): [Address, string][] =>
  unplaced.flatMap(({ address, text }): [Address, string][] =>
    address ? [[address, `来文写“${text.slice(text.indexOf('：') + 1)}”，读不出数，没有填入`]] : [],
  )

/** Where a report that came in says something else than a draft. What it leaves blank is no difference. */
export function differencesOf(draft: Report, imported: Report, edition: Edition): Change[] {
  const addresses = [
    ...fieldsOf(edition).map(({ address }) => address),
    ...textsOf(edition).map(({ address }) => address),
    ...enteredCellsOf(edition).map(({ address }) => address),
  ]
  return addresses.flatMap((address): Change[] => {
    const [before, after] = [textAt(draft.entries, address), textAt(imported.entries, address)]
    // A default is nothing that came with the source.
    const standard = edition.fields.find((field) => field.address === address)?.initial
    return after === '' || after === before || after === standard ? [] : [{ address, before, after }]
  })
}
