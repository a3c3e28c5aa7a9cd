/**
 * npm run check:office: LibreOffice opens the Word and Excel files of the program. The Word file becomes a PDF with the same
 * text, each table on one page, and, saved again, a Word file with the same content; the workbook gives the same figures and formula results as CSV
 * and saved again; that of a 汇总, written without results, has
 * ours when LibreOffice has computed them. Installs LibreOffice as root on Debian where it is missing.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @param {string} command @param {string[]} words */
function run(command, words) {
  const { status, stdout, error } = spawnSync(command, words, { encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`${command} ${words.join(' ')}: ${error?.message ?? status}`)
  return stdout
}
const has = (/** @type {string} */ command) => spawnSync(command, ['--version']).status === 0
if (!has('soffice')) {
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '--no-install-recommends', 'libreoffice-writer', 'libreoffice-calc'])
}

const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'))
/** Converts a file and gives the names of what came out. @param {string} file @param {string} filter */
function convert(file, filter) {
  const out = join(folder, `out-${file.replace(/\W+/g, '-')}-${filter.replace(/\W.*$/, '')}`)
  mkdirSync(out, { recursive: true })
  run('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    out,
    join(folder, file),
  ])
  return readdirSync(out)
    .sort()
    .map((name) => join(out, name))
}
const squeezed = (/** @type {string} */ text) => text.normalize('NFKC').replace(/\s+/g, '')
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1'

const entry = fileURLToPath(new URL('../src/testing/officeFiles.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })
/** @type {import('../src/testing/officeFiles.ts').OfficeFiles[]} */
const all = await module.officeFiles()

/** @type {string[]} */
const problems = []
let compared = 0
/** @param {string} what @param {boolean} holds */
function expectThat(what, holds) {
  compared++
  if (!holds) problems.push(what)
}

for (const { name, docx, xlsx, uncomputed, paragraphs, together, rows, compareDocx, compareXlsx } of all) {
  writeFileSync(join(folder, `${name}.docx`), docx)
  writeFileSync(join(folder, `${name}.xlsx`), xlsx)
  writeFileSync(join(folder, `${name}-uncomputed.xlsx`), uncomputed)

  const [pdf = ''] = convert(`${name}.docx`, 'pdf')
  // Page numbers and the mark of drafts stand between the lines of a paragraph that goes on; LibreOffice 7 leaves out a mark
  // that hangs over the end of a justified line.
  const bare = (/** @type {string} */ words) => squeezed(words).replace(/—\d+—|草稿|[,，。、；;:：]/g, '')
  const text = bare(run('pdftotext', ['-raw', pdf, '-']))
  for (const paragraph of paragraphs)
    expectThat(`${name}.docx as PDF: ${paragraph.slice(0, 40)}`, text.includes(bare(paragraph)))
  for (const { label, figures } of rows.flat())
    expectThat(`${name}.docx as PDF: ${label} ${figures}`, text.includes(bare(label + figures.join(''))))
  const pages = run('pdftotext', ['-raw', pdf, '-']).split('\f').map(bare)
  for (const texts of together)
    expectThat(
      `${name}.docx as PDF: one page from ${texts[0]} to ${texts.at(-1)}`,
      pages.some((page) => texts.every((one) => page.includes(bare(one)))),
    )

  const [wordAgain = ''] = convert(`${name}.docx`, 'docx')
  const word = compareDocx(readFileSync(wordAgain))
  compared += word.figures + word.labels + word.paragraphs
  problems.push(...word.differences.map((difference) => `${name}.docx saved again: ${difference}`))

  const [bookAgain = ''] = convert(`${name}.xlsx`, 'xlsx')
  const book = compareXlsx(readFileSync(bookAgain))
  compared += book.figures + book.labels
  problems.push(...book.differences.map((difference) => `${name}.xlsx saved again: ${difference}`))

  for (const file of [`${name}.xlsx`, `${name}-uncomputed.xlsx`]) {
    const sheets = convert(file, ALL_SHEETS).map((path) => readFileSync(path, 'utf8'))
    for (const [index, table] of rows.entries()) {
      const sheet = sheets.find((_, at) => at === sheetOrder(sheets, index)) ?? ''
      const lines = sheet
        .split('\n')
        .map((line) => line.replace(/"/g, '').split('\t').filter(Boolean).join('\t'))
      for (const { label, figures } of table) {
        const wanted = [label, ...figures].filter(Boolean).join('\t')
        expectThat(
          `${file} as CSV: ${wanted}`,
          lines.some((line) => line.endsWith(wanted)),
        )
      }
    }
  }
  console.log(`${name}: compared ${compared} in all so far, ${problems.length} problems`)
}
const books = fileURLToPath(new URL('../src/testing/sumBooks.ts', import.meta.url))
const { module: sums } = await runnerImport(books, { configFile: false, logLevel: 'warn' })
for (const {
  name,
  uncomputed,
  compare,
} of /** @type {import('../src/testing/sumBooks.ts').SumBookFile[]} */ (sums.sumBooks())) {
  writeFileSync(join(folder, `${name}.xlsx`), uncomputed)
  const [again = ''] = convert(`${name}.xlsx`, 'xlsx')
  const { figures, labels, differences } = compare(readFileSync(again))
  compared += figures + labels
  problems.push(...differences.map((difference) => `${name}.xlsx computed: ${difference}`))
  console.log(`${name}: compared ${compared} in all so far, ${problems.length} problems`)
}
/** Names of the CSV files sort by code, so 表三 comes before 表二. @param {string[]} sheets @param {number} index */
function sheetOrder(sheets, index) {
  const begin = ['表二', '表三', '表四'][index] ?? ''
  return sheets.findIndex((sheet) => sheet.replace(/^[\ufeff"]+/, '').startsWith(begin))
}

rmSync(folder, { recursive: true, force: true })
for (const problem of problems.slice(0, 30)) console.log(problem)
console.log(
  `office: ${compared - problems.length} of ${compared} figures, labels and paragraphs as they should be`,
)
process.exitCode = problems.length ? 1 : 0
