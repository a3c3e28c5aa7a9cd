// The least a key can cost: the same picture, but only the row's total is written. Not a usable form.
import '../../table/tuned.css'
import { scaleOf, tableHtml } from '../../table/dom.mjs'
import { makeRows, numberOf } from '../../table/spec.mjs'

const root = /** @type {HTMLElement} */ (document.getElementById('root'))
root.innerHTML = tableHtml(makeRows(scaleOf()), true)
/** @type {Map<EventTarget, number>} */
const last = new Map()
root.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  const figure = numberOf(target.value)
  const total = /** @type {Text} */ (target.closest('tr')?.querySelector('td:last-child output')?.firstChild)
  total.data = String(Number(total.data) + figure - (last.get(target) ?? 0))
  last.set(target, figure)
})
