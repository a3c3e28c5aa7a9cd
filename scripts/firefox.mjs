// The Firefox of the system, and what drives it: fetched for the longer checks alone, by apt as root on Debian and by npm
// into node_modules/.cache.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const DRIVER = 'puppeteer-core@24'
const folder = resolve(fileURLToPath(new URL('..', import.meta.url)), 'node_modules/.cache/firefox-driver')

const found = (/** @type {string} */ command) =>
  spawnSync('which', [command], { encoding: 'utf8' }).stdout.trim()

/** @param {string} command @param {string[]} words */
const run = (command, words) => execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] })

function driver() {
  const required = createRequire(`${folder}/package.json`)
  if (!existsSync(resolve(folder, 'node_modules/puppeteer-core'))) {
    console.log(`Fetching ${DRIVER}`)
    mkdirSync(folder, { recursive: true })
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', DRIVER])
  }
  return required('puppeteer-core')
}

function firefox() {
  const installed = () => found('firefox-esr') || found('firefox')
  if (!installed()) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr'])
  }
  return installed()
}

/**
 * Starts a Firefox with a new profile.
 * @param {Record<string, string | number | boolean>} preferences besides the usual ones
 * @returns {Promise<any>} Puppeteer's `Browser`
 */
export const launchFirefox = (preferences = {}) =>
  driver().launch({
    browser: 'firefox',
    executablePath: firefox(),
    headless: true,
    defaultViewport: { width: 1280, height: 720 },
    extraPrefsFirefox: preferences,
  })
