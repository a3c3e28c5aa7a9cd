import { addressOf } from '../format/cells'
import { rowName } from '../format/names'
import type { LeafColumn, LeafRow, TableSpec } from '../format/types'
import { headColumns, learnedColumns } from './columns'
import { readLabel } from './labels'
import type { Atom, Line } from './lines'
import {
  COMMON,
  columnsOf,
  couldBe,
  findLabels,
  type Occurrence,
  type Piece,
  piecesOf,
  type Target,
  targetsOf,
} from './occurrences'
import type { Figure, Remark, Unplaced } from './proposal'
import { amountOf, sumHolds, withoutSurplus } from './sums'

/** A row of figures as it stands in the source. */
export interface Run {
  atoms: Atom[]
  /** Line of its first figure and of its last. */
  first: number
  last: number
  grid: boolean
  /** Pieces between the run before it and this one, on its own line. */
  beside: number[]
  /** Index of the first piece behind it. */
  next: number
}
/** A run with the row it belongs to. */
interface Row {
  run: Run
  target: Target
  /** Why the row is not certain. */
  doubt?: string
  written?: string
}

export interface TableReading {
  figures: Figure[]
  unplaced: Unplaced[]
  remarks: Remark[]
  /** Rows and stubs whose label was found, with or without figures. */
  rows: number
  /** Indexes of the lines that hold labels or figures of the table. */
  lines: Set<number>
}

