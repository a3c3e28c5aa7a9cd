import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = findBrowser()
const isRoot = process.getuid?.() === 0

/** The tests run against `dist/` as it was last built. */
export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results/e2e`,
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: `${root}test-results/e2e.json` }]],
  use: {
    baseURL: 'http://localhost:4180/',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
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
    command: 'npx vite preview --port 4180 --strictPort',
    cwd: root,
    url: 'http://localhost:4180/',
    reuseExistingServer: false,
  },
})
