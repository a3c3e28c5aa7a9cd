import { type Cell, cellAt, enteredCellsOf, identitiesOf, partsOf } from '../../format/cells'
import { columnName, placeOf, rowName } from '../../format/names'
import type { Address } from '../../format/types'
import { comparedTotals, isLeftAtZero } from '../rules/sourceTotals'
import type { Given } from '../types'
import { type Slip, slipBetween } from './slips'

/** A place where the error may be: never changed by the program, only shown with its reason. */
export interface Suspect {
  /** Where to look, the likeliest first; two where a figure may have got into the neighbour's place. */
  cells: Address[]
  reason: string
  /** Checks that come out right if it is so: identities, and 来文总计 where they are known. */
  mends: number
}

/** One check that the figures must pass: what is added, what is taken off, and what must come out. */
interface Constraint {
  signs: Map<Address, bigint>
  residual: bigint
}

/** The identities of every column and, where they are known, the totals that came with the report. */
function constraintsOf(given: Given): Constraint[] {
  const amount = (address: Address) => {
    const value = given.value(address)
    return value.kind === 'number' ? value.amount : undefined
  }
  const build = (plus: Address[], minus: Address[], result: bigint): Constraint | undefined => {
    const signs = new Map<Address, bigint>()
    let residual = -result
    for (const [addresses, sign] of [
      [plus, 1n],
      [minus, -1n],
    ] as const)
      for (const address of addresses) {
        const figure = amount(address)
        if (figure === undefined) return undefined
        signs.set(address, sign)
        residual += sign * figure
      }
    return { signs, residual }
  }
  const expanded = (addresses: Address[]) => addresses.flatMap((address) => partsOf(given.edition, address))
  const identities = identitiesOf(given.edition)
    .filter(({ column }) => !column.sum)
    .map(({ left, right }) => build(expanded(left), expanded(right), 0n))
  const totals = comparedTotals(given)
    .filter((total) => !isLeftAtZero(total))
    .map(({ cell, printed }) => build(cell.parts ?? [], [], printed))
  return [...identities, ...totals].flatMap((constraint) => constraint ?? [])
}

interface Change {
  address: Address
  from: bigint
  to: bigint
}

/** The constraints of the report and, for each cell, those it takes part in. */
interface System {
  constraints: Constraint[]
  byCell: Map<Address, number[]>
}

/** How many more checks pass after some changes than before. */
function mended({ constraints, byCell }: System, changes: Change[]): number {
  const shifts = new Map<number, bigint>()
  for (const { address, from, to } of changes)
    for (const index of byCell.get(address) ?? []) {
      const sign = constraints[index]?.signs.get(address) ?? 0n
      shifts.set(index, (shifts.get(index) ?? 0n) + sign * (to - from))
    }
  let count = 0
  for (const [index, shift] of shifts) {
    const before = constraints[index]?.residual ?? 0n
    count += Number(before + shift === 0n) - Number(before === 0n)
  }
  return count
}

interface Hypothesis extends Suspect {
  weight: number
}

/** How likely a slip is, before anything else is known. */
const WEIGHTS: Record<Slip, number> = {
  swapped: 100,
  dropped: 92,
  added: 90,
  digit: 40,
  emptied: 35,
  missing: 15,
  other: 1,
}
const MOVED = 80
const EXCHANGED = 55
const TOTAL_IN_PART = 85

function slipReason(given: Given, { address, from, to }: Change, slip: Slip): string {
  const place = placeOf(given.edition, address)
  switch (slip) {
    case 'swapped':
      return `${place}填 ${from}：可能是 ${to}，两位数字写颠倒了。`
    case 'dropped':
      return `${place}填 ${from}：可能是 ${to}，漏了一位。`
    case 'added':
      return `${place}填 ${from}：可能是 ${to}，多了一位。`
    case 'digit':
      return `${place}填 ${from}：可能是 ${to}，有一位数字不对。`
    case 'emptied':
      return `${place}填 ${from}：与差额相同，可能重复计入，或者不该填在这里。`
    case 'missing':
      return `${place}填 0：可能漏填了 ${to}。`
    case 'other':
      return `${place}填 ${from}：填 ${to} 才合得上。`
  }
}

/** One cell alone is wrong: what it would have to be, by each check that it fails. */
function singleChanges(system: System, given: Given, cell: Cell): Hypothesis[] {
  const value = given.value(cell.address)
  if (value.kind !== 'number') return []
  const from = value.amount
  const targets = new Set<bigint>()
  for (const index of system.byCell.get(cell.address) ?? []) {
    const constraint = system.constraints[index]
    const sign = constraint?.signs.get(cell.address)
    if (!constraint || !sign || constraint.residual === 0n) continue
    const to = from - sign * constraint.residual
    if (to >= 0n) targets.add(to)
  }
  return [...targets].flatMap((to): Hypothesis[] => {
    const change = { address: cell.address, from, to }
    const mends = mended(system, [change])
    if (mends <= 0) return []
    const slip = slipBetween(from, to)
    if (to === 0n && isSumOfRow(given, cell, from))
      return [
        {
          cells: [cell.address],
          reason: `${placeOf(given.edition, cell.address)}填 ${from}：与本行其余各格之和相同，可能把总计填进了这一格。`,
          mends,
          weight: TOTAL_IN_PART,
        },
      ]
    return [{ cells: [cell.address], reason: slipReason(given, change, slip), mends, weight: WEIGHTS[slip] }]
  })
}

