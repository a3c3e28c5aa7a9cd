import { neutralReport } from '../checks/rules/neutralReport'
import { cellsOf, enteredCellsOf, identitiesOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import type { Report } from '../report/report'
import { valuesOf } from '../report/report'
import { totalOf } from '../report/totals'
import { formatAmount } from '../report/value'

/** Numbers from 0 to 1, the same for one seed on every machine (mulberry32). */
export type Random = () => number
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))
export const pick = <T>(random: Random, items: readonly T[]): T =>
  items[Math.min(items.length - 1, Math.floor(random() * items.length))] as T
/** Small numbers as likely as large ones, as in real reports. */
const scaled = (random: Random, from: number, to: number): number =>
  Math.round(Math.exp(Math.log(from) + random() * (Math.log(to) - Math.log(from))))

export const YEAR = 2023
const T2 = 'tables.proactiveDisclosure.'
const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'
const OTHER_ROW = `${T3}outcome.other.other.`

export interface RandomReport {
  entries: Record<Address, string>
  lastYear: Record<Address, string>
}

/** One column of 表三 that balances, with how much of it was carried over and forward. */
function column(random: Random, path: string, into: RandomReport, size: number) {
  const put = (row: string, amount: number) => {
    into.entries[`${T3}${row}.${path}`] = String(amount)
  }
  const carriedOver = Math.min(40, Math.floor(size * random() * 0.1))
  // Not far from what was carried over, so that no year jumps.
  const carriedForward = Math.min(
    size,
    Math.floor(carriedOver * (0.5 + random())) + between(random, 0, size > 30 ? 3 : 0),
  )
  put('received', size - carriedOver)
  put('carriedOver', carriedOver)
  put('carriedForward', carriedForward)
  into.lastYear[`${T3}carriedForward.${path}`] = String(carriedOver)
  const before = Math.round((size - carriedOver) * (0.6 + random() * 0.7))
  into.lastYear[`${T3}received.${path}`] = String(before)
  into.lastYear[`${T3}carriedOver.${path}`] = String(carriedOver)
  into.lastYear[`${T3}outcome.granted.${path}`] = String(before)
  const rows = enteredCellsOf(edition).filter(
    ({ address }) => address.startsWith(`${T3}outcome.`) && address.endsWith(`.${path}`),
  )
  let left = size - carriedForward
  const weights = rows.map(({ address }) =>
    address.startsWith(OTHER_ROW) ? random() * 0.2 : random() < 0.45 ? 0 : random() ** 3,
  )
  weights[0] = 0.5 + random()
  const sum = weights.reduce((all, weight) => all + weight, 0)
  for (const [i, { address }] of rows.entries()) {
    const share = Math.min(left, Math.floor((left * (weights[i] ?? 0)) / sum))
    into.entries[address] = String(share)
  }
  left -= rows.reduce((all, { address }) => all + Number(into.entries[address]), 0)
  const first = rows[0]?.address ?? ''
  into.entries[first] = String(Number(into.entries[first]) + left)
}

/** A report that is complete, balances and has nothing implausible, with last year's report to match. */
export function randomReport(random: Random): RandomReport {
  const report: RandomReport = {
    entries: { 'organ.kind': 'prefectureGovernment' },
    lastYear: { 'organ.kind': 'prefectureGovernment' },
  }
  const put = (address: Address, now: number | string, before: number | string = now) => {
    report.entries[address] = String(now)
    report.lastYear[address] = String(before)
  }
  for (const row of ['regulations', 'normativeDocuments']) {
    const [issued, repealed] = [between(random, 0, 60), between(random, 0, 60)]
    const before = Math.max(repealed, 5) + between(random, 0, 400)
    put(`${T2}${row}.issued`, issued)
    put(`${T2}${row}.repealed`, repealed)
    put(`${T2}${row}.inForce`, before + issued - repealed, before)
  }
  for (const row of ['administrativeLicenses', 'administrativePenalties', 'administrativeCompulsion']) {
    const now = scaled(random, 20, 3_000_000)
    put(`${T2}${row}.decisions`, now, Math.floor(now * (0.5 + random() * 0.4)))
  }
  const fee = scaled(random, 100, 90_000)
  put(
    `${T2}administrativeFees.amount`,
    `${fee}.${between(random, 1, 9)}`,
    `${Math.round(fee * (0.6 + random())) + 1}.5`,
  )
  const [person = '', ...organizations] = identitiesOf(edition)
    .filter(({ column: { sum } }) => !sum)
    .map(({ column: { path } }) => path)
  const persons = scaled(random, 60, 4000)
  column(random, person, report, persons)
  for (const path of organizations)
    column(
      random,
      path,
      report,
      random() < 0.4 ? 0 : scaled(random, 1, Math.max(2, Math.min(150, persons / 6))),
    )
  const cases = (group: string, most: number) => {
    const part = () => between(random, 0, Math.floor(most / 4))
    const results = { upheld: Math.floor(most / 4), corrected: part(), otherResult: part(), pending: part() }
    for (const [result, amount] of Object.entries(results)) put(`${T4}${group}.${result}`, amount)
    const total = Object.values(results).reduce((sum, amount) => sum + amount, 0)
    report.lastYear[`${T4}${group}.pending`] = String(between(random, 0, Math.min(40, total)))
    return total
  }
  const reviews = cases('administrativeReview', Math.floor(persons / 5))
  cases('litigationDirect', Math.floor(persons / 8))
  const closed = reviews - Number(report.entries[`${T4}administrativeReview.pending`])
  cases('litigationAfterReview', Math.floor(closed / 2))
  return report
}

/** The report of some entries, on prose that says nothing. */
export const reportOf = (entries: Record<Address, string>, year = YEAR): Report =>
  neutralReport(edition, entries, year)

/** Every printed total of a report, as a source that is right prints them. */
export function totalsOf(entries: Record<Address, string>): Record<Address, string> {
  const value = valuesOf(edition, reportOf(entries).entries)
  return Object.fromEntries(
    cellsOf(edition)
      .filter((cell) => cell.parts)
      .flatMap((cell): [Address, string][] => {
        const total = totalOf(edition, cell.address, value)
        return 'value' in total ? [[cell.address, formatAmount(total.value, cell.unit)]] : []
      }),
  )
}
