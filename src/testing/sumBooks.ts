import type { Comparison } from '../export/compare'
import { compareBook } from '../export/compareBook'
import { sumBook } from '../export/sumBook'
import { factsOf } from '../ui/aggregate/sumFacts'
import { withoutResults } from './officeFiles'
import { sumSource } from './sumTask'

/** A workbook of a 汇总 without the results of its formulas, and what another program that has computed them must have. */
export interface SumBookFile {
  name: string
  uncomputed: Uint8Array
  compare(file: Uint8Array): Comparison
}

const SOURCES = {
  'sum-3': sumSource(1, 3),
  'sum-60': sumSource(2, 60),
  'sum-long': sumSource(3, 60, { long: true }),
}

export const sumBooks = (): SumBookFile[] =>
  Object.entries(SOURCES).map(([name, source]) => {
    const { facts } = factsOf(source)
    return {
      name,
      uncomputed: withoutResults(sumBook(facts)),
      compare: (file) => compareBook(facts, file),
    }
  })
