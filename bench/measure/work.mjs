// What the program does beside the table, on a page of its own.
import { median } from '../report.mjs'

const TIMES = 5
/** Prose of an unusually long report. */
const LONG = 20_000
/** @typedef {import('../app/work.ts').Work} Work */

/**
 * Medians of five, ms, by what was done, and in `missed` what takes longer than it may each time: that a machine was busy once
 * misses nothing.
 * @param {import('playwright-core').Page} page with app/work.ts in it
 * @param {number[]} pdf a report as the project prints it
 * @returns {Promise<{ times: Record<string, number | undefined>, missed: string[] }>}
 */
export async function workTimes(page, pdf) {
  /** @type {[words: string, most: number | undefined, method: keyof Work, ...given: unknown[]][]} */
  const kinds = [
    ['all checks of a full report', 15, 'checks', 0],
    [`the same with ${LONG} characters of prose`, 60, 'checks', LONG],
    ['a plain loop over these characters', undefined, 'loop', LONG],
    ['recognition of text', undefined, 'recognition', 'text'],
    ['recognition of HTML', undefined, 'recognition', 'html'],
    ['recognition of Word', undefined, 'recognition', 'docx'],
    ['recognition of Excel', undefined, 'recognition', 'xlsx'],
    ['recognition of PDF', undefined, 'recognition', 'pdf', pdf],
  ]
  /** @type {Record<string, number | undefined>} */
  const times = {}
  const missed = []
  for (const [words, most, method, ...given] of kinds) {
    const all = []
    for (let time = 0; time < TIMES; time++)
      all.push(
        await page.evaluate((asked) => /** @type {any} */ (window).work[asked.method](...asked.given), {
          method,
          given,
        }),
      )
    times[words] = median(all)
    const fastest = Math.min(...all)
    if (most && fastest > most) missed.push(`${words}: ${fastest.toFixed(1)} ms at best, of ${most}`)
  }
  return { times, missed }
}
