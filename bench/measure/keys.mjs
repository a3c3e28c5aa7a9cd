import { watchTotal } from '../probes.mjs'
import { COLUMNS, editableRows } from '../table/spec.mjs'
import { sleep } from '../table.mjs'

/** @typedef {import('../table.mjs').Table} Table */

const PER_CELL = 4
/** Between two keys, ms: 25 a second, faster than anybody types. */
const GAP = 40
/** After the last key, ms: its frame is painted, and no pause in typing has begun. */
const SETTLED = 80
/** By then the work of a pause in typing (checks, saving) is done, ms. */
const REST = 1000

/** The cells that are typed into, spread over the table. @param {number} count @param {number} scale */
const places = (count, scale) =>
  Array.from({ length: count }, (_, at) => ({
    at,
    row: (at * 5 + 1) % editableRows(scale).length,
    column: (at * 5) % COLUMNS.length,
  }))

/** @param {Table} table @param {(key: number) => number} digit */
async function type(table, digit) {
  for (let key = 0; key < PER_CELL; key++) {
    await table.page.keyboard.press(String((digit(key) % 9) + 1))
    await sleep(GAP)
  }
  if (table.contender.commit) await table.page.keyboard.press(table.contender.commit)
  await sleep(SETTLED)
}

/**
 * Digits typed into filled tables, all tables in turn at each cell. Moving to the cell is outside the clock.
 * @param {Table[]} tables
 * @param {number} cells
 */
export async function typeDigits(tables, cells) {
  const sums = tables.map(() => ({ cpu: 0, script: 0, layout: 0, pause: 0, pauses: [0] }))
  for (const { at, row, column } of places(cells, tables[0]?.scale ?? 1))
    for (const [own, table] of inTurn(tables, at)) {
      const sum = sums[own]
      if (!sum) continue
      await table.focus(row, column)
      await sleep(REST)
      const before = await table.cpu()
      await type(table, (key) => at + key * 3)
      const after = await table.cpu()
      await sleep(REST)
      const rested = await table.cpu()
      sum.cpu += after.task - before.task
      sum.script += after.script - before.script
      sum.layout += after.layout - before.layout
      sum.pauses.push(rested.task - after.task)
    }
  return sums.map(({ cpu, script, layout, pauses }) => {
    const keys = cells * PER_CELL
    return {
      cpu: cpu / keys,
      script: script / keys,
      layout: layout / keys,
      pause: pauses.reduce((sum, pause) => sum + pause, 0) / cells,
    }
  })
}

/**
 * From key to the frame with the new total, ms, for each key. In a pass of its own: the probe costs time as well.
 * @param {Table[]} tables
 * @param {number} cells
 * @returns {Promise<number[][]>}
 */
export async function timeTotals(tables, cells) {
  for (const { at, row, column } of places(cells, 1))
    for (const [, table] of inTurn(tables, at)) {
      await table.focus(row, column)
      const { rowTotal, commit } = table.contender
      await table.page.evaluate(watchTotal, { total: rowTotal(row), commit })
      await sleep(REST)
      await type(table, (key) => at + 4 + key * 3)
      await table.page.evaluate(watchTotal, null)
    }
  return Promise.all(
    tables.map(({ page }) => page.evaluate(() => /** @type {any} */ (window).benchTimes ?? [])),
  )
}

/** Whoever is first changes each time. @param {Table[]} tables @param {number} at */
const inTurn = (tables, at) => {
  const order = [...tables.entries()]
  return at % 2 ? order.reverse() : order
}
