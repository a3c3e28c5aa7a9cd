import { type Cell, cellAt, cellsOf } from '../format/cells'
import { fieldsOf, textsOf } from '../format/names'
import type { Address, Edition, Unit } from '../format/types'
import { statutoryDeadline, yearOf } from './deadline'
import { type Branch, laterGroups, layoutOf } from './fileLayout'
import {
  blankNotes,
  type Entries,
  type Link,
  type Pending,
  putText,
  type Report,
  type Source,
  textAt,
  type Values,
  valuesOf,
} from './report'
import {
  type CellValue,
  digitsIn,
  foldFullWidth,
  formatAmount,
  MAX_DIGITS,
  printedCell,
  readCell,
} from './value'

export const FILE_FORMAT = 'nianbao'
export const SCHEMA_VERSION = 1

/** A figure in the file: a number, `null` for a blank, "/" or text that is no figure as it was typed. */
export type FileCell = number | string | null
/** The file as a tree. Every object in it has no prototype, so a key can be called anything. */
export interface FileTree {
  [key: string]: unknown
}

/** Dates and the year are `null` while blank, other texts are "". */
const nullable = new Set<Address>([
  'year',
  'deadline',
  'publishedAt',
  'signOff.date',
  'correction.date',
  'page.date',
])
/** No prototype but an empty one. An object of `Object.create(null)` is a hash table to engines and takes longer to fill and to read. */
function Tree() {}
Tree.prototype = Object.create(null)
const tree = (): FileTree => Reflect.construct(Tree, []) as FileTree
const isTree = (value: unknown): value is FileTree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A decimal text as a number where a JSON number holds it exactly, else as the text. */
const exact = (text: string): FileCell => (String(Number(text)) === text ? Number(text) : text)

const unitAt = (edition: Edition, address: Address): Unit => cellAt(edition, address)?.unit ?? '件'

/** A cell by value, or as its text stands where that is no figure. */
function writtenCell(value: CellValue, unit: Unit, text: () => string): FileCell {
  if (value.kind === 'blank') return null
  return value.kind === 'number'
    ? exact(formatAmount(value.amount, unit))
    : foldFullWidth(text()).trim() === '/'
      ? '/'
      : text()
}
const writtenText = (text: string, unit: Unit): FileCell =>
  writtenCell(readCell(text, unit), unit, () => text)
const cellText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function writtenField(entries: Entries, edition: Edition, address: Address): FileCell {
  const text = textAt(entries, address)
  if (address === 'year') return yearOf(entries) ?? (text || null)
  if (address === 'deadline') return text || (statutoryDeadline(edition, entries) ?? null)
  return text || (nullable.has(address) ? null : '')
}

/** Unknown keys, deep, under what the program writes itself. */
function underlay(known: FileTree, unknown: FileTree): FileTree {
  for (const [key, value] of Object.entries(unknown)) {
    const own = Object.hasOwn(known, key) ? known[key] : undefined
    if (own === undefined) known[key] = value
    else if (isTree(own) && isTree(value)) underlay(own, value)
  }
  return known
}

/**
 * The report as the JSON file of one filled form. Valid cells are written by value, everything else as typed; computed
 * totals are written too (`null` while a part is missing). `final` only for a report without 阻断 and 未填. `value` where its cells
 * have been read already.
 */
export function toFile(
  report: Report,
  edition: Edition,
  status: 'final' | 'draft',
  value: Values = valuesOf(edition, report.entries),
): FileTree {
  const { entries, notes } = report
  const isSum = digitsIn(textAt(entries, 'scope')) > MAX_DIGITS
  const omitted = omittedFrom(edition, entries)
  const own = aboutItself(report, edition, status)
  const figure = (cell: Cell): FileCell => {
    const { address, parts, unit } = cell
    if (!parts) {
      // Sums over many may be longer than a figure of the file.
      const read = isSum ? readCell(textAt(entries, address), unit) : value(address)
      return writtenCell(read, unit, () => textAt(entries, address))
    }
    const total = value.total(cell)
    if (!('value' in total)) return null
    const text = formatAmount(total.value, unit)
    // In a 汇总 all figures of more than fifteen digits are texts, entered and computed alike.
    return isSum && text.length > MAX_DIGITS ? text : exact(text)
  }
  const write = (layout: Branch): FileTree | undefined => {
    let node: FileTree | undefined
    for (const [key, under] of layout) {
      const said =
        under instanceof Map
          ? write(under)
          : under.cell
            ? figure(under.cell)
            : under.address === undefined
              ? own[key]
              : omitted.has(under.address)
                ? undefined
                : writtenField(entries, edition, under.address)
      if (said === undefined) continue
      node ??= tree()
      node[key] = said
    }
    return node
  }
  const file = write(layoutOf(edition)) ?? tree()
  if (notes.example) file.example = true
  return underlay(file, notes.unknown)
}

/** Addresses that are left out of the file while they say nothing: older files without their keys keep their content codes. */
function omittedFrom(edition: Edition, entries: Entries): Set<Address> {
  const isBlank = (address: Address) => textAt(entries, address) === ''
  const omitted = new Set((edition.optionalFields ?? []).map(({ address }) => address).filter(isBlank))
  for (const { addresses, optional } of laterGroups(edition))
    if (!addresses.every((address) => omitted.has(address)))
      for (const address of addresses) if (address !== optional) omitted.delete(address)
  for (const { address, optional, place } of textsOf(edition))
    if (optional && isBlank(address)) for (const one of [address, place]) if (one) omitted.add(one)
  return omitted
}

