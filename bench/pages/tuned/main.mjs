// Hand-tuned page: one delegated listener, incremental sums, only changed text nodes are written, contained boxes.
import '../../table/tuned.css'
import { scaleOf, tableHtml } from '../../table/dom.mjs'
import { createModel } from '../../table/model.mjs'
import { makeRows } from '../../table/spec.mjs'

const rows = makeRows(scaleOf())
const root = /** @type {HTMLElement} */ (document.getElementById('root'))
root.innerHTML = tableHtml(rows)
const model = createModel(rows)
const nodes = new Map(
  model.ids().map((id) => [id, /** @type {Text} */ (document.getElementById(id)?.firstChild)]),
)
model.onOutput((id, text) => {
  const node = nodes.get(id)
  if (node) node.data = text
})
root.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) model.set(target.id, target.value)
})
