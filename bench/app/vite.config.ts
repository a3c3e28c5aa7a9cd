import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { workerText } from '../../build/workerText.ts'

const target = 'chrome109'

/** The project's own modules on a page of their own, built as the project builds them. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  base: './',
  define: { __SINGLE_FILE__: 'false' },
  plugins: [react(), workerText(target, new Map())],
  build: { target, rolldownOptions: { input: fileURLToPath(new URL('work.html', import.meta.url)) } },
})
