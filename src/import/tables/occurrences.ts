import { columnsUnder, leavesOf, rowsUnder } from '../../format/cells'
import type { Block, LeafColumn, LeafRow, Row, TableSpec } from '../../format/types'
import {
  almostEqual,
  bare,
  isSubsequence,
  type Numbered,
  readLabel,
  spellingsOf,
  withoutBrackets,
} from './labels'
import type { Atom, Line } from './lines'

/** Something whose label is looked for: a row, or a stub over rows. */
export interface Target {
  key: string
  block: Block
  /** Absent for a stub. */
  row?: LeafRow
  /** Rows under a stub. */
  rows: LeafRow[]
  label: string
  number: string
  spellings: string[]
}

/** Words that stand for a row or a column in many places: never matched without their number or their stub. */
export const COMMON = new Set(['其他', '总计', '合计'])

export const rowsOf = (block: Block): LeafRow[] =>
  leavesOf<LeafRow, Exclude<Row, LeafRow>>(block.rows, rowsUnder).map(({ leaf }) => leaf)
export const columnsOf = (block: Block): LeafColumn[] =>
  leavesOf<LeafColumn, Exclude<Block['columns'][number], LeafColumn>>(block.columns, columnsUnder).map(
    ({ leaf }) => leaf,
  )

const known = new WeakMap<TableSpec, Target[]>()
/** Rows and stubs of a table in printed order, a stub before its rows. */
export function targetsOf(table: TableSpec): Target[] {
  let targets = known.get(table)
  if (!targets) {
    targets = table.blocks.flatMap((block) => block.rows.flatMap((row) => targetsUnder(block, row)))
    known.set(table, targets)
  }
  return targets
}
function targetsUnder(block: Block, row: Row): Target[] {
  const { number } = readLabel(row.label)
  const spellings = spellingsOf(row)
  const base = { block, label: row.label, number, spellings }
  if (!('rows' in row)) return [{ ...base, key: row.path, row, rows: [row] }]
  const under = row.rows.flatMap((each) => targetsUnder(block, each))
  return [{ ...base, key: row.label, rows: under.flatMap((each) => (each.row ? [each.row] : [])) }, ...under]
}

/** A label found in the source. */
export interface Occurrence {
  target: Target
  /** Indexes of its pieces. */
  pieces: number[]
  firstLine: number
  lastLine: number
  /** As it is written there. */
  written: string
  exact: boolean
}
/** A label atom with where it stands among all of them. */
export interface Piece {
  atom: Atom
  line: number
  grid: boolean
  read: Numbered
  /** Without its numbering taken off: as the continuation of a label. */
  whole: string
}

/** A label is broken over at most so many lines, with so many other pieces in between. */
const MAX_LINES = 4
/** In a grid a label stays in its cell: what follows in other cells is none of its parts. */
const MAX_SKIPPED = 3
const MAX_PARTS = 8

export function piecesOf(lines: Line[]): Piece[] {
  return lines.flatMap(({ atoms, grid }, line) =>
    atoms.flatMap((atom): Piece[] => {
      if (atom.kind !== 'label') return []
      const read = atom.text.length > 200 ? { number: '', text: '' } : readLabel(atom.text)
      return [{ atom, line, grid, read, whole: atom.text.length > 200 ? '' : bare(atom.text) }]
    }),
  )
}
/** Finds the labels of a table among pieces: whole, broken into pieces, and with one character wrong. */
export function findLabels(pieces: Piece[], targets: Target[]): Occurrence[] {
  const byStart = new Map<string, { target: Target; spelling: string }[]>()
  for (const target of targets)
    for (const spelling of target.spellings) {
      const first = spelling[0] ?? ''
      const list = byStart.get(first) ?? []
      list.push({ target, spelling })
      byStart.set(first, list)
    }
  const used = new Set<number>()
  const found: Occurrence[] = []
  const take = (target: Target, indexes: number[], exact: boolean) => {
    for (const index of indexes) used.add(index)
    const own = indexes.map((index) => pieces[index]).filter((piece) => piece !== undefined)
    found.push({
      target,
      pieces: indexes,
      firstLine: own[0]?.line ?? 0,
      lastLine: own.at(-1)?.line ?? 0,
      written: own.map(({ atom }) => atom.text).join(''),
      exact,
    })
  }
  for (const [index, piece] of pieces.entries()) {
    const { text, number } = piece.read
    if (!text || used.has(index)) continue
    let best: { target: Target; spelling: string; indexes: number[]; fits: boolean } | undefined
    for (const { target, spelling } of byStart.get(text[0] ?? '') ?? []) {
      const indexes = assembled(pieces, used, index, spelling)
      if (!indexes) continue
      const fits = number !== '' && number === target.number
      if (
        !best ||
        spelling.length > best.spelling.length ||
        (spelling.length === best.spelling.length && fits && !best.fits)
      )
        best = { target, spelling, indexes, fits }
    }
    const under = best ? undefined : rowUnderStub(text, targets)
    if (best) take(best.target, best.indexes, true)
    else if (under) take(under, [index], true)
  }
  const present = new Set(found.map(({ target }) => target))
  for (const index of pieces.keys()) {
    if (used.has(index)) continue
    for (const indexes of runsFrom(pieces, used, index)) {
      const joined = indexes
        .map((each, at) => (at ? pieces[each]?.whole : pieces[each]?.read.text) ?? '')
        .join('')
      const near = nearest(joined, pieces[index]?.read.number ?? '', targets, present)
      if (!near) continue
      take(near, indexes, false)
      present.add(near)
      break
    }
  }
  return found.sort((a, b) => (a.pieces[0] ?? 0) - (b.pieces[0] ?? 0))
}

