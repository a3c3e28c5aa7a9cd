import { type Cell, cellAt, cellsOf, enteredCellsOf } from '../format/cells'
import { textsOf } from '../format/names'
import type { Address, Edition, TextSpec } from '../format/types'
import { sumOf, type Total } from './totals'
import { type CellValue, digitsIn, readCell } from './value'

/** A tree of typed texts. Its paths are the addresses; this is what the form holds. */
export interface Entries {
  [key: string]: string | Entries
}

/** A reason given for a 核实 finding; holds while the operands have these values. */
export interface Exception {
  rule: string
  cells: Record<Address, string>
  reason: string
  /** ISO date and time. */
  at: string
}

/** A text as it was carried over from last year, and where in it the figures stand that nobody has looked at yet. */
export interface Pending {
  /** Address of the text. */
  text: Address
  carried: string
  /** In `carried`, end exclusive. */
  figures: [start: number, end: number][]
}

/** A figure of the prose that follows a cell; found again by its phrase, which stands once in the text. */
export interface Link {
  text: Address
  cell: Address
  phrase: string
  /** What the phrase says: 件, or 万元 for fees. */
  value: number
}

/** 回填: a 汇总 that figures were taken from, and which reports made it then. */
export interface Source {
  /** Id of the 汇总任务 in the browser that has it, and its name. */
  task: string
  name: string
  /** Over which units: as a key, and in words. */
  range: string
  words: string
  /** The code of the set: of the content codes of all reports that were summed. */
  set: string
  /** How many units these are, and how many were lacking. */
  units: number
  lacking: number
  /** The figures by address as they were put in. */
  cells: Record<Address, string>
  /** Those of them that some unit had no figure for. */
  short: Address[]
  /** 保留: the set that the 汇总 has become, for which the figures were to stay as they are. */
  kept?: string
}

/** What nobody types into the form: it stays beside the form's values. */
export interface Notes {
  /** 来文总计: totals that came with an imported source, by the address of the computed cell. */
  sourceTotals: Record<Address, string>
  exceptions: Exception[]
  /** Content code of the final version that this report corrects. */
  base: string | null
  /**
   * Last year's report to compare with, a copy without notes of its own. Kept with the draft and in backups; the JSON file
   * carries one year only.
   */
  lastYear?: Report
  /** The published version that this report corrects, to list what has changed; kept like `lastYear`. */
  corrected?: Report
  /** The date of publication for which the clerk has decided to change the published report itself. */
  reopened?: string
  /** Made up for a first look around. */
  example?: true
  /**
   * Values that were put in for the clerk and not looked at yet, by address: a kind of organ that the name tells, the year
   * of a new report. One that was changed since is a proposal no more.
   */
  proposed?: Record<Address, string>
  /** What the importer was not sure of, by address, until it is changed or confirmed. Kept with the draft and in backups. */
  doubts?: Record<Address, { text: string; why: string }>
  /** Carried texts with figures of last year in them; read them with `pendingOf`. */
  pending?: Pending[]
  /** Figures of the prose that are tied to cells; read them with `linksOf`. */
  links?: Link[]
  /** Where figures were put in from a 汇总; read them with `sourcesOf`. */
  sources?: Source[]
  /** Keys of an opened file that this version does not know, kept for the way back. */
  unknown: Record<string, unknown>
}

/** One filled form. Cells hold the typed text, totals are never stored. */
export interface Report {
  edition: string
  entries: Entries
  notes: Notes
}

/** One edit of one value; undo, paste, fill and import are lists of these. */
export interface Change {
  address: Address
  before: string
  after: string
}

/** Every address a clerk can fill: 基本信息, then texts and cells in printed order, at last the optional fields. */
const addressLists = new WeakMap<Edition, Address[]>()
export function addressesOf(edition: Edition): Address[] {
  let list = addressLists.get(edition)
  if (!list) {
    list = [
      ...edition.fields.map((field) => field.address),
      ...textsOf(edition).map((text) => text.address),
      ...enteredCellsOf(edition).map((cell) => cell.address),
      ...(edition.optionalFields ?? []).map((field) => field.address),
    ]
    addressLists.set(edition, list)
  }
  return list
}

/** The keys of addresses, split once: every reading and writing of a report goes along them. */
const paths = new Map<Address, readonly string[]>()
const MOST_PATHS = 5000
export function pathOf(address: Address): readonly string[] {
  let path = paths.get(address)
  if (!path) {
    path = address.split('.')
    // Files may name addresses that no edition has.
    if (paths.size < MOST_PATHS) paths.set(address, path)
  }
  return path
}

