// node bench/styles.mjs <file.json> [cells]: what rules of style cost or save per key, ms, tried in the open page, all of
// them in turn at each cell. The file: { "name": "rules of CSS", … }. The hand-written page is typed into beside it.
// Looks at what the bench has built: run it once before.
import { readFileSync } from 'node:fs'
import { builtPages } from './built.mjs'
import { median, textTable } from './report.mjs'
import { sleep } from './table.mjs'

const [file, cells = '16'] = process.argv.slice(2)
if (!file) throw new Error('node bench/styles.mjs <file.json> [cells]')
/** @type {Record<string, string>} */
const rules = { 'as it is': '', ...JSON.parse(readFileSync(file, 'utf8')) }
const KEYS = 4

const { chosen, open, close } = await builtPages(['project', 'tuned'])
/** @type {import('./table.mjs').Table[]} */
const tables = []
for (const contender of chosen) tables.push(await open(contender))
const [project, tuned] = tables
if (!project || !tuned) throw new Error('a page is missing')

/** The one sheet of rules that are tried. @param {string} css */
const wear = (css) =>
  project.page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)

/** Main-thread time of a key, in the cadence of the bench. @param {import('./table.mjs').Table} table @param {number} at */
async function keyTime(table, at) {
  await table.page.bringToFront()
  await table.focus((at * 5 + 1) % 24, (at * 5) % 6)
  await sleep(120)
  const before = await table.cpu()
  for (let key = 0; key < KEYS; key++) {
    await table.page.keyboard.press(String(((at + key * 3) % 9) + 1))
    await sleep(40)
  }
  await sleep(120)
  return ((await table.cpu()).task - before.task) / KEYS
}

const names = Object.keys(rules)
/** @type {Map<string, number[]>} */
const times = new Map([...names, 'tuned'].map((name) => [name, []]))
for (let at = 0; at < Number(cells); at++) {
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(turn + at) % names.length] ?? ''
    await wear(rules[name] ?? '')
    await sleep(350)
    times.get(name)?.push(await keyTime(project, at))
  }
  times.get('tuned')?.push(await keyTime(tuned, at))
}
await close()

const own = times.get('as it is') ?? []
console.log(
  textTable([
    ['rules', 'ms/key', 'against as it is', 'less in'],
    ...[...times].map(([name, all]) => {
      const apart = all.map((time, at) => time - (own[at] ?? 0))
      return [
        name,
        (median(all) ?? 0).toFixed(2),
        (median(apart) ?? 0).toFixed(2),
        `${apart.filter((ms) => ms < 0).length} of ${all.length}`,
      ]
    }),
  ]),
)
