import { type HTMLAttributes, useEffect, useMemo } from 'react'
import { cellsInBlock } from '../../format/block'
import { cellAt, cellsOf, identitiesOf, partsOf } from '../../format/cells'
import type { Address } from '../../format/types'
import { isGrid } from '../../import/files/clipboard'
import { applied } from '../form/applied'
import { markText } from '../form/createSession'
import { identityKey } from '../form/liveTotals'
import { currentText, type ReportSession } from '../form/session'
import type { Observable } from '../parts/observable'
import { headId } from './columns'
import { copyBlock, copyTable } from './copy'
import { onTableKey, type TableActions } from './keys'
import { pasteInto } from './paste'
import { blanksIn, type FillRange, selectedCells, type TableView } from './tableView'

/** What buttons and keys do to many cells at once. */
export interface CellActions extends TableActions {
  /** The selected block as the clipboard takes it; false without one. */
  copy(clipboard: DataTransfer): boolean
}

export function cellActions(session: ReportSession, view: TableView): CellActions {
  const { table } = view
  return {
    fill(range: FillRange) {
      const blanks = blanksIn(session, table, range, session.focused.get() ?? view.last.get())
      const step = applied(
        session,
        blanks.map((address) => ({ address, after: '0' })),
      )
      // A published report asks first, and nothing has been filled yet.
      if (blanks.length && !step) return
      for (const address of blanks) markFilled(address, true)
      view.said.set({ words: blanks.length ? `已填 0：${blanks.length} 格` : '没有空格可填', step })
    },
    clear() {
      const filled = selectedCells(view).filter(
        (address) => !cellAt(session.edition, address)?.parts && currentText(session, address) !== '',
      )
      const step = applied(
        session,
        filled.map((address) => ({ address, after: '' })),
      )
      if (filled.length && !step) return
      view.said.set({ words: `已清空 ${filled.length} 格`, step })
    },
    copy(clipboard) {
      const block = view.block.get()
      if (!block || !selectedCells(view).length) return false
      const cells = cellsInBlock(table, block)
      // Everything that is selected as a whole is the table, with its heads and labels.
      const { text, html } =
        cells.flat().length === cellsOf(session.edition).filter((cell) => cell.table === table).length
          ? copyTable(session.edition, session.entries(), table)
          : copyBlock(session.edition, session.entries(), cells)
      clipboard.setData('text/plain', text)
      clipboard.setData('text/html', html)
      return true
    },
  }
}

/** A 0 that 其余填 0 put there is marked on the element itself until it is changed or the section is left. */
function markFilled(address: Address, filled: boolean) {
  const input = document.getElementById(address)
  input?.toggleAttribute('data-filled', filled)
  if (filled) input?.setAttribute('title', '由“其余填 0”填入')
  else input?.removeAttribute('title')
}

const inputOf = (target: EventTarget | null): HTMLInputElement | null =>
  target instanceof HTMLInputElement ? target : null

/** The entered or computed cell under an event. */
function addressUnder(target: EventTarget | null): Address | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest('td')?.querySelector('input, output')?.id
}

