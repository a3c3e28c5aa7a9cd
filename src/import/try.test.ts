import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { readPlain } from './plain'
import { cellsOf } from '../format/cells'
import { recognise } from './recognise'

const at = (o: any, p: string): any => p.split('.').reduce((x, k) => x?.[k], o)
test.each(['/work/shared/seed/000_2385a1ea8664f14a.txt', 'suqian-2023', 'suqian-2024', 'hongze-2024', 'blank-form', 'hongze-2024/source-reading-order.txt'])('%s', (name) => {
  const path = name.startsWith('/') ? name : `/work/shared/samples/${name.includes('/') ? name : `${name}/source.txt`}`
  const text = readFileSync(path, 'utf8')
  let expected: any
  if (!name.startsWith('/')) expected = JSON.parse(readFileSync(`/work/shared/samples/${name.split('/')[0]}/expected.json`, 'utf8'))
  const t0 = performance.now()
  const p = recognise(readPlain(text, name), edition2021)
  const ms = performance.now() - t0
  const figs = p.figures
  let right = 0, wrong: string[] = [], missing: string[] = [], doubt: string[] = []
  if (expected) for (const cell of cellsOf(edition2021)) {
    const want = at(expected, cell.address)
    const f = figs.find((f) => f.address === cell.address)
    if (f?.doubt) doubt.push(cell.address.slice(7) + f.doubt)
    if (want == null && !f) continue
    if (!f) missing.push(cell.address.slice(7))
    else if (String(want) === f.text) right++
    else wrong.push(`${cell.address} ${want} ${f.text} ${f.doubt ?? 'CONFIDENT'}`)
  }
  console.log(name, ms | 0, figs.length, { right, wrong, missing: missing.slice(0, 20), doubt: doubt.slice(0, 5), nd: doubt.length }, p.unplaced.map((u) => u.text.slice(0, 100) + ' :: ' + u.why), p.remarks.map((u) => u.message))
  console.log(p.texts.map((t) => `${t.address}: ${t.text.slice(0, 50)} … ${t.text.slice(-30)} [${t.text.length}] ${t.text.split('\n').length}p ${t.doubt ?? ''}`).join('\n'))
})
