// Incremental sums: one changed cell leads to the few outputs it feeds. No framework, no DOM.
import { COLUMNS, cellId, checkText, numberOf } from './spec.mjs'

/** @param {Float64Array} sums @param {number} at @param {number} difference */
const add = (sums, at, difference) => {
  sums[at] = (sums[at] ?? 0) + difference
}

/** @param {import('./spec.mjs').Row[]} rows */
export function createModel(rows) {
  const n = COLUMNS.length
  const width = n + 1
  const values = new Float64Array(rows.length * width)
  const totals = new Float64Array(width)
  const left = new Float64Array(width)
  const right = new Float64Array(width)
  const columnKeys = [...COLUMNS.map(([key]) => key), 'total']
  /** @type {Map<string, [row: number, column: number]>} */
  const places = new Map()
  /** @type {Map<string, string>} */
  const texts = new Map()
  rows.forEach((row, r) => {
    for (const [c, [key]] of COLUMNS.entries()) places.set(cellId(row.key, key), [r, c])
    texts.set(cellId(row.key, 'total'), '0')
    if (row.kind === 'total') for (const [key] of COLUMNS) texts.set(cellId(row.key, key), '0')
  })
  for (const key of columnKeys) texts.set(`check.${key}`, checkText(0, 0))

  /** @type {(id: string, text: string) => void} */
  let put = () => {}
  /** @param {string} id @param {string} text */
  const show = (id, text) => {
    if (texts.get(id) === text) return
    texts.set(id, text)
    put(id, text)
  }
  return {
    /** @param {string} id */
    get: (id) => texts.get(id) ?? '',
    ids: () => [...texts.keys()],
    /** @param {(id: string, text: string) => void} listener */
    onOutput(listener) {
      put = listener
    },
    /** @param {string} id @param {string} text */
    set(id, text) {
      const place = places.get(id)
      const row = place && rows[place[0]]
      if (!row) return
      const [r, c] = place
      const difference = numberOf(text) - (values[r * width + c] ?? 0)
      if (!difference) return
      add(values, r * width + c, difference)
      add(values, r * width + n, difference)
      show(cellId(row.key, 'total'), String(values[r * width + n]))
      if (row.kind === 'result') {
        add(totals, c, difference)
        add(totals, n, difference)
        show(cellId('total', columnKeys[c] ?? ''), String(totals[c]))
        show(cellId('total', 'total'), String(totals[n]))
      }
      const side = row.kind === 'received' || row.kind === 'carriedOver' ? left : right
      add(side, c, difference)
      add(side, n, difference)
      show(`check.${columnKeys[c]}`, checkText(left[c] ?? 0, right[c] ?? 0))
      show('check.total', checkText(left[n] ?? 0, right[n] ?? 0))
    },
  }
}
