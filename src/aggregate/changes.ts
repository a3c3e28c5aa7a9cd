import { cellAt, cellsOf, enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { WAN } from '../report/value'
import type { UnitChange } from './decisions'
import type { Figure } from './received'
import type { Unit } from './roster'
import { type Decision, isSummed, type Overview } from './task'

/** 户数变动: what became of a unit since last year. */
export type ChangeKind = 'same' | 'new' | 'renamed' | 'merged' | 'gone'
export interface Change {
  kind: ChangeKind
  before: Unit | undefined
  now: Unit | undefined
  reason: string
}
export interface UnitChanges {
  before: number
  now: number
  counts: Record<ChangeKind, number>
  /** What each unit of last year is now, by id; those that are gone are not in it. */
  heirs: ReadonlyMap<string, string>
  /** What is not the same, in the order of last year's list, then of this year's. */
  changes: Change[]
}

/**
 * Last year's list against this year's: by code, else by name, else by a former name; two that are now one are merged. What a person
 * has said counts before that. No unit is guessed by a like name: it is gone, and another one new, until somebody says why.
 */
export function unitChanges(
  before: readonly Unit[],
  now: readonly Unit[],
  decisions: readonly Decision[] = [],
): UnitChanges {
  // The last word on a unit counts.
  const said = decisions
    .filter((decision): decision is UnitChange => decision.kind === 'unitChange')
    .reverse()
  const reasonOf = (was: string, is: string) =>
    said.find((one) => one.before === was && (one.now === is || !was))?.reason
  const [nameNow, nameBefore] = [namesOf(now), namesOf(before)]
  const byId = new Map(now.map((unit) => [unit.id, unit]))
  const byCode = unique(now, ({ code }) => [code])
  const byName = unique(now, ({ name, parent }) => [`${name}\n${nameNow(parent)}`, name])
  const byAlias = unique(now, ({ aliases }) => aliases)
  const named = (unit: Unit): Unit | undefined =>
    byName.get(`${unit.name}\n${nameBefore(unit.parent)}`) ?? byName.get(unit.name)
  const taken = new Map<string, Unit[]>()
  const pairs = before.map((unit): [Unit, Unit | undefined] => {
    const told = said.find((one) => one.before === unit.id && one.now)
    // A code names one office for good: of two different ones neither name nor alias speaks.
    const byWord = [named(unit), byAlias.get(unit.name)].find(
      (found) => found && (!found.code || !unit.code || byAlias.get(unit.name) === found),
    )
    const found = (told && byId.get(told.now)) ?? byCode.get(unit.code) ?? byWord
    if (found) taken.set(found.id, [...(taken.get(found.id) ?? []), unit])
    return [unit, found]
  })
  const heir = (found: Unit, all: readonly Unit[]) =>
    all.find(({ code }) => code && code === found.code) ??
    all.find(({ name }) => name === found.name) ??
    (all.length === 1 ? all[0] : undefined)
  const changes = pairs.map(([unit, found]): Change => {
    if (!found) return { kind: 'gone', before: unit, now: undefined, reason: reasonOf(unit.id, '') ?? '' }
    const reason = reasonOf(unit.id, found.id) ?? ''
    if (heir(found, taken.get(found.id) ?? []) !== unit)
      return { kind: 'merged', before: unit, now: found, reason }
    return { kind: found.name === unit.name ? 'same' : 'renamed', before: unit, now: found, reason }
  })
  for (const unit of now)
    if (!taken.has(unit.id)) {
      const reason = said.find((one) => !one.before && one.now === unit.id)?.reason ?? ''
      changes.push({ kind: 'new', before: undefined, now: unit, reason })
    }
  const counts: Record<ChangeKind, number> = { same: 0, new: 0, renamed: 0, merged: 0, gone: 0 }
  for (const { kind } of changes) counts[kind]++
  return {
    before: before.length,
    now: now.length,
    counts,
    heirs: new Map(pairs.flatMap(([unit, found]) => (found ? [[unit.id, found.id] as const] : []))),
    changes: changes.filter(({ kind }) => kind !== 'same'),
  }
}

function namesOf(units: readonly Unit[]): (id: string) => string {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
/** Units by texts that only one of them has. */
function unique(units: readonly Unit[], texts: (unit: Unit) => string[]): Map<string, Unit> {
  const found = new Map<string, Unit | null>()
  for (const unit of units)
    for (const text of new Set(texts(unit))) if (text) found.set(text, found.has(text) ? null : unit)
  return new Map([...found].flatMap(([text, unit]) => (unit ? [[text, unit] as const] : [])))
}

/** A sum beside last year's, with the units that make the jump. Amounts as in `report/value.ts`. */
export interface Jump {
  address: Address
  before: bigint
  now: bigint
  /** The most first: by how much a unit's figure is another one. */
  units: { id: string; by: bigint }[]
}

/** Sums that have become half again as much or fell by a third, and by more than 10 件 or 1 万元. What a unit has no figure for is not counted. */
export const jumpsOf = (...given: Parameters<typeof jumpFinder>): Jump[] => {
  const find = jumpFinder(...given)
  return cellsOf(given[0]).flatMap(({ address }) => find(address))
}

/** The same one sum at a time, for a page that must not be held up. */
export function jumpFinder(
  edition: Edition,
  now: Pick<Overview, 'standings'>,
  before: Pick<Overview, 'standings'>,
  { heirs }: UnitChanges,
): (address: Address) => Jump[] {
  const at = new Map(enteredCellsOf(edition).map(({ address }, n) => [address, n]))
  const pairs = new Map<string, { was: Figures[]; is: Figures[] }>()
  const put = (id: string, year: 'was' | 'is', figures: Figures) => {
    const pair = pairs.get(id) ?? { was: [], is: [] }
    pair[year].push(figures)
    pairs.set(id, pair)
  }
  for (const one of before.standings)
    if (one.unit && isSummed(one) && one.current) put(heirs.get(one.id) ?? one.id, 'was', one.current.figures)
  for (const one of now.standings)
    if (one.unit && isSummed(one) && one.current) put(one.id, 'is', one.current.figures)
  return (address) => {
    const { parts = [address], unit = '件' } = cellAt(edition, address) ?? {}
    const least = unit === '万元' ? Number(WAN) : 10
    const places = parts.map((part) => at.get(part) as number)
    const moves: { id: string; by: number }[] = []
    let [was, is] = [0, 0]
    for (const [id, pair] of pairs) {
      const [a, b] = [roughly(pair.was, places), roughly(pair.is, places)]
      was += a
      is += b
      if (a !== b) moves.push({ id, by: b - a })
    }
    if (Math.abs(is - was) <= least || !(is * 2 >= was * 3 || is * 3 <= was * 2)) return []
    const units = moves
      .filter(({ by }) => by > 0 === is > was)
      .sort((x, y) => Math.abs(y.by) - Math.abs(x.by))
      .slice(0, 3)
      .map(({ id }) => {
        const pair = pairs.get(id)
        return { id, by: exactly(pair?.is ?? [], places) - exactly(pair?.was ?? [], places) }
      })
    const all = [...pairs.values()]
    return [
      {
        address,
        before: all.reduce((sum, pair) => sum + exactly(pair.was, places), 0n),
        now: all.reduce((sum, pair) => sum + exactly(pair.is, places), 0n),
        units,
      },
    ]
  }
}

type Figures = readonly Figure[]
/** In doubles, to be compared; only what is shown is added up exactly. */
function roughly(reports: readonly Figures[], places: readonly number[]): number {
  let sum = 0
  for (const figures of reports) for (const n of places) sum += Number(figures[n] ?? 0)
  return sum
}
function exactly(reports: readonly Figures[], places: readonly number[]): bigint {
  let small = 0
  let large = 0n
  for (const figures of reports)
    for (const n of places) {
      const figure = figures[n] ?? 0
      if (typeof figure === 'number' && Number.isSafeInteger(small + figure)) small += figure
      else large += BigInt(figure)
    }
  return large + BigInt(small)
}
