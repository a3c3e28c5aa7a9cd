// npm run check:kill [runs [sum runs]]: kills the browser at random moments while a clerk types; at most the last second may be lost.
// Then while a desk takes in reports or changes its list: the 汇总任务 must be as before or complete.
import { preview } from 'vite'
import { ensureBrowser } from './browser.mjs'
import { killOnce } from './kill.mjs'
import { killSumOnce } from './killSums.mjs'

const runs = Number(process.argv[2] || 200)
const sumRuns = Number(process.argv[3] || Math.ceil(runs / 10))
const outDir = process.env.E2E_DIST || 'dist'
const server = await preview({
  build: { outDir },
  preview: { port: Number(process.env.E2E_PORT || 4181), strictPort: true },
})
const address = server.resolvedUrls?.local[0] ?? ''
if (!address) throw new Error('the server has no address')
const executablePath = ensureBrowser()

let begun = 0
const failures = []
let worst = 0
let typed = 0
async function runSome() {
  while (begun < runs) {
    const run = ++begun
    const result = await killOnce({ executablePath, address })
    typed += result.typed
    worst = Math.max(worst, result.lostSeconds)
    const bad = result.damaged || result.lostSeconds > 1 || result.asked.length > 0
    if (bad) failures.push(run)
    if (bad || run % 20 === 0)
      console.log(
        `run ${run}: ${result.typed} keys, ${result.kept} kept, ${result.lostSeconds.toFixed(2)} s lost${result.damaged ? ', DAMAGED' : ''} ${result.asked.join(' ')}`,
      )
  }
}
await Promise.all([runSome(), runSome()])

/** @type {Record<string, number>} */
const sums = {}
let half = 0
for (let run = 0; run < sumRuns; run++) {
  const what = run % 2 ? 'list' : 'intake'
  const { whole, after, found } = await killSumOnce({ executablePath, address, what })
  const key = `${what}: ${after}`
  sums[key] = (sums[key] ?? 0) + 1
  if (whole) continue
  half++
  console.log(`汇总 run ${run}: ${what}, ${found}, HALF`)
}
await server.close()
console.log(`汇总: ${sumRuns - half} of ${sumRuns} runs as before or complete (${JSON.stringify(sums)})`)
console.log(`${typed} keys typed; most that was lost in one run: ${worst.toFixed(2)} s`)
console.log(`kill: ${runs - failures.length} of ${runs} runs lost at most one second, 0 damaged wanted`)
process.exitCode = failures.length > 0 || typed === 0 || half > 0 ? 1 : 0
