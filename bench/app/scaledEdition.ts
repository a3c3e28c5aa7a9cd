import { edition2021 } from '../../src/format/edition2021/edition'
import type { Edition, Row, RowGroup, TableSpec } from '../../src/format/types'

const COPIES = 10

/** The rows of one copy; the first one keeps its paths. A computed row is there once and comes last. */
const copyOf = (rows: Row[], copy: number): Row[] =>
  rows.flatMap((row): Row[] => {
    if ('rows' in row) return [{ ...row, rows: copyOf(row.rows, copy) }]
    if (row.sum) return []
    return [copy ? { ...row, path: `${row.path}_${copy}` } : row]
  })
const everyCopy = <T>(make: (copy: number) => T[]): T[] =>
  Array.from({ length: COPIES }, (_, copy) => make(copy)).flat()
const copiedPaths = (paths: string[]) =>
  everyCopy((copy) => paths.map((path) => (copy ? `${path}_${copy}` : path)))

/** Table 3 with each row to fill ten times, its totals and its identity over all of them. */
function scaled(table: TableSpec): TableSpec {
  const blocks = table.blocks.map((block) => {
    const isGroup = (row: Row): row is RowGroup => 'rows' in row
    const group = block.rows.findIndex(isGroup)
    const results = block.rows[group]
    if (!results || !isGroup(results)) return block
    const computed = results.rows.flatMap((row) =>
      !('rows' in row) && row.sum ? [{ ...row, sum: copiedPaths(row.sum) }] : [],
    )
    const rows: Row[] = [
      ...everyCopy((copy) => copyOf(block.rows.slice(0, group), copy)),
      { ...results, rows: [...everyCopy((copy) => copyOf(results.rows, copy)), ...computed] },
      ...everyCopy((copy) => copyOf(block.rows.slice(group + 1), copy)),
    ]
    return { ...block, rows }
  })
  const computed = new Set(['outcomeTotal'])
  const side = (paths: string[]) =>
    paths.flatMap((path) => (computed.has(path) ? [path] : copiedPaths([path])))
  const identities = table.identities?.map((identity) => ({
    ...identity,
    left: side(identity.left),
    right: side(identity.right),
  }))
  return { ...table, blocks, identities }
}

/** An edition that exists for measuring alone: what grows with the number of rows shows. */
export const scaledEdition: Edition = {
  ...edition2021,
  sections: edition2021.sections.map((section) =>
    section.key === 'requests' && section.table ? { ...section, table: scaled(section.table) } : section,
  ),
}
