import { printedOrder } from '../format/order'
import type { Edition } from '../format/types'
import { type Exception, type Report, textAt, valuesOf } from '../report/report'
import { totalOf } from '../report/totals'
import { catalogue } from './catalogue'
import { exceptionOnRecord } from './exceptions'
import type { Finding, Given, Outcome, Rule, Severity } from './types'

export interface CheckedReport {
  edition: Edition
  report: Report
  /** Local date, YYYY-MM-DD. */
  today: string
  /** Last year's report, where another one is meant than the report itself carries (`notes.lastYear`). */
  lastYear?: Report
}

/** The view of a report that rules work on; every cell is read once. */
export function givenOf({ edition, report, today, lastYear = report.notes.lastYear }: CheckedReport): Given {
  const value = valuesOf(edition, report.entries)
  return {
    edition,
    report,
    today,
    lastYear,
    text: (address) => textAt(report.entries, address),
    value,
    total: (address) => totalOf(edition, address, value),
  }
}

/** A rule that threw, by a mistake in the program: what it looks at was not looked at. */
export interface Broken {
  state: 'broken'
  target: ''
  operands: []
  error: unknown
}
export type RuleOutcome = (Outcome | Broken) & { rule: Rule }

/**
 * All rules over one report, in the order of the catalogue, without those that are off. A rule that does not apply
 * yields no outcome; one that throws is `broken`, and the others are run.
 */
export const runChecks = (given: Given, rules: Rule[] = catalogue): RuleOutcome[] =>
  rules.flatMap((rule): RuleOutcome[] => {
    if (rule.off) return []
    try {
      return rule.check(given).map((outcome) => ({ ...outcome, rule }))
    } catch (error) {
      return [{ state: 'broken', target: '', operands: [], error, rule }]
    }
  })

const severities: Severity[] = ['block', 'verify', 'note', 'blank']

/**
 * What the clerk is shown: failures by severity, then in printed order. A 核实 finding with an exception on record is
 * accepted while its operands keep their values; once one changes it is open again and carries the old reason.
 */
export function findingsOf(
  outcomes: RuleOutcome[],
  exceptions: Exception[],
  edition: Edition,
  report: Report,
): Finding[] {
  const order = printedOrder(edition)
  const rank = ({ severity, target }: Finding) =>
    severities.indexOf(severity) * (order.size + 1) + (order.get(target) ?? order.size)
  const keys = new Map<string, number>()
  const findings = outcomes.flatMap((outcome): Finding[] => {
    if (outcome.state !== 'fails') return []
    const { rule, target, operands, message, fixes = [], evidence, severity = rule.severity } = outcome
    const place = `${rule.id}:${target}`
    const same = (keys.get(place) ?? 0) + 1
    keys.set(place, same)
    const finding: Finding = {
      rule: rule.id,
      severity,
      due: rule.due,
      key: same === 1 ? place : `${place}:${same}`,
      target,
      operands,
      message,
      fixes,
      evidence,
      status: 'open',
    }
    if (severity !== 'verify') return [finding]
    const record = exceptionOnRecord(finding, exceptions, edition, report)
    if (!record) return [finding]
    return [{ ...finding, status: record.holds ? 'accepted' : 'open', reason: record.exception.reason }]
  })
  return findings.sort((a, b) => rank(a) - rank(b))
}
