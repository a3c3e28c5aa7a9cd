import type { SourceCell } from '../source'

interface FormulaCell extends SourceCell {
  formula?: string
  value?: string
}

/** A sum of sums is worked out; a circle, or a chain that no report has, is not. */
const MAX_DEPTH = 12
const TERM = /^([+-]?)(?:SUM\(([^()]*)\)|(\$?[A-Z]{1,3}\$?\d{1,7})|(\d+(?:\.\d+)?))/i

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

/**
 * Fills in what formulas without a saved value come to, where they are sums of cells: SUM(C4:C8), C4+C5. Others keep their
 * formula as their text, so that they are listed and not taken for blanks. `numbers` are the row numbers of the sheet.
 */
export function withSums(rows: FormulaCell[][], numbers: number[]) {
  const indexOf = new Map(numbers.map((number, index) => [number, index]))
  const cellAt = (reference: string): FormulaCell | undefined => {
    const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(reference.trim()) ?? []
    return letters ? rows[indexOf.get(Number(row)) ?? -1]?.[columnOf(letters)] : undefined
  }
  const within = (range: string): (FormulaCell | undefined)[] | undefined => {
    const [from, to] = range.split(':').map((each) => /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(each.trim()))
    if (!from || (range.includes(':') && !to)) return undefined
    const [left, right] = [columnOf(from[1] ?? ''), columnOf((to ?? from)[1] ?? '')]
    const [top, bottom] = [Number(from[2]), Number((to ?? from)[2])]
    return numbers.flatMap((number, index) =>
      number < top || number > bottom ? [] : (rows[index] ?? []).slice(left, right + 1),
    )
  }
  /** In hundred-millionths, so that decimals add up exactly; undefined for what is no number. */
  const amountOf = (cell: FormulaCell | undefined, depth: number): bigint | undefined => {
    if (!cell) return 0n
    if (cell.formula) return depth > MAX_DEPTH ? undefined : sumOf(cell.formula, depth + 1)
    const text = (cell.value ?? cell.text).trim()
    if (!text) return 0n
    const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,8}))?$/.exec(text) ?? []
    return whole ? BigInt(sign + whole + fraction.padEnd(8, '0')) : undefined
  }
  const sumOf = (formula: string, depth = 0): bigint | undefined => {
    let rest = formula.replace(/\s+/g, '').replace(/^=/, '')
    let sum = 0n
    while (rest) {
      const term = TERM.exec(rest)
      if (!term) return undefined
      const [whole, sign, ranges, reference, constant] = term
      const cells = ranges?.split(/[,;]/).map(within)
      if (cells?.some((each) => !each)) return undefined
      const parts = cells
        ? cells.flatMap((each) => each ?? []).map((cell) => amountOf(cell, depth))
        : [reference ? amountOf(cellAt(reference), depth) : amountOf({ text: constant ?? '' }, depth)]
      for (const part of parts) {
        if (part === undefined) return undefined
        sum += sign === '-' ? -part : part
      }
      rest = rest.slice(whole.length)
      if (rest && !/^[+-]/.test(rest)) return undefined
    }
    return sum
  }
  const shown = (amount: bigint): string => {
    const digits = String(amount < 0n ? -amount : amount).padStart(9, '0')
    const fraction = digits.slice(-8).replace(/0+$/, '')
    return `${amount < 0n ? '-' : ''}${digits.slice(0, -8)}${fraction && `.${fraction}`}`
  }
  const open = rows.flat().filter((cell) => cell?.formula)
  const worked = open.map((cell) => sumOf(cell.formula ?? ''))
  for (const [at, cell] of open.entries()) {
    const amount = worked[at]
    cell.text = amount === undefined ? `=${cell.formula}` : shown(amount)
    delete cell.formula
  }
}
