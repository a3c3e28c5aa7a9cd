import { cellAt, enteredCellsOf } from '../../format/cells'
import { editionByKey } from '../../format/editions'
import { rowName } from '../../format/names'
import { organKindsOfName } from '../../format/organKinds'
import type { Address, Edition } from '../../format/types'
import { textAt, valuesOf } from '../../report/report'
import { totalOf } from '../../report/totals'
import { type CellValue, formatAmount } from '../../report/value'
import { isYearBefore } from '../../report/yearBefore'
import type { Evidence, Failure, Given, Outcome } from '../types'

/**
 * One comparison of figures, entered or computed. No outcome where the edition lacks one of the cells (the rule does not
 * apply to that form); not assessable while a part is blank or malformed.
 */
export function judgeFigures(
  given: Given,
  operands: Address[],
  judge: (amounts: bigint[]) => Failure | undefined,
): Outcome[] {
  const [target] = operands
  if (target === undefined || !operands.every((address) => cellAt(given.edition, address))) return []
  const amounts = operands.flatMap((address) => {
    const total = given.total(address)
    return 'value' in total ? [total.value] : []
  })
  if (amounts.length < operands.length) return [{ target, operands, state: 'notAssessable' }]
  const failure = judge(amounts)
  return [failure ? { target, operands, state: 'fails', ...failure } : { target, operands, state: 'holds' }]
}

/** Whether a report sums up several organs (口径 本级汇总, 全辖汇总): what bounds one office does not bound all of them together. */
export const isSummary = ({ text }: Pick<Given, 'text'>): boolean => ['level', 'all'].includes(text('scope'))

/** Whether an organ is of such kinds (`organ.kind`): by its name, while nobody has said. */
export function isOfKind(given: Given, kinds: RegExp): boolean {
  const told = given.text('organ.kind')
  const all = told
    ? [told]
    : organKindsOfName(given.edition, given.text('organ.name')).map((one) => one.value)
  return all.length > 0 && all.every((kind) => kinds.test(kind))
}

const scopeOf = ({ entries }: Given['report']): string => textAt(entries, 'scope') || 'organ'

/** The amount at an address as it is shown in messages. */
export const shown = (edition: Edition, address: Address, amount: bigint): string =>
  formatAmount(amount, cellAt(edition, address)?.unit ?? '件')

/** What the row of a cell is called in messages. */
export const rowNameAt = (edition: Edition, address: Address): string => {
  const cell = cellAt(edition, address)
  return cell ? rowName(cell.row) : address
}

export const difference = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)
export const sum = (amounts: bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** n of m in whole per cent, rounded half up. */
export const percent = (n: bigint, m: bigint): bigint => (n * 200n + m) / (m * 2n)
/** How many times the larger is the smaller, rounded half up. */
export function times(a: bigint, b: bigint): bigint {
  const [large, small] = a > b ? [a, b] : [b, a]
  return (large * 2n + small) / (small * 2n)
}

/** The cells whose amounts are in 万元. */
export const feeCells = (edition: Edition) => enteredCellsOf(edition).filter((cell) => cell.unit === '万元')
/** 行政事业性收费: fees are called after their row alone, the amount is the row's only figure. */
export function feeName(edition: Edition, address: Address): string {
  const cell = cellAt(edition, address)
  return cell?.row.label ? rowName(cell.row) : (cell?.column.label ?? '')
}

/** Last year's report, as far as it can be compared. Same path in two editions means the same statistical concept. */
export interface LastYear {
  has(address: Address): boolean
  text(address: Address): string
  value(address: Address): CellValue
  /** Undefined while a part is blank or malformed. */
  amount(address: Address): bigint | undefined
  /** A figure of last year as an exception remembers it. */
  evidence(addresses: Address[]): Evidence
}

/** Undefined without a report for the year before, or where this version does not know its form. */
export function lastYearOf({ report, lastYear }: Given): LastYear | undefined {
  const edition = lastYear && editionByKey(lastYear.edition)
  if (!lastYear || !edition || !isYearBefore(lastYear, report)) return undefined
  // The figures of one organ and the sum over many (口径) are no two years of one thing.
  if (scopeOf(lastYear) !== scopeOf(report)) return undefined
  const value = valuesOf(edition, lastYear.entries)
  const amount = (address: Address) => {
    const total = totalOf(edition, address, value)
    return 'value' in total ? total.value : undefined
  }
  return {
    has: (address) => cellAt(edition, address) !== undefined,
    text: (address) => textAt(lastYear.entries, address),
    value,
    amount,
    evidence: (addresses) =>
      Object.fromEntries(
        addresses.map((address) => {
          const figure = amount(address)
          return [`lastYear.${address}`, figure === undefined ? '' : shown(edition, address, figure)]
        }),
      ),
  }
}

/** Last year's report as rules look at one; undefined where it cannot be compared. */
export function givenOfLastYear(given: Given): Given | undefined {
  const { lastYear, today } = given
  const edition = lastYear && editionByKey(lastYear.edition)
  if (!lastYear || !edition || !lastYearOf(given)) return undefined
  const value = valuesOf(edition, lastYear.entries)
  return {
    edition,
    report: lastYear,
    today,
    text: (address) => textAt(lastYear.entries, address),
    value,
    total: (address) => totalOf(edition, address, value),
  }
}

/** Like `judgeFigures`, with figures of last year's report beside this year's; no outcome without such a report. */
export function judgeAgainstLastYear(
  given: Given,
  operands: Address[],
  before: Address[],
  judge: (now: bigint[], then: bigint[]) => Failure | undefined,
): Outcome[] {
  const lastYear = lastYearOf(given)
  if (!lastYear || !before.every(lastYear.has)) return []
  const then = before.flatMap((address) => lastYear.amount(address) ?? [])
  const comparable = then.length === before.length
  const outcomes = judgeFigures(given, operands, (now) => {
    const failure = comparable ? judge(now, then) : undefined
    return failure && { ...failure, evidence: { ...lastYear.evidence(before), ...failure.evidence } }
  })
  return comparable
    ? outcomes
    : outcomes.map(({ target, operands }) => ({ target, operands, state: 'notAssessable' as const }))
}
