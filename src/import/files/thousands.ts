import type { SourceCell } from '../source'

const LEADING = /^[1-9]\d{0,2}$/
const FOLLOWING = /^\d{3}(?:\.\d+)?$/
const NUMBER = /^\d+(?:\.\d+)?$/
/** More ways to join the cells of a row than these tell nothing. */
const MAX_WAYS = 200
const JOINED = '来文这一行的数里有没加引号的逗号，可能是千分位，请对照原文'

/** All ways to join so many pairs of neighbours, as the places of the second of each pair. */
function* waysOf(places: number[], count: number, from = 0): Generator<number[]> {
  if (!count) {
    yield []
    return
  }
  for (let at = from; at < places.length; at++)
    for (const rest of waysOf(places, count - 1, at + 1)) yield [places[at] as number, ...rest]
}

function joined(row: string[], seconds: number[]): string[] {
  const cells: string[] = []
  for (const [at, cell] of row.entries())
    if (seconds.includes(at)) cells.push((cells.pop() ?? '') + cell)
    else cells.push(cell)
  return cells
}

/** Whether the last number of a row is the sum of those before it. */
function endsInSum(cells: string[]): boolean {
  const numbers = cells.filter((cell) => NUMBER.test(cell)).map(Number)
  const total = numbers.pop() ?? 0
  return total > 0 && numbers.reduce((sum, one) => sum + one, 0) === total
}

/**
 * The rows of a table with commas in which separators of thousands stand unquoted (12,345 as two cells): rows longer than the
 * others by so many cells as can be joined. Certain where one way alone has the sum of the row at its end, else in doubt.
 */
export function joinThousands(rows: string[][]): SourceCell[][] {
  const lengths = new Map<number, number>()
  for (const { length } of rows) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1)
  const [usual = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? []
  return rows.map((row) => {
    const plain = () => row.map((text): SourceCell => ({ text }))
    const surplus = row.length - usual
    const seconds = row.flatMap((cell, at) =>
      FOLLOWING.test(cell) && (LEADING.test(row[at - 1] ?? '') || FOLLOWING.test(row[at - 1] ?? ''))
        ? [at]
        : [],
    )
    if (surplus < 1 || seconds.length < surplus) return plain()
    const ways: string[][] = []
    for (const way of waysOf(seconds, surplus)) {
      // A group of three digits follows one that is joined, or up to three digits that begin a number.
      if (way.every((at) => way.includes(at - 1) || LEADING.test(row[at - 1] ?? '')))
        ways.push(joined(row, way))
      if (ways.length > MAX_WAYS) break
    }
    const proved = ways.filter(endsInSum)
    const [chosen] = proved.length === 1 ? proved : ways
    if (!chosen || ways.length > MAX_WAYS) return doubted(row)
    return proved.length === 1 ? chosen.map((text) => ({ text })) : doubted(chosen)
  })
}
const doubted = (row: string[]): SourceCell[] =>
  row.map((text) => ({ text, ...(NUMBER.test(text) && { doubt: JOINED }) }))
