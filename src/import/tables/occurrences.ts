import { columnsUnder, leavesOf, rowsUnder } from '../../format/cells'
import type { Block, LeafColumn, LeafRow, Row, TableSpec } from '../../format/types'
import {
  almostEqual,
  bare,
  isSubsequence,
  type Numbered,
  printedWidth,
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
  /** Spellings that count only where all parts stand one below the other. */
  joined?: string[]
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
  /** Its parts stand one below the other with nothing between: no part can be of another label. */
  stacked?: true
}
/** A label atom with where it stands among all of them. */
export interface Piece {
  atom: Atom
  line: number
  grid: boolean
  read: Numbered
  /** Without its numbering taken off: as the continuation of a label. */
  whole: string
  /** In a text: the one piece that stands right below it on the next line, with nothing else there. */
  below?: Piece
}

/** A label is broken over at most so many lines, with so many other pieces in between. */
const MAX_LINES = 4
/** In a grid a label stays in its cell: what follows in other cells is none of its parts. */
const MAX_SKIPPED = 3
const MAX_PARTS = 8

/** The narrowest column breaks the longest label into so many parts. */
const MAX_STACKED = 24

export function piecesOf(lines: Line[]): Piece[] {
  const rows = lines.map(({ atoms, grid }, line) =>
    atoms.flatMap((atom): Piece[] => {
      if (atom.kind !== 'label') return []
      const read = atom.text.length > 200 ? { number: '', text: '' } : readLabel(atom.text)
      return [{ atom, line, grid, read, whole: atom.text.length > 200 ? '' : bare(atom.text) }]
    }),
  )
  for (const [at, upper] of rows.entries()) {
    const lower = rows[at + 1]
    if (!lower?.length || lines[at]?.grid || lines[at + 1]?.grid) continue
    const [above, under] = [upper, lower].map((row) =>
      row.map((piece) => ({ piece, ...extent(piece, lines) })),
    )
    const touching = (one: Extent, others: (Extent & { piece: Piece })[] = []) =>
      others.filter((other) => one.from < other.to && other.from < one.to)
    for (const one of above ?? []) {
      const [only, more] = touching(one, under)
      if (only && !more && touching(only, above).length === 1) one.piece.below = only.piece
    }
  }
  return rows.flat()
}

interface Extent {
  from: number
  to: number
}
/** Where a piece stands on its line of text, in halves of a Han character. */
export function extent({ atom, line }: Piece, lines: Line[]): Extent {
  const { start, end } = atom.place
  const text = lines[line]?.text ?? ''
  return { from: printedWidth(text.slice(0, start)), to: printedWidth(text.slice(0, end)) }
}

/** The longest label that a piece and those below it spell, numbering and brackets broken as they may be. */
function stackedLabel(
  start: number,
  indexes: Map<Piece, number>,
  pieces: Piece[],
  used: Set<number>,
  targets: Target[],
): { target: Target; spelling: string; indexes: number[]; fits: boolean } | undefined {
  let best: { target: Target; spelling: string; indexes: number[]; fits: boolean } | undefined
  let text = ''
  const own: number[] = []
  let piece: Piece | undefined = pieces[start]
  for (; piece && own.length < MAX_STACKED; piece = piece.below) {
    const index = indexes.get(piece)
    if (index === undefined || used.has(index)) break
    own.push(index)
    text += piece.atom.text
    const read = readLabel(text)
    const [whole, short] = [read.text, withoutBrackets(read.text)]
    // Brackets explain what stands before them: the corner of a head is not part of the label below it.
    if (/^\([^()]*\)/.test(whole)) break
    // A merged head may stand above any of its columns: it belongs to a name only where nothing is between them.
    const alone = own.every((each, at) => each === start + at)
    const spelled = ({ spellings, joined = [] }: Target, wording: string) =>
      spellings.includes(wording) || (alone && joined.includes(wording))
    const fitting = targets.filter((each) => spelled(each, whole) || spelled(each, short))
    const target = fitting.find(({ number }) => number === read.number) ?? fitting[0]
    // A text in brackets below a whole label that has none of its own is another cell: of the next table's head.
    const foreign =
      best &&
      best.target === target &&
      whole !== short &&
      !target.spellings.some((each) => each.includes('('))
    // A numeral above a label that is whole without it is a figure of the row before.
    const complete =
      target && own.length > 1 && piece.read.number === target.number && spelled(target, piece.read.text)
    // What an open bracket hides may be the words of another label: it counts once it is closed.
    if (target && !foreign && !complete && (whole === short || !/\([^()]*$/.test(whole)))
      best = {
        target,
        spelling: spelled(target, whole) ? whole : short,
        indexes: [...own],
        fits: read.number !== '' && read.number === target.number,
      }
  }
  return best
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
  const indexOf = new Map(pieces.map((piece, index) => [piece, index]))
  const take = (target: Target, indexes: number[], exact: boolean, stacked = false) => {
    for (const index of indexes) used.add(index)
    const own = indexes.map((index) => pieces[index]).filter((piece) => piece !== undefined)
    found.push({
      target,
      pieces: indexes,
      firstLine: own[0]?.line ?? 0,
      lastLine: own.at(-1)?.line ?? 0,
      written: own.map(({ atom }) => atom.text).join(''),
      exact,
      ...(stacked ? { stacked: true as const } : {}),
    })
  }
  for (const [index, piece] of pieces.entries()) {
    const { text, number } = piece.read
    if (used.has(index)) continue
    const stacked = piece.below && stackedLabel(index, indexOf, pieces, used, targets)
    const parted = !text && !stacked && numberedBelow(pieces, index, targets)
    if (parted) take(parted, [index, index + 1], true)
    if (!text && !stacked) continue
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
    if (stacked && stacked.spelling.length >= (best?.spelling.length ?? 0))
      take(stacked.target, stacked.indexes, true, true)
    else if (best) take(best.target, best.indexes, true)
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

/** A label whose number stands above its figures and whose words stand below them. */
function numberedBelow(pieces: Piece[], index: number, targets: Target[]): Target | undefined {
  const [piece, next] = [pieces[index], pieces[index + 1]]
  if (!piece?.read.number || !next || piece.grid || next.read.number || next.line > piece.line + 2)
    return undefined
  const words = withoutBrackets(next.read.text)
  return targets.find(({ number, spellings }) => number === piece.read.number && spellings.includes(words))
}

/** What holds names of a path apart. */
const DIVIDERS = /^[—–―>/→:-]+/
/** A row whose stub stands before its label in one text: “（三）不予公开属于国家秘密”, “（三）不予公开—1.属于国家秘密”. */
function rowUnderStub(text: string, targets: Target[]): Target | undefined {
  for (const stub of targets) {
    const spelling = stub.row ? undefined : stub.spellings.find((each) => text.startsWith(each))
    if (!spelling) continue
    const rest = readLabel(text.slice(spelling.length).replace(DIVIDERS, '')).text
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
      (rest.startsWith(piece.whole) || (!piece.read.number && withoutBrackets(piece.whole) === rest))
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
  const [abridged, more] = targets.filter((target) => couldBe(text, target))
  if (abridged?.row && !more && !present.has(abridged)) return abridged
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
