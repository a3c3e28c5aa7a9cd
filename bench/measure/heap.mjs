import { editCells } from '../probes.mjs'
import { COLUMNS, editableRows } from '../table/spec.mjs'
import { sleep } from '../table.mjs'

/**
 * JavaScript heap after 500 edits and forced garbage collections, MB.
 * @param {import('../table.mjs').Table} table
 */
export async function heapAfterEdits(table) {
  const cells = editableRows().flatMap((_, r) => COLUMNS.map((_, c) => table.contender.cell(r, c)))
  await table.page.evaluate(editCells, { cells, edits: 500 })
  await sleep(1500)
  for (let time = 0; time < 3; time++) await table.cdp.send('HeapProfiler.collectGarbage')
  return (await table.heap()) / 1e6
}
