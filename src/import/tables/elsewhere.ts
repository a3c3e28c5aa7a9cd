import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, TableSpec } from '../../format/types'
import { isProse } from '../prose/paragraphs'
import { DASHES } from './head'
import { joinedNames } from './headNames'
import { bare, plainText, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Line } from './lines'
import { COMMON, findLabels, piecesOf, targetsOf } from './occurrences'
import { isValue } from './runs'

/** A table stands within so many lines, also with one cell on a line and blank lines left out. */
export const MAX_TABLE_LINES = 1_200
/** A head whose names are broken every two characters, each piece on a line. */
const MAX_HEAD_LINES = 60

/** Whether a table has a single row, without a label (表四). */
export const isRowless = (table: TableSpec): boolean => targetsOf(table).every(({ label }) => !label)

/** The names over the columns of a table, alone and with those of their merged heads before them: 行政复议结果维持. */
function namesOver(table: TableSpec): Set<string> {
  const columns = table.blocks.flatMap(({ columns: own }) =>
    leavesOf<LeafColumn, ColumnGroup>(own as Column[], columnsUnder),
  )
  const names = columns.flatMap(({ leaf, labels }) => {
    const heads = labels.slice(0, -1).map((label) => readLabel(label).text)
    const own = spellingsOf(leaf)
    return [
      ...own.filter((name) => !COMMON.has(name)),
      ...heads.flatMap((_, from) => own.map((name) => heads.slice(from).join('') + name)),
    ]
  })
  return new Set(names)
}

/** A table that does not stand under its heading: from the first to the last line with labels of its own, in one of these areas. */
export function tableAmong(table: TableSpec, areas: Iterable<Line[]>): Line[] {
  const targets = targetsOf(table)
  const rowless = isRowless(table)
  const columns = namesOver(table)
  const kinds = table.blocks.flatMap(({ columns: own }) =>
    leavesOf<LeafColumn, ColumnGroup>(own as Column[], columnsUnder).flatMap(({ labels }) =>
      labels.slice(0, -1).map(bare),
    ),
  )
  /** Words that go on with a table though they would not begin it: 总计, 3.其他. */
  const isCommon = ({ kind, text }: Line['atoms'][number]) =>
    kind !== 'label' || COMMON.has(withoutBrackets(readLabel(text).text))
  /** A line below a row that it divides has a word of its own before as many figures. */
  const goesOn = (line: Line | undefined, before: Line | undefined): boolean => {
    if (line?.atoms.every(isCommon)) return true
    // The head of a grid may stand at its foot.
    const named = line?.atoms.filter(({ text }) => columns.has(withoutBrackets(readLabel(text).text))) ?? []
    if (line?.grid && named.length > 1 && line.block === before?.block) return true
    const [figures, above] = [line, before].map((each) => each?.atoms.filter(isValue).length ?? 0)
    const words = line?.atoms.filter(({ kind, text }) => kind === 'label' && text.trim()) ?? []
    // A row of a grid for each kind of case, which its label names.
    const isOfKind =
      words.length && words.every(({ text }) => kinds.some((kind) => bare(text).includes(kind)))
    if (rowless && line?.grid && figures && isOfKind && line.block === before?.block) return true
    return figures === above && (figures ?? 0) > 1 && words.length === 1 && line?.block === before?.block
  }
  let best: { lines: Line[]; hits: number } | undefined
  for (const area of areas) {
    const near = area.slice(0, 2 * MAX_TABLE_LINES)
    const pieces = piecesOf(near)
    const named = rowless
      ? joinedNames(pieces, columns, near).names.filter(({ read }) =>
          columns.has(read.text.replace(DASHES, '')),
        )
      : []
    const hits = rowless
      ? named.flatMap(({ line, lastLine }) => [line, lastLine])
      : findLabels(pieces, targets)
          .filter(({ target, exact }) => exact && target.row && !COMMON.has(target.spellings[0] ?? ''))
          .flatMap(({ firstLine, lastLine }) => [firstLine, lastLine])
    // A table without row labels has all its names in a head of one line.
    const distinct = rowless ? new Set(named.map(({ read }) => read.text)).size : new Set(hits).size
    if (!hits.length || distinct < 2 || (best && best.hits >= distinct)) continue
    const first = Math.min(...hits)
    let from = first
    while (from > 0 && first - from < 8 && near[from - 1]?.block === near[first]?.block) from--
    // The head of a text, its names in pieces or not: up to the figures of what stands before.
    if (!near[first]?.grid)
      while (
        from > 0 &&
        first - from < MAX_HEAD_LINES &&
        near[from - 1]?.atoms.every(({ kind }) => kind === 'label')
      )
        from--
    let to = Math.max(...hits) + 1
    // Figures below the last label still belong to it, and rows that other tables have as well.
    while (to < near.length && to - Math.max(...hits) < 24 && goesOn(near[to], near[to - 1])) to++
    const lines = near.slice(from, to).filter((line) => !isProse(line) && !isProseLike(line))
    best = { lines, hits: distinct }
  }
  return best?.lines ?? []
}
const isProseLike = ({ text, grid, atoms }: Line) =>
  !grid &&
  atoms.filter(({ kind }) => kind === 'number' || kind === 'mark').length < 2 &&
  !/\S {3,}\S+ {3,}\S/.test(text) &&
  (/[。；]/.test(text) || plainText(text).length > 50)
