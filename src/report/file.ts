import { cellAt, cellsOf } from '../format/cells'
import { fieldsOf } from '../format/names'
import type { Address, Edition, Unit } from '../format/types'
import { statutoryDeadline, yearOf } from './deadline'
import {
  addressesOf,
  blankNotes,
  type Entries,
  type Link,
  type Pending,
  pathOf,
  putText,
  type Report,
  type Source,
  textAt,
  type Values,
  valuesOf,
} from './report'
import { sumOf } from './totals'
import { digitsIn, foldFullWidth, formatAmount, MAX_DIGITS, printedCell, readCell } from './value'

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
/** What the file says about itself and what stands beside the form's values; everything else is an address or unknown. */
const ownKeys = [
  'format',
  'schemaVersion',
  'edition',
  'status',
  'base',
  'sourceTotals',
  'exceptions',
  'pending',
  'links',
  'sources',
]

const tree = (): FileTree => Object.create(null)
const isTree = (value: unknown): value is FileTree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function put(into: FileTree, address: Address, value: unknown) {
  const keys = pathOf(address)
  const last = keys.length - 1
  let node = into
  for (let at = 0; at < last; at++) {
    const key = keys[at] as string
    if (!isTree(node[key])) node[key] = tree()
    node = node[key] as FileTree
  }
  node[keys[last] as string] = value
}
function at(from: FileTree, address: Address): unknown {
  let node: unknown = from
  for (const key of pathOf(address)) {
    if (!isTree(node) || !Object.hasOwn(node, key)) return undefined
    node = node[key]
  }
  return node
}

/** A decimal text as a number where a JSON number holds it exactly, else as the text. */
const exact = (text: string): FileCell => (String(Number(text)) === text ? Number(text) : text)

const unitAt = (edition: Edition, address: Address): Unit => cellAt(edition, address)?.unit ?? '件'

function writtenCell(text: string, unit: Unit, value = readCell(text, unit)): FileCell {
  if (value.kind === 'blank') return null
  return value.kind === 'number'
    ? exact(formatAmount(value.amount, unit))
    : foldFullWidth(text).trim() === '/'
      ? '/'
      : text
}
const cellText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/**
 * Groups of fields that came later, 落款 and the like: left out as a whole while all of them are blank. `optional` ones are
 * left out by themselves, too.
 */
