import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { readFileText } from '../src/report/schema'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'

/** Presses the button of an output and gives the file that was saved. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}

test('the JSON file holds the report and opens again equal by value', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  const { name, content } = await saved(page, '导出 JSON')
  expect(name).toBe('示例区人民政府_2021年政府信息公开工作年度报告.json')
  const file = JSON.parse(content.toString('utf8'))
  expect(file).toMatchObject({ format: 'nianbao', schemaVersion: 1, edition: '2021', status: 'final' })
  expect(file.tables.requests.outcomeTotal.total).toBe(23)
  expect(readFileText(content.toString('utf8'))).toEqual({ report })
})

test('a report that cannot be final is saved as a draft, and the file name says so', async ({ page }) => {
  const report = filledReport({ 'organ.name': '某/局', 'tables.requests.received.naturalPerson': '12a' })
  await openDraft(page, report, 'export')
  const { name, content } = await saved(page, '导出 JSON')
  expect(name).toBe('某_局_2021年政府信息公开工作年度报告_草稿.json')
  await expect(page.getByText(name)).toBeVisible()
  expect(JSON.parse(content.toString('utf8')).status).toBe('draft')
})
