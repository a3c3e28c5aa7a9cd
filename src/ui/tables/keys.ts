import { enteredCellsOf } from '../../format/cells'
import { nextCell, type Step } from '../../format/steps'
import type { Address, TableSpec } from '../../format/types'
import { currentText, type ReportSession } from '../form/session'

/** Text the cell had when it was entered, for Esc. */
export interface Visit {
  address: Address
  before: string
}

const selectedAll = (input: HTMLInputElement) =>
  input.selectionStart === 0 && input.selectionEnd === input.value.length
const caretAt = (input: HTMLInputElement, edge: 'start' | 'end') =>
  input.selectionStart === input.selectionEnd &&
  input.selectionStart === (edge === 'start' ? 0 : input.value.length)

/** The step a key asks for, or undefined when the key is the input's own (interaction §3). */
function stepOf(event: React.KeyboardEvent, input: HTMLInputElement): Step | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (altKey) return undefined
  if (ctrlKey || metaKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  if (shiftKey) return undefined
  if (key === 'ArrowDown') return 'down'
  if (key === 'ArrowUp') return 'up'
  if (key === 'ArrowLeft' && (selectedAll(input) || caretAt(input, 'start'))) return 'left'
  if (key === 'ArrowRight' && (selectedAll(input) || caretAt(input, 'end'))) return 'right'
  return undefined
}

/** 其余填 0: touches blanks only; one change for the whole row or table. */
export function fillZeros(session: ReportSession, table: TableSpec, row?: string) {
  const blanks = enteredCellsOf(session.edition).filter(
    (cell) =>
      cell.table === table &&
      (row === undefined || cell.row.path === row) &&
      currentText(session, cell.address).trim() === '',
  )
  session.apply(blanks.map(({ address }) => ({ address, after: '0' })))
  return blanks.map(({ address }) => address)
}

/** Keys of a statutory table, handled once per table. Nothing happens while an input method composes. */
export function onTableKey(
  event: React.KeyboardEvent,
  session: ReportSession,
  table: TableSpec,
  visit: Visit | null,
  fill: (wholeTable: boolean) => void,
) {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
  const step = stepOf(event, input)
  if (step) {
    const to = nextCell(table, input.id, step)
    // Tab leaves the table after its last cell; every other key stays in it.
    if (to === undefined && event.key === 'Tab') return
    if (to === undefined && event.key.startsWith('Arrow') && (step === 'left' || step === 'right')) return
    event.preventDefault()
    if (to) document.getElementById(to)?.focus()
    return
  }
  if (event.key === 'F2') {
    event.preventDefault()
    input.setSelectionRange(input.value.length, input.value.length)
  } else if (event.key === 'Escape' && visit?.address === input.id && input.value !== visit.before) {
    event.preventDefault()
    session.apply([{ address: input.id, after: visit.before }])
    input.select()
  } else if (event.altKey && event.code === 'KeyZ') {
    event.preventDefault()
    fill(event.shiftKey)
  }
}
