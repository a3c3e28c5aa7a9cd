import { chromium, expect, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { watchingProxy } from '../scripts/watchingProxy.mjs'
import { clerksSession } from './clerksSession'

test.use({ serviceWorkers: 'allow' })

/** The browser itself looks for its updates, whatever is open. */
const ofTheBrowser = /^https?:\/\/([\w-]+\.)*(google|googleapis|gvt1)\.com[:/]/

test('a whole session asks nothing of any other host, and nothing is complained of', {
  tag: '@file',
}, async ({ baseURL }) => {
  test.setTimeout(180_000)
  const home = baseURL ?? ''
  const proxy = await watchingProxy(home)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const page = await browser.newPage()
  const ofThePage = new Set<string>()
  const complaints: string[] = []
  page.context().on('request', (request) => ofThePage.add(request.url().replace(/#.*/, '')))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const isSite = home.startsWith('http')
  await page.goto('#/')
  if (isSite) await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  expect(await clerksSession(page)).toHaveLength(9)

  expect(complaints).toEqual([])
  const own = [...ofThePage].filter((url) => !/^(blob|data):/.test(url))
  if (isSite) expect(own.filter((url) => !url.startsWith(home))).toEqual([])
  else expect(own).toEqual([home])
  const passed = [...proxy.asked].filter((url) => !ofTheBrowser.test(url))
  expect(passed.filter((url) => !isSite || !url.startsWith(home))).toEqual([])
  if (isSite) expect(passed).toContain(`${home}service-worker.js`)

  // The watch was not asleep: what another page asks for is seen.
  const foreign = await browser.newPage()
  await foreign.goto('http://elsewhere.test/').catch(() => undefined)
  expect(proxy.asked).toContain('http://elsewhere.test/')
  await browser.close()
  proxy.stop()
})
