import { COLUMNS, editableRows, expectedTotals, labelCells, makeRows } from '../table/spec.mjs'
import { sleep } from '../table.mjs'

const figures = editableRows().map((_, r) => COLUMNS.map((_, c) => ((r * 7 + c * 3) % 9) + 1))

/** The rows of the table as a spreadsheet copies them: labels, figures, no totals of columns. */
function copied() {
  const rows = makeRows()
  const labels = labelCells(rows)
  const { rows: sums } = expectedTotals(figures)
  let at = 0
  return rows
    .flatMap((row, r) => {
      if (row.kind === 'total') return []
      const own = at++
      const label = labels[r]?.at(-1)?.text ?? ''
      return [[label, ...(figures[own] ?? []), sums[own]].join('\t')]
    })
    .join('\n')
}

/**
 * Main thread from the paste of the whole table to after the frame that shows it, ms, without the pause's work. The code
 * that places it has been fetched before by a first paste of one line.
 * @param {import('../table.mjs').Table} table closed at the end
 */
export async function pastedTable(table) {
  /** @param {string} text */
  const paste = (text) =>
    table.page.evaluate((plain) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  const text = copied()
  await table.focus(0, 0)
  await paste(text.split('\n')[0] ?? '')
  await sleep(2000)
  await table.focus(0, 0)
  await sleep(1000)
  const before = await table.cpu()
  await paste(text)
  await sleep(130)
  const after = await table.cpu()
  const shown = await table.text(table.contender.rowTotal(5))
  if (shown !== String(expectedTotals(figures).rows[5]))
    throw new Error(`after the paste a total shows ${shown}`)
  await table.close()
  return after.task - before.task
}