/** A row whose stub stands before its label in one text: “（三）不予公开属于国家秘密”. */
function rowUnderStub(text: string, targets: Target[]): Target | undefined {
  for (const stub of targets) {
    const spelling = stub.row ? undefined : stub.spellings.find((each) => text.startsWith(each))
    if (!spelling) continue
    const rest = readLabel(text.slice(spelling.length)).text
    const row = targets.find(
      (each) => each.row && stub.rows.includes(each.row) && each.spellings.includes(rest),
    )
    if (row) return row
    const inner =
      rest &&
      rowUnderStub(
        rest,
        targets.filter((each) => each !== stub),
      )
    if (inner) return inner
  }
  return undefined
}

/** The pieces that spell a label, from `start` on; pieces of other columns may stand between. */
function assembled(
  pieces: Piece[],
  used: Set<number>,
  start: number,
  spelling: string,
): number[] | undefined {
  const first = pieces[start]
  if (!first) return undefined
  const begins = [first.read.text, withoutBrackets(first.read.text)]
  if (begins.includes(spelling)) return [start]
  if (first.read.text.length < 2 || !spelling.startsWith(first.read.text)) return undefined
  const indexes = [start]
  let rest = spelling.slice(first.read.text.length)
  let skipped = 0
  for (let next = start + 1; next < pieces.length && indexes.length < MAX_PARTS; next++) {
    const piece = pieces[next]
    if (!piece || piece.line > first.line + MAX_LINES) break
    const fits =
      !used.has(next) &&
      piece.whole &&
      (rest.startsWith(piece.whole) || withoutBrackets(piece.whole) === rest)
    if (!fits) {
      if (++skipped > (first.grid ? 0 : MAX_SKIPPED)) break
      continue
    }
    indexes.push(next)
    if (withoutBrackets(piece.whole) === rest) return indexes
    rest = rest.slice(piece.whole.length)
    if (!rest) return indexes
  }
  return undefined
}

/** Neighbouring pieces from `start` on, longest first: one to four of them. */
function runsFrom(pieces: Piece[], used: Set<number>, start: number): number[][] {
  const runs: number[][] = []
  for (let length = 1; length <= 4; length++) {
    const last = start + length - 1
    const [piece, before] = [pieces[last], pieces[last - 1]]
    if (!piece || used.has(last) || (length > 1 && before && piece.line > before.line + 1)) break
    runs.unshift(Array.from({ length }, (_, at) => start + at))
  }
  return runs
}

/** The one label that a text differs from by a character, or is the beginning of; only among labels not found whole. */
function nearest(text: string, number: string, targets: Target[], present: Set<Target>): Target | undefined {
  if (text.length < 5) return undefined
  const open = targets.filter((target) => !present.has(target))
  const bare = withoutBrackets(text)
  const close = open.filter(({ spellings }) =>
    spellings.some(
      (spelling) =>
        spelling.length >= 6 &&
        (almostEqual(text, spelling) ||
          almostEqual(bare, spelling) ||
          (text.length >= 6 && spelling.startsWith(text))),
    ),
  )
  if (close.length === 1) return close[0]
  const numbered = close.filter((target) => target.number === number)
  return numbered.length === 1 ? numbered[0] : undefined
}

/** Whether a text could be a damaged spelling of a label: characters lost, none added. */
export const couldBe = (text: string, target: Target): boolean =>
  text.length >= 4 &&
  target.spellings.some((spelling) => text.length * 2 >= spelling.length && isSubsequence(text, spelling))
