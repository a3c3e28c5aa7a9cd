import { watchFirstCell } from '../probes.mjs'
import { median } from '../report.mjs'
import { sleep } from '../table.mjs'

const TIMES = 5
const DRAFTS = 200
/** Prose of a full report as published; each has last year's report beside it. */
const CHARACTERS = 4_500
const EMPTY = '#empty-heading'
const FIRST_LINE = '[id^="more-"]'

/** @typedef {import('../app/work.ts').Work} Work */

/**
 * 我的年报 with nothing stored and, in turn, with the drafts of many organs and years in both places of the browser: from the
 * address to the first line on the screen, medians of five, ms. And once, how long the main thread works until every line
 * has its verdict.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url Of the running build.
 * @param {import('playwright-core').Page} maker with app/work.ts in it
 * @returns {Promise<Record<string, number | undefined>>}
 */
export async function registerTimes(browser, url, maker) {
  const empty = await browser.newContext()
  const full = await browser.newContext()
  const drafts = await maker.evaluate(
    ({ count, characters }) =>
      /** @type {{ work: Work }} */ (/** @type {any} */ (window)).work.drafts(count, characters),
    { count: DRAFTS, characters: CHARACTERS },
  )
  const seed = await full.newPage()
  await seed.goto(url)
  await seed.waitForSelector(EMPTY)
  await seed.evaluate((all) => {
    for (const [key, text] of all) localStorage.setItem(key, text)
  }, drafts)
  // This start copies them into the journal.
  await seed.reload()
  await seed.waitForSelector(FIRST_LINE)
  await sleep(5000)
  await seed.close()

  const before = []
  const first = []
  for (let time = 0; time < TIMES; time++) {
    const without = await open(empty, url, EMPTY)
    before.push(without.shown)
    await without.page.close()
    const { page, shown } = await open(full, url, FIRST_LINE)
    first.push(shown)
    await page.close()
  }
  const { page, cdp } = await open(full, url, FIRST_LINE)
  await page.waitForFunction(() => !document.body.textContent?.includes('正在核对'), undefined, {
    polling: 200,
    timeout: 120_000,
  })
  const { metrics } = await cdp.send('Performance.getMetrics')
  await Promise.all([empty.close(), full.close()])
  const size = Math.round(drafts.reduce((sum, [, text]) => sum + text.length, 0) / DRAFTS / 1000)
  return {
    '我的年报, nothing stored': median(before),
    [`its first line, ${DRAFTS} drafts of ${size},000 characters`]: median(first),
    'main thread until all have a verdict':
      (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000,
  }
}

/**
 * A fresh page of the same browser; `shown` when the element has been painted.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 * @param {string} element
 */
async function open(context, url, element) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.addInitScript(watchFirstCell, element)
  await page.goto(url, { waitUntil: 'commit' })
  const usable = await page.waitForFunction(() => /** @type {any} */ (window).benchUsable, undefined, {
    polling: 50,
    timeout: 90_000,
  })
  return { page, cdp, shown: /** @type {number} */ (await usable.jsonValue()) }
}
