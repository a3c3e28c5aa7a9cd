// npm run check:kill [runs]: kills the browser at random moments while a clerk types; at most the last second may be lost.
import { preview } from 'vite'
import { ensureBrowser } from './browser.mjs'
import { killOnce } from './kill.mjs'

const runs = Number(process.argv[2] || 200)
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
await server.close()
console.log(`${typed} keys typed; most that was lost in one run: ${worst.toFixed(2)} s`)
console.log(`kill: ${runs - failures.length} of ${runs} runs lost at most one second, 0 damaged wanted`)
process.exitCode = failures.length > 0 || typed === 0 ? 1 : 0
