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
  ['white beside other text', run('1', '<w:color w:val="FFFFFF"/>'), false],
  ['set above its line', run('1', '<w:position w:val="8"/>'), true],
  ['small above it', `<w:ruby><w:rt>${run('1')}</w:rt><w:rubyBase>${run('')}</w:rubyBase></w:ruby>`, false],
  ['hidden by the style of its paragraph', `</w:p>${paragraph(run('1'), 'Secret')}<w:p>`, false],
])('Word: what is %s is no digit of the figure', (_, mark, doubted) => {
  const { read } = inWord(paragraph(run('38') + mark))
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt !== undefined]).toEqual(['38', doubted])
  expect(read.get(PENALTIES)?.text).toBe('12')
})

test('Word: the text of a box that is anchored in a cell is of no cell', () => {
  const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run('9'))}</w:txbxContent></v:textbox></w:pict></w:r>`
  for (const cell of [run('193') + box, box + run('193'), run('1') + box + run('93')]) {
    const { read } = inWord(paragraph(cell))
    expect([read.get(PERMITS)?.text, read.get(PENALTIES)?.text]).toEqual(['193', '12'])
  }
})

test('Word: a figure that is white or above its line as a whole is a figure', () => {
  for (const properties of ['<w:color w:val="ffffff"/>', '<w:position w:val="-4"/>'])
    expect(inWord(paragraph(run('381', properties))).read.get(PERMITS)).toMatchObject({ text: '381' })
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

const inPage = (cell: string, row = '<tr>') => {
  const line = (label: string, own: string, open = '<tr>') => `${open}<td>${label}</td><td>${own}</td></tr>`
  return figuresOf(
    strToU8(
      `<html><body><p>二、主动公开政府信息情况</p><table>${line('行政许可', cell, row)}${line('行政处罚', '12')}${line('行政强制', '7')}</table></body></html>`,
    ),
    'a.html',
  )
}

test.each([
  ['in letters of no size', '38<span style="font-size:0pt">7</span>'],
  [
    'in letters of no size around others',
    '<div style="font-size: 0"><b style="font-size:14px">38</b>7</div>',
  ],
  ['clear', '38<i style="opacity:0.0">7</i>'],
  ['of a clear colour', '38<i style="color:rgba(0,0,0,0)">7</i>'],
  ['not visible', '<span style="visibility:hidden">7</span>38'],
  ['white', '38<span style="color:#FFF">7</span>'],
  ['white by its tag', '<font color="white">7</font>38'],
  ['white on white', '<span style="background:#fff;color:rgb(255, 255, 255)">7</span>38'],
  ['white in a paragraph of its own', '38<p style="color:#ffffff">7</p>'],
  ['far beside the page', '38<span style="position:absolute;left:-9999px">7</span>'],
  ['cut off', '38<span style="position:absolute; clip: rect(0, 0, 0, 0)">7</span>'],
  ['small beside it, for reading aloud', '<ruby>38<rp>(</rp><rt>7</rt><rp>)</rp></ruby>'],
  [
    'struck out, by the long name of the style',
    '38<s>6</s><em style="text-decoration-line:line-through">7</em>',
  ],
])('web page: a figure that is %s is not seen, and joins no other', (_, cell) => {
  const { read } = inPage(cell)
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt]).toEqual(['38', undefined])
  expect(read.get(PENALTIES)?.text).toBe('12')
})

test.each([
  '38<span style="position:relative; top:-0.4em">7</span>',
  '38<span style="position: relative;bottom: 5px">7</span>',
  '38<span style="vertical-align:4pt">7</span>',
  '38<small style="vertical-align:super">7</small>',
  '38<small>7</small>',
  '38<span style="mso-text-raise:4.5pt">7</span>',
  '<math><msup><mn>38</mn><mn>7</mn></msup></math>',
  '<math><msubsup><mn>38</mn><mn>7</mn><mn>4</mn></msubsup></math>',
  '38<a href="#note7">7</a>',
  '38<font size="-2">7</font>',
  '<span style="font-size:14px">38<b style="font-size:9px">7</b></span>',
  '38<i style="font-size:70%">7</i>',
])('web page: a raised figure is a mark, no digit: %s', (cell) => {
  const { read } = inPage(cell)
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt !== undefined]).toEqual(['38', true])
})

test.each([
  ['white on a dark ground', '<b style="color:#fff">38</b>', '<tr style="background-color:#1f3864">'],
  ['white on a dark ground, by its attribute', '<b style="color:#fff">38</b>7', '<tr bgcolor="#1f3864">'],
  ['moved as a whole', '<span style="position:relative;top:2px">387</span>', '<tr>'],
  [
    'seen again within what is not',
    '<p style="visibility:hidden"><b style="visibility:visible">387</b></p>',
    '<tr>',
  ],
  ['in a field', '<input style="width:40px" value="387">', '<tr>'],
  ['linked as a whole', '<a href="#licences">387</a>', '<tr>'],
  [
    'in small letters from its first digit on',
    '<i style="font-size:60%">3</i><font size="1">87</font>',
    '<tr>',
  ],
  ['in letters nearly as large', '<b style="font-size:12pt">3<i style="font-size:11pt">87</i></b>', '<tr>'],
])('web page: a figure that is %s is read', (_, cell, row) => {
  const { read } = inPage(cell, row)
  expect(read.get(PERMITS)).toMatchObject({
    text: cell.includes('>38<') && !cell.endsWith('7') ? '38' : '387',
  })
  expect(read.get(PERMITS)?.doubt).toBeUndefined()
})

test('web page: a white figure on a ground that nothing tells of is read with a mark', () => {
  const { read } = inPage('<b style="color:#fff">38</b>')
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt !== undefined]).toEqual(['38', true])
})

test('web page: a field beside a figure makes two of it, which are listed', () => {
  const { read, unplaced } = inPage('38<input value="7">')
  expect(read.has(PERMITS)).toBe(false)
  expect(unplaced.map(({ text }) => text).join()).toContain('38 7')
})

/** One sheet; cells are their XML, rows may carry attributes. */
const inExcel = (rows: [attributes: string, cells: string[]][], columns = '', merged = '') => {
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
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet>${columns}<sheetData>${sheet}</sheetData>${merged}</worksheet>`,
      ),
    }),
    'a.xlsx',
  )
}
const words = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const figure = (value: string) => `<c><v>${value}</v></c>`
const heading: [string, string[]] = ['', [words('二、主动公开政府信息情况')]]

