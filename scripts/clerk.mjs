// What a clerk does with a page and sees there, through Puppeteer, which drives every browser.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Looks again until it is so. @param {string} what @param {() => Promise<unknown>} look */
export async function expectSoon(what, look) {
  /** @type {unknown} */
  let seen
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(100)) {
    seen = await look()
    if (seen === true) return
  }
  throw new Error(`${what}, but: ${JSON.stringify(seen)}`)
}
/** @param {string} what @param {unknown} seen @param {unknown} wanted */
export function expectEqual(what, seen, wanted) {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`)
}

/** What a clerk does with one page, and sees there. @param {any} page Puppeteer's `Page` */
export function hands(page) {
  /** The text of a field or of an output. @param {string} address @returns {Promise<string | undefined>} */
  const textOf = (address) =>
    page.evaluate((/** @type {string} */ id) => {
      const element = document.getElementById(id)
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      return isField ? element.value : element?.textContent?.trim()
    }, address)
  const isEditable = (/** @type {string} */ address) =>
    page.evaluate((/** @type {string} */ id) => {
      const element = document.getElementById(id)
      // A fieldset around it may be what is disabled.
      return element instanceof HTMLInputElement && !element.matches(':read-only, :disabled')
    }, address)
  /** @param {string} address @param {string} text */
  const reads = (address, text) =>
    expectSoon(`${address} reads “${text}”`, async () => {
      const value = await textOf(address)
      return value === text || value
    })
  /** Another page of the open report, by its address. @param {string} section */
  const turnTo = (section) =>
    page.evaluate((/** @type {string} */ name) => {
      window.location.hash = window.location.hash.replace(/[^/]+$/, name)
    }, section)
  return {
    reads,
    /** @param {string} address @param {boolean} wanted */
    becomesEditable: (address, wanted) =>
      expectSoon(
        `${address} ${wanted ? 'can' : 'cannot'} be typed into`,
        async () => (await isEditable(address)) === wanted,
      ),
    /** Words anywhere on the page. @param {string | RegExp} words */
    has: (words) =>
      expectSoon(`the page says ${words}`, async () => {
        const text = await page.evaluate(() => document.body.innerText)
        return (typeof words === 'string' ? text.includes(words) : words.test(text)) || text.slice(0, 300)
      }),
    /** Looks up every text on the page of its section. @param {Record<string, string>} texts */
    async keeps(texts) {
      for (const [section, ofSection] of Object.entries({
        basic: /^(organ|year)/,
        overview: /^overview/,
        requests: /^tables\.requests/,
      })) {
        await turnTo(section)
        for (const [address, text] of Object.entries(texts))
          if (ofSection.test(address)) await reads(address, text)
      }
    },
    focused: () => page.evaluate(() => document.activeElement?.id),
    async focus(/** @type {string} */ address) {
      await page.waitForSelector(`[id="${address}"]`)
      await page.focus(`[id="${address}"]`)
    },
    /** @param {string} text @param {string} [key] */
    async type(text, key) {
      await page.keyboard.type(text)
      if (key) await page.keyboard.press(key)
    },
    /** Keys held down together. @param {...string} keys */
    async chord(...keys) {
      for (const key of keys) await page.keyboard.down(key)
      for (const key of keys.reverse()) await page.keyboard.up(key)
    },
    /** Clicks the first button or link that is called so. @param {string} name */
    async press(name) {
      const handle = await page.waitForFunction(
        (/** @type {string} */ wanted) =>
          [...document.querySelectorAll('button, a')].find(
            (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === wanted,
          ),
        { timeout: 20_000 },
        name,
      )
      await handle.click()
    },
    turnTo,
    /** @param {string} file */
    chooseFile: async (file) => (await page.waitForSelector('input[type=file]')).uploadFile(file),
  }
}

/** A file that has been saved. @param {string} folder @param {RegExp} name */
export async function arrived(folder, name) {
  /** @type {string | undefined} */
  let file
  await expectSoon(`a file ${name} arrives`, async () => {
    const names = readdirSync(folder)
    file = names.find((one) => name.test(one))
    return (file !== undefined && !names.some((one) => one.endsWith('.part'))) || names
  })
  return join(folder, file ?? '')
}
