import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn } from '../../format/types'
import { type Placed, readAside } from './asideHead'
import type { Row } from './assign'
import type { ColumnPlaces } from './columns'
import { isFigure, piecesAbove } from './headNames'
import { printedWidth, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { type HeadTarget, type HeadToken, withMissingHead } from './mergedHead'
import { columnsOf, findLabels, type Occurrence, type Piece } from './occurrences'
import { isValue, type Run } from './runs'
import { sumHolds } from './sums'

/** The head of a block as the source prints it: which columns it names, and in which order they stand. */
export interface Head {
  /** The named columns from left to right. */
  order: LeafColumn[]
  /** Where they stand in a grid; absent in a text. */
  places?: ColumnPlaces
  /** Its names are broken and stand side by side: which comes first cannot be told from their order. */
  crossed?: true
  /** Some text above the rows may be part of a name that could not be read. */
  rest?: true
  /** A merged head could not be found, and its columns stand below others: where among them cannot be told. */
  loose?: true
  /** The names of all columns begin in the order of the form, whether or not they could be read. */
  inOrder?: true
}

/** Names with those of their merged heads before them, as heads in one line have it: 法人或其他组织商业企业. */
export function prefixedNames(block: Block): Map<string, LeafColumn> {
  const names = new Map<string, LeafColumn>()
  for (const { leaf, labels } of leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder)) {
    const heads = labels.slice(0, -1).map((label) => readLabel(label).text)
    for (let from = 0; from < heads.length; from++)
      for (const spelling of spellingsOf(leaf)) names.set(heads.slice(from).join('') + spelling, leaf)
  }
  return names
}
/** Between a merged head and the name below it. */
export const DASHES = /[—–-]/g
const withoutPrefixes = (pieces: Piece[], block: Block): Piece[] => {
  const names = prefixedNames(block)
  return pieces.map((piece) => {
    const read = piece.read.text.replace(DASHES, '')
    const leaf = names.get(read) ?? names.get(withoutBrackets(read))
    const text = leaf && (spellingsOf(leaf)[0] ?? '')
    return text ? { ...piece, read: { number: '', text }, whole: text } : piece
  })
}

const known = new WeakMap<Block, HeadTarget[]>()
function headTargets(block: Block): HeadTarget[] {
  let targets = known.get(block)
  if (!targets) {
    const base = { block, rows: [], number: '' }
    const walk = (node: Column): HeadTarget[] =>
      'columns' in node
        ? [
            {
              ...base,
              key: node.label,
              label: node.label,
              spellings: [readLabel(node.label).text],
              under: leavesOf<LeafColumn, ColumnGroup>(node.columns, columnsUnder).map(({ leaf }) => leaf),
            },
            ...node.columns.flatMap(walk),
          ]
        : [
            {
              ...base,
              key: node.path,
              label: node.label,
              spellings: spellingsOf(node),
              column: node,
              under: [],
            },
          ]
    const prefixed = [...prefixedNames(block)]
    targets = (block.columns as Column[]).flatMap(walk).map((target) => ({
      ...target,
      joined: prefixed.filter(([, leaf]) => leaf === target.column).map(([name]) => name),
    }))
    known.set(block, targets)
  }
  return targets
}

/**
 * Reads the names of a block's columns from the pieces above its first row; undefined where none is named, or one in two
 * places. A merged head stands for its columns: those that are named below it stand in its place.
 */
export function readHead(written: Piece[], block: Block): Head | undefined {
  const targets = headTargets(block)
  const pieces = withoutPrefixes(written, block)
  const found = findLabels(pieces, targets) as (Occurrence & { target: HeadTarget })[]
  const named: HeadToken[] = []
  for (const { target, pieces: own, exact } of found) {
    if (!exact && !target.column) continue
    // Parts of several names side by side, one below the other, do not show which comes first.
    if (own.some((index, part) => part > 0 && index !== (own[part - 1] ?? 0) + 1))
      return { order: [], crossed: true }
    const at = new Set(own.map((index) => pieces[index]?.atom.column))
    const column = own.every((index) => pieces[index]?.grid) && at.size === 1 ? [...at][0] : undefined
    const before = named.find((each) => each.target === target)
    // A merged head that is repeated over its columns is one head.
    if (before && target.column) {
      if (before.column === undefined || before.column !== column) return undefined
      continue
    }
    if (!before) named.push({ target, column })
  }
  const leaves = named.filter(({ target }) => target.column)
  if (!leaves.length) return undefined
  const columns = new Map(leaves.map((token) => [token.target.column as LeafColumn, token.column]))
  const positions = [...columns.values()]
  const placed =
    positions.every((position) => position !== undefined) && new Set(positions).size === positions.length
  if (placed) {
    const order = [...columns].sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0)).map(([column]) => column)
    return { order, places: columns as Map<LeafColumn, number> }
  }
  const { tokens, loose } = withMissingHead(named, found, pieces, targets)
  const groups = tokens.filter(({ target }) => !target.column)
  const covers = (group: HeadTarget, { target }: (typeof tokens)[number]) =>
    target.column
      ? group.under.includes(target.column)
      : group !== target && target.under.every((column) => group.under.includes(column))
  /** The smallest named head over a name. */
  const over = (token: (typeof tokens)[number]) =>
    groups
      .filter(({ target }) => covers(target, token))
      .sort((x, y) => x.target.under.length - y.target.under.length)[0]
  const within = (group: (typeof tokens)[number] | undefined): LeafColumn[] =>
    tokens
      .filter((token) => over(token) === group)
      .flatMap((token) => (token.target.column ? [token.target.column] : within(token)))
  const order = within(undefined)
  const read = new Set(found.flatMap(({ pieces: own }) => own))
  const open = targets.filter(({ column }) => column && !order.includes(column))
  const rest = pieces.some(
    ({ whole }, at) =>
      !read.has(at) && whole && open.some(({ spellings }) => spellings.some((each) => each.includes(whole))),
  )
  return { order, ...(rest && { rest }), ...(loose && { loose: true as const }) }
}

