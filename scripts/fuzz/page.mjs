// Hostile files in a real page: every one gets an answer, every page that it leads to is drawn, and no key waits.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, content: string | Uint8Array }} Hostile */
/** @typedef {{ name: string, words: string, taken: boolean }} Answer */

/** Words of the machine, which no clerk should read. */
const RAW = /undefined|\bNaN\b|\[object |Error\b|Cannot |is not a /
/** A reader may take half a minute for one file before it gives up. */
const PATIENCE = 45_000

const PREVIEW = '[aria-labelledby="preview-heading"]'

/**
 * Chooses files from the disk: handed over as buffers they would be made in the page, which costs more than reading them.
 * @param {Page} page @param {Hostile[]} files
 */
async function choose(page, files) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'))
  const paths = files.map(({ name, content }) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
  folders.push(folder)
  await page.locator('input[type="file"]').setInputFiles(paths)
}
/** @type {string[]} */
const folders = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/**
 * Chooses files on 导入 and waits until each of them has its line.
 * @param {Page} page on 导入 @param {Hostile[]} files two at least: one alone may lead to another page
 * @returns {Promise<Answer[]>} in the order of the files
 */
export async function answersTo(page, files) {
  const round = Math.random().toString(36).slice(2)
  await choose(
    page,
    files.map(({ name, content }, at) => ({ name: `${at}-${round}-${name}`, content })),
  )
  const lines = page.locator(`${PREVIEW} > ul > li`).filter({ hasText: round })
  await lines.nth(files.length - 1).waitFor({ timeout: PATIENCE + files.length * 1000 })
  const said = await lines.evaluateAll((all) =>
    all.map((line) => ({
      words: /** @type {HTMLElement} */ (line).innerText,
      taken: !line.querySelector('[role="alert"]'),
    })),
  )
  if (said.length !== files.length) throw new Error(`${said.length} answers to ${files.length} files`)
  return said.map((answer, at) => ({ name: files[at]?.name ?? '', ...answer }))
}

/** What is wrong with an answer, in words. @param {Answer} answer */
export const faultOf = ({ words, taken }) =>
  RAW.test(words)
    ? `says “${words.slice(0, 120)}”`
    : taken || /[\u4e00-\u9fff].*。/s.test(words)
      ? undefined
      : `says no sentence: “${words.slice(0, 120)}”`

/** @typedef {{ section: string, drawn: RegExp }} Stop */
/** Every page of a report, and what stands on it once it is drawn. @type {Stop[]} */
export const everyPage = [
  { section: 'basic', drawn: /统计年度|年度/ },
  { section: 'overview', drawn: /总体情况/ },
  { section: 'proactive', drawn: /规章/ },
  { section: 'requests', drawn: /新收/ },
  { section: 'review', drawn: /行政复议/ },
  { section: 'problems', drawn: /存在的主要问题/ },
  { section: 'other', drawn: /其他/ },
  { section: 'check', drawn: /可以定稿|不能定稿/ },
  { section: 'export', drawn: /共 \d+ 页|没有排版/ },
  { section: 'history', drawn: /版本/ },
]
/** Where all of a report comes together. */
export const mainPages = everyPage.filter(({ section }) => ['requests', 'check', 'export'].includes(section))

/** What a draft's pages say whose edition the program does not know; its content stays as it is. */
const UNKNOWN_EDITION = /采用的格式“.*”本程序不认识/

/**
 * Takes one file on 导入 and opens the report's pages one after the other.
 * @param {Page} page on 导入 @param {Hostile} file @param {Stop[]} stops
 * @param {boolean} foreign whether the file names another edition: its pages may say that it is not known
 * @returns {Promise<string[] | 'refused'>} what went wrong
 */
export async function walk(page, file, stops, foreign = false) {
  /** @type {string[]} */
  const faults = []
  const onError = (/** @type {Error} */ error) => faults.push(`throws ${error.message}`)
  page.on('pageerror', onError)
  await choose(page, [file])
  const take = page.locator(PREVIEW).getByRole('button', { name: /^导入为新年报|^恢复/ })
  // Without any draft there is nothing to take.
  const refused = page.locator(PREVIEW).getByRole('alert').or(page.getByText('里面没有年报'))
  await take.or(refused).first().waitFor({ timeout: PATIENCE })
  if (!(await take.count())) return 'refused'
  await take.click()
  await page.waitForURL((url) => !url.hash.startsWith('#/import'), { timeout: PATIENCE })
  const report = /#\/report\/[^/]+\//.exec(page.url())?.[0]
  if (!report) return [...faults, `leads to ${page.url()}`]
  for (const { section, drawn } of stops) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `${report}${section}`)
    try {
      await page
        .locator('main, [role="main"]')
        .filter({ hasText: foreign ? new RegExp(`${drawn.source}|${UNKNOWN_EDITION.source}`) : drawn })
        .first()
        .waitFor({ timeout: 20_000 })
    } catch {
      const seen = (await page.locator('body').innerText()).slice(0, 160).replaceAll(/\s+/g, ' ')
      faults.push(`${section} is not drawn: “${seen}”`)
    }
    if (await page.getByText(/项规则出错没有核对/).count()) faults.push(`${section}: a rule throws`)
    if (await page.locator('#fault-heading').count())
      faults.push(`${section}: ${(await page.getByRole('alert').first().innerText()).slice(0, 200)}`)
  }
  page.off('pageerror', onError)
  return faults
}

/**
 * PDF files that are damaged in one way or another.
 * @param {Uint8Array} pdf @param {number} count
 * @param {{ whole(from: number, to: number): number }} random
 * @returns {Hostile[]}
 */
export function damagedPdfs(pdf, count, random) {
  const place = () => random.whole(16, pdf.length - 1)
  /** @type {((copy: Uint8Array) => Uint8Array)[]} */
  const ways = [
    (copy) => {
      for (let flips = random.whole(1, 60); flips > 0; flips--) copy[place()] = random.whole(0, 255)
      return copy
    },
    (copy) => copy.slice(0, place()),
    (copy) => copy.fill(random.whole(0, 255), place(), place()),
    (copy) => {
      // Lengths, offsets and references: what a reader goes by.
      for (let changes = random.whole(1, 200), at = place(); changes > 0; at = (at + 1) % copy.length)
        if ((copy[at] ?? 0) >= 0x30 && (copy[at] ?? 0) <= 0x39) {
          copy[at] = 0x30 + random.whole(0, 9)
          changes--
        }
      return copy
    },
    (copy) => {
      const [from, to] = [place(), place()]
      return Uint8Array.from([...copy.slice(0, Math.max(from, to)), ...copy.slice(Math.min(from, to))])
    },
  ]
  return Array.from({ length: count }, (_, at) => ({
    name: `damaged ${at}.pdf`,
    content: /** @type {(copy: Uint8Array) => Uint8Array} */ (ways[at % ways.length])(Uint8Array.from(pdf)),
  }))
}
