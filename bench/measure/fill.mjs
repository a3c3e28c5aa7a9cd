import { nextFrame } from '../probes.mjs'
import { COLUMNS, editableRows, expectedTotals } from '../table/spec.mjs'
import { sleep } from '../table.mjs'

const figures = editableRows().map((_, r) => COLUMNS.map((_, c) => ((r * 7 + c * 3) % 9) + 1))

/**
 * Fills all cells by keyboard, a digit and Tab each, and compares every total.
 * @param {import('../table.mjs').Table} table
 * @returns {Promise<{ cpu: number, wall: number, wrong: string[] }>} ms
 */
export async function fillTable(table) {
  const { page, contender } = table
  await table.focus(0, 0)
  const begun = performance.now()
  const before = await table.cpu()
  for (const [r, row] of figures.entries())
    for (const [c, figure] of row.entries()) {
      await page.keyboard.press(String(figure))
      if (contender.next) await contender.next(page, r, c)
      else await page.keyboard.press('Tab')
    }
  await page.evaluate(nextFrame)
  const wall = performance.now() - begun
  const cpu = (await table.cpu()).task - before.task
  await sleep(600)
  const { rows, columns } = expectedTotals(figures)
  const wrong = []
  const outputs = [
    ...rows.map((sum, at) => [contender.rowTotal(at), String(sum)]),
    ...columns.map((sum, at) => [contender.columnTotal(at), String(sum)]),
  ]
  for (const [selector = '', sum] of outputs) {
    const shown = await table.text(selector)
    if (shown !== sum) wrong.push(`${selector} shows ${shown}, not ${sum}`)
  }
  return { cpu, wall, wrong }
}
