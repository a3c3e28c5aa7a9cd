// Runs every suite, whatever the ones before it said, and ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { buildIfChanged } from './build.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const unitResults = 'test-results/unit.json'
const e2eResults = 'test-results/e2e.json'
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs a tool of node_modules/.bin with its output on ours.
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it exited with 0
 */
function run(tool, ...args) {
  console.log(`\n> ${tool} ${args.join(' ')}`)
  const env = { ...process.env, PATH: resolve('node_modules/.bin') + delimiter + process.env.PATH }
  return new Promise((done) => {
    const child = spawn(`${tool} ${args.join(' ')}`, { shell: true, stdio: 'inherit', env })
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
}

/** @param {boolean} ok @returns {Counts} */
const asOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/**
 * A suite that ended badly without a failed test (it did not start, a file did not load, nothing ran) has one failure.
 * @param {boolean} ok @param {Counts} counts @returns {Counts}
 */
function honest(ok, counts) {
  const ranNothing = counts.passed + counts.failed === 0
  return (ok && !ranNothing) || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

/** @param {string} file @returns {any} */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @returns {Promise<Counts>} */
async function unitTests() {
  const ok = await run(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitResults}`,
  )
  const results = readResults(unitResults)
  const brokenFiles = (results?.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      file.assertionResults.every((/** @type {any} */ t) => t.status !== 'failed'),
  )
  return honest(ok, {
    passed: results?.numPassedTests ?? 0,
    failed: (results?.numFailedTests ?? 0) + brokenFiles.length,
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  })
}

/**
 * The names of the tests that passed only when they were run again.
 * @param {any} suite @returns {string[]}
 */
const unsteadyIn = (suite) => [
  ...(suite.suites ?? []).flatMap(unsteadyIn),
  ...(suite.specs ?? [])
    .filter((/** @type {any} */ spec) =>
      spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'),
    )
    .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
]

/**
 * A browser test that fails is run twice more: a computer that stands still for ten seconds proves nothing. What passed only then is
 * named, for it may as well be two things of the program that come in either order.
 * @returns {Promise<Counts>}
 */
async function browserTests() {
  const ok = await run('playwright', 'test', '-c', 'e2e/playwright.config.ts', '--retries=2')
  const results = readResults(e2eResults)
  const stats = results?.stats
  for (const name of results ? unsteadyIn(results) : []) console.warn(`Passed only when run again: ${name}`)
  return honest(ok, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

/** @type {Record<string, Counts>} */
const suites = {}

let browser
try {
  browser = ensureBrowser()
  console.log(`Browser: ${browser}`)
} catch (error) {
  console.error(String(error))
}

suites.types = asOne(await run('tsc', '--noEmit'))
suites.lint = asOne(await run('biome', 'ci', '.'))
suites.unit = await unitTests()
const built = buildIfChanged()
if (!built) suites.build = asOne(false)
if (built && browser) {
  suites.browser = await browserTests()
} else {
  console.error(`\nThe browser tests did not run: ${built ? 'there is no browser' : 'the build failed'}.`)
  suites.browser = asOne(false)
}

console.log()
const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, counts] of Object.entries(suites)) {
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
}
if (total.skipped > 0) console.warn(`Warning: ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)
