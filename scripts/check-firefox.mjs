/**
 * npm run check:firefox: a clerk's way through the program in the Firefox of the system, on the site and in the single file
 * opened from file://, with a watch on the network. One line for each step.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { preview } from 'vite'
import { expectEqual, expectSoon } from './clerk.mjs'
import { steps, stepsOfTheSite } from './clerksWay.mjs'
import { launchFirefox } from './firefox.mjs'
import { watchingProxy } from './watchingProxy.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const built = process.env.E2E_DIST || 'dist'
const port = Number(process.env.E2E_PORT || 4183)
const siteAddress = `http://localhost:${port}/`

/** Serves the build; the connections that a browser keeps open end with it. */
async function serve() {
  const server = await preview({ build: { outDir: built }, preview: { port, strictPort: true } })
  return async () => {
    if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections()
    await server.close()
  }
}

/** The browser itself looks for updates, settings and a way out, whatever is open. `dummy.test` is where its driver sends that. */
const ofTheBrowser = /^(https?:\/\/)?([\w-]+\.)*(mozilla\.(com|net|org)|firefox\.com|dummy\.test)[:/]/

/** @param {string} name @param {string} address @param {typeof steps} way @returns {Promise<number>} steps that failed */
async function walk(name, address, way) {
  const isSite = address.startsWith('http')
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-firefox-'))
  const proxy = await watchingProxy(isSite ? address : 'none')
  const stopServer = isSite ? await serve() : async () => undefined
  const browser = await launchFirefox({
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.alwaysOpenPanel': false,
    'intl.accept_languages': 'zh-CN',
  })
  /** @type {string[]} */
  const complaints = []
  async function open() {
    const page = await browser.newPage()
    page.on(
      'console',
      (/** @type {any} */ message) => message.type() === 'error' && complaints.push(message.text()),
    )
    page.on('pageerror', (/** @type {unknown} */ error) => complaints.push(String(error)))
    await page.evaluateOnNewDocument(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI}`),
      ),
    )
    return page
  }
  const desk = { page: await open(), open, address, folder, stopServer }
  let failed = 0
  /** @param {string} step @param {() => Promise<string>} act */
  async function line(step, act) {
    try {
      const words = await act()
      console.log(`${name}: ${step}: ok${words && ` (${words})`}`)
    } catch (error) {
      failed++
      console.log(`${name}: ${step}: FAILED ${error instanceof Error ? error.message : error}`)
    }
  }
  console.log(`${name}: ${await browser.version()}`)
  for (const [step, act] of Object.entries(way)) await line(step, () => act(desk))
  await line('no complaint in the console, no violation of the policy', async () => {
    expectEqual('complaints', complaints, [])
    // They would have been heard.
    await desk.page.evaluate(() => fetch('http://elsewhere.test/').catch(() => undefined))
    await expectSoon('a violation is heard', async () =>
      complaints.some((one) => one.startsWith('policy: connect-src')),
    )
    return ''
  })
  await line('nothing asked of any other host', async () => {
    const [own, foreign] = [true, false].map((wanted) =>
      [...proxy.asked].filter((url) => !ofTheBrowser.test(url) && url.startsWith(address) === wanted),
    )
    expectEqual('foreign', foreign, [])
    // The watch was not asleep.
    await desk.page.goto('http://elsewhere.test/').catch(() => undefined)
    if (!proxy.asked.has('http://elsewhere.test/')) throw new Error('the proxy sees nothing')
    return `${own?.length} of its own`
  })
  await browser.close()
  await stopServer()
  proxy.stop()
  rmSync(folder, { recursive: true, force: true })
  return failed
}

const file = pathToFileURL(resolve(built, 'nianbao.html')).href
const failed =
  (await walk('site', siteAddress, { ...steps, ...stepsOfTheSite })) + (await walk('file', file, steps))
console.log(`firefox: ${failed === 0 ? 'every step passed' : `${failed} steps FAILED`}`)
process.exitCode = failed === 0 ? 0 : 1
