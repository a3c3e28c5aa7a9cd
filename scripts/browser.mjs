// Finds what the browser tests need on this machine, and gets what is missing:
// a Chromium, fonts for Chinese, and pdftotext.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

/** @returns {string[]} */
function usualPlaces() {
  const { PATH = '', HOME = '', ProgramFiles, LOCALAPPDATA } = process.env
  const ending = process.platform === 'win32' ? '.exe' : ''
  const places = onPath.flatMap((name) =>
    PATH.split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, name + ending)),
  )
  if (process.platform === 'darwin') {
    for (const folder of ['/Applications', join(HOME, 'Applications')]) {
      places.push(...macApps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)))
    }
  }
  if (process.platform === 'win32') {
    for (const folder of [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA]) {
      if (folder) places.push(...windowsPrograms.map((program) => join(folder, program)))
    }
  }
  return places
}

/**
 * A file that is there may still not start: Ubuntu's chromium-browser without its snap, a download without its libraries.
 * @param {string} path
 */
function starts(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` opens a window instead of printing.
  return process.platform === 'win32' || succeeds(path, ['--version'])
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/**
 * The Chromium, Chrome or Edge to test with: `CHROMIUM_PATH`, else an installed one, else Playwright's own.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names a file that does not exist: ${wanted}`)
    return wanted
  }
  return [...usualPlaces(), chromium.executablePath()].find(starts)
}

function hasChineseFonts() {
  if (process.platform !== 'linux') return true
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

function hasPdftotext() {
  return succeeds('pdftotext', ['-v'])
}

/** @param {string[]} packages */
function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !succeeds('apt-get', ['--version'])) return
  console.log(`Installing ${packages.join(', ')} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { stdio: 'inherit', env })
  }
}

function downloadBrowser() {
  console.log('No Chromium, Chrome or Edge found: downloading one')
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  spawnSync(npx, ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: 240_000,
  })
}

/**
 * Like findBrowser, but gets a browser when there is none; also sees to Chinese fonts and pdftotext.
 * What cannot be got is named on the console; only a missing browser throws.
 * @returns {string}
 */
export function ensureBrowser() {
  if (!findBrowser()) downloadBrowser()

  const missing = []
  if (!findBrowser()) missing.push('chromium')
  if (!hasChineseFonts()) missing.push('fontconfig', 'fonts-noto-cjk')
  if (!hasPdftotext()) missing.push('poppler-utils')
  if (missing.length > 0) aptInstall(missing)

  if (!hasChineseFonts()) console.warn('Warning: no Chinese fonts found (Debian: fonts-noto-cjk)')
  if (!hasPdftotext()) console.warn('Warning: pdftotext not found (Debian: poppler-utils)')
  const browser = findBrowser()
  if (!browser) throw new Error('No Chromium found. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH.')
  return browser
}
