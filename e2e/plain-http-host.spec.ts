import { chromium, expect, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { clerksSession } from './clerksSession'
import { draftWith, field, received, restore } from './drafts'

const cell = received('naturalPerson')

test('on a plain-http intranet host everything works that this browser leaves there', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--host-resolver-rules=MAP oa.test 127.0.0.1',
    ],
  })
  const complaints: string[] = []
  const context = await browser.newContext({ baseURL: baseURL?.replace('localhost', 'oa.test') })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto('#/')
  expect(await page.evaluate(() => [window.isSecureContext, 'locks' in navigator])).toEqual([false, false])
  await clerksSession(page)

  await restore(page, [draftWith('one', { year: '2021', 'organ.name': '青禾县水务局', [cell]: '12' })])
  await page.goto('#/report/one/requests')
  await expect(field(page, cell)).toBeEditable()
  const second = await context.newPage()
  await second.goto('#/report/one/requests')
  await second.getByRole('button', { name: '在此编辑' }).click()
  await expect(field(second, cell)).toBeEditable()
  expect(complaints).toEqual([])
  await browser.close()
})
