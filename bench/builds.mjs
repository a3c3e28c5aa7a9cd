// node bench/builds.mjs [--rounds 10] <name>=<folder>…: what a trick is worth. Opens the table and 我的年报 in several builds of
// the program in turn, each time in a new profile, and prints median and quartiles beside the first build's.
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import project from './adapters/project.mjs'
import { firstVisit } from './measure/firstVisit.mjs'
import { median, quartiles, textTable } from './report.mjs'
import { serve } from './serve.mjs'
import { findTable, openTable } from './table.mjs'

const { values: asked, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '10' } },
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
/** @type {{ name: string, visit: Awaited<ReturnType<typeof firstVisit>>, pages: { table: Page, home: Page }, times: Record<string, number[]> }[]} */
const runs = []
for (const { name } of builds) {
  const url = `${server.origin}/${name}/`
  const table = { contender: project, url, start: await findTable(browser, project, url) }
  const visit = await firstVisit(() => openTable(browser, project, table), server.bytesOf)
  runs.push({
    name,
    visit,
    pages: { table, home: { contender: home, url, start: { hash: '', storage: [] } } },
    times: {},
  })
}
const kinds = [
  { words: 'load to first cell', page: /** @type {const} */ ('table'), throttle: 1 },
  { words: 'the same, CPU slowed down 4×', page: /** @type {const} */ ('table'), throttle: 4 },
  { words: '我的年报', page: /** @type {const} */ ('home'), throttle: 1 },
  { words: 'the same, CPU slowed down 4×', page: /** @type {const} */ ('home'), throttle: 4 },
]
for (let round = 0; round < Number(asked.rounds); round++)
  for (const { page, throttle } of kinds)
    for (const { pages, times } of round % 2 ? [...runs].reverse() : runs) {
      const { contender, ...how } = pages[page]
      const opened = await openTable(browser, contender, { ...how, throttle })
      const known = times[page + throttle] ?? []
      times[page + throttle] = [...known, opened.loaded]
      await opened.close()
    }
await browser.close()
server.close()

const [base] = runs
console.log(
  textTable([
    ['', ...runs.map(({ name }) => name)],
    ...kinds.map(({ words, page, throttle }) => [
      `${words}, ms`,
      ...runs.map(({ times }) => {
        const own = times[page + throttle] ?? []
        const ratio = (median(own) ?? 0) / (median(base?.times[page + throttle] ?? []) ?? 1)
        const [low, high] = quartiles(own)
        return `${median(own)?.toFixed(0)} (${low?.toFixed(0)}–${high?.toFixed(0)}) ×${ratio.toFixed(2)}`
      }),
    ]),
    ['to the first cell, brotli kB', ...runs.map(({ visit }) => visit.toFirstCell.toFixed(1))],
    ['with what follows, brotli kB', ...runs.map(({ visit }) => visit.all.toFixed(1))],
    ['files', ...runs.map(({ visit }) => String(visit.files))],
  ]),
)
