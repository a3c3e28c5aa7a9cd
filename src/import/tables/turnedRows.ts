import type { LeafColumn, TableSpec } from '../../format/types'
import { gridOf } from './addressed'
import { type FormRow, formOf } from './formNames'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Atom, Line } from './lines'
import { COMMON } from './occurrences'
import { isValue } from './runs'
import { gridsIn } from './transposed'

/** Words in front of figures that name no column: the one that each row has is meant. */
const COUNT = /^(?:本年)?(?:数量|件数|数|决定数量|合计)?$/
/** The corner of a head, and what stands between its parts. */
const CORNER = /^(?:信息内容|项目(?:名称)?|指标(?:名称)?|类别|名称|内容|事项|第二十条.*项)$/

interface Found {
  row: FormRow
  column: LeafColumn
  atom: Atom
}

/** The column of a row by its name; without a name the only one that the row has. */
const columnOf = ({ columns }: FormRow, name: string | undefined): LeafColumn | undefined =>
  name === undefined
    ? columns.length === 1
      ? columns[0]
      : undefined
    : columns.find((column) => spellingsOf(column).includes(name))

/** Names of rows side by side, and the figures that come below them, one line of them for each column. */
class Head {
  readonly rows: FormRow[] = []
  readonly atoms: Atom[] = []
  name: string | undefined
  nameAtom: Atom | undefined
  isNamed = false
  values: Atom[] = []
  readonly found: Found[] = []
  readonly used = new Set<Atom>()

  /** Places the figures read since the last name: one for each row, or for each row that has such a column. */
  close() {
    const { values } = this
    this.values = []
    if (!values.length || (this.rows.length < 2 && !this.isNamed)) return
    const having = this.rows.filter((row) => columnOf(row, this.name))
    const rows = [this.rows, having].find(({ length }) => length === values.length)
    const cells = (rows ?? []).map((row, at) => ({ column: columnOf(row, this.name), row, atom: values[at] }))
    // A figure where its row has no such column is read of none.
    if (!cells.length || cells.some(({ column, atom }) => !column && atom?.kind === 'number')) return
    for (const { row, column, atom } of cells) {
      if (!atom) continue
      this.used.add(atom)
      if (column) this.found.push({ row, column, atom })
    }
    for (const atom of [...this.atoms, this.nameAtom]) if (atom) this.used.add(atom)
  }
}

/**
 * The lines of a table of several blocks (表二) with what stands under names of rows side by side as rows of the form: in a
 * grid by its columns, in a text in turn.
 */
export function withTurnedRows(lines: Line[], table: TableSpec): Line[] {
  if (table.blocks.length < 2) return lines
  const form = formOf(table)
  const nameOf = ({ text }: Atom) => withoutBrackets(readLabel(text).text)
  const rowOf = (atom: Atom) =>
    atom.kind === 'label' && !COMMON.has(nameOf(atom)) ? form.rows.get(nameOf(atom)) : undefined
  /** A name of a column, '' for words that count alone; undefined for other words. */
  const columnNamed = (atom: Atom): string | undefined => {
    const name = nameOf(atom)
    return form.columns.has(name) ? name : COUNT.test(name) ? '' : undefined
  }
  const heads = gridsIn(lines.filter(({ atoms }) => atoms.length)).flatMap((grid) =>
    grid[0]?.grid ? headsInGrid(grid) : [],
  )
  heads.push(...headsInText(lines.filter(({ grid }) => !grid)))
  const found = heads.flatMap((head) => head.found)
  if (!found.length) return lines
  const used = new Set(heads.flatMap((head) => [...head.used]))
  const rest = lines.map((line) =>
    line.atoms.some((atom) => used.has(atom))
      ? { ...line, atoms: line.atoms.filter((atom) => !used.has(atom)) }
      : line,
  )
  return [...rest, ...gridOf([{ figures: found }], lines[0]?.block ?? 0)]

  function headsInGrid(grid: Line[]): Head[] {
    const all: Head[] = []
    let open: Head | undefined
    for (const { atoms } of grid) {
      const labels = atoms.filter(({ kind }) => kind === 'label')
      const values = atoms.filter(isValue)
      const rows = labels.filter(rowOf)
      if (!values.length) {
        const isHead =
          rows.length > 1 ||
          (rows.length === 1 && labels.length > 1 && CORNER.test(nameOf(labels[0] as Atom)))
        const own = labels.slice(labels.indexOf(rows[0] as Atom))
        if (isHead && own.every((atom) => rowOf(atom))) {
          open = new Head()
          all.push(open)
          for (const atom of own) {
            open.rows.push(rowOf(atom) as FormRow)
            open.atoms.push(atom)
          }
        } else if (rows.length) open = undefined
        continue
      }
      const [label, more] = labels
      if (!open || more || rows.length) {
        open = undefined
        continue
      }
      const { atoms: names } = open
      const under = names.map(({ column }) => atoms.find((atom) => atom.column === column))
      if (values.some((atom) => !under.includes(atom)) || under.includes(undefined)) continue
      const name = label && columnNamed(label)
      if (label && name === undefined) continue
      open.name = name || undefined
      open.isNamed = !!name
      open.nameAtom = label
      // Blanks keep the places of the others.
      open.values = under as Atom[]
      open.close()
    }
    return all
  }

  function headsInText(text: Line[]): Head[] {
    const all: Head[] = []
    let open: Head | undefined
    let isBehindRow = false
    for (const atom of text.flatMap(({ atoms }) => atoms)) {
      const row = rowOf(atom)
      const name = atom.kind === 'label' && !row ? columnNamed(atom) : undefined
      if (row) {
        open?.close()
        if (!open || !isBehindRow) {
          open = new Head()
          all.push(open)
        }
        open.rows.push(row)
        open.atoms.push(atom)
      } else if (isValue(atom)) open?.values.push(atom)
      else if (atom.kind === 'label') {
        open?.close()
        if (open && name !== undefined) {
          open.name = name || undefined
          open.isNamed = !!name
          open.nameAtom = atom
        } else open = undefined
      }
      isBehindRow = row !== undefined
    }
    open?.close()
    return all
  }
}
