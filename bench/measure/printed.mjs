import { fillTable } from './fill.mjs'

/**
 * The report as the project prints it, a PDF as numbers.
 * @param {import('../table.mjs').Table} table closed at the end
 */
export async function printed(table) {
  await fillTable(table)
  await table.page.evaluate(() => {
    location.hash = location.hash.replace(/[^/]+$/, 'export')
  })
  await table.page.getByRole('button', { name: '打印' }).waitFor()
  const pdf = await table.page.pdf()
  await table.close()
  return [...pdf]
}
