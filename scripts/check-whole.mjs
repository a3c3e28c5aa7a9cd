/**
 * What is found of whole reports, pasted as text, that were written in the manner of published ones by people who had not seen
 * the program: right ones, of whose figures, sums and years nothing should be found, and some with errors of the kind that
 * offices publish.
 *
 *     npm run check:whole            all sets
 *     npm run check:whole -- --show  with what is found
 *     npm run check:whole -- <file>  another set
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Accusations to a right report. */
const LIMIT = 0.03
const show = process.argv.includes('--show')
const others = process.argv.slice(2).filter((each) => each.endsWith('.json'))
const folder = fileURLToPath(new URL('../src/testing/whole/', import.meta.url))
const files = others.length
  ? others
  : readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}${name}`)
const { module } = await runnerImport(`${folder}score.ts`, { configFile: false, logLevel: 'warn' })
const all = { right: 0, accused: 0 }
for (const file of files) {
  const { reports, accused, remarks, planted } = module.scoreWhole(JSON.parse(readFileSync(file, 'utf8')))
  const right = reports - planted.length
  const [errors, found] = ['errors', 'found'].map((key) =>
    planted.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one[key].length, 0),
  )
  all.right += right
  all.accused += accused.length
  console.log(
    `${file.split('/').at(-1)}: ${accused.length} accusations of ${right} right reports, ${remarks.length} remarks on form; ${planted.length} with ${errors} errors, ${found} findings`,
  )
  if (show) {
    for (const each of [...accused, ...remarks]) console.log(`     ${each}`)
    for (const one of planted)
      for (const each of [...one.errors, ...one.found]) console.log(`     ${one.id}: ${each}`)
  }
}
console.log(`all: ${all.accused} accusations of ${all.right} right reports`)
process.exitCode = all.accused <= all.right * LIMIT ? 0 : 1