/** The clerk's eye on the wrong column: the row's total typed into one of its cells. */
function isSumOfRow(given: Given, cell: Cell, amount: bigint): boolean {
  const others = enteredCellsOf(given.edition).filter(
    (other) => other.row === cell.row && other.block === cell.block && other !== cell,
  )
  const sum = others.reduce((all, { address }) => {
    const value = given.value(address)
    return value.kind === 'number' ? all + value.amount : all
  }, 0n)
  return others.length > 1 && amount > 0n && sum === amount
}

/** The entered cells right below and to the right: a figure slips into the next row or column. */
function neighboursOf(given: Given): { first: Cell; second: Cell; way: 'row' | 'column' }[] {
  const cells = enteredCellsOf(given.edition)
  const pairs: { first: Cell; second: Cell; way: 'row' | 'column' }[] = []
  const lastInColumn = new Map<string, Cell>()
  for (const [i, cell] of cells.entries()) {
    const right = cells[i + 1]
    if (right && right.row === cell.row && right.block === cell.block)
      pairs.push({ first: cell, second: right, way: 'column' })
    const key = `${cell.table.key} ${cell.column.path}`
    const above = lastInColumn.get(key)
    if (above && above.block === cell.block) pairs.push({ first: above, second: cell, way: 'row' })
    lastInColumn.set(key, cell)
  }
  return pairs
}

/** A figure that belongs into the neighbour's place, or two that have changed places. */
function moves(system: System, given: Given): Hypothesis[] {
  return neighboursOf(given).flatMap(({ first, second, way }): Hypothesis[] => {
    const [a, b] = [given.value(first.address), given.value(second.address)]
    if (a.kind !== 'number' || b.kind !== 'number' || a.amount === b.amount) return []
    const mends = mended(system, [
      { address: first.address, from: a.amount, to: b.amount },
      { address: second.address, from: b.amount, to: a.amount },
    ])
    if (mends <= 0) return []
    const isMove = a.amount === 0n || b.amount === 0n
    const [filled, empty] = b.amount === 0n ? [first, second] : [second, first]
    const amount = b.amount === 0n ? a.amount : b.amount
    const name = (cell: Cell) => (way === 'row' ? rowName(cell.row) : columnName(given.edition, cell.address))
    const unit = way === 'row' ? '一行' : '一列'
    const reason = isMove
      ? `${placeOf(given.edition, filled.address)}填 ${amount}：可能应填在“${name(empty)}”${unit}。`
      : `${placeOf(given.edition, first.address)}与“${name(second)}”${unit}：${a.amount} 和 ${b.amount} 可能互换了位置。`
    return [
      {
        cells: [filled.address, empty.address],
        reason,
        mends,
        weight: isMove ? MOVED : EXCHANGED,
      },
    ]
  })
}

/** More than these are no help. */
const SHOWN = 5

const ranked = (hypotheses: Hypothesis[]): Hypothesis[] => {
  const best = new Map<string, Hypothesis>()
  for (const one of hypotheses) {
    const key = one.cells.join(' ')
    const known = best.get(key)
    if (!known || one.mends > known.mends || (one.mends === known.mends && one.weight > known.weight))
      best.set(key, one)
  }
  return [...best.values()].sort((a, b) => b.mends - a.mends || b.weight - a.weight)
}

const shownSuspect = ({ cells, reason, mends }: Hypothesis): Suspect => ({ cells, reason, mends })

/**
 * 差额定位: where the error behind failing identities and 来文总计 may be, the likeliest first. A place that sets several
 * checks right at once goes before any guess about digits; among equals the commoner slip goes first. Empty while
 * everything holds, and while a cell is blank or malformed.
 */
export function suspectsOf(given: Given): Suspect[] {
  return ranked(hypothesesOf(given)).slice(0, SHOWN).map(shownSuspect)
}

/** The same for one finding: places among the cells behind its operands. */
export function suspectsFor(given: Given, operands: Address[]): Suspect[] {
  const concerned = new Set(
    operands.flatMap((address) => (cellAt(given.edition, address) ? partsOf(given.edition, address) : [])),
  )
  return ranked(hypothesesOf(given).filter(({ cells }) => cells.some((cell) => concerned.has(cell))))
    .slice(0, SHOWN)
    .map(shownSuspect)
}

function hypothesesOf(given: Given): Hypothesis[] {
  const constraints = constraintsOf(given)
  if (constraints.every(({ residual }) => residual === 0n)) return []
  const byCell = new Map<Address, number[]>()
  for (const [index, { signs }] of constraints.entries())
    for (const address of signs.keys()) byCell.set(address, [...(byCell.get(address) ?? []), index])
  const system = { constraints, byCell }
  return [
    ...enteredCellsOf(given.edition)
      .filter(({ address }) => byCell.has(address))
      .flatMap((cell) => singleChanges(system, given, cell)),
    ...moves(system, given),
  ]
}
