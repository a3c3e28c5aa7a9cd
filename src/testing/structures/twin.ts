import { spell } from './say'
import type { Drawn, Figures, Random } from './types'
import { columns, groupCells, groups, results, rows } from './words'

/** Every figure of a table and the subtotals a reader may form: totals of rows, columns and groups. */
function valuesOf(f: Figures, table: string): number[] {
  if (table === 'requests')
    return [...columns, 'total' as const].flatMap((column) => [
      ...['received', 'carriedOver', 'outcomeTotal', 'carriedForward'].map((row) =>
        f.get(`tables.requests.${row}.${column}`),
      ),
      ...rows.map((row) => f.get(`tables.requests.outcome.${row}.${column}`)),
      ...groups.map((group) => groupCells(group, column).reduce((sum, cell) => sum + f.get(cell), 0)),
    ])
  if (table === 'reviewAndLitigation')
    return ['administrativeReview', 'litigationDirect', 'litigationAfterReview'].flatMap((kind) =>
      [...results, 'total'].map((result) => f.get(`tables.reviewAndLitigation.${kind}.${result}`)),
    )
  return [
    ...['regulations', 'normativeDocuments'].flatMap((row) =>
      ['issued', 'repealed', 'inForce'].map((column) => f.get(`tables.proactiveDisclosure.${row}.${column}`)),
    ),
    ...['Licenses', 'Penalties', 'Compulsion'].map((row) =>
      f.get(`tables.proactiveDisclosure.administrative${row}.decisions`),
    ),
    f.get('tables.proactiveDisclosure.administrativeFees.amount'),
  ]
}

/** All sums of up to three figures of a table. */
export function sumsOfThree(f: Figures, table: string): Set<number> {
  const values = [...new Set(valuesOf(f, table))].filter((value) => value > 0)
  const twos = new Set([0, ...values])
  for (const a of values) for (const b of values) twos.add(a + b)
  const sums = new Set(twos)
  for (const two of twos) for (const value of values) sums.add(two + value)
  return sums
}

/**
 * The sentence with one number changed: to no sum of up to three figures of its table, nor the number less one or two
 * figures, nor a number of the sentence or its sum or difference with another one. Undefined where no such value
 * lies between 0.4 and 2.5 times the number (in long tables most small numbers are some sum).
 */
export function twin(drawn: Drawn, index: number, f: Figures, r: Random): Drawn | undefined {
  const number = drawn.numbers[index]
  if (!number?.accusable) return undefined
  const { style } = number
  const changed = style && style !== 'chinese' && style !== 'torn' && style !== 'wide' && style !== 'grouped'
  const next = changed ? moved(Number(number.text), style, r) : replaced(drawn, index, f, r)
  if (next === undefined) return undefined
  const grown = next.length - number.text.length
  return {
    text: drawn.text.slice(0, number.at) + next + drawn.text.slice(number.at + number.text.length),
    numbers: drawn.numbers.map((other, at) =>
      at === index ? { ...number, text: next } : at > index ? { ...other, at: other.at + grown } : other,
    ),
  }
}

/** Written values with decimals or a lower bound: clearly away from the true one. */
function moved(value: number, style: string, r: Random): string {
  if (style === 'percent') {
    const up = value < 60
    return String(Number((up ? value + r.int(7, 30) + 0.3 : value - r.int(7, 30) - 0.3).toFixed(1)))
  }
  if (style === 'atLeast') return String(value * r.pick([2, 3, 4]))
  const places = String(value).split('.')[1]?.length ?? 0
  return String(Number((value * r.pick([0.37, 0.61, 1.7, 2.3])).toFixed(Math.max(places, 1))))
}

function replaced(drawn: Drawn, index: number, f: Figures, r: Random): string | undefined {
  const number = drawn.numbers[index]
  if (!number) return undefined
  const told = number.cells?.reduce((sum, cell) => sum + f.get(cell), 0)
  const value = told ?? Number(number.text)
  const table = number.cells?.[0]?.split('.')[1] ?? 'proactiveDisclosure'
  const taken = sumsOfThree(f, table)
  const figures = [0, ...valuesOf(f, table)]
  for (const a of figures) for (const b of figures) taken.add(value - a - b)
  for (const other of drawn.numbers) {
    const plain = Number(other.text.replace(/[\n,]/g, ''))
    if (!Number.isFinite(plain)) continue
    for (const near of [plain, value + plain, value - plain, plain - value]) taken.add(near)
  }
  const low = Math.max(1, Math.floor(value * 0.4))
  const high = Math.max(9, Math.ceil(value * 2.5))
  const free: number[] = []
  for (let candidate = low; candidate <= high; candidate++) if (!taken.has(candidate)) free.push(candidate)
  if (number.style === 'torn') return free.length ? tornLike(number.text, r.pick(free)) : undefined
  return free.length ? spell(r.pick(free), number.style) : undefined
}

function tornLike(text: string, value: number): string | undefined {
  const digits = String(value)
  const cut = Math.min(text.indexOf('\n'), digits.length - 1)
  return cut > 0 ? `${digits.slice(0, cut)}\n${digits.slice(cut)}` : undefined
}
