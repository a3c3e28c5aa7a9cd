import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { draftWith, exportAll, field, received, restore } from './drafts'

const cell = received('naturalPerson')

async function throughTheApp(page: Page, start: string) {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': '青禾县水务局' })], start)
  await page.goto(`${start}#/report/one/requests`)
  await field(page, cell).click()
  await page.keyboard.type('12')
  for (const section of ['basic', 'overview', 'proactive', 'review', 'check', 'export', 'history']) {
    await page.goto(`${start}#/report/one/${section}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
    if (section === 'export') expect(await exportAll(page)).toHaveLength(4)
  }
  const [backup] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载备份' }).first().click(),
  ])
  expect(backup.suggestedFilename()).toMatch(/备份\.json$/)
  for (const route of ['', 'import', 'help', 'rules', 'about', 'trash']) {
    await page.goto(`${start}#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
}

/** A browser of our own with switches that the suite's browser does not have. */
async function browserWith(args: string[]) {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', ...args],
  })
}

test('on a plain-http intranet host everything works that this browser leaves there', async ({ baseURL }) => {
  const browser = await browserWith(['--host-resolver-rules=MAP oa.test 127.0.0.1'])
  const start = (baseURL ?? '').replace('localhost', 'oa.test')
  const complaints: string[] = []
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(start)
  expect(await page.evaluate(() => [window.isSecureContext, 'locks' in navigator])).toEqual([false, false])
  await throughTheApp(page, start)
  await page.goto(`${start}#/report/one/requests`)
  await page.reload()
  await expect(field(page, cell)).toHaveValue('12')
  const second = await context.newPage()
  await second.goto(`${start}#/report/one/requests`)
  await second.getByRole('button', { name: '在此编辑' }).click()
  await expect(field(second, cell)).toBeEditable()
  expect(complaints).toEqual([])
  await browser.close()
})

test('nothing is asked of any other host', async ({ baseURL }) => {
  const start = baseURL ?? ''
  const asked = new Set<string>()
  const { port } = new URL(start)
  // Stands between the browser and every network, and passes on what goes to the app alone.
  const proxy = createServer((request, response) => {
    asked.add(request.url ?? '')
    fetch(new URL(new URL(request.url ?? '').pathname, `http://localhost:${port}`)).then(
      async (answer) => {
        response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
        response.end(Buffer.from(await answer.arrayBuffer()))
      },
      () => response.destroy(),
    )
  }).on('connect', (request, socket) => {
    asked.add(`https://${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const browser = await browserWith([
    `--proxy-server=http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    '--proxy-bypass-list=<-loopback>',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ])
  const page = await browser.newPage()
  const ofThePage = new Set<string>()
  page.context().on('request', (request) => ofThePage.add(request.url()))
  await page.goto(start)
  await throughTheApp(page, start)
  const foreign = (urls: Set<string>) =>
    [...urls].filter((url) => !url.startsWith(start) && !/^(blob|data):/.test(url))
  expect(foreign(ofThePage)).toEqual([])
  // The browser itself looks for its updates, whatever is open.
  const ofTheBrowser = /^https?:\/\/([\w-]+\.)*(google|googleapis|gvt1)\.com[:/]/
  expect(foreign(asked).filter((url) => !ofTheBrowser.test(url))).toEqual([])
  expect(asked.size).toBeGreaterThan(10)
  await browser.close()
  proxy.closeAllConnections()
  proxy.close()
})
