import type { Finding, Severity } from '../../checks/types'
import { cellAt, partsOf } from '../../format/cells'
import { columnName, nameOf, sectionLabel, sectionOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'

/** The findings of one part of the report, in printed order. */
export interface SectionGroup {
  title: string
  findings: Finding[]
}

const titleOf = (edition: Edition, address: Address): string => {
  const section = sectionOf(edition, partsOf(edition, address)[0] ?? address)
  return section ? sectionLabel(section) : '基本信息'
}

/** Findings by the part of the report they lead to. They come in printed order, so a part comes once. */
export function bySection(edition: Edition, findings: Finding[]): SectionGroup[] {
  const groups = new Map<string, SectionGroup>()
  for (const finding of findings) {
    const title = titleOf(edition, finding.target)
    const group = groups.get(title) ?? { title, findings: [] }
    group.findings.push(finding)
    groups.set(title, group)
  }
  return [...groups.values()]
}

export const openOf = (findings: Finding[], severity: Severity): Finding[] =>
  findings.filter((finding) => finding.status === 'open' && finding.severity === severity)

/** Blanks of one row, or one that stands for itself (a text, a field of 基本信息). */
export interface BlankRow {
  key: string
  name: string
  /** What tells rows of one name apart: the merged stub or head over them. */
  over: string
  blanks: { finding: Finding; name: string }[]
  /** Cells that a 0 can be put into; empty for texts and fields. */
  cells: Address[]
}

/** A section without any text is called by its heading, a single text or field by its own name. */
const nameOfBlank = (edition: Edition, { target, operands }: Finding): string =>
  (operands.length > 1 && sectionOf(edition, target)?.heading) || nameOf(edition, target)

/** Blanks row by row as the form has them, so that an empty table is 25 lines and not 144. */
export function blankRows(edition: Edition, findings: Finding[]): BlankRow[] {
  const rows = new Map<string, BlankRow>()
  for (const finding of findings) {
    const address = finding.target
    const cell = cellAt(edition, address)
    const heads = cell?.head.slice(0, -1) ?? []
    // The only row of a table has no label: there the heads over the columns divide it.
    const row = cell?.row.label
      ? { name: cell.row.label, over: cell.stub.slice(0, -1).at(-1) ?? '' }
      : { name: heads.at(-1) ?? nameOfBlank(edition, finding), over: heads.slice(0, -1).join('·') }
    const key = cell ? [cell.table.key, cell.row.path, row.over, row.name].join('/') : address
    const known = rows.get(key) ?? { key, ...row, blanks: [], cells: [] }
    rows.set(key, known)
    const column = cell?.row.label ? columnName(edition, address) : (cell?.head.at(-1) ?? '')
    known.blanks.push({ finding, name: column || finding.message })
    if (cell) known.cells.push(address)
  }
  return [...rows.values()]
}
