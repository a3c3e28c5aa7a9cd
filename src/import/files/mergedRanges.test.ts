import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBytes } from './read'

test('merged ranges of a sheet name the numbers of its rows, whichever rows the file leaves out', () => {
  const row = (number: number, texts: string[]) =>
    `<row r="${number}">${texts
      .map((text, at) => `<c r="${'ABC'[at]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('')}</row>`
  const files = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${[
      row(2, ['信息内容', '件数', '备注']),
      row(5, ['行政许可', '61', '']),
      row(6, ['', '', '无']),
      row(9, ['行政强制', '7', '']),
    ].join(
      '',
    )}</sheetData><mergeCells><mergeCell ref="A5:A6"/><mergeCell ref="B9:C9"/></mergeCells></worksheet>`,
  }
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  )
  const read = readBytes(bytes, 'a.xlsx')
  if ('problem' in read) throw new Error(read.problem)
  const [grid] = read.source.blocks
  if (grid?.kind !== 'grid') throw new Error('no grid')
  const spans = grid.rows.map((cells) =>
    cells.map(({ text, columns, rows, covered }) =>
      covered ? '·' : `${text}${columns ? `↔${columns}` : ''}${rows ? `↕${rows}` : ''}`,
    ),
  )
  expect(spans).toEqual([
    ['信息内容', '件数', '备注'],
    ['行政许可↕2', '61', ''],
    ['·', '', '无'],
    ['行政强制', '7↔2', '·'],
  ])
})
