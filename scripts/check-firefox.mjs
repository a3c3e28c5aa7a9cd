/**
 * npm run check:firefox: a clerk's way through the program in the Firefox of the system, on the site and in the single file
 * opened from file://, with a watch on the network. One line for each step.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { preview } from 'vite'
import { launchFirefox } from './firefox.mjs'
import { watchingProxy } from './watchingProxy.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const built = process.env.E2E_DIST || 'dist'
const port = Number(process.env.E2E_PORT || 4183)
const siteAddress = `http://localhost:${port}/`

const ORGAN = '青禾县水务局'
const PROSE = '按季度清理公开目录，“青禾”公众号同步发布。\n第二段。'
const row = (/** @type {string} */ name) => (/** @type {string} */ column) =>
  `tables.requests.${name}.${column}`
const [received, carriedOver, outcomeTotal] = [row('received'), row('carriedOver'), row('outcomeTotal')]
const granted = row('outcome.granted')('naturalPerson')

/** What is typed, and stays as it was typed. @type {Record<string, string>} */
const typed = {
  'organ.name': ORGAN,
  year: '2021',
  'overview.management': PROSE,
  [received('naturalPerson')]: '22',
  [received('commercialEnterprise')]: '3',
  [received('researchInstitution')]: '0',
  [carriedOver('naturalPerson')]: '1',
  [carriedOver('commercialEnterprise')]: '12a',
  [granted]: '12',
}
/** What another tab adds later. */
const LATER = row('carriedForward')('naturalPerson')

