// node build.mjs [name…]: the same table in form libraries, each a page on its own, to bench/dist.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const names = process.argv.slice(2)
for (const name of names.length ? names : readdirSync(path('pages')))
  await build({
    root: path(`pages/${name}`),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: path(`../dist/${name}`), emptyOutDir: true, chunkSizeWarningLimit: 9999 },
  })
