import { type Cell, enteredCellsOf } from '../../../format/cells'
import type { Address } from '../../../format/types'
import { type CellValue, foldFullWidth, MAX_DIGITS } from '../../../report/value'
import type { Failure, Fix, Given, Outcome } from '../../types'

/** What clerks type where the form wants a 0. */
const NOTHING_WORDS = new Set(['-', '/', '无', '—', '没有', '−', '–', '——', '--'])

export const RECEIVED: Address = 'tables.requests.received.naturalPerson'

/** As the message quotes it: full-width characters read, the rest as typed. */
const readable = (text: string): string => foldFullWidth(text).trim()

export const isFee = (cell: Cell): boolean => cell.unit === '万元'

/** Judges each filled cell on its own; a blank cell is another rule's business. */
export function overFilledCells(
  given: Given,
  concerns: (cell: Cell) => boolean,
  judge: (cell: Cell, value: CellValue, text: string) => Failure | undefined,
): Outcome[] {
  return enteredCellsOf(given.edition).flatMap((cell): Outcome[] => {
    const value = given.value(cell.address)
    if (!concerns(cell) || value.kind === 'blank') return []
    const failure = judge(cell, value, readable(given.text(cell.address)))
    const place = { target: cell.address, operands: [cell.address] }
    return [failure ? { ...place, state: 'fails', ...failure } : { ...place, state: 'holds' }]
  })
}

export const fillZero = (address: Address, text: string): Fix[] | undefined =>
  NOTHING_WORDS.has(text) ? [{ label: '填 0', changes: [{ address, after: '0' }] }] : undefined

export const tooLong = (place: string, text: string): Failure => ({
  message: `${place}：“${text}”超过 ${MAX_DIGITS} 位，请核对是否多输了位数。`,
})
