import { amountOf, type Figure, figureOf } from '../../prose/figures'
import type { Judged } from '../../prose/reading'
import type { Given } from '../../types'

/** Words that make the name of a figure the name of a part of it. */
const APART: readonly string[] = ['aside', 'none', 'channel', 'body', 'partYear', 'years', 'twice', 'share']

/** 申请量同比增长20%: the figures that words name, where no number of this year is told. */
export function namedBy(
  given: Given,
  { item: { family, first, second, unknown, window } }: Judged,
): Figure[] {
  if (!family || !first || unknown > 1 || window.some(({ concept }) => APART.includes(concept))) return []
  const columns = second ?? [[family === 'documents' ? 'decisions' : 'total']]
  return first.flatMap((keys) =>
    columns.flatMap((column) => {
      const figure = figureOf(given.edition, { family, first: keys, second: column })
      return figure && amountOf(given, figure.cells) !== undefined ? [figure] : []
    }),
  )
}
