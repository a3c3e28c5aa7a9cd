import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { compareDocument, type ReadBack } from './compare'
import { documentOf } from './document'
import { toHtml } from './html'
import { readHtml } from './readHtml'

const content = documentOf(filledReport(), currentEdition, { draft: false, code: '' })
const differencesAfter = (spoil: (read: ReadBack) => void) => {
  const read = readHtml(toHtml(content))
  spoil(read)
  return compareDocument(content, read).differences
}
const cellOf = (read: ReadBack, table: number, row: number, column: number) => {
  const cell = read.tables[table]?.find((one) => one.row === row && one.column === column)
  if (!cell) throw new Error('no such cell')
  return cell
}

test('a copy that says the same has no differences', () => {
  expect(differencesAfter(() => undefined)).toEqual([])
})

test.each<[string, (read: ReadBack) => void, string[]]>([
  [
    'a figure',
    (read) => {
      cellOf(read, 1, 3, 3).text = '23'
    },
    ['表三 收到和处理政府信息公开申请情况第 4 行第 4 列应为“22”，文件里是“23”。'],
  ],
  [
    'a label',
    (read) => {
      cellOf(read, 1, 5, 1).text = '予以公开'
    },
    ['表三 收到和处理政府信息公开申请情况第 6 行第 2 列应为“（一）予以公开”，文件里是“予以公开”。'],
  ],
  [
    'a paragraph',
    (read) => {
      read.paragraphs[1] = '别的话。'
    },
    [expect.stringMatching(/^第 2 段应为“按照.*”，文件里是“别的话。”。$/)],
  ],
  [
    'a paragraph too many',
    (read) => read.paragraphs.push('多一段。'),
    ['第 25 段应为空白，文件里是“多一段。”。'],
  ],
  ['a lost figure', (read) => read.tables[2]?.pop(), [expect.stringContaining('应为“3”，文件里是空白。')]],
  ['a lost table', (read) => read.tables.pop(), expect.arrayContaining([expect.stringContaining('表四')])],
  [
    'a cell too many',
    (read) => read.tables[0]?.push({ row: 40, column: 0, text: '9' }),
    ['表二 主动公开政府信息情况第 41 行第 1 列多出“9”。'],
  ],
])('%s that differs is told in a sentence', (_, spoil, sentences) => {
  expect(differencesAfter(spoil)).toEqual(sentences)
})