/** What stands at an address. Own keys only, so no path reaches a prototype. */
function nodeAt(entries: Entries, address: Address): string | Entries | undefined {
  let node: string | Entries | undefined = entries
  for (const key of pathOf(address)) {
    if (typeof node !== 'object' || !Object.hasOwn(node, key)) return undefined
    node = node[key]
  }
  return node
}

/** The text at an address; empty where there is none. */
export function textAt(entries: Entries, address: Address): string {
  const node = nodeAt(entries, address)
  return typeof node === 'string' ? node : ''
}

/** Whether a text has its place on the page: an optional one only while something is written. */
export const isShown = ({ address, optional }: TextSpec, entries: Entries): boolean =>
  !optional || textAt(entries, address) !== ''

/** Whether nothing stands in the six sections yet. */
export const isBlank = (edition: Edition, entries: Entries): boolean =>
  [...textsOf(edition), ...enteredCellsOf(edition)].every(({ address }) => textAt(entries, address) === '')

/** Whether no text is written yet. */
export const hasNoProse = (edition: Edition, entries: Entries): boolean =>
  textsOf(edition).every(({ address }) => textAt(entries, address).trim() === '')

/** Writes a text into the tree itself: for one that nobody else has yet. */
export function putText(entries: Entries, address: Address, text: string) {
  const keys = pathOf(address)
  const last = keys.length - 1
  let node = entries
  for (let at = 0; at < last; at++) {
    const key = keys[at] as string
    let child = Object.hasOwn(node, key) ? node[key] : undefined
    if (typeof child !== 'object') {
      child = {}
      node[key] = child
    }
    node = child
  }
  node[keys[last] as string] = text
}

/** The same entries with some texts replaced; the given tree is left as it is. */
export function withTexts(entries: Entries, texts: Iterable<[Address, string]>): Entries {
  const copy = structuredClone(entries)
  for (const [address, text] of texts) putText(copy, address, text)
  return copy
}

export const applyChanges = (entries: Entries, changes: Change[]): Entries =>
  withTexts(
    entries,
    changes.map(({ address, after }) => [address, after]),
  )

/** The entries with every address of the edition: what an older draft does not have is blank. */
export function completed(edition: Edition, entries: Entries): Entries {
  const absent = addressesOf(edition).filter((address) => typeof nodeAt(entries, address) !== 'string')
  if (!absent.length) return entries
  return withTexts(
    entries,
    absent.map((address) => [address, '']),
  )
}

/** Entries with every address of the edition, blank but for the defaults. */
export const blankEntries = (edition: Edition): Entries =>
  withTexts(
    completed(edition, {}),
    edition.fields.flatMap((field): [Address, string][] =>
      field.initial ? [[field.address, field.initial]] : [],
    ),
  )

export const blankNotes = (): Notes => ({ sourceTotals: {}, exceptions: [], base: null, unknown: {} })

/** A report as it stands beside another one: entries only, or each would carry all those before it. */
export const bareCopy = ({ edition, entries }: Report): Report => ({
  edition,
  entries: structuredClone(entries),
  notes: blankNotes(),
})
export const lastYearCopy = bareCopy

export const blankReport = (edition: Edition): Report => ({
  edition: edition.key,
  entries: blankEntries(edition),
  notes: blankNotes(),
})

/** The cells of a report as it stood when each was first asked for, and the totals of computed ones. */
export interface Values {
  (address: Address): CellValue
  total(cell: Cell): Total
}

/** Reads cells of a report by address; each text is read once. `textOf`: its texts, where they are at hand already. */
export function valuesOf(
  edition: Edition,
  entries: Entries,
  textOf = (address: Address, _cell: Cell | undefined) => textAt(entries, address),
): Values {
  const known: (CellValue | undefined)[] = Array(cellsOf(edition).length)
  const most = digitsIn(textAt(entries, 'scope'))
  const value = (address: Address) => {
    const cell = cellAt(edition, address)
    const value = cell && known[cell.at]
    if (value) return value
    const read = readCell(textOf(address, cell), cell?.unit ?? '件', most)
    if (cell) known[cell.at] = read
    return read
  }
  const totals: (Total | undefined)[] = []
  const total = ({ at, address, parts = [address] }: Cell) => {
    totals[at] ??= sumOf(parts.map(value))
    return totals[at]
  }
  return Object.assign(value, { total })
}
