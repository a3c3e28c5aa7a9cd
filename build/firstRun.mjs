// node build/firstRun.mjs <folder> <first script>: runs a built program in a page of jsdom as somebody who opens it, begins a
// report, goes to its first table and types a digit. Prints, as JSON, which functions of which file were called until then.
import 'fake-indexeddb/auto'
import { Session } from 'node:inspector/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtinEnvironments } from 'vitest/runtime'

/** @typedef {Record<string, [start: number, end: number][]>} Called places in the text of a file, by its path in the folder */

const [folder = '', script = ''] = process.argv.slice(2)
const base = `${pathToFileURL(resolve(folder)).href}/`

await builtinEnvironments.jsdom.setup(globalThis, {
  jsdom: { html: '<!doctype html><div id="root"></div>', url: 'http://localhost/', pretendToBeVisual: true },
})
/** What jsdom lacks and the first pages ask for. */
const lacking = {
  indexedDB: globalThis.indexedDB,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
}
Object.assign(window, lacking)
// Styles are fetched by nobody here, and the program waits for them.
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node instanceof HTMLLinkElement) node.dispatchEvent(new Event('load'))
}).observe(document.head, { childList: true })

/**
 * @template T
 * @param {string} what
 * @param {() => T | null | undefined | false} look
 * @returns {Promise<T>}
 */
async function comesUp(what, look) {
  for (let left = 1000; left > 0; left--) {
    const found = look()
    if (found) return found
    await new Promise((done) => setTimeout(done, 10))
  }
  throw new Error(`${what} did not come up; the page says: ${document.body.textContent?.slice(0, 500)}`)
}

const profiler = new Session()
profiler.connect()
await profiler.post('Profiler.enable')
await profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })

await import(base + script)
const begin = await comesUp('the button that begins a report', () =>
  [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === '新建年报'),
)
begin.click()
const [report] = await comesUp('a report', () => /^#\/report\/[^/]+/.exec(window.location.hash))
window.location.hash = `${report}/requests`
const cell = await comesUp('the first cell of a table', () => document.querySelector('td input'))
// React hears of a text only if it was not told by the property that it has put in place of this one.
const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
if (!(cell instanceof HTMLInputElement) || !value?.set) throw new Error('a table is not filled in by inputs')
cell.focus()
cell.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
value.set.call(cell, '1')
cell.dispatchEvent(new InputEvent('input', { bubbles: true }))

const { result } = await profiler.post('Profiler.takePreciseCoverage')
/** @type {Called} */
const called = {}
for (const { url, functions } of result)
  if (url.startsWith(base))
    called[url.slice(base.length)] = functions.flatMap(({ ranges: [range] }) =>
      range?.count ? [[range.startOffset, range.endOffset]] : [],
    )
process.stdout.write(JSON.stringify(called), () => process.exit(0))