const laterGroups = ({
  signOff,
  correction,
  webPage,
}: Edition): { addresses: Address[]; optional?: Address }[] => [
  ...(signOff
    ? [{ addresses: [signOff.organ, signOff.date, signOff.phrase], optional: signOff.phrase }]
    : []),
  ...(correction ? [{ addresses: [correction.reason, correction.requestedBy, correction.date] }] : []),
  ...(webPage ? [{ addresses: [webPage.index, webPage.publisher, webPage.date] }] : []),
]

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
  const file = tree()
  Object.assign(file, { format: FILE_FORMAT, schemaVersion: SCHEMA_VERSION, edition: edition.key, status })
  const isSum = digitsIn(textAt(entries, 'scope')) > MAX_DIGITS
  const written = new Map<Address, FileCell>()
  for (const address of addressesOf(edition))
    if (!cellAt(edition, address)) written.set(address, writtenField(entries, edition, address))
  for (const { address, parts, unit } of cellsOf(edition)) {
    if (!parts) {
      // Sums over many may be longer than a figure of the file.
      written.set(address, writtenCell(textAt(entries, address), unit, isSum ? undefined : value(address)))
      continue
    }
    const total = sumOf(parts.map(value))
    const text = 'value' in total ? formatAmount(total.value, unit) : null
    // In a 汇总 all figures of more than fifteen digits are texts, entered and computed alike.
    const long = isSum && text !== null && text.length > MAX_DIGITS
    written.set(address, text === null || long ? text : exact(text))
  }
  // Keys stand in printed order, as contract and form have them.
  for (const address of ['year', 'organ.code', 'organ.region', 'organ.name', 'organ.kind'])
    if (written.has(address)) put(file, address, null)
  for (const field of edition.fields) put(file, field.address, written.get(field.address))
  file.base = notes.base
  for (const section of edition.sections) {
    for (const text of section.texts ?? []) {
      if (text.optional && textAt(entries, text.address) === '') continue
      put(file, text.address, written.get(text.address))
      if (text.place && textAt(entries, text.place)) put(file, text.place, written.get(text.place))
    }
    for (const cell of cellsOf(edition))
      if (cell.section === section) put(file, cell.address, written.get(cell.address))
  }
  const isWritten = (address: Address) => textAt(entries, address) !== ''
  for (const { addresses, optional } of laterGroups(edition)) {
    if (!addresses.some(isWritten)) continue
    for (const address of addresses)
      if (address !== optional || isWritten(address)) put(file, address, written.get(address))
  }
  file.sourceTotals = Object.fromEntries(
    Object.entries(notes.sourceTotals).map(([address, text]) => [
      address,
      writtenCell(text, unitAt(edition, address)),
    ]),
  )
  file.exceptions = notes.exceptions.map((exception) => ({
    ...exception,
    cells: Object.fromEntries(
      Object.entries(exception.cells).map(([address, text]) => [
        address,
        cellAt(edition, address) ? writtenCell(text, unitAt(edition, address)) : text,
      ]),
    ),
  }))
  if (notes.pending?.length) file.pending = notes.pending
  if (notes.links?.length) file.links = notes.links
  if (notes.sources?.length) file.sources = notes.sources
  if (notes.example) file.example = true
  return underlay(file, notes.unknown)
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
  for (const address of addressesOf(edition)) putText(entries, address, cellText(at(file, address)))
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
  const value = valuesOf(edition, entries)
  for (const { address, parts, unit } of cellsOf(edition)) {
    const printed = at(file, address)
    if (!parts || printed === null || printed === undefined) continue
    const total = sumOf(parts.map(value))
    const computed = 'value' in total ? formatAmount(total.value, unit) : undefined
    if (printedCell(cellText(printed), unit) !== computed) notes.sourceTotals[address] = cellText(printed)
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
  const { example, ...unknown } = unknownKeys(file, edition)
  if (example === true) notes.example = true
  notes.unknown = example === undefined || notes.example ? unknown : { ...unknown, example }
  return { report: { edition: edition.key, entries, notes }, value }
}

/** What the file of an edition can say: a tree of its keys, `true` where a value stands. */
interface KnownKeys extends Map<string, KnownKeys | true> {}
const knownKeys = new WeakMap<Edition, KnownKeys>()
function keysOf(edition: Edition): KnownKeys {
  let known = knownKeys.get(edition)
  if (!known) {
    known = new Map()
    knownKeys.set(edition, known)
    for (const address of [...addressesOf(edition), ...cellsOf(edition).map((cell) => cell.address)]) {
      const keys = pathOf(address)
      let node = known
      for (const key of keys.slice(0, -1)) {
        const under = node.get(key)
        const next: KnownKeys = under instanceof Map ? under : new Map()
        node.set(key, next)
        node = next
      }
      node.set(keys.at(-1) as string, true)
    }
    for (const key of ownKeys) known.set(key, true)
  }
  return known
}

function unknownKeys(file: FileTree, edition: Edition): FileTree {
  const collect = (node: FileTree, known: KnownKeys): FileTree => {
    const unknown = tree()
    for (const key of Object.keys(node)) {
      const under = known.get(key)
      const value = node[key]
      if (!under) unknown[key] = value
      else if (under !== true && isTree(value)) {
        const inner = collect(value, under)
        if (Object.keys(inner).length) unknown[key] = inner
      }
    }
    return unknown
  }
  return collect(file, keysOf(edition))
}
