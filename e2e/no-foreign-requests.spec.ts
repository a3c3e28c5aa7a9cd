import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, expect, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { clerksSession } from './clerksSession'

test.use({ serviceWorkers: 'allow' })

/**
 * Stands between a browser and every network, notes what is asked for, by pages and workers alike, and passes on what goes
 * to the app alone.
 */
async function watchingProxy(home: string) {
  const asked = new Set<string>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '')
    asked.add(url.href)
    if (!url.href.startsWith(home)) return void response.writeHead(502).end()
    fetch(url).then(
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

/** The browser itself looks for its updates, whatever is open. */
const ofTheBrowser = /^https?:\/\/([\w-]+\.)*(google|googleapis|gvt1)\.com[:/]/

test('a whole session asks nothing of any other host, and nothing is complained of', {
  tag: '@file',
}, async ({ baseURL }) => {
  test.setTimeout(120_000)
  const home = baseURL ?? ''
  const proxy = await watchingProxy(home)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--proxy-server=${proxy.address}`,
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
