import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import { readBytes } from './read'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PERMITS = 'tables.proactiveDisclosure.administrativeLicenses.decisions'
const PENALTIES = 'tables.proactiveDisclosure.administrativePenalties.decisions'

const styles = `<w:styles ${W}>
<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="OwnNote"><w:basedOn w:val="Note"/></w:style>
<w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Circle"><w:basedOn w:val="Circle"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const styled = (text: string, name: string, more = '') => run(text, `<w:rStyle w:val="${name}"/>${more}`)
const paragraph = (runs: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
const row = (label: string, cell: string) =>
  `<w:tr><w:tc>${paragraph(run(label))}</w:tc><w:tc>${cell}</w:tc></w:tr>`

const figuresOf = (bytes: Uint8Array, name: string) => {
  const read = readBytes(bytes, name)
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  return { read: new Map(figures.map((figure) => [figure.address, figure])), unplaced }
}
const inWord = (cell: string) => {
  const table = `<w:tbl>${row('行政许可', cell)}${row('行政处罚', paragraph(run('12')))}${row('行政强制', paragraph(run('7')))}</w:tbl>`
  const body = paragraph(run('二、主动公开政府信息情况')) + table
  return figuresOf(
    zipSync({
      'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
      'word/styles.xml': strToU8(styles),
    }),
    'a.docx',
  )
}

test.each([
  ['a note mark by a style', styled('1', 'Note'), true],
  ['a note mark by a style based on another', styled('1', 'OwnNote'), true],
  ['struck out by a style', styled('1', 'Struck'), false],
  ['hidden by a style', styled('1', 'Hidden'), false],
  ['hidden by the style of its paragraph', `</w:p>${paragraph(run('1'), 'Secret')}<w:p>`, false],
])('Word: what is %s is no digit of the figure', (_, mark, doubted) => {
  const { read } = inWord(paragraph(run('38') + mark))
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt !== undefined]).toEqual(['38', doubted])
  expect(read.get(PENALTIES)?.text).toBe('12')
})

test('Word: a property of the run undoes that of its style, and a style based on itself is none', () => {
  const { read } = inWord(
    paragraph(
      run('3') +
        styled('8', 'Struck', '<w:strike w:val="0"/>') +
        styled('1', 'Note', '<w:vertAlign w:val="baseline"/>') +
        styled('5', 'Circle'),
    ),
  )
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt]).toEqual(['3815', undefined])
})

/** One sheet; cells are their XML, rows may carry attributes. */
const inExcel = (rows: [attributes: string, cells: string[]][]) => {
  const sheet = rows
    .map(
      ([attributes, cells], at) =>
        `<row r="${at + 1}" ${attributes}>${cells.map((cell, column) => cell.replace('<c', `<c r="${'ABCDEFGH'[column]}${at + 1}"`)).join('')}</row>`,
    )
    .join('')
  return figuresOf(
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    }),
    'a.xlsx',
  )
}
const words = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const figure = (value: string) => `<c><v>${value}</v></c>`
const heading: [string, string[]] = ['', [words('二、主动公开政府信息情况')]]

test('Excel: a formula without a saved value is worked out where it is a sum, else listed with its text', () => {
  const { read, unplaced } = inExcel(
    [
      heading,
      ['', [words('行政许可'), '<c><f>SUM(C2:D2)+2</f></c>', figure('30'), figure('6')]],
      ['', [words('行政处罚'), '<c><f>VLOOKUP(A1,B1:C9,2)</f></c>']],
      ['', [words('行政强制'), '<c><f>SUM(C4:D4)</f><v>7</v></c>']],
    ].map(([attributes, cells]) => [attributes, (cells as string[]).slice(0, 2)] as [string, string[]]),
  )
  // The cells that a sum refers to may be empty: it is then its constant.
  expect(read.get(PERMITS)?.text).toBe('2')
  expect(read.has(PENALTIES)).toBe(false)
  expect(unplaced.map(({ text }) => text).join('\n')).toContain('=VLOOKUP(A1,B1:C9,2)')
  expect(read.get('tables.proactiveDisclosure.administrativeCompulsion.decisions')?.text).toBe('7')
})

test.each([0, 1])('Excel: a hidden row never wins over the visible one of its label: hidden %i', (hidden) => {
  const both: [string, string[]][] = [
    ['', [words('行政许可'), figure('38')]],
    ['hidden="1"', [words('行政许可'), figure('99')]],
  ]
  const { read, unplaced } = inExcel([
    heading,
    ...(hidden ? both : [...both].reverse()),
    ['', [words('行政处罚'), figure('12')]],
    ['', [words('行政强制'), figure('7')]],
  ])
  expect(read.get(PERMITS)?.text).toBe('38')
  expect(read.get(PERMITS)?.doubt).toBeDefined()
  expect(unplaced.map(({ text }) => text).join('\n')).toContain('99')
})

test('Excel: what only a hidden row says is read with a mark', () => {
  const { read } = inExcel([
    heading,
    ['hidden="1"', [words('行政许可'), figure('38')]],
    ['', [words('行政处罚'), figure('12')]],
    ['', [words('行政强制'), figure('7')]],
  ])
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt !== undefined]).toEqual(['38', true])
})