/** How the columns of a block stand in the source. */
interface Heading {
  /** The columns there are, from left to right. */
  columns: LeafColumn[]
  /** Where they stand in the grid, by its head. */
  places?: ColumnPlaces
  /** The head could not be read whole, so the order of the form need not be that of the source. */
  unsure?: true
  /** The head names all of them in this order. */
  named: boolean
  /** No head tells the order of any two of them. */
  unnamed: boolean
  /** Each row has as many cells as there are columns: covered cells are not among them. */
  sameCells: boolean
}

/**
 * The columns of each block by its head, for every grid and for a text. A head that names only some columns counts where
 * no row has more figures than that; a head whose places do not fit the rows gives only their order.
 */
export function headsOf(lines: Line[], pieces: Piece[], found: Occurrence[], rows: Row[]) {
  const headings = new Map<string, Heading>()
  const gridOf = (run: Run) => (run.grid ? lines[run.first]?.block : undefined)
  const read = (block: Block, grid: number | undefined): Heading => {
    const own = rows.filter(({ run, target }) => target.block === block && gridOf(run) === grid)
    const head = headOf(block, grid) ?? headOf(block, undefined)
    const all = columnsOf(block)
    const most = Math.max(0, ...own.map(({ run }) => run.atoms.filter(isValue).length))
    /** Some figure stands in each column of the form: as many cells alone may be padded ones. */
    const full =
      new Set(own.flatMap(({ run }) => run.atoms.filter(isValue).map(({ column }) => column))).size >=
      all.length
    // A text does not show its blanks: a row with fewer figures than the head has names may lack any of them.
    const shown = own.every(({ run }) => run.cells || run.atoms.filter(isValue).length === head?.order.length)
    const whole = head?.order.length === all.length
    // A figure below an empty cell beside the names: the head lacks that one, whatever else it names.
    const unnamed =
      head?.grid === grid &&
      own.some(({ run }) => run.atoms.some((atom) => isValue(atom) && head?.open.has(atom.column)))
    const only =
      head?.order.length === 1 && head.grid === grid
        ? head.places?.get(head.order[0] as LeafColumn)
        : undefined
    // The one column of a table with all its figures under the one name.
    const isUnder =
      only !== undefined &&
      own.every(({ run }) => run.atoms.every((atom) => !isValue(atom) || atom.column === only))
    const served = isUnder
      ? 'yes'
      : head && (whole || (shown && !unnamed))
        ? serves(head.order, all, most)
        : 'no'
    const columns = head && served !== 'no' ? head.order : all
    const inGrid =
      grid !== undefined && head?.places ? placesIn(head, all, columns, full || unnamed) : undefined
    const fits =
      inGrid &&
      head?.grid === grid &&
      own.every(({ run }) => fitsPlaces(run, new Set(inGrid.values()), lines))
    const official = !head?.order.length || isOfficial(head.order, all)
    const cut = served === 'perhaps' && columns.length > 1
    const unsure =
      cut ||
      (head?.loose && !official) ||
      (columns.length > 1 &&
        columns === all &&
        head &&
        !(
          (head.inOrder || (head.order.length > 1 && official && !head.rest && !head.crossed)) &&
          areFullRows(own, all)
        ) &&
        (grid === undefined || !official || (!whole && !full)))
    return {
      columns,
      named: columns === head?.order,
      unnamed: !head || (head.order.length < 2 && !head.inOrder && !head.crossed && !head.rest),
      ...(unsure ? { unsure: true as const } : {}),
      ...(fits ? { places: inGrid } : {}),
      sameCells: own.every(({ run }) => run.atoms.length === columns.length),
    }
  }
  const placedOf = (piece: Piece): Placed => {
    const { start, end } = piece.atom.place
    const text = lines[piece.line]?.text ?? ''
    return { piece, from: printedWidth(text.slice(0, start)), to: printedWidth(text.slice(0, end)) }
  }
  const headOf = (block: Block, grid: number | undefined) => {
    const { own, end } = piecesAbove(block, grid, lines, pieces, found)
    if (end === undefined) return undefined
    const aside = own.some(({ grid: cell }) => cell) ? undefined : readAside(own.map(placedOf), block)
    const all = columnsOf(block).length
    const read = aside?.length === all ? undefined : readHead(own, block)
    // Names that stand side by side and are only some of the columns: unless all are there in the order of reading.
    const head = aside && read?.order.length !== all ? { order: aside } : read
    const above = [...new Set(own.map(({ line }) => line))].filter((line) => line < end)
    const inOrder = beginInOrder(
      above.map((line) => lines[line]?.text ?? ''),
      block,
    )
    const named = new Set(head?.places?.values())
    const bottom = own.filter(({ atom }) => named.has(atom.column)).at(-1)
    const beside = bottom ? (lines[bottom.line]?.atoms ?? []) : []
    const captions = [block.caption ?? '', ...(block.captionVariants ?? [])].map(
      (text) => readLabel(text).text,
    )
    const worded = new Set(
      own.flatMap(({ atom, read }) => (captions.includes(read.text) ? [] : [atom.column])),
    )
    const open = new Set(
      beside.flatMap(({ kind, column }) => (kind === 'empty' && !worded.has(column) ? [column] : [])),
    )
    return head && { ...head, open, grid: lines[end]?.block, ...(inOrder && { inOrder }) }
  }
  return (run: Run, block: Block): Heading => {
    const grid = gridOf(run)
    const key = `${columnsOf(block)[0]?.path} ${block.caption ?? ''} ${grid}`
    let heading = headings.get(key)
    if (!heading) {
      heading = read(block, grid)
      headings.set(key, heading)
    }
    return heading
  }
}
const isOfficial = (order: LeafColumn[], all: LeafColumn[]): boolean =>
  order.every((column, at) => at === 0 || all.indexOf(column) > all.indexOf(order[at - 1] as LeafColumn))

