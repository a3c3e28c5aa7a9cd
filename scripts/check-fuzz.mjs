/**
 * Hostile input for the importer: truncated, flipped, nested, huge. No case may throw, or give anything but a proposal or a
 * sentence. The page reads in a worker, so that none can hold it up; even there none may take longer than a large report.
 *
 *     npm run check:fuzz              12,000 cases
 *     npm run check:fuzz -- 50000     more of them
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const cases = Number(process.argv[2] ?? 12_000)
const entry = fileURLToPath(new URL('../src/testing/published/hostile.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })

const LIMIT_MS = 4000
let slowest = { name: '', milliseconds: 0 }
let sentences = 0
const failures = []
const before = process.memoryUsage().rss
for (let at = 0; at < cases; at++) {
  const { name, run } = module.hostileCase(at)
  // Time of the processor: a busy machine says nothing about the case.
  const started = process.cpuUsage()
  try {
    if ((await run()) === 'sentence') sentences++
  } catch (error) {
    failures.push(
      `${at} ${name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`,
    )
  }
  const used = process.cpuUsage(started)
  const milliseconds = (used.user + used.system) / 1000
  if (milliseconds > slowest.milliseconds) slowest = { name: `${at} ${name}`, milliseconds }
  if (milliseconds > LIMIT_MS) failures.push(`${at} ${name}: ${milliseconds.toFixed(0)} ms`)
  if (at % 2000 === 1999) console.log(`${at + 1} cases`)
}
for (const failure of failures.slice(0, 20)) console.log(failure)
const grown = (process.memoryUsage().rss - before) / 1024 / 1024
console.log(
  `\n${cases} hostile cases: ${failures.length} failed, ${sentences} answered with a sentence, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.name}), memory grew by ${grown.toFixed(0)} MB`,
)
process.exitCode = failures.length ? 1 : 0
