// What the program does beside the table, on a page of its own.
import { median } from '../report.mjs'

const TIMES = 5
/** Prose of an unusually long report. */
const LONG = 20_000

/** @typedef {import('../app/work.ts').Work} Work */

/**
 * Medians of five, ms, by what was done.
 * @param {import('playwright-core').Page} page with app/work.ts in it
 * @param {number[]} pdf a report as the project prints it
 * @returns {Promise<Record<string, number | undefined>>}
 */
export async function workTimes(page, pdf) {
  /** @param {keyof Work} name @param {unknown[]} args */
  const times = async (name, ...args) => {
    const all = []
    for (let time = 0; time < TIMES; time++)
      all.push(
        await page.evaluate(({ method, given }) => /** @type {any} */ (window).work[method](...given), {
          method: name,
          given: args,
        }),
      )
    return median(all)
  }
  return {
    'all checks of a full report': await times('checks', 0),
    [`the same with ${LONG} characters of prose`]: await times('checks', LONG),
    'a plain loop over these characters': await times('loop', LONG),
    'recognition of text': await times('recognition', 'text'),
    'recognition of HTML': await times('recognition', 'html'),
    'recognition of Word': await times('recognition', 'docx'),
    'recognition of Excel': await times('recognition', 'xlsx'),
    'recognition of PDF': await times('recognition', 'pdf', pdf),
  }
}
