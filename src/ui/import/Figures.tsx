import { memo, useMemo } from 'react'
import { cellsOf } from '../../format/cells'
import type { Address, Edition, TableSpec } from '../../format/types'
import type { Total } from '../../report/totals'
import { totalText } from '../../report/totals'
import { readCell } from '../../report/value'
import { Button } from '../parts/Button'
import { breakable } from '../parts/breakable'
import { Icon } from '../parts/Icon'
import { type ResultRow, resultTablesOf } from './resultRows'
import styles from './SourcePreview.module.css'

interface Props {
  edition: Edition
  table: TableSpec
  /** Current texts: recognised, or changed by hand. */
  text: (address: Address) => string | undefined
  sourceTotals: Record<Address, string>
  doubts: Map<Address, string>
  total: (address: Address) => Total
  selected: Address | undefined
  onSelect: (address: Address) => void
  onChange: (address: Address, text: string) => void
  onFill: (addresses: Address[]) => void
}

/** A table of the report as it was recognised: to be compared and corrected, totals beside those that came with it. */
export const Figures = memo(function Figures(props: Props) {
  const { edition, table, text, onFill } = props
  const tables = useMemo(() => resultTablesOf(edition, table), [edition, table])
  const blanks = cellsOf(edition)
    .filter((cell) => cell.table === table && !cell.parts && !text(cell.address))
    .map(({ address }) => address)
  return (
    <>
      {tables.map(({ columns, hasTotal, rows }) => (
        <table
          key={rows[0]?.title}
          className={styles.figures}
          data-wide={columns.length > 5 ? '' : undefined}
        >
          <thead>
            <tr>
              <th scope="col">识别结果</th>
              {columns.map((label) => (
                <th key={label} scope="col">
                  {breakable(label)}
                </th>
              ))}
              {hasTotal && (
                <>
                  <th scope="col">
                    总计
                    <wbr />
                    （自动）
                  </th>
                  <th scope="col">来文总计</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FigureRow key={row.title} row={row} {...props} />
            ))}
          </tbody>
        </table>
      ))}
      {blanks.length > 0 && (
        <p className={styles.blanks}>
          {table.name}有 {blanks.length} 格来文为空，导入后是未填。
          <Button small onClick={() => onFill(blanks)}>
            其余填 0
          </Button>
        </p>
      )}
    </>
  )
})

function FigureRow({
  row,
  edition,
  text,
  sourceTotals,
  doubts,
  total,
  selected,
  onSelect,
  onChange,
}: { row: ResultRow } & Props) {
  return (
    <tr>
      <th scope="row" title={row.title}>
        {row.label}
      </th>
      {row.cells.map(({ address, computed, name }) =>
        computed ? (
          <td key={address} className={styles.computed}>
            {totalText(edition, address, total(address))}
            <SourceTotal
              address={address}
              {...{ edition, sourceTotals, doubts, total, selected, onSelect }}
            />
          </td>
        ) : (
          <td
            key={address}
            data-cell={text(address) ? address : undefined}
            data-value={text(address) || undefined}
            data-doubt={doubts.get(address)}
            data-selected={selected === address ? '' : undefined}
            data-zero={text(address) === '0' ? '' : undefined}
            title={doubts.get(address)}
          >
            <input
              id={`preview.${address}`}
              aria-label={doubts.has(address) ? `${name}，存疑：${doubts.get(address)}` : name}
              inputMode="numeric"
              value={text(address) ?? ''}
              onFocus={() => onSelect(address)}
              onChange={(event) => onChange(address, event.target.value)}
            />
          </td>
        ),
      )}
      {row.total && (
        <>
          <td className={styles.computed}>{totalText(edition, row.total, total(row.total))}</td>
          <td className={styles.came}>
            <SourceTotal
              address={row.total}
              {...{ edition, sourceTotals, doubts, total, selected, onSelect }}
            />
          </td>
        </>
      )}
    </tr>
  )
}

/** A total that came with the source: equal to the computed one, or different with both in view. */
function SourceTotal({
  address,
  edition,
  sourceTotals,
  doubts,
  total,
  selected,
  onSelect,
}: { address: Address } & Pick<
  Props,
  'edition' | 'sourceTotals' | 'doubts' | 'total' | 'selected' | 'onSelect'
>) {
  const printed = sourceTotals[address]
  if (printed === undefined) return null
  const comparison = compared(printed, total(address))
  return (
    <button
      type="button"
      className={comparison === 'differs' ? styles.differs : styles.equal}
      data-cell={address}
      data-value={printed}
      data-doubt={doubts.get(address)}
      data-selected={selected === address ? '' : undefined}
      title={doubts.get(address)}
      onClick={() => onSelect(address)}
    >
      {comparison !== 'open' && <Icon name={comparison === 'differs' ? 'verify' : 'ok'} size={12} />}
      {comparison === 'differs' ? `来文 ${printed}` : printed}
      <span className="visually-hidden">
        {comparison === 'differs'
          ? `，与自动计算的 ${totalText(edition, address, total(address))} 不同`
          : comparison === 'equal'
            ? '，与自动计算相等'
            : ''}
      </span>
    </button>
  )
}

/** Whether a printed total is what its cells add up to; `open` while a part is missing or it is no number. */
export function compared(printed: string, total: Total): 'equal' | 'differs' | 'open' {
  const value = readCell(printed, '件')
  if (value.kind !== 'number' || !('value' in total)) return 'open'
  return value.amount === total.value ? 'equal' : 'differs'
}
