// Kills the browser while a clerk types, starts it again and compares what is there with what was typed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'

const cell = (/** @type {string} */ row, /** @type {string} */ column) => `tables.requests.${row}.${column}`
const columns = ['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'otherOrganization']
const rows = ['received', 'carriedOver', 'outcome.granted', 'outcome.partiallyGranted']
const fields = rows.flatMap((row) => columns.map((column) => cell(row, column)))

/**
 * A browser of our own in a process group of its own, so that all of it can be killed at one moment.
 * @param {string} executablePath
 * @param {string} profile
 */
export async function start(executablePath, profile) {
  const args = [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ]
  rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  const child = spawn(executablePath, args, { detached: true, stdio: 'ignore' })
  const port = await until(() => {
    const [first] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
    if (!first) throw new Error('the browser has not opened its port')
    return first
  })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no window')
  return {
    page: await context.newPage(),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      process.kill(-Number(child.pid), 'SIGKILL')
      await gone
      // Its children hold the database of the profile until they are gone, too; then the next start finds it free.
      while (isRunning(Number(child.pid))) await pause(50)
      await browser.close().catch(() => undefined)
    },
  }
}

/** Whether a process of this group still runs; only Linux can say. @param {number} group */
function isRunning(group) {
  if (!existsSync('/proc')) return false
  return readdirSync('/proc').some((name) => {
    try {
      const [state, , own] = /^\d+$/.test(name)
        ? readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')
        : []
      return Number(own) === group && state !== 'Z'
    } catch {
      return false // gone meanwhile
    }
  })
}

/** @template T @param {() => T} read @returns {Promise<T>} */
async function until(read) {
  for (let tries = 0; ; tries++) {
    try {
      return read()
    } catch (error) {
      if (tries > 600) throw error
      await pause(50)
    }
  }
}

/** A folder for what a browser keeps from one start to the next. */
export function profileOf() {
  const path = mkdtempSync(join(tmpdir(), 'nianbao-kill-'))
  return {
    path,
    remove() {
      try {
        rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
      } catch {
        // A folder for temporary files: what is left there harms nobody.
      }
    },
  }
}

/** @typedef {{ at: number, address: string, text: string }} Key */

/**
 * Types digits into cell after cell until told to stop, noting when the page had taken each key.
 * @param {import('@playwright/test').Page} page
 * @param {Key[]} keys
 * @param {() => boolean} stopped
 */
async function type(page, keys, stopped) {
  const texts = new Map(fields.map((address) => [address, '']))
  for (let n = 0; !stopped(); n++) {
    const address = /** @type {string} */ (fields[n % fields.length])
    await page.locator(`[id="${address}"]`).focus()
    await page.keyboard.press('End')
    for (let digits = 1 + Math.floor(Math.random() * 3); digits > 0 && !stopped(); digits--) {
      const digit = String(1 + Math.floor(Math.random() * 9))
      await page.keyboard.press(digit)
      const text = `${texts.get(address)}${digit}`
      texts.set(address, text)
      keys.push({ at: performance.now(), address, text })
    }
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Record<string, string>>}
 */
const textsOn = (page) =>
  page.evaluate(
    (addresses) =>
      Object.fromEntries(
        addresses.map((address) => [
          address,
          /** @type {HTMLInputElement} */ (document.getElementById(address)).value,
        ]),
      ),
    fields,
  )

/**
 * One run: how many of the keys survived, and how long before the kill the first lost one was typed. `damaged`: what is
 * there after the restart was never the state of the form. `asked`: what the app says of trouble then.
 * @param {{ executablePath: string, address: string }} places
 * @returns {Promise<{ typed: number, kept: number, lostSeconds: number, damaged: boolean, asked: string[] }>}
 */
export async function killOnce({ executablePath, address }) {
  const { path: profile, remove } = profileOf()
  const first = await start(executablePath, profile)
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let second
  try {
    await first.page.goto(address)
    await first.page.getByRole('button', { name: '新建年报' }).first().click()
    await first.page.waitForURL(/report\/[^/]+\/basic/)
    const reportUrl = first.page.url().replace(/basic$/, 'requests')
    await first.page.goto(reportUrl)
    await first.page.locator(`[id="${fields[0]}"]`).waitFor()

    /** @type {Key[]} */
    const keys = []
    let stopped = false
    // The kill ends the typing in the middle of a key, which is what it is for.
    const typing = type(first.page, keys, () => stopped).catch(() => undefined)
    // On a busy machine the first key takes its time.
    await until(() => {
      if (!keys.length) throw new Error('no key has arrived')
    })
    await pause(1000 + Math.random() * 4000)
    stopped = true
    const killedAt = performance.now()
    await first.kill()
    await typing

    second = await start(executablePath, profile)
    await second.page.goto(reportUrl)
    for (const field of fields) await second.page.locator(`[id="${field}"]`).waitFor()
    const found = await textsOn(second.page)
    const asks = await second.page.getByRole('alert').allTextContents()

    const expected = Object.fromEntries(fields.map((field) => [field, '']))
    const equal = () => fields.every((field) => found[field] === expected[field])
    let kept = equal() ? 0 : -1
    for (const [index, key] of keys.entries()) {
      expected[key.address] = key.text
      if (equal()) kept = index + 1
    }
    const lost = keys[Math.max(kept, 0)]
    // The key under way when the browser was killed may have reached the disk.
    const oneMore = kept < 0 && differsByOneKey(found, expected)
    return {
      typed: keys.length,
      kept: oneMore ? keys.length : kept,
      lostSeconds: lost && !oneMore ? (killedAt - lost.at) / 1000 : 0,
      damaged: kept < 0 && !oneMore,
      asked: asks,
    }
  } finally {
    await first.kill()
    await second?.kill()
    remove()
  }
}

/** @param {Record<string, string>} found @param {Record<string, string>} expected */
function differsByOneKey(found, expected) {
  const different = fields.filter((field) => found[field] !== expected[field])
  const [field] = different
  return (
    different.length === 1 &&
    field !== undefined &&
    String(found[field]).startsWith(String(expected[field])) &&
    String(found[field]).length === String(expected[field]).length + 1
  )
}
