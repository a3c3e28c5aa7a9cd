import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cellsOf } from '../format/cells'
import { edition2021 } from '../format/edition2021/edition'
import type { Address } from '../format/types'
import { pdfPage } from '../testing/pdfPage'
import { randomOf } from '../testing/published/random'
import { type PrintedCell, printedRows, publishedReport, tablesOf2021 } from '../testing/published/report'
import { readPdf } from './files/pdf'
import { readFile } from './files/read'
import { recognition } from './files/work'
import { proposePaste } from './paste'

/** What stands in a cell that is no plain figure, with what an auditor would read; undefined where nobody can. */
const texts: [string, string | undefined][] = [
  ['151*', '151'],
  ['151①', '151'],
  ['151¹', '151'],
  ['151※', '151'],
  ['151[1]', '151'],
  ['151（注1）', '151'],
  ['151 ※', '151'],
  ['151 *', '151'],
  ['151 ①', '151'],
  ['151 （注1）', '151'],
  ['151（含转办）', '151'],
  ['151人次', '151'],
  ['151份', '151'],
  ['约151', '151'],
  ['近151件', '151'],
  ['151余', '151'],
  ['151左右', '151'],
  ["'151", '151'],
  ['+151', '151'],
  ['１５１＊', '151'],
  ['15\u200b1', '151'],
  ['l5l', '151'],
  ['1O1', '101'],
  ['一百五十一', '151'],
  ['####', undefined],
  ['#REF!', undefined],
  ['#DIV/0!', undefined],
  ['=SUM(C4:C8)+X', undefined],
  ['1,51', undefined],
  ['1.5.1', undefined],
  ['15%', undefined],
  ['①', undefined],
  ['待定', undefined],
  ['见附件', undefined],
  ['151件2', undefined],
  ['12人3', undefined],
  ['收到5件7', undefined],
  ['1 5', undefined],
  ['151 152', undefined],
  ['151\u00a02', undefined],
  ['151\u3000152', undefined],
  ['1 234', '1234'],
  ['1/5', undefined],
  ['151/152', undefined],
  ['151→152', undefined],
  ['151 / 152', undefined],
  ['二', undefined],
  ['*', undefined],
  ['\\', undefined],
  ['N/A', undefined],
]
/** In a cell of its own a text without words is no numbering of a label, and a head is no figure. */
const inCells: typeof texts = [
  ...['(46)', '（46）', '(2374)', '(1)46', '46，', '46：', '46、', '…', '...', '.', '·', '一、', '（一）'],
  '9'.repeat(60),
].map((text) => [text, undefined])
/** The same with lines in the cell, for files whose cells have lines. */
const lines: typeof texts = [
  ['15\n1', '151'],
  ['4166.24\n16', '4166.2416'],
  ['151\n152', undefined],
  ['1\n5', undefined],
]

const report = publishedReport(randomOf(5))
/** Stands in a cell for what is there and no part of its figure. */
const HIDDEN = '\ue000'
const escaped = (text: string, hidden = '') =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(HIDDEN, hidden)
const shown = (text: string) => text.replace(/\s+/g, ' ')
const headings = edition2021.sections.filter(({ table }) => table)

type Drawn = { rows: PrintedCell[][]; heading: string }[]
const drawnWith = (others: Map<Address, string>): Drawn =>
  headings.map(({ numeral, heading }, at) => ({
    heading: `${numeral}、${heading}`,
    rows: printedRows(tablesOf2021[at] as (typeof tablesOf2021)[number], report.figures).map((row) =>
      row.map((cell) => ({ ...cell, text: others.get(cell.address ?? '') ?? cell.text })),
    ),
  }))

