// A page as it is often written by hand: every input recomputes and rewrites every total.
import '../../table/tuned.css'
import { scaleOf, tableHtml } from '../../table/dom.mjs'
import { createModel } from '../../table/model.mjs'
import { COLUMNS, cellId, makeRows } from '../../table/spec.mjs'

const rows = makeRows(scaleOf())
const root = /** @type {HTMLElement} */ (document.getElementById('root'))
root.innerHTML = tableHtml(rows)
root.addEventListener('input', () => {
  const model = createModel(rows)
  for (const { key, kind } of rows) {
    if (kind === 'total') continue
    for (const [column] of COLUMNS) {
      const input = /** @type {HTMLInputElement} */ (document.getElementById(cellId(key, column)))
      model.set(input.id, input.value)
    }
  }
  for (const id of model.ids()) {
    const output = document.getElementById(id)
    if (output) output.textContent = model.get(id)
  }
})
