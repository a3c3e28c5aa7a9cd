/**
 * npm run check:fuzz: hostile files, in a real page and in the reader alone. In the page every place and every key of a report
 * and of a backup is put to every type of JSON, and PDF files are damaged: each file gets a sentence or is taken, each page
 * that it leads to is drawn, and no task takes longer of the processor than a key may wait. The reader alone gets files of
 * all kinds that are cut off, flipped, nested or huge: none may throw, or give anything but a proposal or a sentence.
 *
 *     npm run check:fuzz              everything, with 300 cases for the reader alone
 *     npm run check:fuzz -- 12000     more of these
 *     npm run check:fuzz -- --every 20    one mutation in twenty, to try the check itself
 */

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { preview, runnerImport } from 'vite'
import { ensureBrowser } from './browser.mjs'
import { mutationsOf, packed, textWith } from './fuzz/mutations.mjs'
import { answersTo, damagedPdfs, everyPage, faultOf, mainPages, walk } from './fuzz/page.mjs'
import { fuzzReader } from './fuzz/reader.mjs'

/** No key waits longer, ms of the processor. */
const LIMIT_MS = 200
const BATCH = 150
const PDFS = 50

const { values: asked, positionals } = parseArgs({
  options: { every: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const every = Number(asked.every)

/** @param {string} path @returns {Promise<any>} */
async function source(path) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  return (await runnerImport(file, { configFile: false, logLevel: 'warn' })).module
}
const { longestTask } = await source('e2e/longestTask.ts')
const { randomOf } = await source('src/testing/published/random.ts')
const { report, reportTree, backupTree } = await source('src/testing/everyKey.ts')
const { draftText, newDraft } = await source('src/drafts/draft.ts')
const { draftKey } = await source('src/drafts/shelf.ts')

const server = await preview({
  build: { outDir: process.env.E2E_DIST || 'dist' },
  preview: { port: Number(process.env.E2E_PORT || 4184), strictPort: true },
})
const address = server.resolvedUrls?.local[0] ?? ''
if (!address) throw new Error('the server has no address')
const launch = () =>
  chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
/** A trace takes a whole browser; what is counted is ticks of the processor, so that two do not disturb each other. */
const first = await launch()
const browsers = [first, await launch()]
/** @typedef {typeof first} Browser */

/**
 * Each of a list, as many at a time as there are browsers.
 * @template T @param {T[]} all @param {(browser: Browser, one: T, at: number) => Promise<void>} act
 */
async function forEach(all, act) {
  const rest = [...all.entries()]
  const work = async (/** @type {Browser} */ browser) => {
    for (let next = rest.shift(); next; next = rest.shift()) await act(browser, next[1], next[0])
  }
  await Promise.all(browsers.map(work))
}

const begun = Date.now()
/** @type {string[]} */
const failures = []
let longest = { ms: 0, name: '' }
let files = 0
let taken = 0
let walked = 0
const log = (/** @type {string} */ words) =>
  console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${words}`)

/** A page of a profile that has stored nothing. @param {Browser} browser @param {[string, string][]} [stored] */
async function freshPage(browser, stored = []) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  for (const [key, value] of stored)
    await page.addInitScript(
      (pair) => localStorage.setItem(pair[0], pair[1]),
      /** @type {[string, string]} */ ([key, value]),
    )
  await page.goto(`${address}#/import`)
  await page.locator('input[type="file"]').waitFor({ state: 'attached' })
  return { page, close: () => context.close() }
}

/**
 * Does something in a fresh page and notes what it cost; whatever goes wrong is a failure of its name.
 * @param {Browser} browser @param {string} name @param {(page: import('@playwright/test').Page) => Promise<void>} act
 */
async function watched(browser, name, act) {
  const { page, close } = await freshPage(browser)
  try {
    const ms = await longestTask(page, () => act(page))
    if (ms > longest.ms) longest = { ms, name }
    if (ms > LIMIT_MS) failures.push(`${name}: a task of ${ms.toFixed(0)} ms`)
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`)
  }
  await close()
}

/** @template T @param {T[]} all @param {number} size */
const inBatches = (all, size) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Files on 导入, many at a time. @param {string} kind @param {import('./fuzz/page.mjs').Hostile[]} hostile @param {number} size */
async function readAll(kind, hostile, size) {
  /** Undefined where there was no answer. @type {(boolean | undefined)[]} */
  const accepted = hostile.map(() => undefined)
  await forEach(inBatches(hostile, size), async (browser, batch, number) => {
    if (number % 10 === 0) log(`${kind}: ${number * size} of ${hostile.length} files`)
    await watched(browser, `${kind}: ${batch[0]?.name} to ${batch.at(-1)?.name}`, async (page) => {
      const answers = await answersTo(page, batch)
      for (const [at, answer] of answers.entries()) {
        accepted[number * size + at] = answer.taken
        const fault = faultOf(answer)
        if (fault) failures.push(`${kind}: ${answer.name}: ${fault}`)
      }
    })
  })
  files += hostile.length
  taken += accepted.filter(Boolean).length
  return accepted
}

/** @param {string} kind @param {unknown} tree @param {{ values?: string[], keys?: string[] }} [how] */
async function fuzzTree(kind, tree, how) {
  const mutations = [...mutationsOf(tree, how)].filter((_, at) => at % every === 0)
  const accepted = await readAll(
    kind,
    mutations.map((mutation) => ({
      name: `${mutation.name.replaceAll(/[^\w. ]/g, '_').slice(-120)}.json`,
      content: textWith(tree, [mutation]),
    })),
    BATCH,
  )
  if (accepted.includes(undefined)) return
  for (const [at, { name, twice }] of mutations.entries())
    if (twice && accepted[at])
      failures.push(`${kind}: ${name}: taken, though nobody knows which of the two is meant`)
  log(`${kind}: ${mutations.length} files, ${accepted.filter(Boolean).length} taken`)
  // A draft of another edition is kept, but not opened: it must not hide what else is wrong in its company.
  const kept = mutations.filter((_, at) => accepted[at])
  const isForeign = (/** @type {typeof kept[number]} */ { path }) => path.at(-1) === 'edition'
  const packs = [...packed(kept.filter((one) => !isForeign(one))), ...packed(kept.filter(isForeign))]
  let refused = 0
  await forEach(packs, (browser, pack, at) =>
    watched(browser, `${kind} with ${pack.length} places, such as ${pack[0]?.name}`, async (page) => {
      const faults = await walk(
        page,
        { name: 'mutated.json', content: textWith(tree, pack) },
        at % 8 === 0 ? everyPage : mainPages,
        pack.some(isForeign),
      )
      const names = pack.slice(0, 8).map(({ name }) => name)
      if (faults === 'refused') refused++
      else for (const fault of faults) failures.push(`${kind}, ${names.join('; ')}: ${fault}`)
    }),
  )
  walked += packs.length - refused
  log(`${kind}: ${packs.length} reports of them opened page by page${refused ? `, ${refused} refused` : ''}`)
}

await fuzzTree('report', reportTree)
await fuzzTree('backup', backupTree, {
  values: ['null', '9007199254740993', '"constructor"', '[null]', '{"toString":null}'],
  keys: ['__proto__'],
})

const draft = newDraft(report, new Date('2022-01-10T08:00:00Z'), 'fuzzedreport')
const printing = await freshPage(first, [[draftKey(draft.id), draftText(draft)]])
await printing.page.goto(`${address}#/report/${draft.id}/export`)
await printing.page.getByText(/共 \d+ 页/).waitFor()
const pdf = await printing.page.pdf()
await printing.close()
await readAll('PDF', damagedPdfs(pdf, PDFS, randomOf(7)), 10)
log(`PDF: ${PDFS} damaged files`)
for (const browser of browsers) await browser.close()
await server.close()

const reader = await fuzzReader(Number(positionals[0] ?? 300), log)
failures.push(...reader.failures)
for (const failure of failures.slice(0, 40)) console.log(failure)
console.log(
  `\nfuzz: ${files} hostile files in the page (${taken} taken, ${walked} reports opened), longest task ${longest.ms.toFixed(0)} ms of ${LIMIT_MS} (${longest.name}); ${reader.words}; ${failures.length} failures in ${((Date.now() - begun) / 60_000).toFixed(1)} min`,
)
process.exitCode = failures.length ? 1 : 0
