import { createHash } from 'node:crypto'
import { basename, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** `frame-ancestors` is missing because a browser ignores it in a meta element. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types nianbao',
].join('; ')

/** In the built page only: the dev server needs inline scripts for hot reloading. */
function cspMeta(): Plugin {
  return {
    name: 'nianbao:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      // First in the head: a policy binds only what comes after it.
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}

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

export default defineConfig({
  base: './',
  plugins: [react(), cspMeta(), reportSchema()],
  build: {
    target: 'chrome109',
    modulePreload: { polyfill: false },
  },
  css: { modules: { generateScopedName: scopedName } },
  // What is served are static public files, so any host name may ask for them (an intranet name, a test's name).
  preview: { host: '127.0.0.1', allowedHosts: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // A test that needs a document starts with the comment `// @vitest-environment jsdom`.
    environment: 'node',
  },
})
