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
    rules: new Set(outcomes.flatMap(({ state, rule }) => (state === 'broken' ? [] : [rule]))).size,
    notAssessable: outcomes.filter((outcome) => outcome.state === 'notAssessable').length,
    broken: outcomes.filter((outcome) => outcome.state === 'broken').length,
  }
}

/** A copy is final when nothing is 阻断 and nothing 未填. */
export const isFinal = ({ block, blank }: Verdict): boolean => block === 0 && blank === 0

const pressing = ['block', 'blank', 'verify', 'note'] as const

/** What is open in the whole report, most pressing first, without what there is none of. */
export const openCounts = (verdict: Verdict): { severity: Severity; count: number }[] =>
  pressing.map((severity) => ({ severity, count: verdict[severity] })).filter(({ count }) => count > 0)

export const brokenWords = (count: number) => `${count} 项规则出错没有核对`

/** The one line that comes first on 核对. Never empty: with nothing found it says what was done. */
export function verdictText(verdict: Verdict): string {
  const { block, verify, note, blank, accepted = 0, rules, broken = 0 } = verdict
  if (!isFinal(verdict)) {
    const counts = [`${block} 项阻断`, `${blank} 项未填`]
    if (verify) counts.push(`${verify} 项待核实`)
    if (note) counts.push(`${note} 项提示`)
    if (broken) counts.push(brokenWords(broken))
    return `还不能定稿：${counts.join('，')}`
  }
  // No “nothing found” where not everything was looked at.
  if (broken) return `可以定稿：${block} 项阻断，${verify} 项待核实，${note} 项提示，${brokenWords(broken)}`
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
  /** What a rule that could not be run has thrown, in words. */
  broken?: string
}

/** The tally of each rule that applied at all, in the order of the outcomes. */
export function tallyOf(outcomes: RuleOutcome[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const outcome of outcomes) {
    const { rule, state, target, operands } = outcome
    const tally = tallies.get(rule.id) ?? { rule: rule.id, holds: 0, fails: 0, open: [] }
    tallies.set(rule.id, tally)
    if (state === 'holds') tally.holds++
    else if (state === 'fails') tally.fails++
    else if (state === 'broken') tally.broken = String(outcome.error)
    else tally.open.push({ target, operands })
  }
  return [...tallies.values()]
}
