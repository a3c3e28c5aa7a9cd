import { extendedBlock, wholeTable } from '../../format/block'
import { cellAt } from '../../format/cells'
import { nextCell } from '../../format/steps'
import type { ReportSession } from '../form/session'
import { type FillRange, selectedCells, type TableView } from './tableView'

const allSelected = (input: HTMLInputElement) =>
  input.selectionStart === 0 && input.selectionEnd === input.value.length
const caretAtStart = (input: HTMLInputElement) => input.selectionStart === 0 && input.selectionEnd === 0
const caretAtEnd = (input: HTMLInputElement) =>
  input.selectionStart === input.selectionEnd && input.selectionEnd === input.value.length

/** ← and → belong to the input while its caret has somewhere to go. */
const mayLeave = (input: HTMLInputElement, key: string) =>
  allSelected(input) || (key === 'ArrowLeft' ? caretAtStart(input) : caretAtEnd(input))

const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
const isArrow = (key: string): key is keyof typeof arrows => Object.hasOwn(arrows, key)

/** The step a key asks for, or undefined when the key is the input's own. */
function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey }: React.KeyboardEvent, input: HTMLInputElement) {
  if (altKey) return undefined
  if (ctrlKey || metaKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'previous' : 'next'
  if (shiftKey || !isArrow(key)) return undefined
  return key === 'ArrowUp' || key === 'ArrowDown' || mayLeave(input, key) ? arrows[key] : undefined
}

export interface TableActions {
  fill(range: FillRange): void
  /** Blanks the cells of the selected block. */
  clear(): void
}

/** Keys of a statutory table, handled once per table. Nothing happens while an input method composes. */
export function onTableKey(
  event: React.KeyboardEvent,
  session: ReportSession,
  view: TableView,
  actions: TableActions,
) {
  const { target: input, key } = event
  if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
  const { table, block } = view
  if (event.shiftKey && isArrow(key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const begun = block.get()
    const vertical = key === 'ArrowUp' || key === 'ArrowDown'
    if (!begun && !vertical && !mayLeave(input, key)) return
    event.preventDefault()
    block.set(extendedBlock(table, begun ?? { anchor: input.id, head: input.id }, arrows[key]))
    return
  }
  if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault()
    block.set(wholeTable(table))
    return
  }
  const step = stepOf(event, input)
  if (step) {
    const to = nextCell(table, input.id, step)
    // Tab leaves the table after its last cell; every other key stays in it.
    if (to === undefined && (key === 'Tab' || step === 'left' || step === 'right')) return
    event.preventDefault()
    if (to) document.getElementById(to)?.focus()
  } else if (key === 'F1') {
    event.preventDefault()
    const cell = cellAt(session.edition, input.id)
    const hinted = cell?.row.hint ? cell.row : cell?.column
    view.hint.set(!hinted?.hint || view.hint.get() === hinted ? null : hinted)
  } else if (key === 'F2') {
    event.preventDefault()
    block.set(null)
    input.setSelectionRange(input.value.length, input.value.length)
  } else if (key === 'Escape') {
    const { visit } = session
    if (block.get()) block.set(null)
    else if (visit?.address === input.id && input.value !== visit.before) {
      // The text it had on entry is no step of its own: nothing has been left yet.
      session.form.setValue(input.id, visit.before)
      session.typed(input.id, visit.before)
      input.select()
    } else return
    event.preventDefault()
  } else if (key === 'Delete' && selectedCells(view).length) {
    event.preventDefault()
    actions.clear()
  } else if (event.altKey && event.code === 'KeyZ' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    actions.fill(event.shiftKey ? 'table' : 'row')
  }
}
