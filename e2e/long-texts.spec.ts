import { writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { field, untilSaved } from './drafts'
import { longestTask } from './longestTask'
import { openDraft } from './openDraft'

/** No key waits longer, ms of the processor. */
const LIMIT = 200
/** Nor, where the browser itself takes that long to lay out such a text, more than so many times as long as in a bare box. */
const TIMES = 2
const TYPED = '今年新收22件，'
async function inBareBox(page: Page, text: string): Promise<number> {
  await page.setContent('<textarea style="width: 40em; font: 16px/1.8 sans-serif"></textarea>')
  const box = page.getByRole('textbox')
  const grow = (area: HTMLElement) => {
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }
  return longestTask(page, async () => {
    await box.fill(text)
    await box.evaluate(grow)
    await box.press('Control+Home')
    for (const letter of TYPED) {
      await page.keyboard.type(letter)
      await box.evaluate(grow)
    }
  })
}
/** Ticks grow, too, where other programs share the cores: the shortest of four goes is the page's own. */
test.describe.configure({ retries: 3 })

const SENTENCE =
  '本年新收政府信息公开申请22件，上年结转1件，全部在法定期限内答复；制发行政规范性文件6件、废止13件。'
const figures = (characters: number) =>
  SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters)
const words = (characters: number) =>
  '政府信息公开工作依法有序推进，'.repeat(Math.ceil(characters / 15)).slice(0, characters)

const verdict = (page: Page) => page.getByRole('status').filter({ hasText: /定稿/ })

for (const [name, text] of [
  ['20,000 characters of figures', figures(20_000)],
  ['100,000 characters of figures', figures(100_000)],
  ['ten thousand times 1件', '1件'.repeat(10_000)],
] as const)
  test(`核对 of ${name} holds up no key`, async ({ page }) => {
    await openDraft(page, filledReport({ 'overview.onRequest': text }), 'basic')
    await expect(field(page, 'year')).toHaveValue('2021')
    const longest = await longestTask(page, async () => {
      await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^核对/ }).click()
      await expect(verdict(page)).toBeVisible({ timeout: 45_000 })
    })
    expect(longest).toBeLessThan(LIMIT)
  })

for (const [name, text] of [
  ['100,000 characters of figures in one line', figures(100_000)],
  ['100,000 characters of words in one line', words(100_000)],
  ['two thousand lines of figures', figures(100_000).replaceAll('。', '。\n')],
] as const)
  test(`a text of ${name} is opened and typed into, and no key waits`, async ({ page }) => {
    const bare = await inBareBox(page, text)
    await openDraft(page, filledReport({ 'overview.onRequest': text }), 'basic')
    await expect(field(page, 'year')).toHaveValue('2021')
    const typed = field(page, 'overview.onRequest')
    const longest = await longestTask(page, async () => {
      await page
        .getByRole('navigation', { name: '年报各部分' })
        .getByRole('link', { name: /总体情况/ })
        .click()
      await expect(typed).toHaveValue(text)
      // What the rules say of it comes later, and is drawn, too.
      await expect(page.locator('mark').first()).toBeAttached({ timeout: 45_000 })
      const marks = await page.locator('mark').count()
      await typed.focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type(TYPED)
      await untilSaved(page, 'testdraft001', 'overview.onRequest', `${TYPED}${text}`)
      await expect(page.locator('mark')).not.toHaveCount(marks, { timeout: 45_000 })
    })
    expect(longest).toBeLessThan(Math.max(LIMIT, TIMES * bare))
  })

test('a table of a quarter million cells on 导入 is read in its beginning, which the page says', async ({
  page,
}, info) => {
  const row = (at: number) => `<tr>${`<td>${at}</td>`.repeat(60)}</tr>`
  const table = `<table>${Array.from({ length: 4_000 }, (_, at) => row(at)).join('')}</table>`
  const report = `<h1>示例区2021年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年新收申请22件。</p>${table}`
  // From the disk: handed over as a buffer the file would be made in the page.
  const file = info.outputPath('年报.html')
  writeFileSync(file, report)
  await page.goto('#/import')
  const choose = page.getByLabel('选择文件')
  await choose.waitFor({ state: 'attached' })
  const longest = await longestTask(page, async () => {
    await choose.setInputFiles(file)
    await expect(page.getByText('只读取了开头的部分')).toBeVisible({ timeout: 45_000 })
  })
  expect(longest).toBeLessThan(LIMIT)
})

for (const [name, text] of [
  ['a paragraph of 300,000 characters', words(300_000)],
  ['five thousand paragraphs', `${words(58)}\n`.repeat(5_000)],
] as const)
  test(`导出 of ${name} is laid out whole and holds up no key`, async ({ page }) => {
    await openDraft(page, filledReport({ 'overview.proactive': text }), 'basic')
    await expect(field(page, 'year')).toHaveValue('2021')
    const longest = await longestTask(page, async () => {
      await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^导出/ }).click()
      await expect(page.getByText(/共 \d\d+ 页/)).toBeVisible({ timeout: 45_000 })
      await expect(page.getByText(/^— \d+ —$/).last()).toBeAttached()
    })
    expect(longest).toBeLessThan(LIMIT)
    // Every character is on a sheet, once and in its place.
    const pages = Number(/共 (\d+) 页/.exec((await page.getByText(/共 \d+ 页/).textContent()) ?? '')?.[1])
    await expect(page.getByRole('article')).toHaveCount(pages, { timeout: 30_000 })
    const printed = await page.locator('article .paper-p').allTextContents()
    expect(printed.join('')).toContain(text.replaceAll('\n', ''))
  })

test('a text that is far too long for paper is not laid out, and the page says so', async ({ page }) => {
  await openDraft(page, filledReport({ 'overview.proactive': words(500_000) }), 'export')
  await expect(page.getByRole('alert').filter({ hasText: '50 万字' })).toContainText('没有排版', {
    timeout: 45_000,
  })
})
