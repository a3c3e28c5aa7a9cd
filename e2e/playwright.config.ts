import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = findBrowser()
const isRoot = process.getuid?.() === 0

/**
 * A second build can be tested beside the first: another folder, another port. `E2E_TARGET=file` runs the suite in
 * nianbao.html, opened from file://; `site` leaves out what is run there otherwise.
 */
const { E2E_DIST = 'dist', E2E_PORT = '4180', E2E_RESULTS = 'test-results', E2E_TARGET } = process.env
const address = `http://localhost:${E2E_PORT}/`
const results = resolve(root, E2E_RESULTS)

/** The addresses in the tests begin with `#/`, which holds for both places. */
const site = { name: 'site', use: { baseURL: address } }
const file = { name: 'file', use: { baseURL: pathToFileURL(resolve(root, E2E_DIST, 'nianbao.html')).href } }

/** What by its nature needs a server, and is therefore tested on the site alone. */
const onlyOnTheSite = [
  'backup-on-disk.spec.ts', // its disk is the browser's own file system, which a page from a file may not use
  'first-screen-size.spec.ts', // counts the files that a server sends
  'offline.spec.ts', // the copy that the browser keeps of a site, and its new versions
  'one-part-fails.spec.ts', // a part of the program whose file is broken or gone
  'plain-http-host.spec.ts', // another host name
  'upgrade-under-open-page.spec.ts', // files of the program that are gone
  'slow-start.spec.ts', // files of styles that come late, or not at all
]

const projects = {
  site: [site],
  file: [{ ...file, testIgnore: onlyOnTheSite }],
  // The single file is the same program: where it could differ, the test bears the tag.
  both: [site, { ...file, grep: /@file/ }],
}[E2E_TARGET || 'both']
if (!projects) throw new Error(`E2E_TARGET is “site”, “file” or left out, not “${E2E_TARGET}”`)

/** The tests run against `dist/` as it was last built. */
export default defineConfig({
  testDir: '.',
  outputDir: join(results, 'e2e'),
  workers: 2,
  // An office computer with other work to do is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    // A wait in vain names its place.
    actionTimeout: 30_000,
    // It would fetch the whole program once more in every test; those that are about it allow it.
    serviceWorkers: 'block',
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects,
  webServer:
    E2E_TARGET === 'file'
      ? []
      : {
          command: `npx vite preview --outDir ${E2E_DIST} --port ${E2E_PORT} --strictPort`,
          cwd: root,
          url: address,
          reuseExistingServer: false,
        },
})
