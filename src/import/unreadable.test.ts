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
]

const report = publishedReport(randomOf(5))
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const headings = edition2021.sections.filter(({ table }) => table)

type Drawn = { rows: PrintedCell[][]; heading: string }[]
const drawnWith = (address: Address, text: string): Drawn =>
  headings.map(({ numeral, heading }, at) => ({
    heading: `${numeral}、${heading}`,
    rows: printedRows(tablesOf2021[at] as (typeof tablesOf2021)[number], report.figures).map((row) =>
      row.map((cell) => (cell.address === address ? { ...cell, text } : cell)),
    ),
  }))

const htmlTable = (rows: PrintedCell[][]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row.map((cell) => `<td colspan="${cell.columns}" rowspan="${cell.rows}">${escaped(cell.text)}</td>`).join('')}</tr>`,
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
const word = (drawn: Drawn) => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
  const table = (rows: PrintedCell[][]) =>
    `<w:tbl>${squares(rows)
      .map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`)
      .join('')}</w:tbl>`
  const body = drawn.map(({ heading, rows }) => paragraph(heading) + table(rows)).join('')
  return zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  })
}
const workbook = (drawn: Drawn) => {
  const rows = drawn
    .flatMap(({ heading, rows: own }) => [[heading], ...squares(own), []])
    .map(
      (row) =>
        `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
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
const pdf = (drawn: Drawn) => {
  const lines = drawn.flatMap(({ heading, rows }) => [[heading], ...squares(rows)])
  const pieces = lines.flatMap((row, line) =>
    row.flatMap((text, at) =>
      text ? [{ text, x: at < 3 ? 40 + at * 420 : 1300 + (at - 3) * 110, y: 40 + line * 18 }] : [],
    ),
  )
  return pdfPage(pieces)
}

const kinds: Record<string, (drawn: Drawn) => { name: string; bytes: Uint8Array }> = {
  'web page': (drawn) => ({
    name: 'a.html',
    bytes: strToU8(
      `<html><body>${drawn.map(({ heading, rows }) => `<p>${heading}</p>${htmlTable(rows)}`).join('')}</body></html>`,
    ),
  }),
  Word: (drawn) => ({ name: 'a.docx', bytes: word(drawn) }),
  Excel: (drawn) => ({ name: 'a.xlsx', bytes: workbook(drawn) }),
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
          .map((row) => row.join('\t'))
          .join('\n'),
      ),
    ),
  }),
  'one cell a line': (drawn) => ({ name: 'a.txt', bytes: strToU8(lined(drawn, stream)) }),
  'columns held apart by spaces': (drawn) => ({ name: 'a.txt', bytes: strToU8(lined(drawn, aligned)) }),
  PDF: (drawn) => ({ name: 'a.pdf', bytes: pdf(drawn) }),
  Markdown: (drawn) => ({
    name: 'a.md',
    bytes: strToU8(
      lined(drawn, (rows) =>
        squares(rows)
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      ),
    ),
  }),
}

const cells = cellsOf(edition2021)
/** A first cell of a row, one in the middle and a last one, by turns, over all three tables. */
const addressAt = (turn: number) => cells[(turn * 37) % cells.length]?.address as Address

test.each(Object.keys(kinds))(
  '%s: a cell that cannot be read as a plain figure is marked or listed, and all others stand in their places',
  async (kind) => {
    for (const [turn, [text, likely]] of texts.entries()) {
      const address = addressAt(turn + kind.length)
      const file = kinds[kind]?.(drawnWith(address, text))
      const found =
        file &&
        (await recognition(() =>
          kind === 'PDF' ? readPdf(file.bytes, file.name) : readFile(file.bytes, file.name),
        ))
      if (!found || 'problem' in found) throw new Error(`${kind} ${text}`)
      const { figures, unplaced } = found.proposal
      const read = new Map(figures.map((figure) => [figure.address, figure]))
      const own = read.get(address)
      const where = `${text} in ${address}`
      if (likely === undefined) expect(own, where).toBeUndefined()
      else
        expect({ where, text: own?.text, marked: own?.doubt !== undefined }).toEqual({
          where,
          text: likely,
          marked: true,
        })
      if (!own) expect(unplaced.map((each) => each.text).join('\n'), where).toContain(text)
      for (const other of cells)
        if (other.address !== address)
          expect(`${where}: ${other.address} ${read.get(other.address)?.text}`).toBe(
            `${where}: ${other.address} ${report.figures.get(other.address)}`,
          )
    }
  },
)

test.each(['tabs with labels', 'tabs without labels', 'a web table'])(
  'pasted as %s, a cell that cannot be read as a plain figure is listed, and all others stand in their places',
  async (shape) => {
    for (const [turn, [text, likely]] of texts.entries()) {
      const table = tablesOf2021[turn % 2 ? 1 : 2] as (typeof tablesOf2021)[number]
      const own = cells.filter((cell) => cell.table === table)
      const address = own[(turn * 7) % own.length]?.address as Address
      const rows = drawnWith(address, text)[tablesOf2021.indexOf(table)]?.rows ?? []
      const body = rows.filter((row) => row.some((cell) => cell.address))
      const clipboard =
        shape === 'a web table'
          ? { html: htmlTable(rows), text: '' }
          : {
              text: (shape === 'tabs with labels'
                ? squares(rows)
                : body.map((row) => row.filter((cell) => cell.address).map((cell) => cell.text))
              )
                .map((row) => row.join('\t'))
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
