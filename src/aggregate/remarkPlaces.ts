import { cellAt, enteredCellsOf, partsOf } from '../format/cells'
import { columnName, placeOf, rowName, sectionOf, textSpecAt } from '../format/names'
import type { Address, Edition } from '../format/types'
import { formatAmount } from '../report/value'
import { editionOf, type Received } from './received'

/** What stands in a cell of a unit's report, as it is printed; undefined where that is not known. */
export type FigureText = (address: Address) => string | undefined

/** The figures of a report in force; a total that its unit has printed otherwise is not said to stand there. */
export function figureTexts(report: Received): FigureText {
  const edition = editionOf(report)
  let at: Map<Address, number> | undefined
  return (address) => {
    at ??= new Map(enteredCellsOf(edition).map((cell, n) => [cell.address, n]))
    const parts = partsOf(edition, address).map((part) => report.figures[at?.get(part) ?? -1] ?? null)
    if (report.unequalTotals.includes(address) || parts.includes(null)) return undefined
    const amount = parts.reduce<bigint>((sum, part) => sum + BigInt(part ?? 0), 0n)
    return formatAmount(amount, cellAt(edition, address)?.unit ?? '件')
  }
}

/** A place of the prose for somebody who has nothing but the printed report before him. */
function proseWords(edition: Edition, address: Address): string {
  if (textSpecAt(edition, address)?.beforeSections) return '正文开头（引言）'
  const words = placeOf(edition, address)
  const section = sectionOf(edition, address)
  // A section without parts of its own is known by its heading.
  return section && words === `第${section.numeral}部分` ? `${words}·${section.heading}` : words
}

/** So many are named; a finding over a whole table has no more of them than can be looked up. */
const NAMED = 8
const atMost = (words: readonly string[], between: string, measure: string): string =>
  words.length > NAMED
    ? `${words.slice(0, NAMED).join(between)} 等 ${words.length} ${measure}`
    : words.join(between)

/**
 * Where a finding stands, in words: its places with the figures that stand there, a line each; the cells of one column in one
 * line (表三·自然人：本年新收 31、上年结转 1).
 */
export function printedPlaces(
  edition: Edition,
  { target, cells }: { target: Address; cells: readonly Address[] },
  figure: FigureText = () => undefined,
): string {
  const lines = new Map<string, { alone: string; entries: string[] }>()
  for (const address of new Set([target, ...cells].filter(Boolean))) {
    const cell = cellAt(edition, address)
    const value = cell && figure(address)
    const alone = cell
      ? [placeOf(edition, address), value].filter(Boolean).join(' ')
      : proseWords(edition, address)
    const row = cell && cell.block.rows.length > 1 ? rowName(cell.row) : ''
    const key = row ? `${cell?.table.name}·${columnName(edition, address)}` : alone
    const line = lines.get(key) ?? { alone, entries: [] }
    line.entries.push([row, value].filter(Boolean).join(' '))
    lines.set(key, line)
  }
  const words = [...lines].map(([key, { alone, entries }]) =>
    entries.length > 1 ? `${key}：${atMost(entries, '、', '格')}` : alone,
  )
  return atMost(words, '\n', '处')
}
