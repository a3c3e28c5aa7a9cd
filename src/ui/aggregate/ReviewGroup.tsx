import { useState } from 'react'
import { type FigureText, printedPlaces } from '../../aggregate/remarkPlaces'
import { isOpen, type ReviewRow, type RuleGroup } from '../../aggregate/review'
import { currentEdition as edition } from '../../format/editions'
import { Button } from '../parts/Button'
import { severityWord } from '../parts/Severity'
import styles from './Aggregate.module.css'
import { DisputeForm } from './DisputeForm'
import { type RowPlace, RowsWindow } from './RowsWindow'
import own from './Second.module.css'

const FIRST_SHOWN = 20

/** The findings of one rule over the units, each with the number that it has in the 核对意见 of its unit. */
export function ReviewGroup({
  group,
  numbers,
  figures,
  name,
  all,
  onDispute,
  onAccept,
}: {
  group: RuleGroup
  numbers: ReadonlyMap<ReviewRow, number>
  /** What stands in the report of a unit. */
  figures(unit: string): FigureText | undefined
  /** What a unit is called. */
  name(unit: string): string
  /** Whether all lines are drawn at once; else the first ones, and all in a window of their own when they are asked for. */
  all: boolean
  onDispute(row: ReviewRow, reason: string): void
  /** 不认可 is taken back. */
  onAccept(row: ReviewRow): void
}) {
  const [whole, setWhole] = useState(false)
  const { title, severity, units, rows } = group
  const drawn = all ? rows : rows.slice(0, FIRST_SHOWN)
  const heading = `${severityWord[severity]}：${title}`
  const line = (row: ReviewRow, n: number, place?: RowPlace) => (
    <Line
      // One unit may have a finding of a rule twice.
      key={`${row.unit} ${n}`}
      row={row}
      name={name(row.unit)}
      number={numbers.get(row)}
      figure={figures(row.unit)}
      place={place}
      onDispute={onDispute}
      onAccept={onAccept}
    />
  )
  return (
    <section className={own.group} data-tone={severity} aria-label={heading}>
      <h2>
        <span className={own.weight}>{severityWord[severity]}</span>
        {title}
        <span className={styles.count}>
          {severity === 'note' ? `${units} 家` : unitsInWords(units, rows)}
        </span>
      </h2>
      {whole && !all ? (
        <RowsWindow
          label={`${heading}，全部 ${rows.length} 条`}
          count={rows.length}
          height={64}
          columns={WIDTHS.length}
          head={HEAD}
          className={own.rows}
          row={(n, place) => line(rows[n] as ReviewRow, n, place)}
        />
      ) : (
        <table className={own.rows} data-columns="own">
          {HEAD}
          <tbody>{drawn.map((row, n) => line(row, n))}</tbody>
        </table>
      )}
      {!whole && drawn.length < rows.length && (
        <Button small look="text" onClick={() => setWhole(true)}>
          显示其余 {rows.length - drawn.length} 条
        </Button>
      )}
    </section>
  )
}

/** How many units have a finding; what they gave a reason for is no mistake. */
function unitsInWords(units: number, rows: readonly ReviewRow[]): string {
  const open = new Set(rows.filter(isOpen).map(({ unit }) => unit)).size
  if (!open) return `${units} 家，均已说明`
  return `${open} 家${open > 1 ? '同错' : ''}${open < units ? `，另 ${units - open} 家已说明` : ''}`
}

const WIDTHS = ['16%', '38%', '26%', '20%']
const HEAD = (
  <>
    <colgroup>
      {WIDTHS.map((width) => (
        <col key={width} style={{ width }} />
      ))}
    </colgroup>
    <thead className="visually-hidden">
      <tr>
        <th scope="col">单位</th>
        <th scope="col">问题</th>
        <th scope="col">在哪里</th>
        <th scope="col">单位的说明</th>
      </tr>
    </thead>
  </>
)

/** A finding of a unit, with what the unit says to it. */
function Line({
  row,
  name,
  number,
  figure,
  place,
  onDispute,
  onAccept,
}: {
  row: ReviewRow
  name: string
  /** In its 核对意见; undefined where it does not go back. */
  number: number | undefined
  figure: FigureText | undefined
  place: RowPlace | undefined
  onDispute(row: ReviewRow, reason: string): void
  onAccept(row: ReviewRow): void
}) {
  const { unit, finding, disputed } = row
  return (
    <tr
      {...place}
      data-unit={unit}
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-status={isOpen(row) ? 'open' : 'accepted'}
      data-cells={finding.cells.join(' ')}
    >
      <th scope="row">
        {name}
        {number !== undefined && <p className={styles.hint}>意见第 {number} 条</p>}
      </th>
      <td>{finding.message}</td>
      <td className={own.places}>{printedPlaces(edition, finding, figure)}</td>
      <td>
        {finding.reason && <p>说明：{finding.reason}</p>}
        {disputed !== undefined && (
          <>
            <p className={own.disputed}>不认可：{disputed}</p>
            <Button small look="text" aria-label={`撤回不认可：${name}`} onClick={() => onAccept(row)}>
              撤回不认可
            </Button>
          </>
        )}
        {finding.accepted && disputed === undefined && (
          <DisputeForm name={name} onSay={(reason) => onDispute(row, reason)} />
        )}
      </td>
    </tr>
  )
}
