import { median, textTable } from '../report.mjs'
import { sleep } from '../table.mjs'

/** Characters of one text: an unusually long report, one pasted by mistake, and more than anybody has. */
const SIZES = [2_000, 20_000, 100_000]
const TIMES = 3
/** Five times the text may cost so many times as much: with its square it would be 25. */
const MOST = 6.5
/** Gets marks of its own: their change says that the rules have looked. */
const TYPED = '今年新收22件，'
/** Between two keys, ms. */
const GAP = 40
/** By then an opened report is drawn and what comes by itself is there, ms. */
const REST = 3000

/** @typedef {import('../app/work.ts').Work} Work */
/** @typedef {import('playwright-core').Page} Page */

/** The time of the page's main thread, ms: ticks of the processor. @param {Page} page */
async function ticksOf(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

/** One run of the rules. @param {Page} page with app/work.ts in it @param {boolean} reader @param {number} characters */
async function rulesOver(page, reader, characters) {
  const ticks = await ticksOf(page)
  const runs = Math.max(1, Math.round(40_000 / characters))
  const all = []
  for (let time = 0; time < TIMES; time++) {
    await page.evaluate(
      (given) => {
        const { work } = /** @type {{ work: Work }} */ (/** @type {any} */ (window))
        work.prepareRules(given.characters, given.reader, given.runs)
      },
      { characters, reader, runs },
    )
    const before = await ticks()
    await page.evaluate(() => /** @type {{ work: Work }} */ (/** @type {any} */ (window)).work.rules())
    all.push(((await ticks()) - before) / runs)
  }
  return median(all)
}

/**
 * A few words typed at the beginning, with saving and the marks that follow; what the rules do beside the page is not in it.
 * @param {import('playwright-core').Browser} browser @param {string} url @param {[string, string]} draft
 */
async function typedInto(browser, url, [key, text]) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.addInitScript(
    (pair) => localStorage.setItem(...pair),
    /** @type {[string, string]} */ ([key, text]),
  )
  await page.goto(`${url}#/report/${key.split(':').at(-1)}/overview`)
  const marks = page.locator('mark')
  await marks.first().waitFor({ state: 'attached', timeout: 90_000 })
  await page.locator('[id="overview.onRequest"]').focus()
  await page.keyboard.press('Control+Home')
  await sleep(REST)
  const known = await marks.count()
  const ticks = await ticksOf(page)
  const before = await ticks()
  for (const character of TYPED) {
    await page.keyboard.insertText(character)
    await sleep(GAP)
  }
  await page.waitForFunction((count) => document.querySelectorAll('mark').length !== count, known, {
    polling: 500,
    timeout: 90_000,
  })
  await sleep(REST)
  const used = (await ticks()) - before
  await context.close()
  return used
}

/**
 * What long texts cost, ms of the processor, and how it grows: `missed` where it grows faster than it may.
 * @param {import('playwright-core').Browser} browser @param {string} url Of the running build.
 * @param {Page} page with app/work.ts in it
 * @returns {Promise<{ table: string, missed: string[] }>}
 */
export async function longTexts(browser, url, page) {
  /** @type {[words: string, cost: (characters: number) => Promise<number | undefined>][]} */
  const kinds = [
    ['核对, all rules but those of the prose reader', (size) => rulesOver(page, false, size)],
    [
      `typing ${TYPED.length} characters, with saving and marks`,
      async (size) => {
        const draft = await page.evaluate(
          (characters) =>
            /** @type {{ work: Work }} */ (/** @type {any} */ (window)).work.longDraft(characters),
          size,
        )
        const all = []
        for (let time = 0; time < TIMES; time++) all.push(await typedInto(browser, url, draft))
        return median(all)
      },
    ],
    ['the prose reader, with its marks', (size) => rulesOver(page, true, size)],
  ]
  const missed = []
  const rows = [
    ['long texts, ms of the processor', ...SIZES.map((size) => size.toLocaleString('en')), 'growth', '', ''],
  ]
  for (const [words, cost] of kinds) {
    const costs = []
    for (const size of SIZES) costs.push((await cost(size)) ?? Number.NaN)
    const growth = (costs.at(-1) ?? Number.NaN) / (costs.at(-2) ?? Number.NaN)
    const met = growth <= MOST
    if (!met) missed.push(`${words}: ${growth.toFixed(1)} × from 20,000 to 100,000 characters`)
    rows.push([
      words,
      ...costs.map((ms) => ms.toFixed(1)),
      `${growth.toFixed(2)} ×`,
      `≤ ${MOST} ×`,
      met ? 'met' : 'missed',
    ])
  }
  return { table: textTable(rows), missed }
}
