import { textsOf } from '../format/names'
import type { Edition } from '../format/types'
import { type Report, textAt } from '../report/report'
import { catalogue } from './catalogue'
import { type CheckedFigure, marksOf } from './marks'
import { givenOf, type RuleOutcome, runChecks } from './run'

/**
 * Rules over long texts run beside the page. What they cost grows with the text, and no text that somebody can paste may
 * hold up a key; a report of the usual length costs less than handing it over.
 */
const LONG = 5_000

/** Whether the texts of a report, with those of last year's that they are compared with, are unusually long. */
export function hasLongTexts(edition: Edition, report: Report): boolean {
  const length = ({ entries }: Pick<Report, 'entries'>) =>
    textsOf(edition).reduce((sum, { address }) => sum + textAt(entries, address).length, 0)
  return length(report) + (report.notes.lastYear ? length(report.notes.lastYear) : 0) > LONG
}

/** What the rules say of one report, and the figures in its prose that they looked at. */
export interface Looked {
  outcomes: RuleOutcome[]
  marks: CheckedFigure[]
}

/** What is asked of the worker. */
export interface Question {
  id: number
  report: Report
  /** Local date, YYYY-MM-DD. */
  today: string
}

/** Rules are functions, which no message can carry: an outcome names the rule by its id. */
type Sent = { rule: string; outcome: Omit<RuleOutcome, 'rule'> }
export type Answer = { id: number } & ({ outcomes: Sent[]; marks: CheckedFigure[] } | { fault: string })

/** In the worker: all rules, and the marks if they can be had. */
export function answerTo({ id, report, today }: Question, edition: Edition): Answer {
  try {
    const given = givenOf({ edition, report, today })
    const outcomes = runChecks(given).map(({ rule, ...outcome }): Sent => ({ rule: rule.id, outcome }))
    return { id, outcomes, marks: marksOrNone(() => marksOf(given)) }
  } catch (error) {
    return { id, fault: String(error) }
  }
}

/** Underlines are worth less than the findings: without them the rest goes on. */
function marksOrNone(read: () => CheckedFigure[]): CheckedFigure[] {
  try {
    return read()
  } catch {
    return []
  }
}

const rules = new Map(catalogue.map((rule) => [rule.id, rule]))

/** In the page: the outcomes with their rules again. */
export function readAnswer(answer: Exclude<Answer, { fault: string }>): Looked {
  const outcomes = answer.outcomes.flatMap(({ rule: id, outcome }): RuleOutcome[] => {
    const rule = rules.get(id)
    return rule ? [{ ...outcome, rule } as RuleOutcome] : []
  })
  return { outcomes, marks: answer.marks }
}
