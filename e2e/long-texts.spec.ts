import { expect, type Page, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { field } from './drafts'
import { longestTask } from './longestTask'
import { openDraft } from './openDraft'

/** No key waits longer, ms of the processor. */
const LIMIT = 200

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
