import { createHash } from 'node:crypto'
import { basename, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport, type UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import { compileAhead } from './build/compileAhead.ts'
import { siteSecurity } from './build/contentSecurity.ts'
import { licences } from './build/licences.ts'
import { preload } from './build/preload.ts'
import { serviceWorker } from './build/serviceWorker.ts'
import { singleFile } from './build/singleFile.ts'
import { workerText } from './build/workerText.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const target = 'chrome109'

/** Publishes the JSON Schema of the report file beside the app, generated from the zod schema. */
function reportSchema(): Plugin {
  return {
    name: 'nianbao:report-schema',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport<{ reportJsonSchema(): object }>(
        fileURLToPath(new URL('src/report/jsonSchema.ts', import.meta.url)),
      )
      this.emitFile({
        type: 'asset',
        fileName: 'report.schema.json',
        source: `${JSON.stringify(module.reportJsonSchema(), null, 2)}\n`,
      })
    },
  }
}

/** `StatutoryTable_stub_4f2a`: the hash of the path keeps files of one name apart, on every machine alike. */
function scopedName(local: string, file: string): string {
  const path = relative(root, file.split('?')[0] ?? file).replaceAll('\\', '/')
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 4)
  return `${basename(path).replace(/\.module\.css$/, '')}_${local}_${hash}`
}

/** What the site and the single file have in common. */
const shared = {
  base: './',
  build: { target, modulePreload: { polyfill: false } },
  css: { modules: { generateScopedName: scopedName } },
} satisfies UserConfig
const scripts: Parameters<typeof workerText>[1] = new Map()
const plugins = () => [react(), workerText(target, scripts), licences(root)]

/** @param places files or folders, each as its path ends or goes on after it */
const under = (...places: string[]) => new RegExp(`/(${places.join('|')})`)

/**
 * Three files for the first screens, one that all pages need, one for 我的年报 and one for a report: many small ones cost
 * requests and pack worse. A group takes along what its modules import, so what several need is named in the first. What
 * comes later is left out, so that it stays in files of its own.
 */
const firstScreens = [
  // The very first script: it waits for nothing else.
  {
    name: 'start',
    test: /preload-helper|(storage\/openDatabase|drafts\/connect|app\/connection|app\/start)\.ts/,
    priority: 1,
  },
  {
    name: 'app',
    test: under(
      'node_modules/(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store)/',
      'src/app/(?!start|connection)',
      'src/export/paperFonts\\.css$',
      'src/format/(cells|names|editions|edition2021/)',
      'src/report/(report|value|totals|progress|deadline|publication)\\.',
      // A verdict is said in 我的年报 and in the head of a report, which is not to fetch 我的年报 for it.
      'src/checks/verdict\\.',
      'src/ui/import/accepted\\.',
      'src/drafts/(?!autosave|tabGuard|diskBackup|connect|nextYear|readBackup|backup\\.worker|published|alter|restoring)',
      'src/ui/(parts|drafts)/(?!Sheet|example)',
      'src/ui/form/session',
      'src/ui/home/update\\.',
      'src/ui/worker\\.',
      // One file of styles.
      'src/ui/(form|shell|tables)/[^/]*\\.module\\.css$',
    ),
  },
  { name: 'home', test: under('src/ui/home/') },
  {
    name: 'report',
    test: under(
      'node_modules/(react-hook-form|@tanstack/(react-table|table-core|react-store|store))/',
      'src/format/(block|layout|steps)',
      'src/report/history',
      'src/drafts/(autosave|tabGuard)',
      'src/ui/form/(?!LastYear|NextSection|session|carry|linking|PublishedQuestion|publication)',
      'src/ui/shell/(?!SidePanel|FindPanel)',
      'src/ui/tables/(?!paste)',
    ),
  },
  // The rules come by themselves once a report stands; in one file they pack better.
  {
    name: 'rules',
    test: under(
      'src/checks/(catalogue|prose/|rules/)',
      'src/report/(carry/|hanNumber)',
      'node_modules/diff/',
    ),
  },
]

export default defineConfig({
  ...shared,
  build: {
    ...shared.build,
    rolldownOptions: { output: { codeSplitting: { groups: firstScreens } } },
  },
  plugins: [
    ...plugins(),
    preload('app'),
    compileAhead('start', 'app', 'home', 'report'),
    siteSecurity(),
    reportSchema(),
    singleFile(root, { ...shared, plugins: plugins() }),
    serviceWorker(root, target),
  ],
  define: { __SINGLE_FILE__: 'false' },
  // What is served are static public files, so any host name may ask for them (an intranet name, a test's name).
  preview: { host: '127.0.0.1', allowedHosts: true },
  test: {
    // Generous, so that a busy machine does not fail what is merely slow there.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The files of a project share what they import, which spares half the time: each test leaves things as they were.
    isolate: false,
    // By itself one processor is left free, which on two is half of them.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
    setupFiles: ['src/testing/shared.ts'],
    projects: [
      { extends: true, test: { name: 'node', include: ['{src,build,bench}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['src/testing/page.ts'],
        },
      },
    ],
  },
})
