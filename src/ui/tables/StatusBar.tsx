import { cellAt, dependentsOf, identitiesOf } from '../../format/cells'
import { columnName, rowName } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { valuesOf } from '../../report/report'
import { sumOf, type Total } from '../../report/totals'
import { formatAmount } from '../../report/value'
import { FindingSteps, OpenCounts } from '../form/FindingSteps'
import { lastYearText } from '../form/lastYearText'
import { identityKey } from '../form/liveTotals'
import { SaidStep } from '../form/SaidStep'
import { type ReportSession, useSession } from '../form/session'
import { useObservable } from '../parts/observable'
import styles from '../parts/StatusBar.module.css'
import { formulaOf, identityFormula } from './explain'
import { type Explained, selectedCells, type TableView } from './tableView'

/** 商业企业·予以公开: the cell as a spreadsheet names it in its corner. */
function cellName(edition: Edition, address: Address): string {
  const cell = cellAt(edition, address)
  if (!cell) return ''
  return [columnName(edition, address), cell.row.label && rowName(cell.row)].filter(Boolean).join(' · ')
}

/** The total to follow while a cell is filled: results add up down their column, everything else across its row. */
function totalOver(edition: Edition, address: Address): Address | undefined {
  const cell = cellAt(edition, address)
  const totals = dependentsOf(edition, address)
  return (
    totals.find((total) => cellAt(edition, total)?.column === cell?.column) ??
    totals.find((total) => cellAt(edition, total)?.row === cell?.row)
  )
}

/** What is looked at, in one line: a total with its parts, an identity with its sides, or the total over the cell. */
function formulaShown(session: ReportSession, explained: Explained | null, focused: Address | null): string {
  const { edition } = session
  const entries = session.entries()
  if (explained?.identity) {
    const line = identitiesOf(edition).find((known) => identityKey(known) === explained.identity)
    return line
      ? `${columnName(edition, line.left[0] ?? '')} · ${identityFormula(edition, line, entries)}`
      : ''
  }
  if (explained?.address)
    return `${cellName(edition, explained.address)} ＝ ${formulaOf(edition, explained.address, entries)}`
  const total = focused ? totalOver(edition, focused) : undefined
  return total ? `${cellName(edition, total)} ＝ ${formulaOf(edition, total, entries)}` : ''
}

const sumText = (total: Total) => ('value' in total ? formatAmount(total.value, '件') : '—')

/** 计数 and 合计 of a selected block, as a spreadsheet shows them; cells without a figure are not counted. */
function SelectionSum({ view }: { view: TableView }) {
  const session = useSession()
  useObservable(view.block)
  const { edition } = session
  const value = valuesOf(edition, session.entries())
  const cells = selectedCells(view).filter((address) => cellAt(edition, address)?.unit === '件')
  if (!cells.length) return null
  // A total is no further figure beside its own parts; it is counted where it is selected without being added up twice.
  const figures = cells.map((address) => value(address)).filter(({ kind }) => kind === 'number')
  return (
    <span className={styles.sum}>
      计数 <b>{figures.length}</b>　合计 <b>{sumText(sumOf(figures))}</b>
    </span>
  )
}

/** Current cell, its value on entry, the total over it; at the right what is still to do in the report. Refreshed in the pauses of typing. */
export function StatusBar({ view }: { view: TableView }) {
  const session = useSession()
  const { edition, findings, visit } = session
  useObservable(findings.looks)
  const focused = useObservable(session.resting)
  const explained = useObservable(view.explained)
  const before = focused ? lastYearText(session, focused) : undefined
  return (
    <div className={styles.bar} data-page-bar>
      {focused && (
        <span className={styles.cell}>
          <b>{cellName(edition, focused)}</b>
          <span className={styles.wide}>　原值 {visit?.before || '空'}</span>
          {before !== undefined && <span className={styles.wide}>　上年 {before}</span>}
        </span>
      )}
      <span className={styles.formula}>{formulaShown(session, explained, focused)}</span>
      <SaidStep />
      <span className={styles.grow} />
      <SelectionSum view={view} />
      <OpenCounts />
      <FindingSteps />
    </div>
  )
}
