import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { field, received } from './drafts'
import { pages } from './pages'
import { kept, type Site, startSite } from './site'

test.use({ serviceWorkers: 'allow' })

let site: Site
let address: string
test.beforeEach(async () => {
  site = await startSite()
  address = site.address
})
test.afterEach(() => site.stop())

test('once opened, the program starts and works without the server', async ({ page }) => {
  await page.goto(address)
  await kept(page)
  site.stop()

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
  for (const route of pages) {
    await page.goto(`${address}#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  }
})

test('a new version waits, says so once on the list, and starts when asked for', async ({ page }) => {
  await page.goto(address)
  await kept(page)
  const index = join(site.folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<body>', '<body data-build="next">'))
  const script = join(site.folder, 'service-worker.js')
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
