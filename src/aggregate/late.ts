import { cellsOf, enteredCellsOf } from '../format/cells'
import type { Address } from '../format/types'
import { formatAmount } from '../report/value'
import type { OutputRecord } from './decisions'
import { inRange, type Range } from './range'
import { editionOf, type Received } from './received'
import { ancestorsOf } from './roster'
import type { TaskHead } from './store'
import { type Decision, isSummed, type Overview, type Standing } from './task'

/** A range as a text that is the same for the same range. */
export function rangeKey(range: Range): string {
  if (range.kind === 'all') return 'all'
  if (range.kind === 'chosen') return `chosen\n${[...range.units].sort().join('\n')}`
  return `${range.kind}\n${range.node}`
}
/** The range of such a text; undefined where it is none. */
export function rangeOf(key: string): Range | undefined {
  const [kind, ...rest] = key.split('\n')
  if (kind === 'all') return { kind }
  if (kind === 'chosen') return { kind, units: new Set(rest) }
  return (kind === 'level' || kind === 'whole') && rest[0] ? { kind, node: rest[0] } : undefined
}

/** The reports that a sum is made of: content codes by unit. */
export const partCodes = (standings: readonly Standing[]): Record<string, string> =>
  Object.fromEntries(
    standings.flatMap((one) => (isSummed(one) && one.current ? [[one.id, one.current.code] as const] : [])),
  )

/** The document of a 汇总 that goes out: over which units, and of which reports it is made. `words` name the range. */
export const outputRecord = (
  overview: Pick<Overview, 'standings'>,
  range: Range,
  { what, words, day }: { what: string; words: string; day: string },
): OutputRecord => ({
  kind: 'output',
  what,
  range: words,
  rangeKey: rangeKey(range),
  day,
  parts: partCodes(inRange(overview, range)),
})

/** Puts it with the task; the same one made again on the same day is one. */
export function recordOutput(head: TaskHead, record: OutputRecord): TaskHead {
  const text = JSON.stringify(record)
  const known = head.decisions.some((one) => one.kind === 'output' && JSON.stringify(one) === text)
  return known ? head : { ...head, decisions: [...head.decisions, record] }
}

/** A 汇总 that went out and is no longer true, with the units because of which. */
export interface StaleOutput {
  output: OutputRecord
  /** Another version counts now. */
  corrected: string[]
  /** In it now and not then, and the other way round. */
  added: string[]
  gone: string[]
}

/** Of what was made of one range in one way, the last one counts. */
export function staleOutputs(
  overview: Pick<Overview, 'standings'>,
  decisions: readonly Decision[],
): StaleOutput[] {
  const latest = new Map<string, OutputRecord>()
  for (const one of decisions)
    if (one.kind === 'output') {
      const key = `${one.what}\n${one.rangeKey}`
      const known = latest.get(key)
      if (!known || known.day <= one.day) latest.set(key, one)
    }
  return [...latest.values()].flatMap((output): StaleOutput[] => {
    const range = rangeOf(output.rangeKey)
    if (!range) return []
    const now = partCodes(inRange(overview, range))
    const before = output.parts
    const has = (parts: Record<string, string>, id: string) => Object.hasOwn(parts, id)
    const corrected = Object.keys(now).filter((id) => has(before, id) && before[id] !== now[id])
    const added = Object.keys(now).filter((id) => !has(before, id))
    const gone = Object.keys(before).filter((id) => !has(now, id))
    return corrected.length + added.length + gone.length ? [{ output, corrected, added, gone }] : []
  })
}

/** One unit's version that took the place of an earlier one, and what this changes. */
export interface Correction {
  unit: string
  before: Received
  now: Received
  /** All figures of the form that are others now; decimal texts, and whether a figure is lacking. */
  cells: { address: Address; before: string; after: string }[]
  /** Every sum that it is in. */
  ranges: Range[]
}

/** All figures of the form in which two versions differ; "" where one has none. */
function changedCells(before: Received, now: Received): Correction['cells'] {
  const edition = editionOf(now)
  const at = new Map(enteredCellsOf(edition).map(({ address }, n) => [address, n]))
  const text = ({ figures }: Received, places: readonly number[], unit: '件' | '万元') => {
    const parts = places.map((n) => figures[n] ?? null)
    if (parts.includes(null)) return ''
    return formatAmount(
      parts.reduce((sum: bigint, part) => sum + BigInt(part ?? 0), 0n),
      unit,
    )
  }
  return cellsOf(edition).flatMap(({ address, unit, parts = [address] }) => {
    const places = parts.map((part) => at.get(part) as number)
    if (places.every((n) => before.figures[n] === now.figures[n])) return []
    const [was, is] = [text(before, places, unit), text(now, places, unit)]
    return was === is ? [] : [{ address, before: was, after: is }]
  })
}

/** The versions that count now and name an earlier one that was handed in, too. */
export function correctionsOf(overview: Pick<Overview, 'standings'>): Correction[] {
  const { standings } = overview
  const byId = new Map(standings.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : [])))
  const parents = new Set(standings.map(({ unit }) => unit?.parent))
  return standings.flatMap((standing): Correction[] => {
    const { id, unit, current: now, reports } = standing
    const before = now && reports.find(({ code }) => code === now.base)
    if (!unit || !now || !before || !isSummed(standing)) return []
    const cells = changedCells(before, now)
    const above = ancestorsOf(unit, byId)
    const isNode = parents.has(id)
    // 本级 is its own where others stand below it, else that of the unit right above.
    const level = isNode ? id : unit.parent
    const whole = [...(isNode ? [id] : []), ...above.map((over) => over.id)]
    const ranges: Range[] = [
      ...(level ? [{ kind: 'level', node: level } as const] : []),
      ...whole.map((node) => ({ kind: 'whole', node }) as const),
      { kind: 'all' },
    ]
    return [{ unit: id, before, now, cells, ranges }]
  })
}
