import type { Block, Column, Edition, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import { type FigureAt, type Grid, type GridCell, gridOf } from './grid'
import { labelStyles } from './labels'
import type { Part } from './media'
import * as media from './media'
import { addressIn, columnLeaves, type Figures, formOf, rowLeaves, withTotals } from './model'
import {
  type Certainty,
  type NoteMark,
  noteMarks,
  type Printed,
  plain,
  type Unreadable,
  unreadables,
  type Writing,
  writings,
  type ZeroSign,
  zeroSigns,
} from './printed'
import { proseOf } from './prose'
import { chance, integer, oneOf, type Random, shuffled } from './random'

const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[]

/** Independent choices. The first value of each is the usual one, but every medium is drawn as often as another. */
export const axes = {
  medium: [
    'html',
    'html-flat',
    'html-nested',
    'tabs',
    'lines',
    'lines-spaced',
    'lines-dropped',
    'pipes-inside',
    'pipes-alone',
    'pipes-behind',
    'markdown',
    'spaces-aligned',
    'spaces-ragged',
    'csv',
    'narrow',
    'narrow-lines',
  ],
  covered: ['kept', 'dropped', 'repeated'],
  htmlCell: ['plain', 'p', 'nbsp', 'span', 'th', 'br'],
  htmlSpacer: ['none', 'left', 'edges', 'middle'],
  tables: ['all', 'two', 'three', 'four'],
  surround: ['report', 'headings', 'alone'],
  head: ['present', 'partial', 'absent'],
  headShape: ['printed', 'flat'],
  captions: ['present', 'absent'],
  unitNote: ['absent', 'present'],
  columns: ['all', 'no-total', 'some'],
  order: ['official', 'total-first', 'mixed'],
  rows: ['all', 'no-zero-rows', 'undivided'],
  twice: ['none', 'same', 'different'],
  labels: labelStyles,
  groups: ['once', 'repeated', 'absent'],
  zeros: keysOf(zeroSigns),
  zeroShare: ['every', 'some'],
  totals: ['printed', 'blank', 'zero'],
  writing: ['plain', ...keysOf(writings)] as ('plain' | Writing)[],
  marks: ['none', ...keysOf(noteMarks)] as ('none' | NoteMark)[],
  unreadable: ['none', ...keysOf(unreadables)] as ('none' | Unreadable)[],
  unreadableCount: ['one', 'two'],
} as const
export type Axis = keyof typeof axes
export type Axes = { [A in Axis]: (typeof axes)[A][number] }

const axisNames = Object.keys(axes) as Axis[]
/** The form as a word processor saves it, with nothing odd about it. */
export const usual = Object.fromEntries(axisNames.map((axis) => [axis, axes[axis][0]])) as Axes

const isHtml = (medium: Axes['medium']) => medium.startsWith('html')
/** Media in which an empty cell leaves no trace. */
const losesBlanks = (medium: Axes['medium']) =>
  medium === 'lines-dropped' || medium === 'spaces-ragged' || medium === 'narrow-lines'
/** Media in which an empty cell shows only as a gap. */
const hintsBlanks = (medium: Axes['medium']) =>
  medium === 'lines' || medium === 'lines-spaced' || medium === 'spaces-aligned' || medium === 'narrow'

/** The nearest layout that exists: what a medium cannot show falls back to the usual. */
export function normalised(wanted: Axes): Axes {
  const a = { ...wanted }
  if (!isHtml(a.medium)) {
    a.htmlCell = 'plain'
    a.htmlSpacer = 'none'
    if (a.marks === 'sup') a.marks = 'raised'
  }
  const shows: Axes['covered'][] =
    a.medium === 'html-flat' || a.medium === 'csv'
      ? ['kept', 'repeated']
      : a.medium === 'tabs' || a.medium === 'pipes-inside'
        ? ['kept', 'dropped']
        : isHtml(a.medium) || a.medium === 'markdown' || a.medium === 'spaces-aligned'
          ? ['kept']
          : ['dropped']
  if (!shows.includes(a.covered)) a.covered = shows[0] ?? 'kept'
  const has = (table: Axes['tables']) => a.tables === 'all' || a.tables === table
  if (!has('two')) a.captions = 'present'
  if (!has('three')) {
    a.rows = a.rows === 'undivided' ? 'all' : a.rows
    a.twice = 'none'
    a.groups = 'once'
  }
  if (a.tables === 'four') {
    a.labels = 'official'
    a.rows = 'all'
    a.order = 'official'
  }
  if (a.tables === 'two' && a.columns === 'no-total') a.columns = 'all'
  if (a.tables === 'two' && a.order === 'total-first') a.order = 'mixed'
  if (a.tables === 'two') a.totals = 'printed'
  if (a.columns === 'no-total' && a.order === 'total-first') a.order = 'official'
  // Another order needs a head that names the columns, and a free order a head in one line.
  if (a.order !== 'official') a.head = 'present'
  if (a.order === 'mixed') a.headShape = 'flat'
  if (a.head === 'absent') a.headShape = 'printed'
  // Which of two empty columns is the spacer only a head can say.
  if (a.head !== 'present' && a.htmlSpacer !== 'none') a.htmlSpacer = 'left'
  if (a.medium === 'narrow' || a.medium === 'narrow-lines') a.twice = 'none'
  if (a.twice === 'different') {
    // What decides between the two printings must be there and readable.
    a.totals = 'printed'
    a.unreadable = 'none'
    a.zeros = '0'
  }
  if (a.zeros === '0') a.zeroShare = 'every'
  if (a.unreadable === 'none') a.unreadableCount = 'one'
  return a
}

/** How often an axis leaves its usual value. */
const oddShare: Partial<Record<Axis, number>> = { tables: 0.25, twice: 0.2, unreadable: 0.5, head: 0.45 }

export function drawAxes(random: Random): Axes {
  const drawn = { ...usual } as Record<Axis, string>
  for (const axis of axisNames) {
    const odd = axis === 'medium' || chance(random, oddShare[axis] ?? 0.4)
    if (odd) drawn[axis] = oneOf<string>(random, axes[axis])
  }
  return normalised(drawn as Axes)
}

/** Every value of every axis beside every value of every other, where both can stand together. */
export function pairedAxes(random: Random): Axes[] {
  const key = (a: Axis, x: string, b: Axis, y: string) => `${a}=${x}&${b}=${y}`
  const seen = new Set<string>()
  const out: Axes[] = []
  const note = (layout: Axes) => {
    for (const [at, a] of axisNames.entries())
      for (const b of axisNames.slice(at + 1)) seen.add(key(a, layout[a], b, layout[b]))
  }
  for (const [at, a] of axisNames.entries())
    for (const b of axisNames.slice(at + 1))
      for (const x of axes[a])
        for (const y of axes[b]) {
          if (seen.has(key(a, x, b, y))) continue
          for (let tries = 0; tries < 6; tries++) {
            const layout = normalised({ ...drawAxes(random), [a]: x, [b]: y } as Axes)
            if (layout[a] !== x || layout[b] !== y) continue
            note(layout)
            out.push(layout)
            break
          }
        }
  return out
}

/** The usual layout with one axis changed, in one medium. */
export function singleAxes(medium: Axes['medium']): Axes[] {
  const layouts = axisNames.flatMap((axis) =>
    axes[axis].map((value) => normalised({ ...usual, medium, [axis]: value } as Axes)),
  )
  const own = layouts.filter((layout) => layout.medium === medium)
  return [...new Map(own.map((layout) => [JSON.stringify(layout), layout])).values()]
}

export interface ExpectedFigure {
  address: string
  /** As it stands in the source; empty where the cell is empty. */
  printed: string
  /** Null: the cell holds no number. */
  value: number | null
  certainty: Certainty
  /** Fair as well where marked; null is a blank cell with its text listed. */
  alternatives?: (number | null)[]
  /** Nobody can place it: leaving it out is right, and so is its value with a mark; anything unmarked must be its value. */
  free?: true
}
export interface Layout {
  name: string
  axes: Record<Axis, string>
  kind: 'text' | 'html' | 'csv'
  content: string
  expected: ExpectedFigure[]
  /** Figures that stand in the source and belong to no cell, or lose against another printing: listed, never taken. */
  alsoListed: { address: string; printed: string }[]
  /** Why no reader can settle the free ones. */
  unsettled?: string
}

/** One layout drawn at random around the figures of a report. Where columns are left out, their figures become 0. */
export function drawLayout(edition: Edition, figures: Figures, random: Random): Layout {
  return layoutWith(edition, figures, drawAxes(random), random)
}

const isTotal = (row: LeafRow, column: LeafColumn) => !!(row.sum || column.sum)

/** Columns that stay, by table; of table two's first block and of table three single columns, of table four groups. */
function keptColumns(random: Random, spec: TableSpec, choice: Axes['columns']): Set<string> {
  const kept = new Set<string>()
  for (const block of spec.blocks) {
    const leaves = columnLeaves(block.columns)
    if (choice === 'all' || leaves.length < 2) {
      for (const leaf of leaves) kept.add(leaf.path)
      continue
    }
    if (choice === 'no-total') {
      for (const leaf of leaves) if (!leaf.sum) kept.add(leaf.path)
      continue
    }
    const groups = new Map<string, LeafColumn[]>()
    for (const leaf of leaves) {
      const group = leaf.path.includes('.') ? leaf.path.slice(0, leaf.path.lastIndexOf('.')) : leaf.path
      groups.set(group, [...(groups.get(group) ?? []), leaf])
    }
    const choices = [...groups.values()]
    // The first applicant column and 总计 are there whenever an office prints a part of the columns.
    const fixed = choices.filter((group, at) => at === 0 || (group.length === 1 && group[0]?.sum))
    const free = choices.filter((group) => !fixed.includes(group))
    const many = free.length > 1 ? integer(random, free.length - 1) + (fixed.length > 1 ? 0 : 1) : 0
    for (const group of [...fixed, ...shuffled(random, free).slice(0, many)])
      for (const leaf of group) kept.add(leaf.path)
  }
  return kept
}

/** 总计 first, or any order of a head in one line. */
function orderedColumns(random: Random, order: Axes['order']): (nodes: Column[]) => Column[] {
  const totalFirst = (nodes: Column[]): Column[] => {
    const inner = nodes.map((node) =>
      'columns' in node ? { ...node, columns: totalFirst(node.columns) } : node,
    )
    const sums = inner.filter((node) => !('columns' in node) && node.sum)
    return [...sums, ...inner.filter((node) => !sums.includes(node))]
  }
  if (order === 'total-first') return totalFirst
  if (order === 'mixed') return (nodes) => shuffled(random, nodes)
  return (nodes) => nodes
}

/** The table with its group 其他处理 as one row whose figures are the sums of its rows. */
function undivided(spec: TableSpec): { spec: TableSpec; path: string; parts: string[] } | undefined {
  let found: { path: string; parts: string[] } | undefined
  const blocks = spec.blocks.map((block) => {
    const walk = (nodes: Block['rows']): Block['rows'] =>
      nodes.map((node) => {
        if (!('rows' in node)) return node
        if (!node.label.includes('其他处理')) return { ...node, rows: walk(node.rows) }
        const parts = rowLeaves(node.rows).map((row) => row.path)
        const path = `${(parts[0] ?? '').split('.').slice(0, -1).join('.')}.undivided`
        found = { path, parts }
        return { path, label: node.label }
      })
    return { ...block, rows: walk(block.rows) }
  })
  return found ? { spec: { ...spec, blocks }, ...found } : undefined
}

const tableNames: Record<string, Axes['tables']> = { 表二: 'two', 表三: 'three', 表四: 'four' }

export function layoutWith(edition: Edition, given: Figures, wanted: Axes, random: Random): Layout {
  const a = normalised(wanted)
  const specs = formOf(edition)
    .tables.map(({ spec }) => spec)
    .filter((spec) => a.tables === 'all' || tableNames[spec.name] === a.tables)
  const kept = new Map(specs.map((spec) => [spec.key, keptColumns(random, spec, a.columns)]))
  const keeps = (spec: TableSpec, column: LeafColumn) => !!kept.get(spec.key)?.has(column.path)

  // An office leaves out columns in which it has nothing; totals follow.
  const entered: Figures = { ...given }
  if (a.columns === 'some')
    for (const spec of specs)
      for (const block of spec.blocks)
        for (const column of columnLeaves(block.columns))
          if (!keeps(spec, column))
            for (const row of rowLeaves(block.rows)) entered[addressIn(spec, row, column)] = 0
  const figures = withTotals(edition, entered)

  const texts = printedTexts(random, a, specs, keeps, figures)
  const at = (address: string): FigureAt => {
    const found = texts.get(address)
    if (!found) throw new Error(`no text for ${address}`)
    return found
  }

  const alsoListed: Layout['alsoListed'] = []
  const grids = specs.map((original): Grid => {
    const other = a.rows === 'undivided' ? undivided(original) : undefined
    const spec = other?.spec ?? original
    const zero = (row: LeafRow, block: Block) =>
      columnLeaves(block.columns).every((column) => !figures[addressIn(spec, row, column)])
    const undividedFigure = (row: LeafRow, column: LeafColumn): FigureAt => {
      const value = (other?.parts ?? []).reduce(
        (sum, path) => sum + (figures[addressIn(original, { ...row, path }, column)] ?? 0),
        0,
      )
      const address = addressIn(spec, row, column)
      const unit = column.unit ?? '件'
      return { address, unit, printed: written(random, a, value, unit, isTotal(row, column)), loser: true }
    }
    // Nobody leaves out a whole table: with nothing but zeros all rows stay.
    const empty = spec.blocks.every((block) => rowLeaves(block.rows).every((row) => zero(row, block)))
    const keepsRow = (row: LeafRow, block: Block) =>
      a.rows !== 'no-zero-rows' || empty || !row.label || !zero(row, block)
    const doubled = a.twice === 'none' ? undefined : doubledRow(random, spec, figures, keepsRow)
    const fitsFirst = chance(random, 0.5)
    return gridOf(random, spec, {
      head: a.head,
      headShape: a.headShape,
      prefixed: a.columns === 'some' || a.order !== 'official' || chance(random, 0.5),
      captions: a.captions === 'present',
      labels: a.labels,
      groups: a.groups,
      keeps: (column) => keeps(spec, column),
      keepsRow,
      ordered: orderedColumns(random, a.order),
      printings: (row, block) => {
        if (other && row.path === other.path) return [(column) => undividedFigure(row, column)]
        const right = (column: LeafColumn) => at(addressIn(spec, row, column))
        if (row !== doubled) return [right]
        if (a.twice === 'same') return [right, right]
        const more = 1 + integer(random, 9)
        const changed = oneOf(
          random,
          columnLeaves(block.columns).filter((column) => !column.sum && keeps(spec, column)),
        )
        // Sound by itself, but its column no longer adds up. Columns of a flat head are copies: paths tell.
        const wrong = (column: LeafColumn): FigureAt => {
          const fitting = right(column)
          if (column.path !== changed.path && !column.sum?.includes(changed.path))
            return { ...fitting, loser: true }
          const value = (figures[fitting.address] ?? 0) + more
          return { ...fitting, printed: written(random, a, value, fitting.unit, false), loser: true }
        }
        return fitsFirst ? [wrong, right] : [right, wrong]
      },
    })
  })

  const unsettled: string[] = []
  const expected = new Map<string, ExpectedFigure>()
  for (const grid of grids) {
    const places = placing(a, grid)
    unsettled.push(...places.reasons)
    for (const [order, row] of grid.rows.entries())
      for (const { figure } of row.cells) {
        if (!figure) continue
        const { address, printed, loser } = figure
        if (loser) {
          // The part of a second printing that says the same has nothing to list.
          if (printed.text && texts.get(address)?.printed.text !== printed.text)
            alsoListed.push({ address, printed: printed.text })
          continue
        }
        const place = places.of[order] ?? 'certain'
        const made = expectedOf(address, printed, place)
        const before = expected.get(address)
        // Of a row printed twice the surer reading counts.
        if (!before || before.free) expected.set(address, made)
      }
  }
  if (a.twice === 'different') markContested(expected, alsoListed)

  const filled = grids.filter((grid) => grid.rows.length > 0)
  const parts = partsOf(random, edition, a, filled)
  const { kind, content } = printedIn(random, a, parts)
  const odd = axisNames.filter((axis) => axis !== 'medium' && a[axis] !== usual[axis])
  const reasons = [...new Set(unsettled)]
  return {
    name: [a.medium, ...odd.map((axis) => `${axis}=${a[axis]}`)].join(' '),
    axes: a,
    kind,
    content,
    expected: [...expected.values()],
    alsoListed,
    ...(reasons.length ? { unsettled: reasons.join(' ') } : {}),
  }
}

function expectedOf(address: string, printed: Printed, place: Place): ExpectedFigure {
  const { text, value, certainty, alternatives } = printed
  const nothing = text === '' || (value === null && certainty === 'certain')
  const made: ExpectedFigure = {
    address,
    printed: text,
    value,
    // A cell with nothing in it, or a sign that says so, has nothing to mark.
    certainty: place !== 'certain' && certainty === 'certain' && !nothing ? 'marked' : certainty,
  }
  if (alternatives) made.alternatives = alternatives
  if (place === 'free') made.free = true
  return made
}

/** A figure that two printings dispute needs a mark, whichever wins. */
function markContested(expected: Map<string, ExpectedFigure>, losers: Layout['alsoListed']): void {
  for (const { address, printed } of losers) {
    const figure = expected.get(address)
    if (figure?.printed !== printed && figure?.certainty === 'certain') figure.certainty = 'marked'
  }
}

/** A row of entered cells that feeds a total, if possible one with figures in it. */
function doubledRow(
  random: Random,
  spec: TableSpec,
  figures: Figures,
  keepsRow: (row: LeafRow, block: Block) => boolean,
): LeafRow | undefined {
  if (!spec.identities) return undefined
  const rows = spec.blocks.flatMap((block) => {
    const leaves = rowLeaves(block.rows)
    const summed = new Set(leaves.flatMap((row) => row.sum ?? []))
    return leaves
      .filter((row) => summed.has(row.path) && keepsRow(row, block))
      .map((row) => ({
        row,
        filled: columnLeaves(block.columns).some((column) => figures[addressIn(spec, row, column)]),
      }))
  })
  const filled = rows.filter((row) => row.filled)
  const among = filled.length ? filled : rows
  return among.length ? oneOf(random, among).row : undefined
}

/** The text of every printed figure: blanks, writing, marks and unreadable cells. */
function printedTexts(
  random: Random,
  a: Axes,
  specs: TableSpec[],
  keeps: (spec: TableSpec, column: LeafColumn) => boolean,
  figures: Figures,
): Map<string, FigureAt> {
  const texts = new Map<string, FigureAt>()
  const entered: FigureAt[] = []
  const firsts: FigureAt[] = []
  const dividedAway = (row: LeafRow) => a.rows === 'undivided' && row.path.startsWith('outcome.other.')
  for (const spec of specs)
    for (const block of spec.blocks)
      for (const row of rowLeaves(block.rows)) {
        const columns = columnLeaves(block.columns).filter((column) => keeps(spec, column))
        const filled = columns.some((column) => figures[addressIn(spec, row, column)])
        for (const [position, column] of columns.entries()) {
          const address = addressIn(spec, row, column)
          const value = figures[address] ?? 0
          const unit = column.unit ?? '件'
          const total = isTotal(row, column)
          const figure: FigureAt = { address, unit, printed: written(random, a, value, unit, total) }
          texts.set(address, figure)
          if (dividedAway(row) || (a.rows === 'no-zero-rows' && !filled)) continue
          if (total && a.totals !== 'printed') continue
          entered.push(figure)
          if (position === 0) firsts.push(figure)
        }
      }
  const taken = new Set<string>()
  const amountIn = (figure: FigureAt) => figures[figure.address] ?? 0
  const change = (among: FigureAt[], how: (figure: FigureAt) => Printed | undefined) => {
    for (const figure of shuffled(random, among)) {
      if (taken.has(figure.address)) continue
      const printed = how(figure)
      if (!printed) continue
      figure.printed = printed
      taken.add(figure.address)
      return
    }
  }
  const filled = (among: FigureAt[]) => among.filter((figure) => amountIn(figure) !== 0)
  if (a.unreadable !== 'none') {
    const kind = a.unreadable
    for (let times = a.unreadableCount === 'two' ? 2 : 1; times > 0; times--) {
      // The first cell of a row is where a text is most easily taken for a label.
      const near = chance(random, 0.5) ? firsts : entered
      const before = taken.size
      change(filled(near), (figure) => unreadables[kind](amountIn(figure)))
      if (taken.size === before) change(filled(entered), (figure) => unreadables[kind](amountIn(figure)))
      if (taken.size === before) change(near, (figure) => unreadables.hashes(amountIn(figure)))
    }
  }
  if (a.marks !== 'none') {
    const mark = a.marks
    for (let times = 1 + integer(random, 3); times > 0; times--)
      change(filled(entered), (figure) => noteMarks[mark](amountIn(figure)))
  }
  return texts
}

function written(random: Random, a: Axes, value: number, unit: '件' | '万元', total: boolean): Printed {
  if (total && a.totals === 'blank') return zeroSigns.empty()
  if (total && a.totals === 'zero') return plain(0)
  // Zeros of a total stay zeros half the time: offices blank the cells they fill, not the ones they add up.
  if (value === 0 && a.zeros !== '0') {
    const blank = a.zeroShare === 'every' || chance(random, 0.5)
    return blank ? zeroSigns[a.zeros as ZeroSign]() : zeroSigns['0']()
  }
  return a.writing === 'plain' ? plain(value) : writings[a.writing](value, unit)
}

type Place = 'certain' | 'marked' | 'free'
const worse = (x: Place, y: Place): Place =>
  x === 'free' || y === 'free' ? 'free' : x === 'marked' || y === 'marked' ? 'marked' : 'certain'

/** How far the place of the figures in each row of a grid can be known. */
function placing(a: Axes, grid: Grid): { of: Place[]; reasons: string[] } {
  const reasons: string[] = []
  const name = grid.spec.name
  const of = grid.rows.map((row): Place => {
    if (row.kind !== 'body' || !row.block) return 'certain'
    const printed = row.columns ?? 0
    const full = columnLeaves(row.block.columns).length
    const labelled = row.path !== ''
    let place: Place = 'certain'
    if (full > 1 && a.head !== 'present' && printed < full) {
      if (a.head === 'partial' && a.columns === 'no-total') place = 'marked'
      else {
        place = 'free'
        reasons.push(`${name}：表头不全，只印了 ${full} 列中的 ${printed} 列，无从知道是哪几列。`)
      }
    }
    if (!labelled && a.head === 'absent' && a.surround === 'alone') {
      place = 'free'
      reasons.push(`${name}：没有标题、表头和行名，只有一行数。`)
    }
    if (a.medium === 'narrow' && a.rows === 'no-zero-rows') place = worse(place, 'marked')
    const last = row.cells[row.cells.length - 1]
    if (!labelled && a.htmlSpacer !== 'none' && a.head === 'absent' && last?.text === '') {
      place = 'free'
      reasons.push(`${name}：首尾都是空格，没有表头和行名，哪一个是版式用的空列无从分辨。`)
    }
    const blanks = row.cells.filter((cell) => cell.figure && cell.text === '').length
    const some = blanks > 0 && printed > 1
    if (some && losesBlanks(a.medium)) {
      if (blanks < printed) {
        place = 'free'
        reasons.push(`${name}：空格没有留下痕迹，行内剩下的数属于哪一列无从知道。`)
      }
    } else if (some && hintsBlanks(a.medium)) {
      const edge = a.medium === 'lines' || a.medium === 'lines-spaced'
      if (!labelled && edge && blanks < printed) {
        place = 'free'
        reasons.push(`${name}：没有行名，空行是空格还是段落间距无从分辨。`)
      } else place = worse(place, 'marked')
    }
    return place
  })
  return { of, reasons }
}

/** The parts of the page in order: prose, headings, notes, tables. */
function partsOf(random: Random, edition: Edition, a: Axes, grids: Grid[]): Part[] {
  const table = (grid: Grid): Part[] => [
    ...(a.unitNote === 'present' ? [{ text: oneOf(random, ['（单位：件）', '单位：件']) }] : []),
    { grid },
  ]
  if (a.surround === 'alone') return grids.flatMap(table)
  const prose = proseOf(edition)
  const parts: Part[] = []
  if (a.surround === 'report') parts.push({ text: prose.title, heading: true }, { text: prose.introduction })
  for (const section of edition.sections) {
    const grid = grids.find(({ spec }) => spec.key === section.table?.key)
    if (!grid && (section.table || a.surround !== 'report')) continue
    parts.push({ text: `${section.numeral}、${section.heading}`, heading: true })
    if (grid) parts.push(...table(grid))
    else parts.push(...(prose.sections[section.key] ?? []).map((text) => ({ text })))
  }
  return parts
}

function printedIn(random: Random, a: Axes, parts: Part[]): { kind: Layout['kind']; content: string } {
  const text = (content: string) => ({ kind: 'text' as const, content })
  switch (a.medium) {
    case 'html':
    case 'html-flat':
    case 'html-nested':
      return {
        kind: 'html',
        content: media.html(parts, {
          flat: a.medium === 'html-flat',
          covered: a.covered,
          nested: a.medium === 'html-nested',
          cell: a.htmlCell,
          spacer: a.htmlSpacer,
        }),
      }
    case 'csv':
      return { kind: 'csv', content: media.csv(parts, a.covered) }
    case 'tabs':
      return text(media.tabs(parts, a.covered))
    case 'lines':
      return text(media.oneALine(parts, { spaced: false, keep: true }))
    case 'lines-spaced':
      return text(media.oneALine(parts, { spaced: true, keep: true }))
    case 'lines-dropped':
      return text(media.oneALine(parts, { spaced: chance(random, 0.5), keep: false }))
    case 'pipes-inside':
      return text(media.pipesInside(parts, a.covered))
    case 'pipes-alone':
      return text(media.pipesAlone(parts))
    case 'pipes-behind':
      return text(media.pipesBehind(parts))
    case 'markdown':
      return text(media.markdown(parts, a.head === 'absent'))
    case 'spaces-aligned':
      return text(media.spacesAligned(parts))
    case 'spaces-ragged':
      return text(media.spacesRagged(parts, random))
    case 'narrow':
      return text(media.narrow(parts, 2 + integer(random, 2)))
    case 'narrow-lines':
      return text(media.narrowLines(parts, 2 + integer(random, 2)))
  }
}

/** Every figure square of a grid, for proofs of the grammar itself. */
export const figureCells = (grid: Grid): GridCell[] =>
  grid.rows.flatMap((row) => row.cells.filter((cell) => cell.figure))
