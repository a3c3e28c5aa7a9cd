import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { randomOf } from '../../testing/published/random'
import { type PrintedCell, printedRows, publishedReport, tablesOf2021 } from '../../testing/published/report'
import { recognise } from '../recognise'
import { readBytes } from './read'

/** Where each printed cell stands, by row and column. */
const placed = (rows: PrintedCell[][]) => {
  const taken = new Set<string>()
  return rows.map((row, line) => {
    let column = 0
    return row.map((cell) => {
      while (taken.has(`${line} ${column}`)) column++
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) taken.add(`${line + down} ${column + right}`)
      return { ...cell, column }
    })
  })
}
const letter = (column: number) => String.fromCharCode(65 + column)
type Tables = { heading: string; rows: ReturnType<typeof placed> }[]

const workbook = (tables: Tables, hidden: number) => {
  const merged: string[] = []
  let line = 0
  const rows = tables.flatMap(({ heading, rows: own }) => [
    `<row r="${++line}"><c r="A${line}" t="inlineStr"><is><t>${heading}</t></is></c></row>`,
    ...own.map((row) => {
      line++
      const cells = row.map(({ column, columns, rows: down, text }) => {
        const at = `${letter(column)}${line}`
        if (columns * down > 1) merged.push(`${at}:${letter(column + columns - 1)}${line + down - 1}`)
        return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
      })
      return `<row r="${line}">${cells.join('')}</row>`
    }),
  ])
  const sheet = `<worksheet><cols><col min="${hidden + 1}" max="${hidden + 1}" hidden="1"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`
  const files = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
const page = (tables: Tables, hidden: number) => {
  const table = (rows: Tables[number]['rows']) =>
    rows
      .map(
        (row) =>
          `<tr>${row.map(({ columns, rows: down, text }) => `<td colspan=${columns} rowspan=${down}>${text}</td>`).join('')}</tr>`,
      )
      .join('')
  const columns = `<col span=${hidden || 1}${hidden ? '' : ' style="visibility:collapse"'}>${hidden ? '<col style="visibility:collapse">' : ''}`
  return strToU8(
    `<meta charset=utf-8>${tables.map(({ heading, rows }) => `<p>${heading}</p><table>${columns}${table(rows)}</table>`).join('')}`,
  )
}

test.each([
  ...[1, 2, 3, 5, 7, 9, 12, 14].flatMap((hidden) => [
    ['Excel', hidden, 14] as const,
    ['page', hidden, 14] as const,
  ]),
  ['Excel', 5, 7] as const,
])(
  '%s: with column %i hidden every other figure is in its place, and the hidden ones are listed',
  (kind, hidden, seed) => {
    const { figures: truth } = publishedReport(randomOf(seed))
    const tables = edition2021.sections
      .filter(({ table }) => table)
      .map(({ numeral, heading }, at) => ({
        heading: `${numeral}、${heading}`,
        rows: placed(printedRows(tablesOf2021[at] as (typeof tablesOf2021)[number], truth)),
      }))
    const cells = tables.flatMap(({ rows }) => rows.flat()).filter(({ address }) => address)
    const isHidden = ({ column, columns }: (typeof cells)[number]) => column === hidden && columns === 1
    const read = readBytes(
      kind === 'Excel' ? workbook(tables, hidden) : page(tables, hidden),
      kind === 'Excel' ? 'a.xlsx' : 'a.html',
    )
    if ('problem' in read) throw new Error(read.problem)
    const { figures, unplaced, remarks } = recognise(read.source, edition2021)
    const found = new Map(figures.map(({ address, text }) => [address, text]))
    const shown = cells.filter((cell) => !isHidden(cell))
    expect(
      shown.filter(({ address = '', text }) => found.get(address) !== text).map(({ address }) => address),
    ).toEqual([])
    expect(cells.filter(isHidden).filter(({ address = '' }) => found.has(address))).toEqual([])
    const listed = unplaced.flatMap(({ text }) => text.split(' '))
    expect(cells.filter(isHidden).filter(({ text }) => !listed.includes(text))).toEqual([])
    expect(remarks.map(({ rule }) => rule)).toContain('import.hidden-column')
  },
)