export const isValue = (atom: Atom) => atom.kind === 'number' || atom.kind === 'mark'
const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`

/** Reads a table whose rows have labels (表二, 表三) from the lines where it stands. */
export function readRows(lines: Line[], table: TableSpec): TableReading {
  const targets = targetsOf(table)
  const pieces = piecesOf(lines)
  const found = inContext(findLabels(pieces, targets), pieces, targets)
  const runs = runsOf(lines)
  const { rows, unlabelled, undivided } = assign(runs, found, pieces)
  const flowing = rows.some(({ run }) => !run.grid && run.beside.length === 0)
  const guessed = guessRows(unlabelled, rows, runs, pieces, targets)
  rows.push(...guessed.rows)
  // Where the order of reading is upset, a label may stand before the figures of another row.
  const upset = flowing && (guessed.open.length > 0 || lostRows(rows, found))
  const figures: Figure[] = []
  const unplaced: Unplaced[] = []
  const remarks: Remark[] = []
  const seen = new Map<LeafRow, Run>()
  const byGrid = learnedColumns(
    rows.map(({ run, target }) => ({
      run,
      target,
      width: columnsOf(target.block).length,
      label: labelColumn(run, pieces),
    })),
  )
  for (const row of rows) {
    const { run, target } = row
    if (!target.row) continue
    const columns = columnsOf(target.block)
    const head = run.grid ? headColumns(lines, run.first, columns, rows) : undefined
    const reading = readRun(run, columns, head ?? byGrid(run, labelColumn(run, pieces), columns))
    const before = seen.get(target.row)
    if (before) {
      const same = valuesText(before) === valuesText(run)
      if (!same)
        unplaced.push({
          text: runText(run),
          places: run.atoms.filter(isValue).map(({ place }) => place),
          why: `来文中“${rowName(target.row)}”出现两次，数字不同；这里用的是前一次的`,
        })
      if (!same)
        for (const figure of figures)
          if (columns.some((column) => target.row && figure.address === addressOf(table, target.row, column)))
            figure.doubt ??= '来文中这一行出现两次，数字不同'
      continue
    }
    seen.set(target.row, run)
    if (!reading) {
      unplaced.push({
        text: `${rowName(target.row)}：${runText(run)}`,
        places: run.atoms.filter(isValue).map(({ place }) => place),
        why: `这一行应有 ${columns.length} 个数，来文有 ${run.atoms.filter(isValue).length} 个，无法确定各属哪一列`,
      })
      continue
    }
    const doubt =
      row.doubt ??
      reading.doubt ??
      (upset && run.beside.length === 0 ? '来文中标签和数字的顺序被打乱，请对照原文' : undefined)
    for (const [column, atom] of reading.cells)
      if (atom.text !== '') {
        const converted = inUnit(atom, column)
        figures.push({
          address: addressOf(table, target.row, column),
          text: converted.text,
          places: [atom.place],
          ...(doubt || converted.doubt ? { doubt: doubt ?? converted.doubt } : {}),
        })
      }
    if (reading.surplus.length) {
      const count = run.atoms.filter(isValue).length
      remarks.push({
        rule: 'import.extra-number',
        message: `${rowName(target.row)}：有 ${count} 个数，表中 ${columns.length} 列，多出 ${reading.surplus.map(({ text }) => text || '—').join('、')}${reading.bySum ? '；按本行合计取舍' : ''}。`,
        places: reading.surplus.map(({ place }) => place),
      })
      unplaced.push({
        text: reading.surplus.map(({ text }) => text || '—').join(' '),
        places: reading.surplus.map(({ place }) => place),
        why: `${rowName(target.row)}：有 ${count} 个数，表中 ${columns.length} 列，多出这${reading.surplus.length > 1 ? '些' : '个'}`,
      })
    }
    if (row.written && !isOfficial(row.written, target))
      remarks.push({
        rule: 'import.label-drift',
        message: `来文写“${row.written.trim()}”，按官方用字“${target.label}”收入。`,
        places: run.atoms.slice(0, 1).map(({ place }) => place),
      })
  }
  for (const { run, target } of undivided) {
    const [first] = target.rows
    const columns = columnsOf(target.block)
    const head = run.grid ? headColumns(lines, run.first, columns, rows) : undefined
    const reading = readRun(run, columns, head ?? byGrid(run, labelColumn(run, pieces), columns))
    unplaced.push({
      text: `${target.label} ${runText(run)}`,
      places: run.atoms.filter(isValue).map(({ place }) => place),
      why: first && target.rows.length > 1 ? `来文没有分项，请选择属于下面哪一行` : '不知道属于哪一行',
      ...(reading
        ? {
            choose: {
              rows: target.rows.map((row) => ({
                label: row.label,
                figures: [...reading.cells].flatMap(([column, atom]) =>
                  atom.text === '' || column.sum
                    ? []
                    : [{ address: addressOf(table, row, column), text: atom.text, places: [atom.place] }],
                ),
              })),
            },
          }
        : {}),
    })
  }
  for (const run of guessed.open)
    unplaced.push({
      text: [run.beside.map((index) => pieces[index]?.atom.text ?? '').join(' '), runText(run)]
        .filter(Boolean)
        .join(' '),
      places: run.atoms.filter(isValue).map(({ place }) => place),
      why: `${table.name}：没有认出这一行的标签`,
    })
  const labelled = [...found.flatMap((each) => each.pieces), ...rows.flatMap(({ run }) => run.beside)]
  return {
    figures,
    unplaced,
    remarks,
    rows: new Set(found.map(({ target }) => target)).size,
    lines: new Set([
      ...labelled.flatMap((index) => pieces[index]?.line ?? []),
      ...runs.map(({ first }) => first),
    ]),
  }
}

export const runText = (run: Run): string =>
  run.atoms
    .filter(isValue)
    .map(({ text }) => text || '—')
    .join(' ')
const valuesText = (run: Run): string =>
  run.atoms
    .filter(isValue)
    .map(({ text }) => text)
    .join(' ')
const isOfficial = (written: string, target: Target): boolean =>
  readLabel(written).text === readLabel(target.label).text

/** 元 printed where the form asks 万元. */
function inUnit(atom: Atom, column: LeafColumn): { text: string; doubt?: string } {
  if (column.unit !== '万元' || atom.suffix !== '元') return { text: atom.text }
  return { text: atom.text, doubt: '来文写的单位是元，本栏单位是万元，请换算' }
}

/** Runs of figures in reading order. Lines that hold nothing but figures continue the run before. */
export function runsOf(lines: Line[]): Run[] {
  const runs: Run[] = []
  let piece = 0
  let open: Run | undefined
  for (const [line, { atoms, grid }] of lines.entries()) {
    const onlyValues = atoms.every((atom) => atom.kind !== 'label')
    const many = grid && atoms.length > 1
    // A row of a grid is a row; figures one below the other belong together until words come.
    if (!onlyValues || many || (open && open.grid !== grid)) open = undefined
    let beside: number[] = []
    for (const atom of atoms) {
      if (atom.kind === 'label') {
        open = undefined
        beside.push(piece++)
        continue
      }
      if (!open) {
        open = { atoms: [], first: line, last: line, grid: many, beside, next: piece }
        runs.push(open)
        beside = []
      }
      open.atoms.push(atom)
      open.last = line
    }
    if (many) open = undefined
  }
  return runs.filter((run) => run.atoms.some(isValue))
}

/** Labels such as 其他 and 总计 are rows only with their number, or in a place where that row is due. */
function inContext(found: Occurrence[], pieces: Piece[], targets: Target[]): Occurrence[] {
  let before: Occurrence | undefined
  const kept: Occurrence[] = []
  for (const occurrence of found) {
    const { target } = occurrence
    const [first] = occurrence.pieces
    const read = first === undefined ? undefined : pieces[first]?.read
    if (target.row && COMMON.has(read?.text ?? '') && read?.number !== target.number) {
      const index = targets.indexOf(target)
      const due = before && targets[index - 1] === before.target
      if (!due || read?.number) continue
    }
    // 3.其他 of another stub than its own would be another row.
    before = occurrence
    kept.push(occurrence)
  }
  return kept
}

function assign(runs: Run[], found: Occurrence[], pieces: Piece[]) {
  const rows: Row[] = []
  const unlabelled: Run[] = []
  const undivided: { run: Run; target: Target }[] = []
  const taken = new Set<Occurrence>()
  const ofPiece = new Map<number, Occurrence>()
  for (const occurrence of found) for (const index of occurrence.pieces) ofPiece.set(index, occurrence)
  const place = (run: Run, occurrence: Occurrence) => {
    taken.add(occurrence)
    if (occurrence.target.row) rows.push({ run, target: occurrence.target, written: occurrence.written })
    else undivided.push({ run, target: occurrence.target })
  }
  let previousNext = 0
  for (const [index, run] of runs.entries()) {
    const beside = run.beside.flatMap((piece) => ofPiece.get(piece) ?? [])
    const leaf = beside.filter(({ target }) => target.row).at(-1)
    const spanning = found
      .filter(
        (each) =>
          each.target.row &&
          !taken.has(each) &&
          each.firstLine <= run.first &&
          each.lastLine >= run.last &&
          each.firstLine < each.lastLine,
      )
      .at(-1)
    const stray = run.beside.every(
      (piece) => ofPiece.has(piece) || (pieces[piece]?.read.text.length ?? 0) <= 2,
    )
    const pending = stray
      ? found
          .filter((each) => {
            const last = each.pieces.at(-1) ?? -1
            return last < run.next && last >= previousNext && !taken.has(each)
          })
          .at(-1)
      : undefined
    const chosen = leaf ?? spanning ?? pendingRow(pending, run, pieces) ?? (stray ? beside.at(-1) : undefined)
    if (chosen && !taken.has(chosen)) place(run, chosen)
    else if (!continues(run, rows.at(-1), runs[index - 1])) unlabelled.push(run)
    previousNext = run.next
  }
  return { rows, unlabelled, undivided }
}

/** In a grid a label waits for its figures only on a row of its own. */
function pendingRow(pending: Occurrence | undefined, run: Run, pieces: Piece[]): Occurrence | undefined {
  if (!pending) return undefined
  if (!run.grid) return pending
  const last = pieces[pending.pieces.at(-1) ?? -1]
  return last && run.first - last.line <= 1 ? pending : undefined
}

/** A few figures behind a full row, without a label, are its surplus. */
function continues(run: Run, last: Row | undefined, before: Run | undefined): boolean {
  if (!last || last.run !== before || run.beside.length || run.grid || before.next !== run.next) return false
  last.run.atoms.push(...run.atoms)
  last.run.last = run.last
  return true
}

/** Rows whose label was found and whose figures were not, although others have theirs. */
const lostRows = (rows: Row[], found: Occurrence[]): boolean => {
  const placed = new Set(rows.map(({ target }) => target))
  const lost = new Set(
    found.filter(({ target }) => target.row && !placed.has(target)).map(({ target }) => target),
  )
  return lost.size > 0
}

/**
 * Rows without a readable label, by their neighbours: exactly as many figures rows stand between two known rows as the
 * form has there. Certain only where what is left of the label fits.
 */
function guessRows(unlabelled: Run[], rows: Row[], runs: Run[], pieces: Piece[], targets: Target[]) {
  const guessed: Row[] = []
  const open: Run[] = []
  const leaves = targets.filter(({ row }) => row)
  const rowOf = new Map(rows.map((row) => [row.run, row]))
  const waiting = new Set(unlabelled)
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (!run || !waiting.has(run)) continue
    const gap: Run[] = []
    let end = index
    for (; end < runs.length; end++) {
      const next = runs[end]
      if (!next || !waiting.has(next)) break
      gap.push(next)
    }
    const above = runs
      .slice(0, index)
      .flatMap((each) => rowOf.get(each) ?? [])
      .at(-1)
    const below = runs.slice(end).flatMap((each) => rowOf.get(each) ?? [])[0]
    const from = above ? leaves.indexOf(above.target) + 1 : 0
    const to = below ? leaves.indexOf(below.target) : leaves.length
    const due = leaves.slice(from, to)
    index = end - 1
    if (due.length !== gap.length || (!above && !below)) {
      open.push(...gap)
      continue
    }
    for (const [at, each] of gap.entries()) {
      const target = due[at]
      if (!target) continue
      const beside = each.beside.map((piece) => pieces[piece])
      const text = beside.map((piece) => piece?.read.text ?? '').join('')
      const number = beside[0]?.read.number ?? ''
      const fits = couldBe(text, target) && number === target.number
      const written = beside.map((piece) => piece?.atom.text ?? '').join('')
      guessed.push({
        run: each,
        target,
        ...(written ? { written } : {}),
        ...(fits
          ? {}
          : {
              doubt: written
                ? `来文的标签是${quote(written)}，按前后行放在这里，请核对`
                : '来文没有这一行的标签，按前后行放在这里，请核对',
            }),
      })
    }
  }
  return { rows: guessed, open }
}

/** Column of the label of a run: of the last piece before its figures. */
const labelColumn = (run: Run, pieces: Piece[]): number | undefined => {
  const last = run.beside.at(-1)
  return last === undefined ? undefined : pieces[last]?.atom.column
}

interface RunReading {
  cells: Map<LeafColumn, Atom>
  surplus: Atom[]
  /** The row's own sum has decided. */
  bySum?: boolean
  doubt?: string
}

/** Which figure of a run belongs to which column; undefined where that cannot be told. */
function readRun(
  run: Run,
  columns: LeafColumn[],
  at: Map<LeafColumn, number> | undefined,
): RunReading | undefined {
  const values = run.atoms.filter(isValue)
  const inOrder = (atoms: Atom[]) =>
    new Map(columns.flatMap((column, index) => (atoms[index] ? [[column, atoms[index]] as const] : [])))
  if (at) {
    const cells = new Map<LeafColumn, Atom>()
    for (const [column, position] of at) {
      const atom = values.find((each) => each.column === position)
      if (atom) cells.set(column, atom)
    }
    const placed = new Set(cells.values())
    const surplus = values.filter((atom) => !placed.has(atom))
    if (!surplus.length) return { cells, surplus }
    if (
      values.length !== columns.length &&
      surplus.every((atom) => placed.size && !placed.has(atom)) &&
      sumHolds(cells) === true
    )
      return { cells, surplus, bySum: true }
  }
  if (values.length === columns.length) {
    const cells = inOrder(values)
    return sumHolds(cells) === false && !run.grid
      ? { cells, surplus: [], doubt: '这一行各数相加不等于来文的总计，请对照原文' }
      : { cells, surplus: [] }
  }
  if (columns.length === 1) {
    const [first] = values
    const [column] = columns
    if (!first || !column) return undefined
    const same = values.every((atom) => amountOf(atom) === amountOf(first))
    return {
      cells: new Map([[column, first]]),
      surplus: same ? [] : values.slice(1),
      ...(same ? {} : { doubt: '这一行有几个数，表中只有一列' }),
    }
  }
  const entered = columns.filter(({ sum }) => !sum)
  if (values.length === entered.length)
    return {
      cells: new Map(entered.map((column, index) => [column, values[index] as Atom])),
      surplus: [],
      doubt: `这一行只有 ${values.length} 个数，按没有总计列放置，请对照原文`,
    }
  if (values.length > columns.length) {
    const chosen = withoutSurplus(values, columns)
    if (chosen) return { cells: inOrder(chosen.kept), surplus: chosen.surplus, bySum: true }
    // The first figures are a row of their own when their sum says so, but what follows is unexplained.
    const cells = inOrder(values.slice(0, columns.length))
    if (sumHolds(cells) === true && [...cells.values()].some((atom) => (amountOf(atom) ?? 0n) > 0n))
      return { cells, surplus: values.slice(columns.length), doubt: '这一行的数比表中的列多，请对照原文' }
  }
  return undefined
}
