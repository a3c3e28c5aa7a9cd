// What to run before every commit: types, lint and unit tests side by side, each told once it has ended. Suites that go through
// every file kind and cell (*.exhaustive.test.ts) would double the time; `npm test` and `npm run test:unit` run them too.
import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const env = { ...process.env, PATH: resolve('node_modules/.bin') + delimiter + process.env.PATH }
const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`

/** @param {string} command @returns {Promise<boolean>} whether it exited with 0 */
function run(command) {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
      })
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${command} (${seconds()})`)
      if (code !== 0) console.log(said)
      done(code === 0)
    })
  })
}

const units = 'vitest run --reporter=dot --exclude "**/*.exhaustive.test.ts"'
const results = await Promise.all(['tsc --noEmit', 'biome ci .', units].map(run))
process.exitCode = results.every(Boolean) ? 0 : 1
console.log(process.exitCode ? 'Something is wrong: see above.' : `All is well, after ${seconds()}.`)
