import { memo, useCallback, useSyncExternalStore } from 'react'
import { cellAt } from '../../format/cells'
import type { Address, Edition } from '../../format/types'
import { formatAmount, readCell } from '../../report/value'
import { useSession } from '../form/session'
import { OperandDisc } from './CellInput'
import type { CellMark } from './marks'
import styles from './StatutoryTable.module.css'

/** One computed cell; its own subscriber, so that a key draws only the totals whose text changed. */
export const TotalOutput = memo(function TotalOutput({
  address,
  name,
  operand,
  severity,
}: { address: Address; name: string } & CellMark) {
  const { edition, totals, notes } = useSession()
  const { text, missing } = useSyncExternalStore(
    useCallback((listener) => totals.subscribeTotal(address, listener), [totals, address]),
    () => totals.total(address),
  )
  const source = useSyncExternalStore(notes.subscribe, () => notes.get().sourceTotals[address])
  const words = missing ? `尚缺 ${missing} 项` : text
  const shownSource = missing || operand ? undefined : source
  const equal = shownSource !== undefined && isEqual(edition, address, shownSource, text)
  return (
    <>
      {operand && <OperandDisc operand={operand} severity={severity} />}
      {shownSource !== undefined && <SourceTotal text={shownSource} equal={equal} />}
      {/* Its box never changes with its text. */}
      <div
        className={styles.total}
        data-operand={severity}
        data-differs={shownSource !== undefined && !equal ? '' : undefined}
      >
        {/* Not announced on each key: a total is heard when it is visited, and the identity line tells the rest. */}
        <output
          id={address}
          aria-live="off"
          aria-label={`${name}，${words}`}
          data-missing={missing ? '' : undefined}
          data-zero={text === '0' ? '' : undefined}
          tabIndex={-1}
        >
          {text}
        </output>
        {missing > 0 && <small aria-hidden="true">{`缺 ${missing}`}</small>}
      </div>
    </>
  )
})

const isEqual = (edition: Edition, address: Address, source: string, text: string) => {
  const unit = cellAt(edition, address)?.unit ?? '件'
  const value = readCell(source, unit)
  return value.kind === 'number' && formatAmount(value.amount, unit) === text
}

/** 来文总计 beside the computed one: a check digit, neither overwrites the other. */
function SourceTotal({ text, equal }: { text: string; equal: boolean }) {
  return (
    <span
      className={styles.source}
      data-differs={equal ? undefined : ''}
      title={`来文总计 ${text}，与计算结果${equal ? '相同' : '不同'}`}
    >
      来文{equal ? '✓' : text}
    </span>
  )
}
