import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { field, received } from './drafts'
import { pages } from './pages'

/** Presses a button that hands out a file; its name and content. */
async function handedOut(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ])
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) }
}

const EVERY_FILE = ['导出 Word', '导出网页', '导出 Excel', '导出 JSON', '下载备份']
const NOTES = `青禾县水务局2021年政府信息公开工作年度报告
二、主动公开政府信息情况
行政处罚\t97
行政强制\t1`

/** Everything a clerk may do with the program from the first report to the last page, on whatever place it is opened from. */
export async function clerksSession(page: Page) {
  await page.goto('#/')
  await page.getByRole('button', { name: '载入示例' }).click()
  await expect(page).toHaveURL(/#\/report\/[^/]+\/basic$/)
  const at = (section: string) => page.goto(page.url().replace(/[^/]+$/, section))
  await field(page, 'organ.name').fill('青禾县水务局')
  await at('requests')
  await field(page, received('naturalPerson')).click()
  await page.keyboard.type('12')
  await page.keyboard.press('F1')
  await page.keyboard.press('Control+f')
  await page.getByRole('button', { name: '快捷键' }).click()
  await page.reload()
  await expect(field(page, received('naturalPerson'))).toHaveValue('12')
  for (const section of ['overview', 'proactive', 'review', 'problems', 'other', 'check', 'history']) {
    await at(section)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }
  await page.getByRole('button', { name: '把现在的内容存为版本' }).click()

  await at('export')
  const files: { name: string; buffer: Buffer }[] = []
  for (const button of EVERY_FILE) files.push(await handedOut(page, button))
  await page.getByRole('button', { name: '复制为网页内容' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
  await expect(page.getByRole('article', { name: '第 1 页' })).toBeVisible()
  files.push({ name: '年报.pdf', buffer: await page.pdf({ preferCSSPageSize: true }) })
  files.push({ name: '摘录.txt', buffer: Buffer.from(NOTES) })
  files.push({ name: '摘录.md', buffer: Buffer.from(NOTES) })
  files.push({ name: '旧格式.doc', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]) })

  for (const { name, buffer } of files) {
    await page.goto('#/import')
    await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    // What was read beside its source, or what the file is in a line.
    const answer = page.getByText(/^(预览，还没有写入任何年报|识别结果)/).first()
    await expect(answer, name).toBeVisible({ timeout: 30_000 })
    await page.goto('#/')
    await expect(page.getByRole('table', { name: /^我的年报/ })).toBeVisible()
  }
  await page.goto('#/import')
  await page.getByLabel('粘贴年报内容').fill(NOTES)
  await page.getByRole('button', { name: '识别' }).click()
  await page.getByRole('button', { name: '导入为新年报' }).click()
  await expect(page).toHaveURL(/basic$/)

  await page.goto('#/')
  await handedOut(page, '下载全部备份')
  for (const route of pages) {
    await page.goto(`#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
  return files.map(({ name }) => name)
}