const htmlTable = (rows: PrintedCell[][], hidden?: string) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row.map((cell) => `<td colspan="${cell.columns}" rowspan="${cell.rows}">${escaped(cell.text, hidden).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`
const lined = (drawn: Drawn, table: (rows: PrintedCell[][]) => string) =>
  drawn.map(({ heading, rows }) => `${heading}\n${table(rows)}\n`).join('')

/** Merged cells keep their columns; what they cover is empty. */
const squares = (rows: PrintedCell[][]): string[][] => {
  const grid: (string | undefined)[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column++
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) {
          const line = grid[at + down]
          if (line) line[column + right] = down || right ? '' : cell.text
        }
      column += cell.columns
    }
  }
  return grid.map((line) => Array.from(line, (text) => text ?? ''))
}
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const wordStyles = (id: string, property: string, type = 'character') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${property}</w:rPr></w:style>`
const word = (drawn: Drawn, hidden?: string) => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text, hidden)}</w:t></w:r></w:p>`
  const table = (rows: PrintedCell[][]) =>
    `<w:tbl>${squares(rows)
      .map(
        (row) =>
          `<w:tr>${row.map((text) => `<w:tc>${text.split('\n').map(paragraph).join('')}</w:tc>`).join('')}</w:tr>`,
      )
      .join('')}</w:tbl>`
  const body = drawn.map(({ heading, rows }) => paragraph(heading) + table(rows)).join('')
  return zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(
      `<w:styles xmlns:w="w">${wordStyles('Gone', '<w:vanish/>')}${wordStyles('Old', '<w:strike/>')}${wordStyles('Mark', '<w:vertAlign w:val="superscript"/>')}${wordStyles('GoneLine', '<w:vanish/>', 'paragraph')}</w:styles>`,
    ),
  })
}
const workbook = (drawn: Drawn, hidden?: string) => {
  const rows = drawn
    .flatMap(({ heading, rows: own }) => [[heading], ...squares(own), []])
    .map(
      (row) =>
        `<row>${row.map((text) => `<c t="inlineStr"><is><r><t>${escaped(text, hidden)}</t></r></is></c>`).join('')}</row>`,
    )
    .join('')
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  })
}

/** Each cell on a line of its own, as text copied from a page comes. */
const stream = (rows: PrintedCell[][]) =>
  rows
    .flat()
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n')
const width = (text: string) => text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0)
/** Columns held apart by spaces, each as wide as its longest text. */
const aligned = (rows: PrintedCell[][]) => {
  const all = squares(rows)
  const wide = all[0]?.map((_, at) => Math.max(...all.map((row) => width(row[at] ?? ''))) + 3) ?? []
  return all
    .map((row) =>
      row.map((text, at) => text + ' '.repeat(Math.max(1, (wide[at] ?? 0) - width(text)))).join(''),
    )
    .join('\n')
}
const pdf = (drawn: Drawn, hidden = '') => {
  const lines = drawn.flatMap(({ heading, rows }) => [[heading], ...squares(rows)])
  const pieces: Parameters<typeof pdfPage>[0] = lines.flatMap((row, line) =>
    row.flatMap((text, at) =>
      text ? [{ text, x: at < 3 ? 40 + at * 420 : 1300 + (at - 3) * 110, y: 40 + line * 18 }] : [],
    ),
  )
  for (const piece of pieces.filter(({ text }) => text.endsWith(HIDDEN))) {
    piece.text = piece.text.replace(HIDDEN, '')
    pieces.push({ text: hidden, x: piece.x + piece.text.length * 5, y: piece.y - 3.5, size: 6 })
  }
  return pdfPage(pieces)
}

/** How a page, in one file or not, and what is copied from it, say which text is hidden by its class. */
const SHEET = `<style><!-- .gone, #gone { display: none } td span.old{mso-text-raise:0;text-decoration:line-through}
.invisible{visibility:hidden} sub.tiny{font-size:0} .mark{vertical-align:super} @media print{td{display:none}} --></style>`
const webPage = (drawn: Drawn, hidden?: string) =>
  `<html><head>${SHEET}</head><body>${drawn.map(({ heading, rows }) => `<p>${heading}</p>${htmlTable(rows, hidden)}`).join('')}</body></html>`

