// One contender's table in a page of its own.
import { watchFirstCell } from './probes.mjs'

/** @typedef {import('./adapters/byId.mjs').Contender} Contender */
/** @typedef {{ hash: string, storage: { name: string, value: string }[] }} Start */

/** @param {number} ms */
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

const view = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  serviceWorkers: /** @type {const} */ ('block'),
}

/**
 * Where a contender's table is found: its address and what the browser has stored by then. A draft is made once, by
 * the clicks of a clerk; later pages find it as it was then.
 * @param {import('playwright-core').Browser} browser
 * @param {Contender} contender
 * @param {string} url
 * @returns {Promise<Start>}
 */
export async function findTable(browser, contender, url) {
  if (!contender.setUp) return { hash: '', storage: [] }
  const context = await browser.newContext(view)
  const page = await context.newPage()
  await page.goto(url)
  const hash = await contender.setUp(page)
  await sleep(1000)
  const storage = await page.evaluate(() =>
    Object.entries({ ...localStorage }).map(([name, value]) => ({ name, value })),
  )
  await context.close()
  return { hash, storage }
}

/**
 * Opens the table in a browser that has stored nothing but the draft; returns when the first cell may be typed in.
 * @param {import('playwright-core').Browser} browser
 * @param {Contender} contender
 * @param {{ url: string, start: Start, scale?: number, throttle?: number }} how
 */
export async function openTable(browser, contender, { url, start, scale = 1, throttle = 1 }) {
  const context = await browser.newContext({
    ...view,
    storageState: { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: start.storage }] },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  /** @type {string[]} */
  const errors = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  // Ticks of the main thread, not of the clock: what other programs take is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  await page.addInitScript(watchFirstCell, contender.cell(0, 0, scale))
  // What the browser still does for the new profile is not counted.
  await sleep(300)
  await page.goto(url + start.hash, { waitUntil: 'commit' })
  const deadline = Date.now() + 90_000
  /** @returns {Promise<number | undefined>} */
  const usable = () => page.evaluate(() => /** @type {any} */ (window).benchUsable)
  let loaded = await usable()
  while (loaded === undefined) {
    if (Date.now() > deadline) throw new Error(`${contender.name}: no cell to type in`)
    await sleep(50)
    loaded = await usable()
  }

  return {
    contender,
    scale,
    page,
    cdp,
    errors,
    loaded,
    close: () => context.close(),
    /** Main-thread time so far, ms. */
    async cpu() {
      const { metrics } = await cdp.send('Performance.getMetrics')
      const ms = (/** @type {string} */ name) => (metrics.find((m) => m.name === name)?.value ?? 0) * 1000
      return {
        task: ms('TaskDuration'),
        script: ms('ScriptDuration'),
        layout: ms('LayoutDuration') + ms('RecalcStyleDuration'),
      }
    },
    async heap() {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
    },
    /** @param {number} row @param {number} column */
    focus: (row, column) =>
      contender.focus
        ? contender.focus(page, row, column)
        : page.evaluate(
            (selector) => {
              const cell = /** @type {HTMLInputElement} */ (document.querySelector(selector))
              cell.focus()
              cell.select()
            },
            contender.cell(row, column, scale),
          ),
    /** @param {string} selector */
    text: (selector) =>
      page.evaluate((wanted) => {
        const found = document.querySelector(wanted)
        return (found instanceof HTMLInputElement ? found.value : (found?.textContent ?? '')).trim()
      }, selector),
  }
}
/** @typedef {Awaited<ReturnType<typeof openTable>>} Table */
