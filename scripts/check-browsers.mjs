/**
 * npm run check:browsers: the oldest Chromium that is supported (109) and the Firefox of the system make the same document as
 * the current Chromium: the same text on the same pages, printed on as many sheets. Of Firefox the text is taken from the
 * page, because its PDF does not say which characters its glyphs of a fallback font are.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { preview, runnerImport } from 'vite'
import { ensureBrowser } from './browser.mjs'
import { chromium109 } from './chromium109.mjs'
import { launchFirefox } from './firefox.mjs'

/** @param {string} command @param {string[]} words */
function run(command, words) {
  const { status, stdout, error } = spawnSync(command, words, { encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error?.message ?? status}`)
  return stdout
}
const folder = mkdtempSync(join(tmpdir(), 'nianbao-browsers-'))

/** @param {string} path @returns {Promise<any>} */
async function source(path) {
  const file = fileURLToPath(new URL(`../src/${path}`, import.meta.url))
  return (await runnerImport(file, { configFile: false, logLevel: 'warn' })).module
}
const { draftText, newDraft } = await source('drafts/draft.ts')
const { filledReport } = await source('testing/filledReport.ts')
const { draftKey } = await source('drafts/shelf.ts')
const long = Array.from(
  { length: 80 },
  (_, n) => `第${n + 1}项工作按计划完成，公开信息${n * 37}条，按期答复。`,
).join('')
const draft = newDraft(
  filledReport({ 'overview.proactive': long }),
  new Date('2022-01-10T08:00:00Z'),
  'printed00001',
)
const [key, text] = [draftKey(draft.id), draftText(draft)]

const server = await preview({
  build: { outDir: process.env.E2E_DIST || 'dist' },
  preview: { port: Number(process.env.E2E_PORT || 4182), strictPort: true },
})
const address = server.resolvedUrls?.local[0] ?? ''

/** @typedef {{ sheets: string[], pdf: Uint8Array }} Printed */
/** What Playwright and Puppeteer have in common, as far as it is used. @param {any} page @returns {Promise<Printed>} */
async function printed(page) {
  await page.goto(address)
  await page.evaluate(
    (/** @type {string[]} */ [name, value]) => localStorage.setItem(name ?? '', value ?? ''),
    [key, text],
  )
  await page.goto('about:blank')
  await page.goto(`${address}#/report/${draft.id}/export`)
  await page.waitForFunction(() => document.body.innerText.includes('— 1 —'))
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll('article[aria-label^="第"]')].map((sheet) => sheet.textContent ?? ''),
  )
  return { sheets, pdf: await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }) }
}

/** @type {Record<string, () => Promise<Printed & { version: string }>>} */
const browsers = {
  async current() {
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] })
    const document = await printed(await browser.newPage())
    await browser.close()
    return { version: browser.version(), ...document }
  },
  async oldest() {
    const browser = await chromium.launch({
      executablePath: chromium109(),
      args: ['--no-sandbox', '--disable-gpu'],
    })
    const document = await printed(await browser.newPage())
    await browser.close()
    return { version: browser.version(), ...document }
  },
  async firefox() {
    const browser = await launchFirefox()
    const document = await printed(await browser.newPage())
    const version = await browser.version()
    await browser.close()
    return { version, ...document }
  },
}

const squeezed = (/** @type {string} */ text) => text.normalize('NFKC').replace(/\s+/g, '')
/** @type {string[]} */
let wanted = []
let same = 0
for (const [name, open] of Object.entries(browsers)) {
  const { version, sheets, pdf } = await open()
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  const printedPages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [file]))?.[1])
  const own = sheets.map(squeezed)
  if (name === 'current') wanted = own
  const different = own.findIndex((sheet, index) => sheet !== wanted[index])
  const tables = own.filter((sheet) => sheet.includes('勾稽关系')).length
  const good = different < 0 && own.length === wanted.length && printedPages === own.length && tables === 1
  if (good) same++
  console.log(
    `${name}: ${version}, ${own.length} pages, ${printedPages} printed${different < 0 ? '' : `, page ${different + 1} differs`}`,
  )
}
await server.close()
rmSync(folder, { recursive: true, force: true })
console.log(`browsers: ${same} of ${Object.keys(browsers).length} print the same text on the same pages`)
process.exitCode = same < Object.keys(browsers).length ? 1 : 0
