// npm run check:chromium109 [files]: the browser tests in Chromium 109, the oldest one that the program is made for.
import { spawnSync } from 'node:child_process'
import { chromium109 } from './chromium109.mjs'

const { status } = spawnSync(
  `npx playwright test -c e2e/playwright.config.ts ${process.argv.slice(2).join(' ')}`,
  { shell: true, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium109() } },
)
console.log(`chromium 109: ${status === 0 ? 'every test passed' : 'FAILED'}`)
process.exitCode = status ?? 1
