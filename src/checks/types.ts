import type { Address, Edition } from '../format/types'
import type { Report } from '../report/report'
import type { Total } from '../report/totals'
import type { CellValue } from '../report/value'

/** 阻断 forbids the final copy; 核实 wants a correction or a reason; 提示 wants nothing; 未填 forbids the final copy but is no error. */
export type Severity = 'block' | 'verify' | 'note' | 'blank'

/** What a rule may look at. Everything is a pure function of the report, the day and last year's report. */
export interface Given {
  edition: Edition
  report: Report
  /** Local date, YYYY-MM-DD. */
  today: string
  text(address: Address): string
  value(address: Address): CellValue
  /** Sum of the entered cells behind an address, or how many of them are missing; works for entered cells too. */
  total(address: Address): Total
  lastYear?: Report
}

/** A correction offered with a finding, never made unasked. */
export interface Fix {
  label: string
  /** Empty where the report is right as it stands and only a reason is missing. */
  changes: { address: Address; after: string }[]
  /** What the clerk has to write instead of it: stands in the text once the changes are made, and is selected there. */
  toComplete?: string
  /** 例外说明 offered ready-made: choosing the fix accepts the finding with this reason. */
  accept?: string
}

/** One application of a rule. `target` is where the clerk is sent, `operands` are outlined and numbered in this order. */
export type Outcome = { target: Address; operands: Address[] } & (
  | { state: 'holds' }
  /** 未能核对: an operand is blank or malformed. */
  | { state: 'notAssessable' }
  | ({ state: 'fails' } & Failure)
)

/** What is wrong, in a sentence with the numbers. */
export interface Failure {
  message: string
  fixes?: Fix[]
  evidence?: Evidence
  /** Where one application weighs more or less than the rule's own severity. */
  severity?: Severity
}

/**
 * What a failure rests on beside the texts of its operands: for a prose address the phrase that was found there instead
 * of the paragraph; under `lastYear.<address>` a figure of last year's report. An exception remembers it, so that an
 * accepted finding reopens when it changes.
 */
export type Evidence = Record<Address, string>

/**
 * When a finding may first be shown (before 核对 or 导出 was opened): on leaving the cell; once all operands are answered
 * and the focus has left them; or only at the review.
 */
export type Due = 'onLeave' | 'whenAnswered' | 'atReview'

/** A worked example: printed in 核对规则 and run as a test. Texts over a report that is complete and balanced (all 0). */
export interface Example {
  title: string
  entries: Record<Address, string>
  /** Texts over last year's report, likewise complete and all 0; absent when none is loaded. */
  lastYear?: Record<Address, string>
  /** 来文总计 that came with the report. */
  sourceTotals?: Record<Address, string>
  /** Texts over the version that the report corrects; absent when it corrects none. */
  corrects?: Record<Address, string>
  /** What was doubtful when the report came in. */
  doubts?: Record<Address, { text: string; why: string }>
  /** Texts as they were carried over from last year, nobody having looked at their figures. */
  carried?: Record<Address, string>
  /** Messages of this rule, in order; empty when it stays silent. */
  messages: string[]
}

export interface Rule {
  id: string
  title: string
  severity: Severity
  due: Due
  /** Statute or standard the rule follows. */
  source: string
  /** One or two sentences for the list of rules. */
  explanation: string
  /** Compares with last year's report and stays silent while none is loaded. */
  needsLastYear?: true
  /** Declared, listed, but not run: a local habit that only some ask for. */
  off?: true
  check(given: Given): Outcome[]
  examples: Example[]
}

export interface Finding {
  rule: string
  severity: Severity
  due: Due
  /** Rule id and target: stable while the finding stands. */
  key: string
  target: Address
  operands: Address[]
  message: string
  fixes: Fix[]
  evidence?: Evidence
  status: 'open' | 'accepted'
  /** The reason on record; shown again when a changed operand has reopened the finding. */
  reason?: string
}

/** Counts of open findings; blanks count as `blank` only. A copy is final when `block` and `blank` are both 0. */
export interface Verdict {
  block: number
  verify: number
  note: number
  blank: number
  /** 核实 findings with a reason on record. */
  accepted?: number
  /** Rules that were run, and applications that could not be assessed. */
  rules: number
  notAssessable: number
  /** Rules that could not be run, by a mistake in the program. */
  broken?: number
}
