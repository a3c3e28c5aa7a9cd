import type { Address } from '../format/types'
import type { RuleOutcome } from './run'

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