test('Excel: white text beside other text is not seen', () => {
  const { read } = inExcel([
    heading,
    [
      '',
      [
        words('行政许可'),
        '<c t="inlineStr"><is><r><t>38</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>7</t></r></is></c>',
      ],
    ],
    ['', [words('行政处罚'), figure('12')]],
    ['', [words('行政强制'), figure('7')]],
  ])
  expect([read.get(PERMITS)?.text, read.get(PERMITS)?.doubt]).toEqual(['38', undefined])
})

test('Excel: how a text is spoken is none of it, a truth is no figure, and what reckoning leaves behind a number is not shown', () => {
  const { read, unplaced } = inExcel([
    heading,
    ['', [words('行政许可'), '<c t="inlineStr"><is><t>193</t><rPh sb="0" eb="1"><t>9</t></rPh></is></c>']],
    ['', [words('行政处罚'), '<c t="b"><v>1</v></c>']],
    ['', [words('行政强制'), figure('10.0000000000002')]],
  ])
  const texts = [...read].map(([address, { text, doubt }]) => [address.split('.')[2], text, doubt])
  expect(texts).toEqual([
    ['administrativeLicenses', '193', undefined],
    ['administrativeCompulsion', '10', undefined],
  ])
  expect(unplaced).toMatchObject([{ address: PENALTIES, text: expect.stringContaining('TRUE') }])
})

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

test('Excel: the figures of a hidden column are listed and not read, its labels name their rows; a sum without its value counts it', () => {
  const { read, unplaced } = inExcel(
    [
      heading,
      ['', [words('行政许可'), figure('99'), figure('38')]],
      ['', [words('行政处罚'), figure('12'), '<c><f>SUM(B2:B3)</f></c>']],
      ['', [words('行政强制'), figure('1'), figure('7')]],
    ],
    '<cols><col min="1" max="2" hidden="1"/></cols>',
  )
  expect([...read.values()].map(({ text }) => text)).toEqual(['38', '111', '7'])
  expect(unplaced.map(({ text }) => text)).toContain('99 12 1')
  const shown = inExcel(
    [
      heading,
      ['', [words('行政许可'), figure('99'), figure('38')]],
      ['', [words('行政处罚'), figure('12'), '<c><f>SUM(B2:B3)</f></c>']],
    ],
    '<cols><col min="2" max="2" width="0"/></cols>',
  )
  expect([shown.read.get(PERMITS)?.text, shown.read.get(PENALTIES)?.text]).toEqual(['38', '111'])
  const merged = inExcel(
    [
      heading,
      ['', [words('行政许可'), '<c/>', figure('38')]],
      ['', [words('行政处罚'), '<c/>', figure('12')]],
    ],
    '<cols><col min="1" max="1" hidden="1"/></cols>',
    '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="A3:B3"/></mergeCells>',
  )
  expect([merged.read.get(PERMITS)?.text, merged.read.get(PENALTIES)?.text]).toEqual(['38', '12'])
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
