// What the program does beside the table, on a page of its own.
import { median } from '../report.mjs'

const TIMES = 5
/** Prose of an unusually long report. */
const LONG = 20_000
/** What all rules may take over a full report, and over one with so much prose, ms. */
const MOST = { full: 15, long: 60 }

/** @typedef {import('../app/work.ts').Work} Work */

/**
 * Medians of five, ms, by what was done, and in `missed` what takes longer than it may: not once in five was it faster, so that a
 * busy machine alone misses nothing.
 * @param {import('playwright-core').Page} page with app/work.ts in it
 * @param {number[]} pdf a report as the project prints it
 * @returns {Promise<{ times: Record<string, number | undefined>, missed: string[] }>}
 */
export async function workTimes(page, pdf) {
  /** @param {keyof Work} name @param {unknown[]} args @returns {Promise<number[]>} */
  const timesOf = async (name, ...args) => {
    const all = []
    for (let time = 0; time < TIMES; time++)
      all.push(
        await page.evaluate(({ method, given }) => /** @type {any} */ (window).work[method](...given), {
          method: name,
          given: args,
        }),
      )
    return all
  }
  const full = await timesOf('checks', 0)
  const long = await timesOf('checks', LONG)
  /** @param {keyof Work} name @param {unknown[]} args */
  const times = async (name, ...args) => median(await timesOf(name, ...args))
  const words = { full: 'all checks of a full report', long: `the same with ${LONG} characters of prose` }
  return {
    times: {
      [words.full]: median(full),
      [words.long]: median(long),
      'a plain loop over these characters': await times('loop', LONG),
      'recognition of text': await times('recognition', 'text'),
      'recognition of HTML': await times('recognition', 'html'),
      'recognition of Word': await times('recognition', 'docx'),
      'recognition of Excel': await times('recognition', 'xlsx'),
      'recognition of PDF': await times('recognition', 'pdf', pdf),
    },
    missed: [...slower(words.full, full, MOST.full), ...slower(words.long, long, MOST.long)],
  }
}

/** @param {string} words @param {number[]} all @param {number} most */
function slower(words, all, most) {
  const fastest = Math.min(...all)
  return fastest > most ? [`${words}: ${fastest.toFixed(1)} ms at best, of ${most}`] : []
}
