import type { Edition } from '../../format/types'
import { type Figures, formOf, withTotals } from './model'

/** A number from 0 up to, not including, 1. */
export type Random = () => number

/** Mulberry32: small, quick, the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const integer = (random: Random, below: number): number => Math.floor(random() * below)
export const chance = (random: Random, share: number): boolean => random() < share
export function oneOf<T>(random: Random, among: readonly T[]): T {
  if (!among.length) throw new Error('nothing to choose from')
  return among[integer(random, among.length)] as T
}
export function shuffled<T>(random: Random, among: readonly T[]): T[] {
  const left = [...among]
  const out: T[] = []
  while (left.length) out.push(...left.splice(integer(random, left.length), 1))
  return out
}

export type Size = 'zeros' | 'few' | 'usual' | 'large'
export const sizes: readonly Size[] = ['zeros', 'few', 'usual', 'large']

/** Sizes as often as they are met; reports without any figure say little. */
const often: readonly Size[] = ['zeros', 'few', 'few', 'few', 'usual', 'usual', 'usual', 'large', 'large']

/** Share of cells that are not zero, and how large they grow. */
const measures: Record<Size, { filled: number; top: number }> = {
  zeros: { filled: 0, top: 1 },
  few: { filled: 0.08, top: 12 },
  usual: { filled: 0.35, top: 400 },
  large: { filled: 0.8, top: 400000 },
}

/** Small figures are far more frequent than large ones, as in published reports. */
function figure(random: Random, { filled, top }: { filled: number; top: number }): number {
  if (!chance(random, filled)) return 0
  return Math.max(1, Math.floor(top ** random()))
}

/**
 * The figures of a valid report, totals included: in every column of a table with an identity the left rows add up
 * to the right ones.
 */
export function randomFigures(edition: Edition, random: Random, size = oneOf(random, often)): Figures {
  const measure = measures[size]
  const entered: Figures = {}
  for (const table of formOf(edition).tables) {
    for (const { address, column, entered: isEntered } of table.cells) {
      if (!isEntered) continue
      const wide = table.spec.identities ? measure : { ...measure, top: measure.top * 20 }
      const drawn = figure(random, wide)
      // Fees are published with up to six decimals.
      const places = column.unit === '万元' ? oneOf(random, [0, 2, 4, 6]) : 0
      entered[address] = places ? Number((drawn * (1 + random())).toFixed(places)) : drawn
    }
    const all = table.spec.identities ? withTotals(edition, entered) : entered
    for (const { left, right } of table.spec.identities ?? [])
      for (const column of table.columns) {
        if (column.sum) continue
        const at = (row: string) => `tables.${table.spec.key}.${row}.${column.path}`
        const sum = right.reduce((total, row) => total + (all[at(row)] ?? 0), 0)
        // The first row on the left takes what the others leave.
        let rest = sum
        for (const row of left.slice(1)) {
          const part = Math.floor(rest * random() * (chance(random, 0.5) ? 0.3 : 0))
          entered[at(row)] = part
          rest -= part
        }
        if (left[0]) entered[at(left[0])] = rest
      }
  }
  return withTotals(edition, entered)
}
