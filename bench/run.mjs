// npm run bench: types into the running production build and into a hand-written page of the same table, in turn, and
// prints what the project costs beside it. See docs/PERFORMANCE.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { contenders, usual } from './contenders.mjs'
import { fillTable } from './measure/fill.mjs'
import { firstVisit } from './measure/firstVisit.mjs'
import { heapAfterEdits } from './measure/heap.mjs'
import { intakeTimes } from './measure/intake.mjs'
import { timeTotals, typeDigits } from './measure/keys.mjs'
import { longTexts } from './measure/longTexts.mjs'
import { manyReports } from './measure/manyReports.mjs'
import { outputTimes } from './measure/outputs.mjs'
import { pastedTable } from './measure/paste.mjs'
import { printed } from './measure/printed.mjs'
import { registerTimes } from './measure/register.mjs'
import { workTimes } from './measure/work.mjs'
import { comparison, textTable } from './report.mjs'
import { serve } from './serve.mjs'
import { findTable, openTable } from './table.mjs'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: usual.join() },
    rounds: { type: 'string', default: '3' },
    loads: { type: 'string', default: '5' },
    cells: { type: 'string', default: '16' },
    dist: { type: 'string' },
    built: { type: 'boolean', default: false },
    reports: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
})
const rounds = Number(asked.rounds)
const cells = Number(asked.cells)

const { chosen, folders } = await contenders(asked.only.split(','), {
  dist: asked.dist,
  built: asked.built,
  scale: true,
})
const server = await serve(folders)
const executablePath = findBrowser()
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const runs = []
for (const contender of chosen) {
  const at = (/** @type {string} */ folder) => `${server.origin}/${folder}/`
  const url = at(contender.folder)
  const scaledUrl = contender.scaledFolder
    ? at(contender.scaledFolder)
    : contender.scales
      ? `${url}?scale=10`
      : undefined
  runs.push({
    contender,
    url,
    start: await findTable(browser, contender, url),
    scaled: scaledUrl && { url: scaledUrl, start: await findTable(browser, contender, scaledUrl), scale: 10 },
    /** @type {Record<string, number[][]>} */
    figures: {},
  })
}
/** @typedef {typeof runs[number]} Run */
/** @param {Run} run @param {string} name @param {number} round @param {(number | undefined)[]} figures */
const note = (run, name, round, ...figures) => {
  run.figures[name] ??= []
  const known = run.figures[name]
  known[round] = [...(known[round] ?? []), ...figures.filter((figure) => figure !== undefined)]
}
/** @param {Run} run @param {number} [throttle] */
const open = ({ contender, url, start }, throttle) => openTable(browser, contender, { url, start, throttle })
/** @param {Run[]} order */
const inTurn = (order, at = 0) => (at % 2 ? [...order].reverse() : order)
const log = (/** @type {string} */ text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`)

// The first page of a browser is slower than the others: not counted.
for (const run of runs) await (await open(run)).close()
for (const run of runs) {
  const visit = await firstVisit(() => open(run), server.bytesOf)
  note(run, 'bytes', 0, visit.all)
  note(run, 'bytesToFirstCell', 0, visit.toFirstCell)
}

for (let round = 0; round < rounds; round++) {
  log(`round ${round + 1} of ${rounds}: loads`)
  for (let load = 0; load < Number(asked.loads); load++)
    for (const throttle of [1, 4])
      for (const run of inTurn(runs, load)) {
        const table = await open(run, throttle)
        note(run, throttle === 1 ? 'load' : 'load4', round, table.loaded)
        await table.close()
      }

  log('fill')
  const tables = []
  for (const run of inTurn(runs, round)) tables.push({ run, table: await open(run) })
  for (const { run, table } of tables) {
    const { cpu, wall, wrong } = await fillTable(table)
    note(run, 'fill', round, cpu)
    note(run, 'fillWall', round, wall)
    for (const words of wrong) console.error(`${run.contender.name}: ${words}`)
  }
  log('keys')
  const typed = await typeDigits(
    tables.map(({ table }) => table),
    cells,
  )
  for (const [at, { run }] of tables.entries())
    for (const [name, figure] of Object.entries(typed[at] ?? {})) note(run, name, round, figure)
  log('key to total')
  const times = await timeTotals(
    tables.map(({ table }) => table),
    cells,
  )
  for (const [at, { run }] of tables.entries()) note(run, 'painted', round, ...(times[at] ?? []))
  log('heap')
  for (const { run, table } of tables) {
    if (round === 0) note(run, 'heap', 0, await heapAfterEdits(table))
    for (const message of table.errors) console.error(`${run.contender.name}: ${message}`)
    await table.close()
  }

  log('ten times the rows')
  const large = []
  for (const run of runs)
    if (run.scaled) large.push({ run, table: await openTable(browser, run.contender, run.scaled) })
  const typedLarge = await typeDigits(
    large.map(({ table }) => table),
    Math.ceil(cells / 4),
  )
  for (const [at, { run, table }] of large.entries()) {
    note(run, 'cpu10', round, typedLarge[at]?.cpu)
    note(run, 'script10', round, typedLarge[at]?.script)
    await table.close()
  }
}
const project = runs.find(({ contender }) => contender.name === 'project')
/** @type {Record<string, number | undefined>} */
let work = {}
/** @type {string[]} */
let slow = []
/** @type {string[][]} */
let intake = []
/** @type {Awaited<ReturnType<typeof longTexts>> | undefined} */
let long
if (project) {
  log('paste')
  for (let time = 0; time < 5; time++) note(project, 'paste', time, await pastedTable(await open(project)))
  log('outputs')
  work = await outputTimes(browser, project.url)
  log('checks and recognition')
  const page = await browser.newPage()
  await page.goto(`${server.origin}/work/bench/app/work.html`)
  const { times, missed } = await workTimes(page, await printed(await open(project)))
  work = { ...work, ...times }
  slow = missed
  log('many drafts')
  work = { ...work, ...(await registerTimes(browser, project.url, page)) }
  log('many reports')
  intake = await intakeTimes(browser, project.url)
  log('long texts')
  long = await longTexts(browser, project.url, page)
}
await browser.close()
server.close()

const measured = runs.map(({ contender, figures }) => ({ name: contender.name, figures }))
const { text, missed } = comparison(measured)
console.log(text)
const others = Object.entries(work).map(([words, ms]) => [words, ms?.toFixed(1) ?? '–'])
if (others.length) console.log(`\n${textTable([['median of 5', 'ms'], ...others])}`)
if (intake.length) console.log(`\n${textTable(intake)}`)
if (long) console.log(`\n${long.table}`)
const many = project && Number(asked.reports) ? await manyReports(Number(asked.reports)) : undefined
if (many) console.log(`\n${textTable(many.rows)}`)
const missedElsewhere = [...slow, ...(long?.missed ?? []), ...(many?.missed ?? [])]
for (const words of missedElsewhere) console.error(`missed: ${words}`)
if (missedElsewhere.length) process.exitCode = 1
if (asked.json) {
  const all = {
    rounds,
    work,
    runs: measured,
  }
  writeFileSync(asked.json, `${JSON.stringify(all, null, 1)}\n`)
}
if (missed.length) {
  console.error(`\nmissed by more than the noise: ${missed.join('; ')}`)
  process.exitCode = 1
}
