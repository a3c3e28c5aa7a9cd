import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { contenders } from './contenders.mjs'
import { fillTable } from './measure/fill.mjs'
import { serve } from './serve.mjs'
import { findTable, openTable } from './table.mjs'

/**
 * The pages that the bench has built last time, served, with a browser to open their tables in, filled.
 * @param {string[]} names
 */
export async function builtPages(names) {
  const { chosen, folders } = await contenders(names, { built: true, scale: false })
  const server = await serve(folders)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  return {
    chosen,
    browser,
    /** @param {import('./table.mjs').Contender} contender */
    async open(contender) {
      const url = `${server.origin}/${contender.folder}/`
      const table = await openTable(browser, contender, {
        url,
        start: await findTable(browser, contender, url),
      })
      await fillTable(table)
      return table
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}