const kinds: Record<string, (drawn: Drawn, hidden?: string) => { name: string; bytes: Uint8Array }> = {
  'web page': (drawn, hidden) => ({ name: 'a.html', bytes: strToU8(webPage(drawn, hidden)) }),
  'web page in one file': (drawn, hidden) => ({
    name: 'a.mht',
    bytes: strToU8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${webPage(drawn, hidden)}\r\n--b--\r\n`,
    ),
  }),
  Word: (drawn, hidden) => ({ name: 'a.docx', bytes: word(drawn, hidden) }),
  Excel: (drawn, hidden) => ({ name: 'a.xlsx', bytes: workbook(drawn, hidden) }),
  CSV: (drawn) => ({
    name: 'a.csv',
    bytes: strToU8(
      lined(drawn, (rows) =>
        squares(rows)
          .map((row) => row.map(quoted).join(','))
          .join('\n'),
      ),
    ),
  }),
  tabs: (drawn) => ({
    name: 'a.txt',
    bytes: strToU8(
      lined(drawn, (rows) =>
        squares(rows)
          .map((row) => row.map((text) => (text.includes('\n') ? `"${text}"` : text)).join('\t'))
          .join('\n'),
      ),
    ),
  }),
  'tabs, each merged cell once': (drawn) => ({
    name: 'a.txt',
    bytes: strToU8(
      lined(drawn, (rows) =>
        rows.map((row) => row.map(({ text }) => text.replace('\n', '')).join('\t')).join('\n'),
      ),
    ),
  }),
  'one cell a line': (drawn) => ({ name: 'a.txt', bytes: strToU8(lined(drawn, stream)) }),
  'a bar behind each cell': (drawn) => ({
    name: 'a.txt',
    bytes: strToU8(
      lined(drawn, (rows) =>
        rows
          .flat()
          .map(({ text }) => `${text}|`)
          .join('\n'),
      ),
    ),
  }),
  'a bar between two cells': (drawn) => ({
    name: 'a.txt',
    bytes: strToU8(
      lined(drawn, (rows) =>
        rows
          .flat()
          .map(({ text }) => text)
          .join('\n|\n'),
      ),
    ),
  }),
  'CSV without its name': (drawn) => ({
    name: 'a.txt',
    bytes: strToU8(
      lined(drawn, (rows) =>
        squares(rows)
          .map((row) => row.map(quoted).join(','))
          .join('\n'),
      ),
    ),
  }),
  'columns held apart by spaces': (drawn) => ({ name: 'a.txt', bytes: strToU8(lined(drawn, aligned)) }),
  PDF: (drawn, hidden) => ({ name: 'a.pdf', bytes: pdf(drawn, hidden) }),
  Markdown: (drawn) => ({
    name: 'a.md',
    bytes: strToU8(
      lined(drawn, (rows) =>
        squares(rows)
          .map((row) => `| ${row.join(' | ').replaceAll('\n', '<br>')} |`)
          .join('\n'),
      ),
    ),
  }),
}

const cells = cellsOf(edition2021)
const withoutLines = new Set([
  'tabs, each merged cell once',
  'one cell a line',
  'a bar behind each cell',
  'a bar between two cells',
  'columns held apart by spaces',
  'PDF',
])

async function read(kind: string, others: Map<Address, string>, hidden?: string) {
  const file = kinds[kind]?.(drawnWith(others), hidden)
  const found =
    file &&
    (await recognition(() =>
      kind === 'PDF' ? readPdf(file.bytes, file.name) : readFile(file.bytes, file.name),
    ))
  if (!found || 'problem' in found) throw new Error(`${kind} ${[...others]}`)
  return found.proposal
}

/** Each text is read as it should be, and no other figure is anywhere else than in its place. */
async function expectInPlace(kind: string, replaced: [Address, (typeof texts)[number]][]) {
  const others = new Map(replaced.map(([address, [text]]) => [address, text]))
  const { figures, unplaced } = await read(kind, others)
  const found = new Map(figures.map((figure) => [figure.address, figure]))
  const listed = unplaced.map((each) => each.text).join('\n')
  for (const [address, [text, likely]] of replaced) {
    const own = found.get(address)
    const where = `${text} in ${address}`
    expect({ where, text: own?.text, marked: own && own.doubt !== undefined }).toEqual({
      where,
      text: likely,
      marked: likely === undefined ? undefined : true,
    })
    if (!own) expect(shown(listed), where).toContain(shown(text))
  }
  const where = [...others.values()].join('; ')
  for (const { address } of cells)
    if (!others.has(address))
      expect(`${where}: ${address} ${found.get(address)?.text}`).toBe(
        `${where}: ${address} ${report.figures.get(address)}`,
      )
}

/** A cell of each table; by turns a first one of its row, one in the middle and a last one. */
const addressesAt = (turn: number): Address[] =>
  tablesOf2021.map((table) => {
    const own = cells.filter((cell) => cell.table === table)
    return own[(turn * 37) % own.length]?.address as Address
  })

test.each(Object.keys(kinds))(
  '%s: a cell that cannot be read as a plain figure is marked or listed, and all others stand in their places',
  async (kind) => {
    const all = withoutLines.has(kind) ? texts : [...texts, ...lines, ...inCells]
    for (let at = 0; at < all.length; at += tablesOf2021.length)
      await expectInPlace(
        kind,
        addressesAt(at + kind.length).flatMap((address, table) => {
          const text = all[at + table]
          return text ? [[address, text] as [Address, typeof text]] : []
        }),
      )
  },
)

/** Two cells of one row at once: as many figures as the row has columns may then come from fewer cells. */
const torn = ['2 2（含转办）', '1 5', '1 51', '12 3 4', '5 1①', '151 *', '待定', '12人3', '####', '']

test.each(Object.keys(kinds).filter((kind) => kind !== 'PDF'))(
  '%s: two odd cells in a row leave no figure wrong without a mark, and what they say is told',
  async (kind) => {
    const rows: Address[][] = [
      'proactiveDisclosure.normativeDocuments',
      'requests.outcome.denied.stateSecret',
      'reviewAndLitigation.litigationAfterReview',
    ].map((row) =>
      cells.map(({ address }) => address).filter((address) => address.startsWith(`tables.${row}.`)),
    )
    const pairs = torn.flatMap((first, turn) =>
      torn.map((second, step): [Address, string][] => {
        const row = rows[(turn + step) % 3] as Address[]
        return [
          [row[turn % row.length] as Address, first],
          [row[(turn + 1 + (step % (row.length - 1))) % row.length] as Address, second],
        ]
      }),
    )
    // Three pairs in one document, each in another table.
    for (let at = 0; at < pairs.length; at += 3) {
      const others = new Map(pairs.slice(at, at + 3).flat())
      const { figures, unplaced } = await read(kind, others)
      const where = [...others].map(([address, text]) => `${text} in ${address}`).join('; ')
      const wrong = figures.filter(
        ({ address, text, doubt }) => !doubt && text !== (others.get(address) ?? report.figures.get(address)),
      )
      expect(wrong.map(({ address, text }) => `${where}: ${address} ${text}`)).toEqual([])
      const doubtful = new Set(figures.filter(({ doubt }) => doubt).map(({ address }) => address))
      const untold = [...others].flatMap(([address, text]) => (doubtful.has(address) ? [] : shown(text)))
      // Each is told once for itself, the longest first, since a shorter one may be a part of it.
      let told = shown(unplaced.map(({ text }) => text).join(' '))
      for (const text of untold.sort((one, other) => other.length - one.length)) {
        expect(told, where).toContain(text)
        told = told.replace(text, '')
      }
    }
  },
)

test.each(['Word', 'Excel', 'CSV', 'tabs, each merged cell once', 'Markdown'])(
  '%s: signs without a figure in the first cell of a row are listed, and no figure moves',
  async (kind) => {
    const firsts: Address[] = [
      'tables.requests.received.naturalPerson',
      'tables.proactiveDisclosure.administrativeLicenses.decisions',
      'tables.reviewAndLitigation.administrativeReview.upheld',
    ]
    for (let at = 0; at < inCells.length; at += firsts.length)
      await expectInPlace(
        kind,
        firsts.map((address, table) => [
          address,
          inCells[(at + table) % inCells.length] as (typeof texts)[number],
        ]),
      )
    await expectInPlace(kind, [[firsts[2] as Address, ['总计', undefined]]])
  },
)

test.each([
  ...[
    '法人及其他组织',
    '法人和其他组织',
    '法人或者其他组织',
    '法人、其他组织',
    '法人或其它组织',
    '其他组织',
    '单位',
  ],
  ...['法人或其\u00ad他组织', '法人或\u200e其他组织', '法人\u200b或其他组织'],
])('a merged head named %j moves no column, in tabs with each merged cell once', async (name) => {
  const file = kinds['tabs, each merged cell once']?.(drawnWith(new Map()))
  const text = new TextDecoder().decode(file?.bytes).replaceAll('法人或其他组织', name)
  const found = await recognition(() => readFile(strToU8(text), 'a.txt'))
  if ('problem' in found) throw new Error(found.problem)
  expect(new Map(found.proposal.figures.map((figure) => [figure.address, figure.text]))).toEqual(
    report.figures,
  )
})

const inWord = (properties: string) =>
  `</w:t></w:r><w:r><w:rPr>${properties}</w:rPr><w:t>7</w:t></w:r><w:r><w:t>`
const inExcel = (properties: string) => `</t></r><r><rPr>${properties}</rPr><t>7</t></r><r><t>`
/** What hides a 7 beside a figure, or makes it a mark, by the kinds of files that can; marks are told of. */
const hidings: Record<string, { gone: string[]; marks: string[] }> = {
  'web page': {
    gone: [
      '<s>7</s>',
      '<del>7</del>',
      '<span hidden>7</span>',
      '<span style="display:none">7</span>',
      '<span style="visibility:hidden">7</span>',
      '<span style="mso-hide:all">7</span>',
      '<b class="x gone">7</b>',
      '<b id=gone>7</b>',
      '<span class=old>7</span>',
      '<i class=invisible>7</i>',
      '<sub class=tiny>7</sub>',
      '<template>7</template>',
      '<input type=hidden value=7>',
      '<input type=checkbox value=7 checked>',
      '<datalist><option>7</datalist>',
    ],
    marks: ['<sup>7</sup>', '<span class=mark>7</span>', '<small style="vertical-align:30%">7</small>'],
  },
  Word: {
    gone: [
      inWord('<w:strike/>'),
      inWord('<w:dstrike/>'),
      inWord('<w:vanish/>'),
      inWord('<w:color w:val="FFFFFF"/>'),
      inWord('<w:sz w:val="2"/>'),
      inWord('<w:rStyle w:val="Gone"/>'),
      inWord('<w:rStyle w:val="Old"/>'),
      '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="GoneLine"/></w:pPr><w:r><w:t>7</w:t></w:r></w:p><w:p><w:r><w:t>',
      '</w:t></w:r><w:del><w:r><w:t>7</w:t></w:r></w:del><w:r><w:t>',
    ],
    marks: [
      inWord('<w:vertAlign w:val="superscript"/>'),
      inWord('<w:position w:val="6"/>'),
      inWord('<w:rStyle w:val="Mark"/>'),
      '</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>',
    ],
  },
  Excel: {
    gone: [inExcel('<strike/>'), inExcel('<color rgb="FFFFFFFF"/>'), inExcel('<sz val="1"/>')],
    marks: [inExcel('<vertAlign val="superscript"/>'), inExcel('<vertAlign val="subscript"/>')],
  },
  PDF: { gone: [], marks: ['7', '12', '[1]', '①'] },
}
hidings['web page in one file'] = hidings['web page'] as (typeof hidings)[string]

test.each(Object.keys(hidings))(
  '%s: what is hidden or struck out beside a figure is no digit of it, what is raised marks it, and no other figure moves',
  async (kind) => {
    const { gone, marks } = hidings[kind] as (typeof hidings)[string]
    for (const [turn, hidden] of [...gone, ...marks].entries()) {
      const addresses = addressesAt(turn + kind.length)
      const others = new Map(addresses.map((address) => [address, `${report.figures.get(address)}${HIDDEN}`]))
      const { figures, unplaced } = await read(kind, others, hidden)
      const doubted = figures.filter(({ doubt }) => doubt).map(({ address }) => address)
      expect({ hidden, figures: new Map(figures.map(({ address, text }) => [address, text])) }).toEqual({
        hidden,
        figures: report.figures,
      })
      expect({ hidden, doubted: new Set(doubted) }).toEqual({
        hidden,
        doubted: new Set(marks.includes(hidden) ? addresses : []),
      })
      expect({ hidden, unplaced }).toEqual({ hidden, unplaced: [] })
    }
  },
)

test('pasted from a web page: what is hidden beside a figure is no digit of it, what is raised is told of', async () => {
  const { gone, marks } = hidings['web page'] as (typeof hidings)[string]
  const table = tablesOf2021[1] as (typeof tablesOf2021)[number]
  const own = cells.filter((cell) => cell.table === table)
  for (const [turn, hidden] of [...gone, ...marks].entries()) {
    const address = own[(turn * 11) % own.length]?.address as Address
    const rows = drawnWith(new Map([[address, `${report.figures.get(address)}${HIDDEN}`]]))[1]?.rows ?? []
    const proposal = await proposePaste(
      { html: `<html><head>${SHEET}</head><body>${htmlTable(rows, hidden)}</body></html>`, text: '' },
      { edition: edition2021, table, focus: own[0]?.address as Address },
    )
    const read = new Map([
      ...(proposal?.changes.map(({ address: at, after }) => [at, after] as const) ?? []),
      ...(proposal?.sourceTotals.map((total) => [total.address, total.text] as const) ?? []),
    ])
    expect({ hidden, read }).toEqual({
      hidden,
      read: new Map(own.map((cell) => [cell.address, report.figures.get(cell.address)])),
    })
    expect({ hidden, told: proposal?.doubtful.length }).toEqual({
      hidden,
      told: marks.includes(hidden) ? 1 : 0,
    })
  }
})

test.each(['—2—', '第 3 页 共 5 页', '3/5'])(
  'one cell a line: the number of a page, “%s”, is no cell of the row that it divides or stands below',
  async (page) => {
    const [drawn] = [kinds['one cell a line']?.(drawnWith(new Map()))]
    const lines = new TextDecoder().decode(drawn?.bytes).split('\n')
    for (const at of [
      lines.indexOf('二、上年结转政府信息公开申请数量') + 4,
      lines.findIndex((line) => line.startsWith('行政事业性收费')) + 2,
      lines.length - 4,
    ]) {
      const text = [...lines.slice(0, at), page, ...lines.slice(at)].join('\n')
      const found = await recognition(() => readFile(strToU8(text), 'a.txt'))
      if ('problem' in found) throw new Error(found.problem)
      expect(found.proposal.figures).toHaveLength(cells.length)
      expect(found.proposal.figures.filter(({ doubt }) => doubt)).toEqual([])
      expect(found.proposal.unplaced).toEqual([])
    }
  },
)

test('a bar behind each cell, one cell a line, with no bar before a row: nothing is in doubt', async () => {
  const barred = lined(drawnWith(new Map()), (rows) =>
    rows
      .flat()
      .map(({ text }) => `${text}|`)
      .join('\n'),
  )
  const found = await recognition(() => readFile(strToU8(barred), 'a.txt'))
  if ('problem' in found) throw new Error(found.problem)
  for (const { address } of cells)
    expect(found.proposal.figures).toContainEqual({
      address,
      text: report.figures.get(address),
      places: [expect.anything()],
    })
})

test.each(['1/5', '151/152', '二', '151 152', '5件7', '*'])(
  'one cell a line: “%s” in the first or the last cell of a row is no number of a page and no label',
  async (text) => {
    for (const row of ['received', 'outcomeTotal', 'carriedForward'])
      for (const column of ['naturalPerson', 'total'])
        await expectInPlace('one cell a line', [[`tables.requests.${row}.${column}`, [text, undefined]]])
    await expectInPlace('one cell a line', [[cells.at(-1)?.address as Address, [text, undefined]]])
  },
)

test.each(['tabs with labels', 'tabs without labels', 'a web table'])(
  'pasted as %s, a cell that cannot be read as a plain figure is listed, and all others stand in their places',
  async (shape) => {
    const all = shape === 'tabs without labels' ? texts : [...texts, ...lines]
    for (const [turn, [text, likely]] of all.entries()) {
      const table = tablesOf2021[turn % 2 ? 1 : 2] as (typeof tablesOf2021)[number]
      const own = cells.filter((cell) => cell.table === table)
      const address = own[(turn * 7) % own.length]?.address as Address
      const rows = drawnWith(new Map([[address, text]]))[tablesOf2021.indexOf(table)]?.rows ?? []
      const body = rows.filter((row) => row.some((cell) => cell.address))
      const clipboard =
        shape === 'a web table'
          ? { html: htmlTable(rows), text: '' }
          : {
              text: (shape === 'tabs with labels'
                ? squares(rows)
                : body.map((row) => row.filter((cell) => cell.address).map((cell) => cell.text))
              )
                .map((row) => row.map((each) => (each.includes('\n') ? `"${each}"` : each)).join('\t'))
                .join('\n'),
            }
      const proposal = await proposePaste(clipboard, {
        edition: edition2021,
        table,
        focus: own[0]?.address as Address,
      })
      const read = new Map([
        ...(proposal?.changes.map(({ address: at, after }) => [at, after] as const) ?? []),
        ...(proposal?.sourceTotals.map((total) => [total.address, total.text] as const) ?? []),
      ])
      const where = `${text} in ${address}`
      expect(`${where}: ${read.get(address)}`).toBe(`${where}: ${likely}`)
      expect(proposal?.doubtful.length, where).toBeGreaterThan(0)
      for (const other of own)
        if (other.address !== address)
          expect(`${where}: ${other.address} ${read.get(other.address)}`).toBe(
            `${where}: ${other.address} ${report.figures.get(other.address)}`,
          )
    }
  },
)
