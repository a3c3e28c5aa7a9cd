import { amountOf, figureOf, spread } from '../../prose/figures'
import type { PartList } from '../../prose/partList'
import type { Judged } from '../../prose/reading'
import type { Given } from '../../types'

/* Lists of which every number is a figure of the tables, and what they divide. */

/** 收到4件，其中自然人2件、企业1件: each is some figure of the table, but not of what is divided, which those columns make up. */
export function apart(given: Given, { total, parts }: PartList): boolean {
  const [meaning] = total.item.family === 'requests' ? total.meanings : []
  const columns = parts.map((part) => {
    const second = part.item.second && part.meanings[0]?.second
    const figure = meaning && second && figureOf(given.edition, { ...meaning, second })
    return figure ? amountOf(given, figure.cells) : undefined
  })
  const sum = columns.reduce<number>((all, one) => all + (one ?? Number.NaN), 0)
  return sum === total.item.value && columns.some((one, i) => one !== parts[i]?.item.value)
}

/** 诉讼7件，其中维持6件: results without a kind of their own that agree with those of other cases are none of these. */
export function ofSameCases({ meanings: [whole] }: Judged, parts: Judged[]): boolean {
  const isOf = ({ meanings: [part] }: Judged) =>
    whole?.family !== 'cases' ||
    part?.family !== 'cases' ||
    spread(part.first).every((kind) => spread(whole.first).includes(kind)) ||
    // 起诉385件、复议后起诉289件；其中纠正50件: of both of them.
    spread(whole.first).every((kind) => spread(part.first).includes(kind))
  // 其中复议维持2件、未结1件 behind 诉讼7件: it is those of another kind that are divided.
  return parts.every(isOf) || parts.some((part) => part.item.first && !isOf(part))
}
