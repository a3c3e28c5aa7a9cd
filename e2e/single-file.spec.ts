import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { backupText } from '../src/drafts/backup'
import { contentOf } from '../src/drafts/draft'
import { exportAll, field, fullDraft, received, storedDraft } from './drafts'

const root = fileURLToPath(new URL('..', import.meta.url))
const single = pathToFileURL(resolve(root, process.env.E2E_DIST ?? 'dist', 'nianbao.html')).href

/** Everything the page asks for, and everything it complains of. */
function watched(page: Page) {
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url().replace(/#.*/, ''))
  })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { requests, complaints }
}

test('opened by double click: a new report, typed, reloaded, printed and backed up', async ({ page }) => {
  const { requests, complaints } = watched(page)
  await page.goto(single)
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await page.waitForURL(/report\/[^/]+\/basic/)
  const id = page.url().split('/').at(-2) ?? ''
  await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^三/ }).click()
  await field(page, received('naturalPerson')).click()
  await page.keyboard.type('12')
  await page.reload()
  await expect(field(page, received('naturalPerson'))).toHaveValue('12')

  for (const section of [
    'basic',
    'overview',
    'proactive',
    'review',
    'problems',
    'other',
    'check',
    'export',
    'history',
  ]) {
    await page.goto(`${single}#/report/${id}/${section}`)
    await expect(page.getByRole('main')).not.toBeEmpty()
    if (section === 'export') {
      const names = await exportAll(page)
      expect(names.map((name) => name.split('.').at(-1))).toEqual(['json', 'docx', 'html', 'xlsx'])
      expect((await page.pdf()).length).toBeGreaterThan(10_000)
    }
  }
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载备份' }).first().click()
  expect((await downloading).suggestedFilename()).toMatch(/备份\.json$/)

  for (const route of ['', 'import', 'help', 'rules', 'about', 'trash']) {
    await page.goto(`${single}#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
  expect(complaints).toEqual([])
  expect(new Set(requests)).toEqual(new Set([single]))
})

test('a backup of the site opens in the single file to the letter', async ({ page }) => {
  const draft = fullDraft('from-site')
  await page.goto(`${single}#/import`)
  await page.getByLabel('选择文件').setInputFiles({
    name: '备份.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backupText([draft])),
  })
  await page.getByRole('button', { name: '恢复 1 份草稿' }).click()
  await page.waitForURL(/report\/from-site/)
  const stored = await storedDraft(page, 'from-site')
  expect(stored && contentOf(stored.report)).toBe(contentOf(draft.report))
})
