import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))

/** A layer imports itself and what stands in lines above it; the layers of one line do not know each other. */
const LAYERS = [
  ['format', 'storage'],
  ['report'],
  ['checks'],
  ['import', 'export', 'drafts', 'writing', 'aggregate'],
  ['ui'],
  ['app'],
]
const REACT = /^(react|react-dom|react-hook-form|wouter|@tanstack)(\/|$)/
const MAX_LINES = 350

/** Lists of words, longer because the language is. */
const DATA: string[] = ['checks/prose/lexicon.ts']

/** `from '…'`, `import '…'`, `import('…')` (of types, too), `new URL('…', import.meta.url)`; also with `?workerText`. */
const IMPORT = /(?:\b(?:from|import)\s*\(?|\bnew URL\()\s*['"]([^'"?]+)/g

const files = readdirSync(src, { encoding: 'utf8', recursive: true })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'))
const source = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]))
const isFile = (file: string) => existsSync(join(src, file)) && statSync(join(src, file)).isFile()

/** What a file names: packages as they are, files by their path in src. A name in a comment that leads nowhere is left out. */
function importsOf(file: string): string[] {
  const named = [...(source.get(file) ?? '').matchAll(IMPORT)].map((match) => match[1] ?? '')
  return named.flatMap((name) => {
    if (!name.startsWith('.')) return [name]
    const path = relative(src, join(src, dirname(file), name)).replaceAll('\\', '/')
    return [path, `${path}.ts`, `${path}.tsx`].filter(isFile).slice(0, 1)
  })
}
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const lineOf = (path: string) => LAYERS.findIndex((line) => line.includes(path.split('/')[0] ?? ''))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('testing/')
const own = files.filter((file) => !isTest(file))

/** Pairs “file → import” of the program, tests left out, for which `forbidden` holds. */
const pairs = (forbidden: (file: string, name: string) => boolean) =>
  own.flatMap((file) =>
    (imports.get(file) ?? []).filter((name) => forbidden(file, name)).map((name) => `${file} → ${name}`),
  )

test('imports point one way: format, report, checks, then import, export, drafts, aggregate, then ui, then app', () => {
  expect(own.filter((file) => lineOf(file) < 0)).toEqual([])
  const outward = (file: string, name: string) => {
    const [from, to] = [lineOf(file), lineOf(name)]
    return to > from || (to === from && name.split('/')[0] !== file.split('/')[0])
  }
  expect(pairs((file, name) => source.has(name) && outward(file, name))).toEqual([])
})

test('React and its libraries belong to ui and app', () => {
  expect(pairs((file, name) => lineOf(file) < lineOf('ui') && REACT.test(name))).toEqual([])
})

test('src/testing is for tests only', () => {
  expect(pairs((_, name) => name.startsWith('testing/'))).toEqual([])
})

test('no file imports itself by way of others', () => {
  /** Files that can be reached from a file, itself only by a ring. */
  const reach = (start: string) => {
    const seen = new Set<string>()
    const walk = (file: string) => {
      for (const next of imports.get(file) ?? []) if (!seen.has(next)) walk(seen.add(next) && next)
    }
    walk(start)
    return seen
  }
  expect(files.filter((file) => reach(file).has(file)).sort()).toEqual([])
})

test('no two rooms of ui import each other', () => {
  const roomOf = (file: string) => /^ui\/(\w+)\//.exec(file)?.[1]
  const doors = new Set(
    own.flatMap((file) =>
      [...(imports.get(file) ?? [])].flatMap((next) => {
        const [from, to] = [roomOf(file), roomOf(next)]
        return from && to && from !== to ? [`${from} → ${to}`] : []
      }),
    ),
  )
  const back = (door: string) => door.split(' → ').reverse().join(' → ')
  expect([...doors].filter((door) => doors.has(back(door)))).toEqual([])
})

test(`no file of the program has more than ${MAX_LINES} lines`, () => {
  const long = own.filter((file) => (source.get(file) ?? '').trimEnd().split('\n').length > MAX_LINES)
  expect(long.sort()).toEqual([...DATA].sort())
})
