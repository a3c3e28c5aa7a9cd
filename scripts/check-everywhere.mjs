/**
 * npm run check:everywhere [files]: the browser tests on the site and on the single file, in the current Chromium and in 109,
 * the oldest one that the program is made for. One line for each at the end.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { ensureBrowser } from './browser.mjs'
import { chromium109 } from './chromium109.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const base = process.env.E2E_RESULTS || 'test-results'

/** @param {string} executablePath */
async function versionOf(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const [version] = browser.version().split('.')
  await browser.close()
  return `Chromium ${version}`
}

/**
 * @param {string} target @param {string} browser @param {string} version
 * @returns {{ words: string, good: boolean }}
 */
function suite(target, browser, version) {
  console.log(`\n> ${target}, ${version}`)
  const results = `${base}/${target} ${version.replaceAll(/\W+/g, '-')}`
  const counts = `${results}/e2e.json`
  rmSync(counts, { force: true })
  const { status } = spawnSync(
    `npx playwright test -c e2e/playwright.config.ts ${process.argv.slice(2).join(' ')}`,
    {
      shell: true,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: browser, E2E_TARGET: target, E2E_RESULTS: results },
    },
  )
  if (!existsSync(counts)) return { words: `${target}, ${version}: did not run`, good: false }
  const { expected, unexpected, skipped, flaky } = JSON.parse(readFileSync(counts, 'utf8')).stats
  const words = `${target}, ${version}: ${expected} passed, ${unexpected} failed, ${skipped + flaky} skipped or repeated`
  return { words, good: status === 0 && expected > 0 && skipped + flaky === 0 }
}

const done = []
for (const browser of [ensureBrowser(), chromium109()]) {
  const version = await versionOf(browser)
  for (const target of ['site', 'file']) done.push(suite(target, browser, version))
}
console.log()
for (const { words } of done) console.log(words)
const bad = done.filter(({ good }) => !good).length
console.log(`everywhere: ${bad === 0 ? 'every test passed' : `${bad} of ${done.length} FAILED`}`)
process.exitCode = bad === 0 ? 0 : 1
