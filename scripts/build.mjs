// Builds dist/, or says that it is already what these files build to. `npm run build` builds in any case.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What dist/ comes from; tests and what only they use do not reach it. */
const INPUTS = [
  'src',
  'build',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  // 关于 shows it.
  'CHANGELOG.md',
]
const FOR_TESTS = /\.test\.tsx?$|^src[\\/]testing[\\/]/
/** Beside the packages: it is gone when these are fetched anew. */
const STAMP = join(root, 'node_modules/.cache/nianbao/build.json')

/** @param {string} path @returns {string[]} the files below, or the path itself */
const filesUnder = (path) =>
  statSync(join(root, path)).isDirectory()
    ? readdirSync(join(root, path)).flatMap((name) => filesUnder(join(path, name)))
    : [path]

/** One hash over names and contents of all inputs. */
function inputsHash() {
  const hash = createHash('sha256').update(process.version)
  for (const file of INPUTS.flatMap(filesUnder).sort())
    if (!FOR_TESTS.test(file)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Which files dist/ has, how long they are and when they were written, by whomever; undefined when there is none. */
function built() {
  if (!existsSync(join(root, 'dist'))) return undefined
  return filesUnder('dist')
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(join(root, file))
      return `${file} ${size} ${mtimeMs}`
    })
}

/** @returns {unknown} */
function stamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'))
  } catch {
    return undefined
  }
}

/** Sees to it that dist/ is what the files build to. @returns {boolean} false when the build failed */
export function buildIfChanged() {
  const inputs = inputsHash()
  if (JSON.stringify(stamp()) === JSON.stringify({ inputs, built: built() })) {
    console.log('dist/ is up to date.')
    return true
  }
  const { status } = spawnSync('npx vite build', { shell: true, stdio: 'inherit', cwd: root })
  if (status !== 0) return false
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, JSON.stringify({ inputs, built: built() }))
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = buildIfChanged() ? 0 : 1
