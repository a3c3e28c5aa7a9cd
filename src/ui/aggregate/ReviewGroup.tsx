import { useState } from 'react'
import { type FigureText, printedPlaces } from '../../aggregate/remarkPlaces'
import { isOpen, type ReviewRow, type RuleGroup } from '../../aggregate/review'
import { currentEdition as edition } from '../../format/editions'
import { Button } from '../parts/Button'
import { severityWord } from '../parts/Severity'
import styles from './Aggregate.module.css'
import { DisputeForm } from './DisputeForm'
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
}: {
  group: RuleGroup
  numbers: ReadonlyMap<ReviewRow, number>
  /** What stands in the report of a unit. */
  figures(unit: string): FigureText | undefined
  /** What a unit is called. */
  name(unit: string): string
  /** Whether all lines are drawn at once; else the first ones, and the others when they are asked for. */
  all: boolean
  onDispute(row: ReviewRow, reason: string): void
}) {
  const [whole, setWhole] = useState(false)
  const { title, severity, units, rows } = group
  const drawn = all || whole ? rows : rows.slice(0, FIRST_SHOWN)
  return (
    <section className={own.group} data-tone={severity} aria-label={`${severityWord[severity]}：${title}`}>
      <h2>
        <span className={own.weight}>{severityWord[severity]}</span>
        {title}
        <span className={styles.count}>{`${units} 家${units > 1 && severity !== 'note' ? '同错' : ''}`}</span>
      </h2>
      <table className={own.rows} data-columns="own">
        <colgroup>
          {['16%', '38%', '26%', '20%'].map((width) => (
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
        <tbody>
          {drawn.map((row, n) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: one unit may have a finding of a rule twice
              key={`${row.unit} ${n}`}
              data-unit={row.unit}
              data-rule={row.finding.rule}
              data-severity={row.finding.severity}
              data-status={isOpen(row) ? 'open' : 'accepted'}
              data-cells={row.finding.cells.join(' ')}
            >
              <th scope="row">
                {name(row.unit)}
                {numbers.has(row) && <p className={styles.hint}>意见第 {numbers.get(row)} 条</p>}
              </th>
              <td>{row.finding.message}</td>
              <td className={own.places}>{printedPlaces(edition, row.finding, figures(row.unit))}</td>
              <td>
                {row.finding.reason && <p>说明：{row.finding.reason}</p>}
                {row.disputed !== undefined && <p className={own.disputed}>不认可：{row.disputed}</p>}
                {row.finding.accepted && row.disputed === undefined && (
                  <DisputeForm name={name(row.unit)} onSay={(reason) => onDispute(row, reason)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {drawn.length < rows.length && (
        <Button small look="text" onClick={() => setWhole(true)}>
          显示其余 {rows.length - drawn.length} 条
        </Button>
      )}
    </section>
  )
}