/** Looks again until it is so. @param {string} what @param {() => Promise<unknown>} look */
async function expectSoon(what, look) {
  /** @type {unknown} */
  let seen
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(100)) {
    seen = await look()
    if (seen === true) return
  }
  throw new Error(`${what}, but: ${JSON.stringify(seen)}`)
}
/** @param {string} what @param {unknown} seen @param {unknown} wanted */
function expectEqual(what, seen, wanted) {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`)
}

/** What a clerk does with one page, and sees there. @param {any} page Puppeteer's `Page` */
function hands(page) {
  /** The text of a field or of an output. @param {string} address @returns {Promise<string | undefined>} */
  const textOf = (address) =>
    page.evaluate((/** @type {string} */ id) => {
      const element = document.getElementById(id)
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      return isField ? element.value : element?.textContent?.trim()
    }, address)
  const isEditable = (/** @type {string} */ address) =>
    page.evaluate((/** @type {string} */ id) => {
      const element = document.getElementById(id)
      // A fieldset around it may be what is disabled.
      return element instanceof HTMLInputElement && !element.matches(':read-only, :disabled')
    }, address)
  /** @param {string} address @param {string} text */
  const reads = (address, text) =>
    expectSoon(`${address} reads “${text}”`, async () => {
      const value = await textOf(address)
      return value === text || value
    })
  /** Another page of the open report, by its address. @param {string} section */
  const turnTo = (section) =>
    page.evaluate((/** @type {string} */ name) => {
      window.location.hash = window.location.hash.replace(/[^/]+$/, name)
    }, section)
  return {
    reads,
    /** @param {string} address @param {boolean} wanted */
    becomesEditable: (address, wanted) =>
      expectSoon(
        `${address} ${wanted ? 'can' : 'cannot'} be typed into`,
        async () => (await isEditable(address)) === wanted,
      ),
    /** Words anywhere on the page. @param {string | RegExp} words */
    has: (words) =>
      expectSoon(`the page says ${words}`, async () => {
        const text = await page.evaluate(() => document.body.innerText)
        return (typeof words === 'string' ? text.includes(words) : words.test(text)) || text.slice(0, 300)
      }),
    /** Looks up every text on the page of its section. @param {Record<string, string>} texts */
    async keeps(texts) {
      for (const [section, ofSection] of Object.entries({
        basic: /^(organ|year)/,
        overview: /^overview/,
        requests: /^tables\.requests/,
      })) {
        await turnTo(section)
        for (const [address, text] of Object.entries(texts))
          if (ofSection.test(address)) await reads(address, text)
      }
    },
    focused: () => page.evaluate(() => document.activeElement?.id),
    async focus(/** @type {string} */ address) {
      await page.waitForSelector(`[id="${address}"]`)
      await page.focus(`[id="${address}"]`)
    },
    /** @param {string} text @param {string} [key] */
    async type(text, key) {
      await page.keyboard.type(text)
      if (key) await page.keyboard.press(key)
    },
    /** Keys held down together. @param {...string} keys */
    async chord(...keys) {
      for (const key of keys) await page.keyboard.down(key)
      for (const key of keys.reverse()) await page.keyboard.up(key)
    },
    /** Clicks the first button or link that is called so. @param {string} name */
    async press(name) {
      const handle = await page.waitForFunction(
        (/** @type {string} */ wanted) =>
          [...document.querySelectorAll('button, a')].find(
            (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === wanted,
          ),
        { timeout: 20_000 },
        name,
      )
      await handle.click()
    },
    turnTo,
    /** @param {string} file */
    chooseFile: async (file) => (await page.waitForSelector('input[type=file]')).uploadFile(file),
  }
}

/** @param {string} folder @param {RegExp} name */
async function arrived(folder, name) {
  /** @type {string | undefined} */
  let file
  await expectSoon(`a file ${name} arrives`, async () => {
    const names = readdirSync(folder)
    file = names.find((one) => name.test(one))
    return (file !== undefined && !names.some((one) => one.endsWith('.part'))) || names
  })
  return join(folder, file ?? '')
}

/**
 * @typedef {{ page: any, open(): Promise<any>, address: string, folder: string, stopServer(): Promise<void> }} Desk
 * `open`: another tab. `folder`: where files are saved.
 */

/** The clerk's way, in order; each step gives what its line says besides. @type {Record<string, (desk: Desk) => Promise<string>>} */
const steps = {
  async 'a new report with its 基本信息'({ page, address }) {
    const { press, focus, type, has } = hands(page)
    await page.goto(`${address}#/`)
    await press('新建年报')
    await focus('organ.name')
    await type(ORGAN, 'Tab')
    await type('2021')
    await page.select('[id="organ.kind"]', 'department')
    await has('2022年1月31日')
    return `${ORGAN}, published by 2022年1月31日`
  },

  async 'table 3 by keyboard'({ page }) {
    const { turnTo, focus, type, chord, focused, reads } = hands(page)
    await turnTo('requests')
    await focus(received('naturalPerson'))
    await type('22', 'Tab')
    await type('3', 'Enter')
    expectEqual('Enter leads down', await focused(), carriedOver('commercialEnterprise'))
    await type('12a', 'ArrowUp')
    await page.keyboard.press('ArrowRight')
    expectEqual('→ leads to the right', await focused(), received('researchInstitution'))
    await type('0')
    await chord('Alt', 'KeyZ')
    await reads(received('otherOrganization'), '0')
    await reads(received('total'), '25')
    await focus(carriedOver('naturalPerson'))
    await type('1', 'Enter')
    await type('12', 'Enter')
    await chord('Alt', 'Shift', 'KeyZ')
    await reads(outcomeTotal('total'), '12')
    await chord('Control', 'KeyZ')
    await reads(LATER, '')
    await chord('Control', 'KeyY')
    await reads(LATER, '0')
    return '22＋3＋0＝25; Alt+Z, Alt+Shift+Z, Ctrl+Z and Ctrl+Y do what they should'
  },

  async 'every printed label within its cell'({ page }) {
    const { turnTo } = hands(page)
    let labels = 0
    for (const section of ['proactive', 'review', 'requests']) {
      await turnTo(section)
      await page.waitForSelector('main table th')
      const outside = await page.$$eval('main table th', (/** @type {Element[]} */ heads) =>
        heads.map((head) => {
          const range = document.createRange()
          range.selectNodeContents(head)
          const [own, cell] = [range.getBoundingClientRect(), head.getBoundingClientRect()]
          const fits =
            own.left >= cell.left - 1 && own.right <= cell.right + 1 && own.bottom <= cell.bottom + 1
          return fits ? '' : head.textContent
        }),
      )
      expectEqual(section, outside.filter(Boolean), [])
      labels += outside.length
    }
    return `${labels} labels`
  },

  async 'prose, and a reload at once'({ page }) {
    const { turnTo, focus, type, keeps } = hands(page)
    await turnTo('overview')
    await focus('overview.management')
    await type(PROSE)
    await page.reload()
    await keeps(typed)
    return `${Object.keys(typed).length} texts kept, “12a” too`
  },

  async 核对({ page }) {
    const { turnTo, has, press, focused } = hands(page)
    await turnTo('check')
    await has('还不能定稿')
    const rules = await page.$$eval('main [data-rule]', (/** @type {Element[]} */ all) =>
      all.map((one) => one.getAttribute('data-rule')),
    )
    for (const rule of ['requests.balance', 'cell.not-integer'])
      if (!rules.includes(rule)) throw new Error(`no finding ${rule} among ${[...new Set(rules)]}`)
    await page.click('main [data-rule="requests.balance"] a')
    await expectSoon(
      'the finding leads to its cell',
      async () => (await focused()) === received('naturalPerson') || focused(),
    )
    await press('返回核对')
    return `${rules.length} findings`
  },

  async 'a JSON file of what was typed'({ page, folder }) {
    const { turnTo, press } = hands(page)
    await turnTo('export')
    await press('导出 JSON')
    const file = JSON.parse(readFileSync(await arrived(folder, /\.json$/), 'utf8'))
    for (const [address, text] of Object.entries(typed)) {
      const value = address.split('.').reduce((part, key) => part?.[key], file)
      expectEqual(address, String(value), text)
    }
    expectEqual('the total', file.tables.requests.received.total, 25)
    return file.status
  },

  async 'the print view'({ page, folder }) {
    const { has } = hands(page)
    await has('— 1 —')
    const sheets = await page.$$eval(
      'article[aria-label^="第"]',
      (/** @type {Element[]} */ all) => all.length,
    )
    const pdf = join(folder, 'print.pdf')
    writeFileSync(pdf, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }))
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
    expectEqual('sheets printed', pages, sheets)
    return `${sheets} sheets, ${pages} pages printed`
  },

  async 'every other file, and each one read again'({ page, folder, address }) {
    const { turnTo, press, has, chooseFile } = hands(page)
    const report = page.url()
    for (const [name, ending] of Object.entries({
      '导出 Word': 'docx',
      导出网页: 'html',
      '导出 Excel': 'xlsx',
    })) {
      await press(name)
      await has(`${name}：已生成并重新读入核对`)
      await arrived(folder, new RegExp(`\\.${ending}$`))
    }
    await press('复制为网页内容')
    await has('已复制')
    for (const name of readdirSync(folder)) {
      await page.goto(`${address}#/import`)
      await chooseFile(join(folder, name))
      await has(/预览，还没有写入任何年报|识别结果/)
      await page.goto(`${address}#/`)
      await has('我的年报')
    }
    await page.goto(report)
    await turnTo('export')
    return readdirSync(folder)
      .map((name) => name.split('.').at(-1))
      .join(', ')
  },

  async 'a second tab reads, then takes over'({ page, open }) {
    const first = hands(page)
    await first.turnTo('requests')
    await first.becomesEditable(LATER, true)
    const other = await open()
    const second = hands(other)
    await other.goto(page.url())
    await second.has('正在另一个标签页填写')
    await second.becomesEditable(LATER, false)
    await page.bringToFront()
    await first.focus(LATER)
    await first.type('7')
    await second.reads(LATER, '7')
    await other.bringToFront()
    await second.press('在此编辑')
    await second.becomesEditable(LATER, true)
    await first.becomesEditable(LATER, false)
    await second.focus(LATER)
    await second.type('11')
    await first.reads(LATER, '11')
    await other.close()
    await page.bringToFront()
    await first.becomesEditable(LATER, true)
    return ''
  },
}

/** What only a site can do. @type {typeof steps} */
const stepsOfTheSite = {
  async 'the same without the server'({ page, address, stopServer }) {
    const { turnTo, reads, has, focus, type } = hands(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await stopServer()
    await page.reload()
    await reads(LATER, '11')
    await focus(LATER)
    await type('10')
    for (const [section, words] of [
      ['check', '还不能定稿'],
      ['export', '— 1 —'],
      ['history', '历史版本'],
    ]) {
      await turnTo(section ?? '')
      await has(words ?? '')
    }
    const report = page.url()
    for (const [route, words] of [
      ['import', '粘贴年报内容'],
      ['help', '帮助'],
      ['rules', '核对规则'],
      ['about', '年报通'],
    ]) {
      await page.goto(`${address}#/${route}`)
      await has(words ?? '')
    }
    await page.goto(report)
    await turnTo('requests')
    await page.reload()
    await reads(LATER, '10')
    return 'reloaded, filled, every page opened'
  },
}

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
