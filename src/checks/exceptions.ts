import { cellAt } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { type Exception, type Report, textAt, valuesOf } from '../report/report'
import { totalOf, totalText } from '../report/totals'
import { formatAmount, readCell } from '../report/value'
import type { Finding } from './types'

type Rests = Pick<Finding, 'operands' | 'evidence'>

/**
 * What a finding rests on, as an exception remembers it: the texts of its operands, computed ones as they are shown,
 * with phrases quoted from prose in place of the paragraph and figures of last year's report beside them.
 */
export function operandTexts(finding: Rests, edition: Edition, report: Report): Record<Address, string> {
  const value = valuesOf(edition, report.entries)
  const own = finding.operands.map((address): [Address, string] => [
    address,
    cellAt(edition, address)?.parts
      ? totalText(edition, address, totalOf(edition, address, value))
      : textAt(report.entries, address),
  ])
  return { ...Object.fromEntries(own), ...finding.evidence }
}

/** The entry that accepts a 核实 finding for as long as its operands keep their values. */
export const exceptionFor = (
  finding: Finding,
  reason: string,
  at: string,
  edition: Edition,
  report: Report,
): Exception => ({ rule: finding.rule, cells: operandTexts(finding, edition, report), reason, at })

/** A figure by its value, so that “1,230” opened again as 1230 is the same; any other text as it is. */
function comparable(edition: Edition, address: Address, text: string): string {
  const unit = cellAt(edition, address)?.unit
  const value = unit && readCell(text, unit)
  return value?.kind === 'number' ? formatAmount(value.amount, unit as '件' | '万元') : text
}

/**
 * The entry on record for a finding: `holds` while every operand has the value it was accepted with; else the latest
 * one for the same cells, whose reason is shown again. An earlier value that comes back is accepted as before.
 */
export function exceptionOnRecord(
  finding: Rests & { rule: string },
  exceptions: Exception[],
  edition: Edition,
  report: Report,
): { exception: Exception; holds: boolean } | undefined {
  const sameRule = exceptions.filter((exception) => exception.rule === finding.rule)
  if (!sameRule.length) return undefined
  const now = operandTexts(finding, edition, report)
  const addresses = Object.keys(now)
  const sameCells = sameRule.filter(
    ({ cells }) =>
      Object.keys(cells).length === addresses.length &&
      addresses.every((address) => Object.hasOwn(cells, address)),
  )
  const equal = sameCells.filter(({ cells }) =>
    addresses.every(
      (address) =>
        comparable(edition, address, cells[address] ?? '') ===
        comparable(edition, address, now[address] ?? ''),
    ),
  )
  const latest = equal.at(-1)
  const exception = latest ?? sameCells.at(-1)
  return exception && { exception, holds: latest !== undefined }
}
