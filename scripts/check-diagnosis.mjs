/**
 * Mutation test of the rules about figures: random valid reports give no finding, single wrong cells are noticed, and
 * swapped digits, dropped digits and figures in the wrong row are traced to the cell they are in.
 *
 *     npm run check:diagnosis            a new sample each day
 *     npm run check:diagnosis -- 20781   the sample of one seed again
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const RUNS = 10_000
/** The day's seed by default: each run is a new sample. A seed given as argument repeats one. */
const seed = Number(process.argv[2] ?? Math.floor(Date.now() / 86_400_000))

const entry = fileURLToPath(new URL('../src/testing/mutations.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })
/** @type {(n: number, of: number) => string} */
const percent = (n, of) => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`
let short = 0
/** @type {(line: string, holds: boolean) => void} */
const ask = (line, holds) => {
  if (!holds) short++
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${line}`)
}

console.log(`seed ${seed}`)
const findings = module.findingsOnValidReports(RUNS, seed)
for (const message of findings.slice(0, 10)) console.log(`     ${message}`)
ask(
  `${RUNS} random valid reports: ${findings.length} findings of the numeric rules (none allowed)`,
  !findings.length,
)

const missed = module.unnoticedErrors(RUNS, seed)
for (const message of missed.slice(0, 10)) console.log(`     ${message}`)
ask(`${RUNS} single wrong cells that break a sum: ${missed.length} unnoticed (none allowed)`, !missed.length)

for (const { known, name, measure, least } of [
  { known: true, name: '来文总计 known', measure: 'first', least: 0.95 },
  { known: false, name: '来文总计 unknown', measure: 'firstThree', least: 0.7 },
]) {
  const ranks = module.rankings(RUNS / 5, seed, known)
  for (const kind of ['swap', 'drop', 'slip', 'all']) {
    const { injected, first, firstThree } = ranks[kind]
    const line = `${name}, ${kind}: ${injected} errors, true cell first ${percent(first, injected)}, in the first three ${percent(firstThree, injected)}`
    if (kind === 'all')
      ask(
        `${line} (at least ${percent(least, 1)} ${measure === 'first' ? 'first' : 'in the first three'})`,
        ranks.all[measure] >= least * injected,
      )
    else console.log(`     ${line}`)
  }
}
console.log(short ? `${short} of the bounds missed` : 'all bounds kept')
process.exitCode = short ? 1 : 0
