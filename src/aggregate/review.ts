import { catalogue } from '../checks/catalogue'
import type { Finding, Rule, Severity } from '../checks/types'
import { sectionOf } from '../format/names'
import type { Address, Edition } from '../format/types'
import { printedCode } from '../report/contentCode'
import { sha256 } from '../report/sha256'
import type { Disputed, GivenReason } from './decisions'
import { inForce } from './inForce'
import { printedPlaces } from './remarkPlaces'
import type { Decision } from './task'

/** A finding as 审核结果表 keeps it: words and places, without what only the open report needs. */
export interface UnitFinding {
  rule: string
  severity: Severity
  target: Address
  cells: Address[]
  message: string
  /** Corrections offered. */
  fixes: string[]
  /** 例外说明 that the unit gave in its report, whether it still holds or not. */
  reason?: string
  /** Whether that reason is for the figures as they are now. */
  accepted: boolean
}

export const unitFindingOf = ({
  rule,
  severity,
  target,
  operands,
  message,
  fixes,
  reason,
  status,
}: Finding): UnitFinding => ({
  rule,
  severity,
  target,
  cells: [...new Set([target, ...operands])],
  message,
  fixes: fixes.filter(({ changes }) => changes.length).map(correctionWords),
  ...(reason ? { reason } : {}),
  accepted: status === 'accepted',
})

/** A button beside the report as words on paper, where nobody sees to what it belongs. */
const correctionWords = ({ label, changes }: Finding['fixes'][number]): string => {
  if (!label.startsWith('改为')) return label
  return `${changes.every(({ address }) => address.startsWith('tables.')) ? '表中' : '正文'}${label}`
}

/** Findings that a unit has to mend, and that no reason of its own holds for. */
export interface Counts {
  block: number
  verify: number
}
export function countsOf(findings: readonly UnitFinding[]): Counts {
  const open = (wanted: keyof Counts) =>
    findings.filter(({ severity, accepted }) => severity === wanted && !accepted).length
  return { block: open('block'), verify: open('verify') }
}

/** What the rules say of one unit's report; undefined findings where they could not be run over it. */
export interface UnitReview {
  unit: string
  code: string
  findings: UnitFinding[] | undefined
}

/** A line of 审核结果表: unit × finding. */
export interface ReviewRow {
  unit: string
  code: string
  finding: UnitFinding
  /** 不认可: why the unit's reason does not count. */
  disputed: string | undefined
}
export const isOpen = ({ finding, disputed }: ReviewRow): boolean =>
  !finding.accepted || disputed !== undefined

const keyOf = (code: string, rule: string, cells: readonly string[]) => [code, rule, ...cells].join(' ')
type OfFinding = Pick<Disputed, 'code' | 'rule' | 'cells'>

/** 不认可 that nobody has taken back, by finding; of two people's words the same one is the last wherever they meet. */
function disputesByFinding(decisions: readonly Decision[]): Map<string, Disputed[]> {
  const found = new Map<string, Disputed[]>()
  for (const one of inForce(decisions)) {
    if (one.kind !== 'disputed') continue
    const key = keyOf(one.code, one.rule, one.cells)
    found.set(
      key,
      [...(found.get(key) ?? []), one].sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    )
  }
  return found
}

/** 不认可: why the reason given for a finding does not count, by what was decided; undefined where it does. */
export function disputesOf(decisions: readonly Decision[]): (of: OfFinding) => string | undefined {
  const disputes = disputesByFinding(decisions)
  // Tens of thousands of findings are asked about.
  if (!disputes.size) return () => undefined
  return ({ code, rule, cells }) => disputes.get(keyOf(code, rule, cells))?.at(-1)?.reason
}

/** The documents that say 不认可 of a finding: with all of them taken back, its reason counts again. */
export const disputesAgainst = (
  { code, finding: { rule, cells } }: ReviewRow,
  decisions: readonly Decision[],
): Disputed[] => disputesByFinding(decisions).get(keyOf(code, rule, cells)) ?? []

/** The reasons that units gave, as a look at their reports keeps them. */
export const reasonsOf = (rows: readonly ReviewRow[], edition: Edition): GivenReason[] =>
  rows.flatMap(({ code, finding }) =>
    finding.reason
      ? [
          {
            code,
            rule: finding.rule,
            cells: finding.cells,
            place: printedPlaces(edition, finding).replaceAll('\n', '；'),
            message: finding.message,
            reason: finding.reason,
            holds: finding.accepted,
          },
        ]
      : [],
  )

/** All findings of all units, in the order of the units; a reason that was 不认可 is open again. */
export function reviewRows(reviews: Iterable<UnitReview>, decisions: readonly Decision[]): ReviewRow[] {
  const disputed = disputesOf(decisions)
  return [...reviews].flatMap(({ unit, code, findings = [] }) =>
    findings.map(
      (finding): ReviewRow => ({
        unit,
        code,
        finding,
        disputed: disputed({ code, rule: finding.rule, cells: finding.cells }),
      }),
    ),
  )
}

/** The document that says 不认可. */
export const dispute = ({ code, finding: { rule, cells } }: ReviewRow, reason: string): Disputed => ({
  kind: 'disputed',
  code,
  rule,
  cells,
  reason,
})

export interface ReviewFilter {
  unit?: string
  severity?: Severity
  /** Key of a section, or `basic` for what stands before the sections. */
  place?: string
}
export const BASIC_PLACE = 'basic'
const placeKey = (edition: Edition, { target, cells }: UnitFinding): string =>
  sectionOf(edition, target)?.key ??
  cells.map((cell) => sectionOf(edition, cell)?.key).find(Boolean) ??
  BASIC_PLACE

export const filtered = (rows: readonly ReviewRow[], edition: Edition, filter: ReviewFilter): ReviewRow[] =>
  rows.filter(
    ({ unit, finding }) =>
      (!filter.unit || unit === filter.unit) &&
      (!filter.severity || finding.severity === filter.severity) &&
      (!filter.place || placeKey(edition, finding) === filter.place),
  )

/** Findings of one rule at one weight: a template of a district spreads one mistake to all of its units. */
export interface RuleGroup {
  rule: string
  title: string
  severity: Severity
  /** How many units have it. */
  units: number
  rows: ReviewRow[]
}
const SEVERITIES: Severity[] = ['block', 'blank', 'verify', 'note']
const rules = new Map(catalogue.map((rule): [string, Rule] => [rule.id, rule]))
export const ruleTitle = (rule: string): string => rules.get(rule)?.title ?? rule

/** Most pressing first, then what most units have. */
export function groupedByRule(rows: readonly ReviewRow[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const row of rows) {
    const { rule, severity } = row.finding
    const key = `${severity} ${rule}`
    const group = groups.get(key) ?? { rule, title: ruleTitle(rule), severity, units: 0, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  for (const group of groups.values()) group.units = new Set(group.rows.map(({ unit }) => unit)).size
  return [...groups.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.units - a.units ||
      (a.rule < b.rule ? -1 : 1),
  )
}

/** The rule book by its words, weights and worked examples: rules that judge otherwise have another code. */
export function ruleBookCode(): string {
  bookCode ??= codeOfBook()
  return bookCode
}
let bookCode: string | undefined

function codeOfBook(): string {
  const book = catalogue
    .filter(({ off }) => !off)
    .map(({ id, severity, title, explanation, examples }) => ({ id, severity, title, explanation, examples }))
  return printedCode(sha256(JSON.stringify(book))).slice(0, 9)
}
