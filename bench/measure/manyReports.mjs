import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** How much more of the processor than parsing and adding alone: reading, content codes, resolve and exact sums take 5 to 6 times that. */
const MOST_RATIO = 9
const MOST_MEGABYTES = 500

/**
 * 汇总 of so many reports without a browser, in a process of its own: its lines, and what misses its goal.
 * @param {number} count
 * @returns {Promise<{ rows: string[][], missed: string[] }>}
 */
export async function manyReports(count) {
  const script = fileURLToPath(new URL('sums.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(count)])
  /** @type {import('./sums.mjs').Measured} */
  const { threads, read, sum, plain, megabytes } = JSON.parse(stdout)
  const ratio = (read.cpu + sum.cpu) / plain.cpu
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`
  const rows = [
    [`汇总 of ${count} reports in Node, ${threads} threads`, 'on the clock', 'of the processor'],
    ['reading, content codes', seconds(read.wall), seconds(read.cpu)],
    ['matching, resolve, sums', seconds(sum.wall), seconds(sum.cpu)],
    ['the same texts parsed and added in a plain loop', seconds(plain.wall), seconds(plain.cpu)],
    ['ratio', ((read.wall + sum.wall) / plain.wall).toFixed(1), ratio.toFixed(1)],
    ['memory at most', `${megabytes.toFixed(0)} MB`, ''],
  ]
  const missed = []
  if (ratio > MOST_RATIO)
    missed.push(`汇总 of ${count} reports: ratio ${ratio.toFixed(1)}, goal ${MOST_RATIO}`)
  if (megabytes > MOST_MEGABYTES)
    missed.push(`汇总 of ${count} reports: ${megabytes.toFixed(0)} MB, goal ${MOST_MEGABYTES}`)
  return { rows, missed }
}
