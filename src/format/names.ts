import { cellAt, cellsOf } from './cells'
import type { Address, Edition, FieldSpec, LeafRow, Section, TextSpec } from './types'

/** All prose fields in printed order. */
const textLists = new WeakMap<Edition, TextSpec[]>()
export function textsOf(edition: Edition): TextSpec[] {
  let list = textLists.get(edition)
  if (!list) {
    list = edition.sections.flatMap((section) => section.texts ?? [])
    textLists.set(edition, list)
  }
  return list
}

/** The section a value is entered in; undefined for 基本信息. */
export const sectionOf = (edition: Edition, address: Address): Section | undefined =>
  cellAt(edition, address)?.section ??
  edition.sections.find((section) => section.texts?.some((text) => text.address === address))

/** The fields of 基本信息, then those that a report may do without. */
export const fieldsOf = ({ fields, optionalFields = [] }: Edition): FieldSpec[] => [
  ...fields,
  ...optionalFields,
]

export const fieldAt = (edition: Edition, address: Address): FieldSpec | undefined =>
  fieldsOf(edition).find((field) => field.address === address)

export const textSpecAt = (edition: Edition, address: Address): TextSpec | undefined =>
  textsOf(edition).find((text) => text.address === address)

/** A row as it is spoken of: 本年新收, 保护第三方合法权益. */
export const rowName = (row: Pick<LeafRow, 'path' | 'label' | 'shortLabel'>): string =>
  row.shortLabel ?? row.label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '')

/** A section's heading between the words it is made of. The browser's own dictionary takes longer to load than a page to draw. */
export const partsOfHeading = ({ headingWords = [] }: Edition, heading: string): string[] =>
  headingWords.length ? heading.split(new RegExp(`(?=${headingWords.join('|')})`)) : [heading]

/** Heading with its numeral, 三、收到和处理政府信息公开申请情况. */
export const sectionLabel = (section: Section): string => `${section.numeral}、${section.heading}`

/** The row of a table as it is spoken of, by its path; empty where the edition has no such row. */
export function rowNameIn(edition: Edition, table: string, path: string): string {
  const cell = cellsOf(edition).find((each) => each.table.key === table && each.row.path === path)
  return cell ? rowName(cell.row) : ''
}

/**
 * Accessible name of a value: where it stands, from the outside in. For a cell row first, then column
 * (“（三）不予公开 4.保护第三方合法权益，商业企业”); a computed one ends in 自动计算.
 */
export function nameOf(edition: Edition, address: Address): string {
  const cell = cellAt(edition, address)
  if (!cell) return fieldAt(edition, address)?.label ?? textSpecAt(edition, address)?.label ?? address
  const single = cell.block.rows.length === 1 && cell.stub.length === 0
  const head = single ? cell.head.join(' ') : columnName(edition, address)
  const name = [cell.stub.join(' '), head].filter(Boolean).join('，')
  return cell.parts ? `${name}，自动计算` : name
}

/** A column as it is spoken of: its label, with its heads where another column of the table has the same one. */
export function columnName(edition: Edition, address: Address): string {
  const cell = cellAt(edition, address)
  if (!cell) return ''
  const same = cell.head.length > 1 && cell.block.rows.length === 1
  return same ? cell.head.slice(-2).join('·') : cell.column.label
}

/** Where a value stands, for the start of a message: 表三·本年新收·自然人, 第一部分（一）主动公开情况. */
export function placeOf(edition: Edition, address: Address): string {
  const cell = cellAt(edition, address)
  if (!cell) {
    const section = sectionOf(edition, address)
    const label = nameOf(edition, address)
    return section ? `第${section.numeral}部分${label === section.heading ? '' : `·${label}`}` : label
  }
  const column = columnName(edition, address)
  const row = cell.row.label && rowName(cell.row)
  const onlyColumn = cell.block.columns.length === 1 && cell.block.columns[0] === cell.column
  return [cell.table.name, row, onlyColumn ? '' : column].filter(Boolean).join('·')
}
