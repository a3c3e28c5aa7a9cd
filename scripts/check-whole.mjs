/**
 * What is found of whole reports, pasted as text, that were written in the manner of published ones by people who had not seen
 * the program: right ones, of whose figures, sums and years nothing should be found, and some with errors of the kind that
 * offices publish.
 *
 *     npm run check:whole            all sets
 *     npm run check:whole -- --show  with what is found
 *     npm run check:whole -- <file>  another set
 */
import { show, writtenSets } from './writtenSets.mjs'

/** Accusations to a right report. */
const LIMIT = 0.03
const { sets, score } = await writtenSets('whole')
const all = { right: 0, accused: 0 }
for (const { name, entries } of sets) {
  const { reports, accused, remarks, planted } = score.scoreWhole(entries)
  const right = reports - planted.length
  const [errors, found] = ['errors', 'found'].map((key) =>
    planted.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one[key].length, 0),
  )
  all.right += right
  all.accused += accused.length
  console.log(
    `${name}: ${accused.length} accusations of ${right} right reports, ${remarks.length} remarks on form; ${planted.length} with ${errors} errors, ${found} findings`,
  )
  if (show) {
    for (const each of [...accused, ...remarks]) console.log(`     ${each}`)
    for (const one of planted)
      for (const each of [...one.errors, ...one.found]) console.log(`     ${one.id}: ${each}`)
  }
}
console.log(`all: ${all.accused} accusations of ${all.right} right reports`)
process.exitCode = all.accused <= all.right * LIMIT ? 0 : 1
