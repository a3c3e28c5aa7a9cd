import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { listsToDocx } from './listDocx'
import type { PrintedList } from './lists'
import { listsToXlsx } from './listXlsx'

const LONG = '新收加结转应等于办理结果加结转下年度，'.repeat(12)
const list = (unit: string): PrintedList => ({
  title: '2024年政府信息公开工作年度报告核对意见',
  lines: [`${unit}：`, '请逐条处理。'],
  columns: [
    { label: '序号', width: 10 },
    { label: '问题', width: 60 },
    { label: '怎么办', width: 30 },
  ],
  rows: [
    ['1', LONG, '=1+1'],
    ['2', '<b>&"\'', '改正后重报。'],
  ],
  ending: ['核对人：'],
  sheet: unit,
})

test('Excel reads each list as a sheet of its own, texts as texts; heads are repeated and a page is as wide as the list', async () => {
  const bytes = listsToXlsx([list('教育局'), list('审计局/本级'), list('审计局?本级')])
  const rows = await readSheet(Buffer.from(bytes), 2)
  expect(rows[0]?.[0]).toBe('2024年政府信息公开工作年度报告核对意见')
  expect(rows[3]).toEqual(['序号', '问题', '怎么办'])
  expect(rows[4]).toEqual([1, LONG, '=1+1'])
  expect(rows[5]?.[1]).toBe('<b>&"\'')
  const parts = unzipSync(bytes)
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(text('xl/worksheets/sheet1.xml')).not.toContain('<f>')
  expect(text('xl/worksheets/sheet1.xml')).toContain('fitToWidth="1" fitToHeight="0"')
  expect(text('xl/workbook.xml')).toContain('$4:$4')
  const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual(['教育局', '审计局_本级', '审计局_本级2'])
})

test('Word reads the lists one after the other with all that they say', async () => {
  const bytes = await listsToDocx('核对意见', [list('教育局'), list('审计局')])
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(value.indexOf('教育局：')).toBeLessThan(value.indexOf('审计局：'))
  for (const text of [LONG, '=1+1', '<b>&"\'', '改正后重报。', '核对人：']) expect(value).toContain(text)
})

test('the pages of each list are counted from 1, since each goes to somebody else', async () => {
  const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
  const lists = [list('教育局'), list('审计局')]
  const word = part(await listsToDocx('核对意见', lists), 'word/document.xml')
  expect(word.match(/<w:pgNumType[^>]*w:start="1"/g)).toHaveLength(2)
  expect(part(listsToXlsx(lists), 'xl/worksheets/sheet2.xml')).toContain(
    'firstPageNumber="1" useFirstPageNumber="1"',
  )
})
