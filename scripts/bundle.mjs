// Writes a module of the program, with what it imports of the program, as plain scripts: node scripts/bundle.mjs MODULE FOLDER.
// A process of its own, since the bundler takes more memory than a hundred thousand reports.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const [module, folder] = process.argv.slice(2)
await build({
  configFile: false,
  logLevel: 'error',
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: [{ find: /^\.\/sha256$/, replacement: fileURLToPath(new URL('sha256.mjs', import.meta.url)) }],
  },
  build: {
    ssr: module,
    outDir: folder,
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'module.mjs' } },
  },
})
