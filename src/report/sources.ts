import type { Address } from '../format/types'
import { type Report, type Source, textAt } from './report'

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string')

/**
 * The 汇总 that figures of a report were taken from, each with the cells that still say what was taken: one that was changed by hand
 * since has no source any more. What a damaged file says otherwise is left out.
 */
export function sourcesOf({ entries, notes }: Pick<Report, 'entries' | 'notes'>): Source[] {
  const given: unknown = notes.sources
  if (!Array.isArray(given)) return []
  return given.flatMap((source: Partial<Source> | null): Source[] => {
    const { task, name, range, words, set, units, lacking, cells, short } = source ?? {}
    if (![task, name, range, words, set].every((text) => typeof text === 'string')) return []
    if (typeof units !== 'number' || typeof lacking !== 'number' || !isTexts(cells)) return []
    const holds = ([address, text]: [Address, string]) => textAt(entries, address) === text
    const still = Object.fromEntries(Object.entries(cells).filter(holds))
    if (!Object.keys(still).length) return []
    const shortThere = Array.isArray(short) ? short.filter((address) => Object.hasOwn(still, address)) : []
    return [{ ...(source as Source), cells: still, short: shortThere }]
  })
}
