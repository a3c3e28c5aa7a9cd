import { brotliCompressSync } from 'node:zlib'
import { expect, type Page, type Response, test } from '@playwright/test'

/** Script and style that arrive while `arrive` runs, in kB of brotli. */
async function arriving(page: Page, arrive: () => Promise<void>): Promise<{ kB: number; files: string[] }> {
  const bodies = new Map<string, Promise<Buffer>>()
  const note = (response: Response) => {
    if (['script', 'stylesheet'].includes(response.request().resourceType()))
      bodies.set(new URL(response.url()).pathname, response.body())
  }
  page.on('response', note)
  await arrive()
  // What comes later is not counted, and must not be waited for when the test is over.
  page.off('response', note)
  const files = await Promise.all(
    [...bodies].map(async ([path, body]) => ({ path, bytes: brotliCompressSync(await body).length })),
  )
  expect(files.some(({ path }) => path.endsWith('.js'))).toBe(true)
  expect(files.some(({ path }) => path.endsWith('.css'))).toBe(true)
  return {
    kB: files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
    files: files.sort((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`),
  }
}

test('the first screen needs at most 110 kB of script and style', async ({ page }) => {
  const { kB, files } = await arriving(page, async () => {
    await page.goto('#/')
    await expect(page.getByRole('heading', { name: '这台电脑上还没有年报' })).toBeVisible()
    await page.waitForLoadState('networkidle')
  })
  expect(kB, files.join('\n')).toBeLessThanOrEqual(110)
})

test('an open report with its rules stays light: readers, writers and the schema come when asked for', async ({
  page,
}) => {
  const { kB, files } = await arriving(page, async () => {
    await page.goto('#/')
    await page.getByRole('button', { name: '新建年报' }).click()
    await expect(page.getByRole('textbox', { name: '机关名称' })).toBeVisible()
    // The rules come when the page stands.
    await expect(page.getByRole('link', { name: '核对' })).toContainText('未填')
    await page.waitForLoadState('networkidle')
  })
  const rules = files.filter((file) => file.includes('/rules-'))
  expect(rules).toHaveLength(1)
  const late = Number.parseInt(rules[0] ?? '', 10) / 1000
  // 我的年报 is with them, and the other sections and notes, which come ahead behind the first look of the rules.
  expect(kB - late, files.join('\n')).toBeLessThanOrEqual(156)
  // The rules come after the picture, and grow with what the reader of prose understands.
  expect(late).toBeLessThanOrEqual(128)
})

test('the address of a table asks for nothing of 我的年报 and stays within 125 kB up to its first cell', async ({
  page,
  context,
}) => {
  const browser = await context.newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).click()
  await expect(page.getByRole('textbox', { name: '机关名称' })).toBeVisible()
  const address = page.url().replace(/basic$/, 'requests')
  await page.goto('about:blank')
  const { kB, files } = await arriving(page, async () => {
    await page.goto(address)
    await expect(page.locator('[id="tables.requests.received.naturalPerson"]')).toBeVisible()
  })
  expect(files.filter((file) => file.includes('/home-'))).toEqual([])
  expect(kB, files.join('\n')).toBeLessThanOrEqual(125)
})