/** Everything a table listens to, once for the whole of it. */
export function useTableEvents(
  session: ReportSession,
  view: TableView,
  actions: CellActions,
): HTMLAttributes<HTMLTableElement> {
  useMarks(view.block, () => selectedCells(view), 'data-selected')
  useMarks(view.explained, (explained) => explained?.parts ?? [], 'data-part')
  useTints(session, view)
  useUnheard()

  return useMemo(() => {
    const { edition } = session
    const { block, explained, last } = view
    /** Where the mouse went down: a block is begun when it leaves that cell. */
    let dragFrom: Address | null = null
    /** The click that gives the focus selects the whole value; the browser would set the caret. */
    let focusing = false

    const explain = (target: EventTarget) => {
      if (!(target instanceof Element)) return
      const total = target.closest('td')?.querySelector('output')
      const line = target.closest('[data-line]')?.getAttribute('data-line')
      const identity = line && identitiesOf(edition).find((known) => identityKey(known) === line)
      if (total) explained.set({ address: total.id, parts: partsOf(edition, total.id) })
      else if (identity)
        explained.set({ identity: identityKey(identity), parts: [...identity.left, ...identity.right] })
      else explained.set(null)
    }

    return {
      onFocus({ target }) {
        explain(target)
        const input = inputOf(target)
        if (!input) return
        last.set(input.id)
        if (block.get()?.anchor !== input.id) block.set(null)
        input.select()
      },
      onBlur({ target, currentTarget, relatedTarget }) {
        // A step to another cell: what this one had is taken over there, all at once.
        if (!currentTarget.contains(relatedTarget)) explained.set(null)
        const input = inputOf(target)
        if (!input) return
        markText(input)
        if (input.value !== '0') markFilled(input.id, false)
      },
      onKeyDown: (event) => onTableKey(event, session, view, actions),
      onInput() {
        if (block.get()) block.set(null)
      },
      onCopy(event) {
        if (actions.copy(event.clipboardData)) event.preventDefault()
      },
      onPaste(event) {
        const input = inputOf(event.target)
        const clipboard = {
          html: event.clipboardData.getData('text/html'),
          text: event.clipboardData.getData('text/plain'),
        }
        if (!input || !isGrid(clipboard)) return
        event.preventDefault()
        void pasteInto(session, view, clipboard, input.id)
      },
      onPointerDown({ target, button, pointerType }) {
        const input = inputOf(target)
        focusing = input !== null && input !== document.activeElement
        dragFrom = input && button === 0 && pointerType === 'mouse' ? input.id : null
        if (input) block.set(null)
      },
      onPointerMove({ target, buttons }) {
        if (!dragFrom || buttons !== 1) return
        const head = addressUnder(target)
        const begun = block.get()
        if (!head || (head === dragFrom && !begun) || head === begun?.head) return
        block.set({ anchor: dragFrom, head })
      },
      onMouseUp(event) {
        const input = inputOf(event.target)
        if (focusing && input && document.activeElement === input) event.preventDefault()
        focusing = false
        dragFrom = null
      },
      onMouseOver: ({ target }) => explain(target),
      onMouseLeave: () => explained.set(null),
    }
  }, [session, view, actions])
}

/** What each key in a cell also sends, and nobody here listens to. */
const UNHEARD = ['keypress', 'textInput', 'keyup', 'selectionchange', 'scroll', 'scrollend']

/** React listens to everything twice and looks through the components for each: half of the calls of a key end before that. */
function useUnheard() {
  useEffect(() => {
    const end = (event: Event) => {
      if (inputOf(event.target)?.closest('td')) event.stopPropagation()
    }
    for (const type of UNHEARD) window.addEventListener(type, end, true)
    return () => {
      for (const type of UNHEARD) window.removeEventListener(type, end, true)
    }
  }, [])
}

/** Marks cells on the page itself, so that an outline draws no component. */
function useMarks<T>(cell: Observable<T>, addressesOf: (value: T) => Address[], attribute: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function reads the view, which never changes
  useEffect(() => {
    let marked: Element[] = []
    return cell.subscribe(() => {
      for (const element of marked) element.removeAttribute(attribute)
      marked = addressesOf(cell.get()).flatMap((address) => {
        const place = document.getElementById(address)?.closest('td')
        return place ? [place] : []
      })
      for (const element of marked) element.setAttribute(attribute, '')
    })
  }, [cell, attribute])
}

/** Tints the row and the head of the cell that is filled, once the focus rests there: a step of many repaints one cell. */
function useTints({ edition, resting }: ReportSession, { table }: TableView) {
  useEffect(() => {
    let tinted: Element[] = []
    return resting.subscribe(() => {
      const address = resting.get()
      const column = address === null ? undefined : cellAt(edition, address)?.column
      for (const element of tinted) element.removeAttribute('data-active')
      tinted = []
      if (address === null || !column) return
      const places = [
        document.getElementById(headId(table, column.path)),
        document.getElementById(address)?.closest('tr'),
      ]
      tinted = places.filter((place) => place instanceof Element)
      for (const element of tinted) element.setAttribute('data-active', '')
    })
  }, [edition, resting, table])
}
