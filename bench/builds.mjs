// node bench/builds.mjs [--rounds 10] [--minutes 8] <name>=<folder>…: what a trick is worth. Opens the table and 我的年报 in several builds of
// the program in turn, each time in a new profile, and prints median, quartiles and the ratio to the first build.
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import project from './adapters/project.mjs'
import { firstVisit } from './measure/firstVisit.mjs'
import { heapAfterEdits } from './measure/heap.mjs'
import { median, quartiles, textTable } from './report.mjs'
import { serve } from './serve.mjs'
import { findTable, openTable, sleep } from './table.mjs'

const { values: asked, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, minutes: { type: 'string', default: '60' } },
  allowPositionals: true,
})
const builds = positionals.map((each) => {
  const [name = '', folder = ''] = each.split('=')
  return { name, folder }
})
const server = await serve(Object.fromEntries(builds.map(({ name, folder }) => [name, folder])))
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
/** 我的年报 with nothing stored: its first element is what may be clicked. */
const home = { ...project, cell: () => '#empty-heading', setUp: undefined }

/** @typedef {{ contender: import('./adapters/byId.mjs').Contender, url: string, start: import('./table.mjs').Start }} Page */
/** @type {{ name: string, visit: Awaited<ReturnType<typeof firstVisit>>, heap: number, pages: { table: Page, home: Page }, times: Record<string, number[]> }[]} */
const runs = []
for (const { name } of builds) {
  const url = `${server.origin}/${name}/`
  const table = { contender: project, url, start: await findTable(browser, project, url) }
  const visit = await firstVisit(() => openTable(browser, project, table), server.bytesOf)
  const edited = await openTable(browser, project, table)
  const heap = await heapAfterEdits(edited)
  await edited.close()
  runs.push({
    name,
    visit,
    heap,
    pages: { table, home: { contender: home, url, start: { hash: '', storage: [] } } },
    times: {},
  })
}
/** By then the first picture has been completed and nothing else has begun, ms. */
const COMPLETE = 400
/** @type {{ page: 'table' | 'home', words: string }[]} */
const pages = [
  { page: 'table', words: 'first cell' },
  { page: 'home', words: '我的年报' },
]
/** No round begins after it: what has been measured by then is printed. */
const end = Date.now() + Number(asked.minutes) * 60_000
for (let round = 0; round < Number(asked.rounds) && Date.now() < end; round++)
  for (const { page, words } of pages)
    for (const throttle of [1, 4])
      for (const run of round % 2 ? [...runs].reverse() : runs) {
        const { contender, ...how } = run.pages[page]
        const opened = await openTable(browser, contender, { ...how, throttle })
        const note = (/** @type {string} */ kind, /** @type {number} */ ms) => {
          run.times[kind] = [...(run.times[kind] ?? []), ms]
        }
        note(`${words}${throttle > 1 ? ', CPU slowed down 4×' : ''}, ms`, opened.loaded)
        if (throttle === 1) {
          await sleep(COMPLETE)
          note(`${words}, main thread until ${COMPLETE} ms after it, ms`, (await opened.cpu()).task)
        }
        await opened.close()
      }
await browser.close()
server.close()

const [base] = runs
console.log(
  textTable([
    ['', ...runs.map(({ name }) => name)],
    ...Object.keys(base?.times ?? {}).map((kind) => [
      kind,
      ...runs.map(({ times }) => {
        const own = times[kind] ?? []
        const ratio = (median(own) ?? 0) / (median(base?.times[kind] ?? []) ?? 1)
        const [low, high] = quartiles(own)
        return `${median(own)?.toFixed(0)} (${low?.toFixed(0)}–${high?.toFixed(0)}) ×${ratio.toFixed(2)}`
      }),
    ]),
    ['to the first cell, brotli kB', ...runs.map(({ visit }) => visit.toFirstCell.toFixed(1))],
    ['with what follows, brotli kB', ...runs.map(({ visit }) => visit.all.toFixed(1))],
    ['heap after 500 edits, MB', ...runs.map(({ heap }) => heap.toFixed(2))],
    ['files', ...runs.map(({ visit }) => String(visit.files))],
  ]),
)