/** What the file says about itself and what stands beside the form's values, by key. */
function aboutItself({ notes }: Report, edition: Edition, status: 'final' | 'draft'): FileTree {
  const sourceTotals = Object.fromEntries(
    Object.entries(notes.sourceTotals).map(([address, text]) => [
      address,
      writtenText(text, unitAt(edition, address)),
    ]),
  )
  const exceptions = notes.exceptions.map((exception) => ({
    ...exception,
    cells: Object.fromEntries(
      Object.entries(exception.cells).map(([address, text]) => [
        address,
        cellAt(edition, address) ? writtenText(text, unitAt(edition, address)) : text,
      ]),
    ),
  }))
  const own: FileTree = {
    format: FILE_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    edition: edition.key,
    status,
    base: notes.base,
    sourceTotals,
    exceptions,
  }
  if (notes.pending?.length) own.pending = notes.pending
  if (notes.links?.length) own.links = notes.links
  if (notes.sources?.length) own.sources = notes.sources
  return own
}

/** The text of the file. */
export const fileText = (report: Report, edition: Edition, status: 'final' | 'draft'): string =>
  `${JSON.stringify(toFile(report, edition, status), null, 2)}\n`

/**
 * The report in a file whose structure has been checked against the schema. Printed totals that differ from the computed
 * ones become source totals, equal ones are dropped; keys this version does not know are kept.
 */
export const fromFile = (file: FileTree, edition: Edition): Report => readTree(file, edition).report

/** The same, with its cells as they were read. */
export function readTree(file: FileTree, edition: Edition): { report: Report; value: Values } {
  // Every address gets its text here: nothing of a blank report would be left.
  const entries: Entries = {}
  const said: unknown[] = Array(cellsOf(edition).length)
  takeTexts(file, layoutOf(edition), entries, said)
  for (const { address, default: usual } of fieldsOf(edition))
    if (usual && textAt(entries, address) === usual) putText(entries, address, '')
  const statutory = statutoryDeadline(edition, entries)
  // The default date is written into the file; read back it is the default again.
  if (textAt(entries, 'deadline') === statutory) putText(entries, 'deadline', '')
  const notes = blankNotes()
  if (typeof file.base === 'string') notes.base = file.base
  if (isTree(file.sourceTotals))
    notes.sourceTotals = Object.fromEntries(
      Object.entries(file.sourceTotals).map(([address, value]) => [address, cellText(value)]),
    )
  const value = valuesOf(edition, entries, (_, cell) => cellText(cell && said[cell.at]))
  for (const cell of cellsOf(edition)) {
    const { address, at, parts, unit } = cell
    const printed = parts && said[at]
    if (!parts || printed === null || printed === undefined) continue
    const text = cellText(printed)
    const total = value.total(cell)
    const computed = 'value' in total ? formatAmount(total.value, unit) : undefined
    if (text !== computed && printedCell(text, unit) !== computed) notes.sourceTotals[address] = text
  }
  if (Array.isArray(file.exceptions))
    notes.exceptions = file.exceptions.filter(isTree).map((exception) => ({
      ...exception,
      rule: cellText(exception.rule),
      reason: cellText(exception.reason),
      at: cellText(exception.at),
      cells: Object.fromEntries(
        Object.entries(isTree(exception.cells) ? exception.cells : {}).map(([address, cell]) => [
          address,
          cellText(cell),
        ]),
      ),
    }))
  if (Array.isArray(file.pending) && file.pending.length) notes.pending = file.pending as Pending[]
  if (Array.isArray(file.links) && file.links.length) notes.links = file.links as Link[]
  if (Array.isArray(file.sources) && file.sources.length) notes.sources = file.sources as Source[]
  const { example, ...unknown } = unknownKeys(file, layoutOf(edition)) ?? {}
  if (example === true) notes.example = true
  notes.unknown = example === undefined || notes.example ? unknown : { ...unknown, example }
  return { report: { edition: edition.key, entries, notes }, value }
}

const NOTHING = tree()
/** Takes the texts of one node into entries; `said`: what the file says in each cell, computed ones too. */
function takeTexts(node: FileTree, layout: Branch, entries: Entries, said: unknown[]) {
  for (const [key, under] of layout) {
    const value = Object.hasOwn(node, key) ? node[key] : undefined
    if (under instanceof Map) {
      const inner: Entries = {}
      takeTexts(isTree(value) ? value : NOTHING, under, inner, said)
      // A row of totals alone has nothing that is entered.
      for (const _ in inner) {
        entries[key] = inner
        break
      }
    } else if (under.address !== undefined) {
      if (under.cell) said[under.cell.at] = value
      if (!under.cell?.parts) entries[key] = cellText(value)
    }
  }
}

/** The keys that this version does not know, deep; undefined where there are none. */
function unknownKeys(node: FileTree, layout: Branch): FileTree | undefined {
  let unknown: FileTree | undefined
  const keep = (key: string, value: unknown) => {
    unknown ??= tree()
    unknown[key] = value
  }
  for (const key of Object.keys(node)) {
    const under = layout.get(key)
    const value = node[key]
    if (!under) keep(key, value)
    else if (under instanceof Map && isTree(value)) {
      const inner = unknownKeys(value, under)
      if (inner) keep(key, inner)
    }
  }
  return unknown
}
