import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from '../../scripts/sumCrew.mjs'

const UNITS = [300, 3000]

/** The counter over the list of units. */
const UNITS_COUNT = '#units-heading span'

/**
 * 装入 of the reports of many units into a new 汇总 through the file input, and all rules over them: the clock, ticks of the page's main
 * thread and of all threads of its process, the longest time in which the page did not answer once it heard of the files, how much more
 * memory its process held at most than before, and beside it the same texts parsed and added in a plain loop in the same page.
 * @param {import('playwright-core').Browser} browser @param {string} url Of the running build.
 * @returns {Promise<string[][]>}
 */
export async function intakeTimes(browser, url) {
  /** @type {typeof import('./sumTexts.ts')} */
  const { textsOf } = await import(bundled('bench/measure/sumTexts.ts'))
  const textOf = textsOf()
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const rows = [
    [
      '汇总 in the page',
      'on the clock, s',
      'main thread, s',
      'all threads, s',
      'longest gap, ms',
      'memory, MB more',
      'of a plain loop',
    ],
  ]
  try {
    for (const count of UNITS) {
      const paths = Array.from({ length: count }, (_, n) => join(folder, `${n}.json`))
      for (const [n, path] of paths.entries()) writeFileSync(path, textOf(n))
      rows.push(...(await intakeOf(browser, url, paths, textOf)))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return rows
}

/**
 * @param {import('playwright-core').Browser} browser @param {string} url @param {string[]} paths @param {(n: number) => string} textOf
 */
async function intakeOf(browser, url, paths, textOf) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`${url}#/aggregate`)
  await page.getByRole('button', { name: '新建汇总' }).click()
  await page.getByLabel('名称').fill('汇总')
  await page.getByLabel('年度').fill('2021')
  await page.getByRole('button', { name: '创建' }).click()
  await page.locator('#units-heading').waitFor()
  // A page that is looked at from outside answers late because of that: it is watched from within.
  await page.evaluate(() => {
    const beats = { last: performance.now(), gap: 0 }
    Object.assign(window, { beats })
    const beat = () => {
      const now = performance.now()
      beats.gap = Math.max(beats.gap, now - beats.last)
      beats.last = now
      setTimeout(beat, 4)
    }
    beat()
    // The browser's own list of 3,000 files takes a third of a second before the page hears of it.
    addEventListener('change', () => Object.assign(beats, { last: performance.now(), gap: 0 }), true)
  })
  const now = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    const seconds = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0
    const gap = await page.evaluate(() => {
      const { beats } = /** @type {{ beats: { gap: number } }} */ (/** @type {any} */ (window))
      const { gap } = beats
      beats.gap = 0
      return gap
    })
    return { wall: performance.now() / 1000, main: seconds('TaskDuration'), all: seconds('ProcessTime'), gap }
  }
  /** @param {string} selector @param {string} text @param {number} count */
  const there = (selector, text, count) =>
    page.evaluate(
      ([selector, text, count]) =>
        new Promise((resolve) => {
          const look = () => {
            const found = [...document.querySelectorAll(String(selector))]
            const ready =
              found.length >= Number(count) && found.some((one) => one.textContent?.includes(String(text)))
            if (ready) resolve(undefined)
            else setTimeout(look, 50)
          }
          look()
        }),
      [selector, text, count],
    )
  const room = await roomOf(page)
  const count = paths.length
  const plain = await page.evaluate(
    (texts) => {
      const begun = performance.now()
      /** @type {Record<string, number>} */
      const sums = {}
      /** @param {unknown} node @param {string} path */
      const add = (node, path) => {
        if (typeof node === 'number') sums[path] = (sums[path] ?? 0) + node
        else if (typeof node === 'object' && node !== null)
          for (const [key, value] of Object.entries(node)) add(value, path ? `${path}.${key}` : key)
      }
      for (const text of texts) add(JSON.parse(text), '')
      return (performance.now() - begun) / 1000
    },
    paths.map((_, n) => textOf(n)),
  )
  const begun = await now()
  room.begin()
  await page.locator('input[type=file][multiple]').setInputFiles(paths)
  await there(UNITS_COUNT, `${count}/${count}`, 1)
  const taken = await now()
  const roomTaken = room.most()
  await there('tr[data-findings]', '', count)
  const judged = await now()
  const roomJudged = room.most()
  room.end()
  await context.close()
  /** @param {string} words @param {typeof begun} from @param {typeof begun} to @param {string} room */
  const row = (words, from, to, room) => [
    words,
    ...[to.wall - from.wall, to.main - from.main, to.all - from.all].map((seconds) => seconds.toFixed(2)),
    to.gap.toFixed(0),
    room,
    ((to.all - from.all) / plain).toFixed(1),
  ]
  return [
    row(`装入 of ${count} reports`, begun, taken, roomTaken),
    row(`all rules over ${count}`, taken, judged, roomJudged),
  ]
}

/** Looked at this often, ms. */
const ROOM_EVERY_MS = 100

/**
 * How much more memory than at `begin` the largest of the browser's pages held at most, workers and all, MB; "" where the system does
 * not tell.
 * @param {import('playwright-core').Page} page
 */
async function roomOf(page) {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const held = () => {
    try {
      const kilobytes = pages.map(
        (id) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0,
      )
      return (Math.max(...kilobytes.map(Number)) * 1024) / 1e6
    } catch {
      return Number.NaN
    }
  }
  let before = 0
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, held())
  }, ROOM_EVERY_MS)
  return {
    begin: () => {
      before = held()
      most = before
    },
    /** Since `begin`. */
    most: () =>
      (Number.isFinite(before) ? Math.max(most, held()) - before : '').toString().split('.')[0] ?? '',
    end: () => clearInterval(timer),
  }
}
