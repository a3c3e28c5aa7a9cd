import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { contentCode, printedCode } from '../src/report/contentCode'
import { filledReport } from '../src/testing/filledReport'
import { field, received } from './drafts'
import { DRAFT, openDraft } from './openDraft'

const CELL = received('naturalPerson')
const question = (page: Page) => page.getByRole('alertdialog', { name: /已于.*公布/ })

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}
const open = (page: Page, part: RegExp) =>
  page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: part }).click()

test('a report is published, one figure is found wrong, and a correction says what changed and why', async ({
  page,
}) => {
  const report = filledReport({ 'tables.requests.outcome.granted.naturalPerson': '12' })
  await openDraft(page, report, 'export')
  const steps = page.getByRole('list', { name: '定稿、公布、更正' })
  await steps.getByRole('button', { name: '记为今天公布' }).click()
  await expect(page.getByText('公布的这一份已存入“历史版本”。')).toBeVisible()
  await expect(page.getByText('已公布', { exact: true })).toBeVisible()
  const published = await saved(page, '导出 JSON')

  await open(page, /^二 /)
  const penalties = field(page, 'tables.proactiveDisclosure.administrativePenalties.decisions')
  await penalties.fill('98')
  await expect(question(page)).toBeFocused()
  await expect(penalties).toHaveValue('97')
  await question(page).getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(page.getByText('更正版', { exact: true })).toBeVisible()
  await expect(field(page, 'correction.reason')).toBeFocused()
  await field(page, 'correction.reason').fill('行政处罚漏计一件。')
  await field(page, 'correction.requestedBy').fill('区司法局')
  await expect(field(page, 'correction.date')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
  await open(page, /^二 /)
  await penalties.fill('98')
  await expect(question(page)).toHaveCount(0)
  await expect(penalties).toHaveValue('98')

  await open(page, /^导出/)
  const web = await saved(page, '导出网页')
  expect(web).toContain('附：更正说明')
  expect(web).toContain('行政处罚漏计一件。')
  expect(web).not.toContain('区司法局')
  const row = /<td>1<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/.exec(web)
  expect(row?.slice(1)).toEqual(['表二·行政处罚', '97', '98'])
  const file = JSON.parse(await saved(page, '导出 JSON'))
  expect(file.base).toBe(contentCode(report, currentEdition))
  expect(file.correction).toMatchObject({ reason: '行政处罚漏计一件。', requestedBy: '区司法局' })

  // The first version is among the versions of both, to the byte.
  for (const id of [undefined, DRAFT]) {
    if (id) await page.goto(`#/report/${id}/history`)
    else await page.getByRole('link', { name: '历史版本' }).click()
    const version = page.locator('details').filter({ hasText: '公布的版本' })
    await version.locator('summary').click()
    await expect(version).toContainText(printedCode(contentCode(report, currentEdition)))
    expect(await saved(page, '下载这一版的 JSON')).toBe(published)
  }
})

test('the published report itself is changed after one question, and its published state is kept', async ({
  page,
}) => {
  await openDraft(page, filledReport({ publishedAt: '2022-01-20' }), 'requests')
  await field(page, CELL).click()
  await page.keyboard.type('2')
  await expect(question(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  await expect(field(page, CELL)).toBeFocused()
  await expect(field(page, CELL)).toHaveValue('22')
  await page.keyboard.type('2')
  await question(page).getByRole('button', { name: '仍在此修改' }).click()
  await expect(field(page, CELL)).toBeFocused()
  await expect(field(page, CELL)).toHaveValue('2')
  await page.reload()
  await field(page, CELL).fill('24')
  await expect(field(page, CELL)).toHaveValue('24')
  await expect(question(page)).toHaveCount(0)
  await page.getByRole('link', { name: '历史版本' }).click()
  await expect(page.getByText('公布的版本')).toHaveCount(1)
})

test('a correction can be made of a published report whatever its findings', async ({ page }) => {
  await openDraft(page, filledReport({ publishedAt: '2022-01-20', [CELL]: '12a' }), 'export')
  await page.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(page.getByText('更正版', { exact: true })).toBeVisible()
})