/** Rows with a figure for each column, the totals being the sums of the others wherever they can be checked. */
function areFullRows(rows: Row[], all: LeafColumn[]): boolean {
  const sums = rows.map(({ run }) => {
    const values = run.atoms.filter(isValue)
    if (run.atoms.length !== all.length || values.length !== all.length) return false
    return sumHolds(new Map(all.map((column, at) => [column, values[at] as Atom])))
  })
  return !sums.includes(false) && sums.includes(true)
}

/**
 * Whether the names of all columns begin once each, from left to right in the order of the form: of a head whose names are
 * broken over several lines, as printed pages have it, this much can be read even where the names cannot.
 */
function beginInOrder(texts: string[], block: Block): true | undefined {
  const all = columnsOf(block)
  const groups = headTargets(block)
    .filter(({ column }) => !column)
    .map(({ label }) => label)
  const own = texts.map((text) =>
    groups.reduce((rest, label) => rest.replaceAll(label, '　'.repeat(label.length)), text),
  )
  const starts = all.map(({ label }) => {
    const first = label.charAt(0)
    const found = own.flatMap((text) => {
      const at = text.indexOf(first)
      return at < 0 ? [] : [{ at: printedWidth(text.slice(0, at)), more: text.indexOf(first, at + 1) >= 0 }]
    })
    return found.length === 1 && !found[0]?.more ? found[0]?.at : undefined
  })
  return starts.every((at, index) => at !== undefined && (index === 0 || at > (starts[index - 1] ?? at)))
    ? true
    : undefined
}

/**
 * Whether these are all the columns of the rows: never where a row has more figures. Without their first or last column the
 * head may have been cut off, and the rows may lack another column than it: then only perhaps.
 */
function serves(order: LeafColumn[], all: LeafColumn[], most: number): 'yes' | 'perhaps' | 'no' {
  if (order.length === all.length) return 'yes'
  if (most > order.length) return 'no'
  const [first, last] = [all[0], all.at(-1)]
  const ends =
    first !== undefined &&
    last !== undefined &&
    order.includes(first) &&
    (order.includes(last) || all.every((column) => column.sum || order.includes(column)))
  return ends ? 'yes' : order.length > 1 ? 'perhaps' : 'no'
}

/** The places of the columns; where the head lacks some and the rows have all, the named ones show where the rest stand. */
function placesIn(
  head: Head,
  all: LeafColumn[],
  columns: LeafColumn[],
  full: boolean,
): ColumnPlaces | undefined {
  const { places } = head
  if (!places || columns === head.order) return places
  if (!full) return undefined
  const bases = new Set([...places].map(([column, position]) => position - all.indexOf(column)))
  const [base] = bases
  return bases.size === 1 && base !== undefined && base > 0
    ? new Map(all.map((column, index) => [column, base + index]))
    : undefined
}

/** No figure outside of the columns, no label among them. */
function fitsPlaces(run: Run, positions: Set<number>, lines: Line[]): boolean {
  const left = Math.min(...positions)
  const atoms = lines[run.first]?.atoms ?? []
  return atoms.every((atom) =>
    atom.kind === 'label' ? atom.column < left : !isFigure(atom) || positions.has(atom.column),
  )
}
