import { expect, type Page, test } from '@playwright/test'
import type { Report } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'
import { printedText } from './printedPages'

const PAGES = [
  'basic',
  'overview',
  'proactive',
  'requests',
  'review',
  'problems',
  'other',
  'check',
  'history',
]
const RECEIVED = 'tables.requests.received.naturalPerson'

const printed = (page: Page) => printedText(page, { format: 'A4' })

const turnTo = (page: Page, section: string) =>
  page.evaluate((key) => {
    window.location.hash = window.location.hash.replace(/[^/]+$/, key)
  }, section)

/** Instead of the browser's dialog: paper as it would come out at that moment. */
async function holdPrint(page: Page) {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-print-called', '')
  })
}

for (const [name, report, mark] of [
  ['a finished report', filledReport(), false],
  ['a faulty report, with its 草稿', filledReport({ [RECEIVED]: '99', problems: '' }), true],
] as [string, Report, boolean][])
  test(`Ctrl+P prints the document of 导出 from each page: ${name}`, async ({ page }) => {
    test.setTimeout(120_000)
    await holdPrint(page)
    await openDraft(page, report, 'export')
    await expect(page.getByText('— 1 —')).toBeAttached()
    const paper = await printed(page)
    expect(paper.includes('草稿')).toBe(mark)
    expect(paper).toContain('示例区人民政府')
    await page.reload()
    for (const section of PAGES) {
      await turnTo(page, section)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await page.keyboard.press('Control+p')
      await expect(page.locator('html[data-print-called]')).toBeAttached()
      expect(await printed(page), section).toBe(paper)
      await page.evaluate(() => document.documentElement.removeAttribute('data-print-called'))
    }
  })

test('the menu of the browser prints one line that says where to print, and the document once it is there', async ({
  page,
}) => {
  await holdPrint(page)
  await openDraft(page, filledReport(), 'requests')
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  expect((await printed(page)).trim()).toBe('请从“导出”打印')
  await turnTo(page, 'export')
  await expect(page.getByText('— 1 —')).toBeAttached()
  const paper = await printed(page)
  await turnTo(page, 'requests')
  await expect(page.locator(`[id="${RECEIVED}"]`)).toBeVisible()
  expect(await printed(page)).toBe(paper)
  // The page is as it was, and leaving 导出 asks for nothing.
  await expect(page.locator(`[id="${RECEIVED}"]`)).toHaveValue('22')
  await expect(page.locator('html[data-print-called]')).not.toBeAttached()
})
