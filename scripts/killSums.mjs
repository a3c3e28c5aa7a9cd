// Kills the browser while a desk takes in the reports of its units, or changes its list, and looks at what is there afterwards.
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { profileOf, start } from './kill.mjs'

/** @param {string} path */
const own = async (path) =>
  (
    await runnerImport(fileURLToPath(new URL(`../src/${path}`, import.meta.url)), {
      configFile: false,
      logLevel: 'warn',
    })
  ).module

/** Files of made-up units, all of one report but for the name. @param {number} count */
async function filesOf(count) {
  const [{ fileText }, { filledReport }, { currentEdition }] = await Promise.all(
    ['report/file.ts', 'testing/filledReport.ts', 'format/editions.ts'].map(own),
  )
  return Array.from({ length: count }, (_, n) => {
    const report = filledReport({ 'organ.name': `第${n}局`, year: '2024' })
    return {
      name: `第${n}局.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(fileText(report, currentEdition, 'final')),
    }
  })
}

const FIRST = 20
const THEN = 200
const listOf = (/** @type {number} */ count) => Array.from({ length: count }, (_, n) => `第${n}局`).join('\n')

/** What the database holds of the one task. @param {import('@playwright/test').Page} page */
const stored = (page) =>
  page.evaluate(async () => {
    /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('nianbao-sums'))
    const at = database.transaction(['tasks', 'reports', 'files'])
    const [tasks, reports, files] = await Promise.all([
      done(at.objectStore('tasks').getAll()),
      done(at.objectStore('reports').getAllKeys()),
      done(at.objectStore('files').getAllKeys()),
    ])
    database.close()
    return {
      units: tasks[0]?.units.length ?? -1,
      reports: reports.length,
      paired: JSON.stringify(reports) === JSON.stringify(files),
    }
  })

/** @type {Promise<Awaited<ReturnType<typeof filesOf>>> | undefined} */
let made

/**
 * One run. `whole`: the task is as before or complete. `after`: which of the two, so that one sees that both happen.
 * @param {{ executablePath: string, address: string, what: 'intake' | 'list' }} run
 * @returns {Promise<{ whole: boolean, after: 'before' | 'complete' | 'half', found: string }>}
 */
export async function killSumOnce({ executablePath, address, what }) {
  made ??= filesOf(FIRST + THEN)
  const files = await made
  const profile = profileOf()
  const first = await start(executablePath, profile.path)
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let second
  try {
    const { page } = first
    await page.goto(`${address}#/aggregate`)
    await page.getByRole('button', { name: '新建汇总' }).click()
    await page.getByLabel('名称').fill('临江区汇总')
    await page.getByLabel('年度').fill('2024')
    await page.getByRole('button', { name: '创建' }).click()
    await page.getByLabel('粘贴单位名单').fill(listOf(FIRST + THEN))
    await page.getByRole('button', { name: '更新名单' }).click()
    await page.getByText(`收齐 0/${FIRST + THEN}`).waitFor()
    await page.getByLabel('装入下级报表').setInputFiles(files.slice(0, FIRST))
    await page.getByText(`收齐 ${FIRST}/${FIRST + THEN}`).waitFor()
    const url = page.url()
    if (what === 'intake') {
      await page.getByLabel('装入下级报表').setInputFiles(files.slice(FIRST))
      await pause(Math.random() * 2500)
    } else {
      await page.getByText('单位名单（').click()
      await page.getByLabel('粘贴单位名单').fill(listOf(FIRST))
      // The click does not end before the page has answered it, and the browser may be gone by then.
      const pressed = page
        .getByRole('button', { name: '更新名单' })
        .click()
        .catch(() => undefined)
      await pause(Math.random() * 250)
      await first.kill()
      await pressed
    }
    await first.kill()

    second = await start(executablePath, profile.path)
    await second.page.goto(url)
    await second.page.getByText(/^收齐 \d+\/\d+$/).waitFor()
    const { units, reports, paired } = await stored(second.page)
    const before = units === FIRST + THEN && reports === FIRST
    const complete =
      what === 'intake'
        ? units === FIRST + THEN && reports === FIRST + THEN
        : units === FIRST && reports === FIRST
    return {
      whole: paired && (before || complete),
      after: before ? 'before' : complete ? 'complete' : 'half',
      found: `${units} units, ${reports} reports${paired ? '' : ', without their files'}`,
    }
  } finally {
    await first.kill()
    await second?.kill()
    profile.remove()
  }
}
