import { readFileSync } from 'node:fs'

const app = readFileSync(new URL('../src/app/App.tsx', import.meta.url), 'utf8')

/** The pages beside those of one report or one 汇总, as the program has them: `''` is 我的年报, the others follow `#/`. */
export const pages: string[] = [...app.matchAll(/<Route path="\/(\w*)"/g)].map(([, page = '']) => page)
if (!pages.includes('') || !pages.includes('help'))
  throw new Error('the routes of App.tsx are written another way')
