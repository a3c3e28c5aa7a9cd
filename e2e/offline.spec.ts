import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { field, received } from './drafts'

test.use({ serviceWorkers: 'allow' })

const built = resolve(fileURLToPath(new URL('..', import.meta.url)), process.env.E2E_DIST ?? 'dist')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** The site below a folder of a server of our own, which can be changed and stopped. */
let folder: string
let server: Server
let address: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-site-'))
  cpSync(built, folder, { recursive: true })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname.replace(/^\/nianbao\//, '') || 'index.html'
    try {
      response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
      response.end(readFileSync(join(folder, path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://localhost:${(server.address() as AddressInfo).port}/nianbao/`
})
test.afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until the files are kept and this page is served from them. */
const kept = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller !== null
  })

test('once opened, the program starts and works without the server', async ({ page }) => {
  await page.goto(address)
  await kept(page)
  server.closeAllConnections()
  server.close()

  await page.reload()
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await page.waitForURL(/report\/[^/]+\/basic/)
  const report = page.url().replace(/basic$/, '')
  for (const section of ['overview', 'proactive', 'check', 'export', 'history']) {
    await page.goto(report + section)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
  await page.goto(`${report}requests`)
  await field(page, received('naturalPerson')).click()
  await page.keyboard.type('12')
  await page.reload()
  await expect(field(page, received('naturalPerson'))).toHaveValue('12')
  for (const route of ['import', 'help', 'rules', 'about', 'trash']) {
    await page.goto(`${address}#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
})

test('a new version waits, says so once on the list, and starts when asked for', async ({ page }) => {
  await page.goto(address)
  await kept(page)
  const index = join(folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<body>', '<body data-build="next">'))
  const script = join(folder, 'service-worker.js')
  writeFileSync(script, `${readFileSync(script, 'utf8').replaceAll('nianbao-', 'nianbao-next-')}\n`)

  await page.reload()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  const notice = page.getByText('新版本已准备好')
  await expect(notice).toBeVisible()
  await expect(page.locator('body[data-build]')).toHaveCount(0)
  // Nothing moves by itself.
  await page.goto(`${address}#/help`)
  await page.goto(`${address}#/`)
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: '现在启用' }).click()
  await expect(page.locator('body[data-build="next"]')).toHaveCount(1)
  await expect(notice).toHaveCount(0)
})

test('the browser finds nothing missing for installing it', async ({ page }) => {
  await page.goto(address)
  await kept(page)
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A private window, which every test has, can never install.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})
