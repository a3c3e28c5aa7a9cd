import { expect, type Page, test } from '@playwright/test'

const heading = (page: Page) => page.getByRole('heading', { name: '这台电脑上还没有年报' })

test('nothing is drawn before its styles are there, however late they come', async ({ page }) => {
  let styled = false
  await page.route('**/app-*.css', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    styled = true
    await route.continue()
  })
  await page.goto('#/', { waitUntil: 'commit' })
  await expect(heading(page)).toBeAttached()
  expect(styled).toBe(true)
  expect(
    await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)),
  ).toBe(true)
})

test('a file of styles that cannot be had does not keep the program from starting', async ({ page }) => {
  let refused = 0
  await page.route('**/app-*.css', (route) => {
    refused++
    return route.abort()
  })
  await page.goto('#/')
  await expect(heading(page)).toBeAttached()
  expect(refused).toBeGreaterThan(0)
})
