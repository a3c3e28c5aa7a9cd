// Builds what is measured, each page to a folder of its own under bench/dist.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))
const root = path('..')

/** @param {string} name */
export const folderOf = (name) => path(`dist/${name}`)

/** The project's modules with other editions: the app itself, with a table of ten times the rows. */
const otherEditions = () => ({
  name: 'bench:editions',
  enforce: /** @type {const} */ ('pre'),
  /** @this {import('rolldown').PluginContext} @param {string} source @param {string | undefined} importer */
  async resolveId(source, importer) {
    if (!/\/editions$/.test(source) || importer?.includes('/bench/app/')) return
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found?.id === path('../src/format/editions.ts') ? path('app/editions.ts') : undefined
  },
})

/** @type {Record<string, () => Promise<unknown>>} */
const builds = {
  project: () => build({ root, logLevel: 'warn', build: output('project') }),
  scaled: () => build({ root, logLevel: 'warn', plugins: [otherEditions()], build: output('scaled') }),
  work: () => build({ configFile: path('app/vite.config.ts'), logLevel: 'error', build: output('work') }),
  tuned: () => byHand('tuned'),
  plain: () => byHand('plain'),
  floor: () => byHand('floor'),
}

/** A page written by hand. @param {string} name */
const byHand = (name) =>
  build({
    root: path(`pages/${name}`),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [cssInPage()],
    build: { ...output(name), modulePreload: { polyfill: false } },
  })

/** @param {string} name */
const output = (name) => ({ outDir: folderOf(name), emptyOutDir: true, reportCompressedSize: false })

/** One request less for the page the project is measured by. */
const cssInPage = () => ({
  name: 'bench:css-in-page',
  enforce: /** @type {const} */ ('post'),
  /** @param {unknown} _ @param {import('rolldown').OutputBundle} bundle */
  generateBundle(_, bundle) {
    const page = bundle['index.html']
    if (page?.type !== 'asset') return
    for (const [name, file] of Object.entries(bundle)) {
      if (!name.endsWith('.css') || file.type !== 'asset') continue
      page.source = String(page.source).replace(
        new RegExp(`<link[^>]*${name}[^>]*>`),
        () => `<style>${file.source}</style>`,
      )
      delete bundle[name]
    }
  },
})

/**
 * Builds the named pages; pages of bench/peers have packages of their own and are built there.
 * @param {string[]} names
 */
export async function buildPages(names) {
  for (const name of names) {
    const make = builds[name]
    if (make) {
      console.error(`building ${name}`)
      await make()
    } else if (!existsSync(folderOf(name)))
      throw new Error(`${name} is not built: cd bench/peers && npm install && node build.mjs ${name}`)
  }
}
