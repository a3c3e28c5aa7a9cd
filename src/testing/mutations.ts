import { catalogue } from '../checks/catalogue'
import { suspectsOf } from '../checks/locate/suspects'
import { givenOf, runChecks } from '../checks/run'
import type { Given } from '../checks/types'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { between, pick, type Random, randomOf, randomReport, reportOf, totalsOf, YEAR } from './randomReport'

const TODAY = `${YEAR + 1}-01-20`
/** The rules about figures; the others read prose. */
const numericRules = catalogue.filter(
  ({ id }) => !/^(?:text|narrative|contact|organ)\.|^year\.(?:period|stray|text-repeat)/.test(id),
)

function givenWith(
  entries: Record<Address, string>,
  extra: { lastYear?: Record<Address, string>; sourceTotals?: Record<Address, string> } = {},
): Given {
  const report = reportOf(entries)
  return givenOf({
    edition,
    report: { ...report, notes: { ...report.notes, sourceTotals: extra.sourceTotals ?? {} } },
    today: TODAY,
    lastYear: extra.lastYear && reportOf(extra.lastYear, YEAR - 1),
  })
}

/** Messages of the numeric rules over random valid reports: there must be none. */
export function findingsOnValidReports(runs: number, seed: number): string[] {
  const random = randomOf(seed)
  const found: string[] = []
  for (let run = 0; run < runs; run++) {
    const { entries, lastYear } = randomReport(random)
    const given = givenWith(entries, { lastYear, sourceTotals: totalsOf(entries) })
    for (const outcome of runChecks(given, numericRules))
      if (outcome.state === 'fails') found.push(`run ${run}: ${outcome.rule.id} ${outcome.message}`)
  }
  return found
}

const requestCells = enteredCellsOf(edition).filter(({ table }) => table.key === 'requests')
const countedCells = enteredCellsOf(edition).filter(({ table }) => table.key !== 'proactiveDisclosure')

const sumRules = catalogue.filter(({ id }) => /\.(?:balance|source-total)$/.test(id))
/** Whether an identity or a 来文总计 fails. */
const isNoticed = (given: Given) => runChecks(given, sumRules).some(({ state }) => state === 'fails')

/** Single wrong cells that no rule noticed: in 表三 by its identity, with 来文总计 in both tables. */
export function unnoticedErrors(runs: number, seed: number): string[] {
  const random = randomOf(seed)
  const missed: string[] = []
  for (let run = 0; run < runs; run++) {
    const { entries } = randomReport(random)
    const sourceTotals = totalsOf(entries)
    const known = random() < 0.5
    const { address } = pick(random, known ? countedCells : requestCells)
    const right = Number(entries[address])
    const wrong = random() < 0.5 ? right + between(random, 1, 20) : between(random, 0, right * 2 + 3)
    if (wrong === right) continue
    const given = givenWith({ ...entries, [address]: String(wrong) }, known ? { sourceTotals } : {})
    if (!isNoticed(given)) missed.push(`run ${run}: ${address} ${right} → ${wrong}`)
  }
  return missed
}

export type ErrorKind = 'swap' | 'drop' | 'slip'
interface Injected {
  kind: ErrorKind
  entries: Record<Address, string>
  /** Where a reader should look: one cell, or both of a slip. */
  cells: Address[]
}

const lower = new Map<Address, Address>()
for (const cell of requestCells) {
  const column = requestCells.filter((other) => other.column === cell.column)
  const next = column[column.indexOf(cell) + 1]
  if (next) lower.set(cell.address, next.address)
}

/** Two digits swapped, one left out, or a figure typed one row too low; undefined where the report has no place for it. */
function inject(random: Random, kind: ErrorKind, entries: Record<Address, string>): Injected | undefined {
  const text = (address: Address) => entries[address] ?? '0'
  const put = (changes: Record<Address, string>, cells: Address[]): Injected => ({
    kind,
    entries: { ...entries, ...changes },
    cells,
  })
  if (kind === 'slip') {
    const candidates = requestCells.filter(({ address }) => {
      const below = lower.get(address)
      return below !== undefined && text(address) !== text(below)
    })
    if (!candidates.length) return undefined
    const { address } = pick(random, candidates)
    const below = lower.get(address) ?? address
    return put({ [address]: text(below), [below]: text(address) }, [address, below])
  }
  const candidates = requestCells.filter(({ address }) => text(address).length > 1)
  for (let attempt = 0; attempt < 20 && candidates.length; attempt++) {
    const { address } = pick(random, candidates)
    const right = text(address)
    const at = between(random, 0, right.length - (kind === 'swap' ? 2 : 1))
    const wrong =
      kind === 'swap'
        ? right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2)
        : right.slice(0, at) + right.slice(at + 1)
    if (wrong !== right && !wrong.startsWith('0')) return put({ [address]: wrong }, [address])
  }
  return undefined
}

export interface Ranking {
  injected: number
  first: number
  firstThree: number
}

/** How often the true cell is named first, and among the first three, for errors that some check notices. */
export function rankings(
  runs: number,
  seed: number,
  totalsKnown: boolean,
): Record<ErrorKind | 'all', Ranking> {
  const random = randomOf(seed)
  const none = (): Ranking => ({ injected: 0, first: 0, firstThree: 0 })
  const result = { swap: none(), drop: none(), slip: none(), all: none() }
  for (let run = 0; run < runs; run++) {
    const { entries } = randomReport(random)
    const kind = pick(random, ['swap', 'drop', 'slip'] as const)
    const injected = inject(random, kind, entries)
    if (!injected) continue
    const given = givenWith(injected.entries, totalsKnown ? { sourceTotals: totalsOf(entries) } : {})
    const suspects = suspectsOf(given)
    // Without totals a slip within 办理结果 leaves every sum as it is: there is nothing to find.
    if (!isNoticed(given)) continue
    const rank = suspects.findIndex(({ cells }) => injected.cells.includes(cells[0] ?? ''))
    for (const one of [result[kind], result.all]) {
      one.injected++
      if (rank === 0) one.first++
      if (rank >= 0 && rank < 3) one.firstThree++
    }
  }
  return result
}
