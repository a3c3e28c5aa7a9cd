import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { documentOf, figuresOf } from '../src/export/document'
import { cellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { blankReport, type Report } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'

/** The printed document as text of each page, without white space; Kangxi radicals read as the characters they look like. */
async function printedPages(page: Page, options: Parameters<Page['pdf']>[0] = {}) {
  await expect(page.getByText('— 1 —')).toBeAttached()
  const file = join(mkdtempSync(join(tmpdir(), 'nianbao-')), 'print.pdf')
  writeFileSync(file, await page.pdf(options))
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  return text
    .split('\f')
    .slice(0, -1)
    .map((part) => part.normalize('NFKC').replace(/\s+/g, ' '))
}
const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

const requestFigures = (report: Report) =>
  figuresOf(documentOf(report, currentEdition, { draft: false, code: '' })).filter(({ address }) =>
    address.startsWith('tables.requests.'),
  )

test('the printed report holds every row and figure of table 3 in order, on one page', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  const pages = await printedPages(page, { format: 'A4' })
  const third = pages.filter((text) => text.includes('勾稽关系'))
  expect(third).toHaveLength(1)
  const text = squeezed(third[0] ?? '')
  const rows = [...new Map(cellsOf(currentEdition).map((cell) => [cell.row, cell])).keys()].filter((row) =>
    cellsOf(currentEdition).some((cell) => cell.row === row && cell.table.key === 'requests'),
  )
  expect(rows).toHaveLength(25)
  const figures = requestFigures(report)
  expect(figures).toHaveLength(175)
  let from = 0
  rows.forEach((row, index) => {
    const printed = `${squeezed(row.label)}${figures
      .slice(index * 7, index * 7 + 7)
      .map((figure) => figure.text)
      .join('')}`
    const at = text.indexOf(printed, from)
    expect(at, printed).toBeGreaterThanOrEqual(from)
    from = at + printed.length
  })
})

test('printing shows the official document and nothing of the program', async ({ page }) => {
  await openDraft(page, filledReport(), 'export')
  const pages = await printedPages(page)
  const text = squeezed(pages.join(''))
  expect(text).toMatch(/^示例区人民政府2021年政府信息公开工作年度报告按照/)
  for (const word of ['年报通', '下载备份', '已完成', '导出', '打印', '草稿', '前往下一处'])
    expect(text).not.toContain(word)
  for (const [index, part] of pages.entries()) expect(squeezed(part)).toContain(`—${index + 1}—`)
})

test('an unfinished report and an empty form print with the mark on every page', async ({ page }) => {
  await openDraft(page, blankReport(currentEdition), 'export')
  const pages = await printedPages(page, { format: 'A4' })
  expect(pages.length).toBeGreaterThanOrEqual(3)
  for (const part of pages) expect(squeezed(part)).toContain('草稿')
  const text = squeezed(pages.join(''))
  for (const section of currentEdition.sections)
    expect(text).toContain(squeezed(`${section.numeral}、${section.heading}`))
})
