// Hostile files of all kinds for the reader alone, which runs beside the page: it may take its time, but must answer.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** Longer than a large report takes, ms of the processor. */
const LIMIT_MS = 4000

/** @param {number} cases @param {(words: string) => void} log */
export async function fuzzReader(cases, log) {
  const entry = fileURLToPath(new URL('../../src/testing/published/hostile.ts', import.meta.url))
  const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })
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
    if (at % 2000 === 1999) log(`reader: ${at + 1} cases`)
  }
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024
  return {
    failures,
    words: `${cases} cases for the reader alone, ${sentences} answered with a sentence, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.name}), memory grew by ${grown.toFixed(0)} MB`,
  }
}
