import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from './docx'
import type { ReadSource } from './problems'
import { readXlsx } from './xlsx'

const bytes = (text: string) => new TextEncoder().encode(text)
const cellsOf = (read: ReadSource) => {
  if ('problem' in read) throw new Error(read.problem)
  return read.source.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []))
}
const doubts = (read: ReadSource) =>
  cellsOf(read).flatMap(({ text, doubt }) => (doubt ? [[text, doubt]] : []))
const expected = [['207', '来文在这一格批注“这里漏了十件”，请对照原文']]

test.each(['../comments3.xml', '/xl/comments/comment3.xml'])(
  'a comment on a cell of a sheet leaves its figure in doubt: %s',
  (target) => {
    const path = target.replace('../', 'xl/').replace(/^\//, '')
    const file = zipSync({
      'xl/workbook.xml': bytes('<workbook><sheets/></workbook>'),
      'xl/worksheets/sheet1.xml': bytes(
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>行政许可</t></is></c><c r="B1"><v>207</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>行政处罚</t></is></c><c r="B2"><v>31</v></c></row></sheetData></worksheet>',
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': bytes(
        `<Relationships><Relationship Id="a" Target="${target}"/></Relationships>`,
      ),
      [path]: bytes(
        '<comments><commentList><comment ref="B1"><text><r><t>这里漏了</t></r><r><t>十件</t></r></text></comment></commentList></comments>',
      ),
    })
    expect(doubts(readXlsx(file, 'a.xlsx'))).toEqual(expected)
  },
)

test('a comment on a cell of a document leaves its figure in doubt', () => {
  const cell = (text: string, before = '', after = '') =>
    `<w:tc><w:p>${before}<w:r><w:t>${text}</w:t></w:r>${after}</w:p></w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const noted = cell('207', '<w:commentRangeStart w:id="4"/>', '<w:r><w:commentReference w:id="4"/></w:r>')
  const file = zipSync({
    'word/document.xml': bytes(
      `<w:document><w:body><w:tbl>${row(cell('行政许可'), noted)}${row(cell('行政处罚'), cell('31'))}</w:tbl></w:body></w:document>`,
    ),
    'word/comments.xml': bytes(
      '<w:comments><w:comment w:id="4"><w:p><w:r><w:t>这里漏了</w:t></w:r><w:r><w:t>十件</w:t></w:r></w:p></w:comment></w:comments>',
    ),
  })
  expect(doubts(readDocx(file, 'a.docx'))).toEqual(expected)
})
