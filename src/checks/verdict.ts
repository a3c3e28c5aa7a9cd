import type { Address } from '../format/types'
import type { RuleOutcome } from './run'
import type { Finding, Severity, Verdict } from './types'

/** Counts of open findings, and of the rules and applications behind them. */
export function verdictOf(outcomes: RuleOutcome[], findings: Finding[]): Verdict {
  const open = (severity: Severity) =>
    findings.filter((finding) => finding.status === 'open' && finding.severity === severity).length
  return {
    block: open('block'),
    verify: open('verify'),
    note: open('note'),
    blank: open('blank'),
    accepted: findings.filter((finding) => finding.status === 'accepted').length,
    rules: new Set(outcomes.map((outcome) => outcome.rule)).size,
    notAssessable: outcomes.filter((outcome) => outcome.state === 'notAssessable').length,
  }
}

/** A copy is final when nothing is 阻断 and nothing 未填. */
export const isFinal = ({ block, blank }: Verdict): boolean => block === 0 && blank === 0

/** The one line that comes first on 核对. Never empty: with nothing found it says what was done. */
export function verdictText(verdict: Verdict): string {
  const { block, verify, note, blank, accepted = 0, rules } = verdict
  if (!isFinal(verdict)) {
    const counts = [`${block} 项阻断`, `${blank} 项未填`]
    if (verify) counts.push(`${verify} 项待核实`)
    if (note) counts.push(`${note} 项提示`)
    return `还不能定稿：${counts.join('，')}`
  }
  if (verify + note + accepted === 0) return `可以定稿：已核对 ${rules} 项规则，未发现问题`
  return `可以定稿：${block} 项阻断，${verify} 项待核实，${note} 项提示`
}

/** What became of one rule: applications that agree, that fail, and that could not be assessed. */
export interface Tally {
  rule: string
  holds: number
  fails: number
  /** 未能核对, each by its target and operands. */
  open: { target: Address; operands: Address[] }[]
}

/** The tally of each rule that applied at all, in the order of the outcomes. */
export function tallyOf(outcomes: RuleOutcome[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { rule, state, target, operands } of outcomes) {
    const tally = tallies.get(rule.id) ?? { rule: rule.id, holds: 0, fails: 0, open: [] }
    tallies.set(rule.id, tally)
    if (state === 'holds') tally.holds++
    else if (state === 'fails') tally.fails++
    else tally.open.push({ target, operands })
  }
  return [...tallies.values()]
}
