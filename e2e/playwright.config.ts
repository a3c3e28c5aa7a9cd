import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = findBrowser()
const isRoot = process.getuid?.() === 0

/** A second build can be tested beside the first: another folder, another port. */
const { E2E_DIST = 'dist', E2E_PORT = '4180', E2E_RESULTS = 'test-results' } = process.env
const address = `http://localhost:${E2E_PORT}/`
const results = resolve(root, E2E_RESULTS)

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
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    // It would fetch the whole program once more in every test; offline.spec.ts allows it.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'chromium',
      use: {
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
    },
  ],
  webServer: {
    command: `npx vite preview --outDir ${E2E_DIST} --port ${E2E_PORT} --strictPort`,
    cwd: root,
    url: address,
    reuseExistingServer: false,
  },
})
