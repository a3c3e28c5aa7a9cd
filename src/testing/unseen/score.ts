import { catalogue } from '../../checks/catalogue'
import { neutralReport } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import type { Finding } from '../../checks/types'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { textsOf } from '../../format/names'

/** Figures of a report in the order of the form: 表二 by row, 表三 by the last part of a row's address, 表四 without totals. */
interface Figures {
  t2?: Record<string, number[] | number | string>
  t3?: Record<string, number[]>
  t4?: Record<string, number[]>
}

/**
 * A text in the manner of published reports, in words of its own, by somebody who had not seen the reader: true of its figures
 * as it stands; {22→23} is a figure that a careful auditor would call wrong if it alone were changed so.
 */
export interface UnseenText extends Figures {
  id: string
  year: number
  organ: string
  kind: string
  last?: Figures
  text: string
}

export interface UnseenScore {
  texts: number
  /** True texts with a finding that asks for more than a look. */
  accused: string[]
  faults: number
  missed: string[]
}

const ROWS: Record<string, [row: string, column: string]> = {
  licenses: ['administrativeLicenses', 'decisions'],
  penalties: ['administrativePenalties', 'decisions'],
  compulsion: ['administrativeCompulsion', 'decisions'],
  fees: ['administrativeFees', 'amount'],
}
const DOCUMENTS = ['issued', 'repealed', 'inForce']
const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending']
const MARK = /\{([^{}→]+)→([^{}]+)\}/g

function entriesOf({ t2 = {}, t3 = {}, t4 = {} }: Figures): Record<string, string> {
  const entries: Record<string, string> = {}
  const requests = enteredCellsOf(edition).map(({ address }) => address)
  for (const [row, value] of Object.entries(t2)) {
    const [name, column] = ROWS[row] ?? [row, '']
    if (Array.isArray(value))
      value.forEach((each, at) => {
        entries[`tables.proactiveDisclosure.${name}.${DOCUMENTS[at]}`] = String(each)
      })
    else entries[`tables.proactiveDisclosure.${name}.${column}`] = String(value)
  }
  for (const [row, values] of Object.entries(t3)) {
    const own = requests.filter(
      (address) => address.startsWith('tables.requests.') && address.split('.').at(-2) === row,
    )
    values.forEach((each, at) => {
      entries[own[at] ?? ''] = String(each)
    })
  }
  for (const [row, values] of Object.entries(t4))
    values.forEach((each, at) => {
      entries[`tables.reviewAndLitigation.${row}.${RESULTS[at]}`] = String(each)
    })
  return entries
}

const rules = catalogue.filter(({ id }) => id.startsWith('narrative.'))
const blank = Object.fromEntries(textsOf(edition).map(({ address }) => [address, '']))

function accusations({ year, organ, kind, last, ...figures }: UnseenText, text: string): Finding[] {
  const reportOf = (of: Figures, when: number, own: Record<string, string>) =>
    neutralReport(
      edition,
      { ...blank, 'organ.kind': kind, 'organ.name': organ, ...entriesOf(of), ...own },
      when,
    )
  const report = reportOf(figures, year, { 'overview.onRequest': text })
  const lastYear = last && reportOf(last, year - 1, {})
  const given = givenOf({ edition, report, today: `${year + 1}-01-20`, ...(lastYear ? { lastYear } : {}) })
  return findingsOf(runChecks(given, rules), [], edition, report).filter(
    ({ severity }) => severity === 'verify' || severity === 'block',
  )
}

/** A claim has to be of the wrong number itself; the arithmetic of a sentence names the numbers it does not fit. */
const ARITHMETIC = /parts-sum|percent|balance|inner-conflict|growth|fee-sum|unit-wan/
const plainly = (text: string) => text.replace(/(\d)[,，](?=\d{3})/g, '$1').replace(/\s/g, '')
function tells({ rule, message, evidence = {} }: Finding, wrong: string): boolean {
  const number = new RegExp(`(?<![\\d.])${plainly(wrong).replace(/[.+?*]/g, '\\$&')}(?![\\d.]*\\d)`)
  return (
    ARITHMETIC.test(rule) || [message, ...Object.values(evidence)].some((said) => number.test(plainly(said)))
  )
}

/** How many true texts are accused, and which of their marked figures stay silent when they are wrong. */
export function scoreUnseen(texts: UnseenText[]): UnseenScore {
  const score: UnseenScore = { texts: texts.length, accused: [], faults: 0, missed: [] }
  for (const each of texts) {
    const findings = accusations(each, each.text.replace(MARK, '$1'))
    for (const { message } of findings) score.accused.push(`${each.id} ${message}`)
    const marks = [...each.text.matchAll(MARK)]
    marks.forEach(([, right, wrong = ''], changed) => {
      let at = -1
      const text = each.text.replace(MARK, (_, one: string, other: string) =>
        ++at === changed ? other : one,
      )
      score.faults++
      if (!accusations(each, text).some((finding) => tells(finding, wrong)))
        score.missed.push(`${each.id} ${right}→${wrong}: ${text}`)
    })
  }
  return score
}
