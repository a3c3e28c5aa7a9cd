/**
 * 起草 over random valid reports: the reader of prose reads every figure that was written and accuses none, each is linked to
 * its cell, and a changed cell makes exactly the links stale that depend on it.
 *
 *     npm run check:drafting                  10,000 reports, another sample each day
 *     npm run check:drafting -- 500 --seed 7  fewer, of one seed
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const at = process.argv.indexOf('--seed')
const seed = at > 0 ? Number(process.argv[at + 1]) : Math.floor(Date.now() / 86_400_000)
const reports = Number(process.argv[2]) || 10_000
/** Reports between two lines of progress. */
const STEP = 500

const entry = fileURLToPath(new URL('../src/testing/drafted.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })
console.log(`seed ${seed}`)
let wrong = 0
for (let done = 0; done < reports; done += STEP) {
  const { reports: _, ...lists } = module.scoreDrafts(
    Math.min(STEP, reports - done),
    seed * 1_000 + done / STEP,
  )
  for (const [kind, examples] of Object.entries(lists))
    for (const example of examples) {
      wrong++
      console.log(`${kind}: ${example}`)
    }
  console.log(`${Math.min(done + STEP, reports)} reports, ${wrong} faults`)
}
process.exitCode = wrong ? 1 : 0
