import { memo, useCallback, useSyncExternalStore } from 'react'
import { cellAt } from '../../format/cells'
import type { Address, Edition } from '../../format/types'
import { formatAmount, readCell } from '../../report/value'
import { useCell, useSession } from '../form/session'
import { OperandDisc, useOperandNumber } from './CellInput'
import styles from './StatutoryTable.module.css'

/** One computed cell; its own subscriber, so that a key draws only the totals whose text changed. */
export const TotalOutput = memo(function TotalOutput({ address, name }: { address: Address; name: string }) {
  const { edition, totals, operands, notes } = useSession()
  const { text, missing } = useSyncExternalStore(
    useCallback((listener) => totals.subscribeTotal(address, listener), [totals, address]),
    () => totals.total(address),
  )
  const source = useCell(notes).sourceTotals[address]
  const operand = useOperandNumber(address)
  return (
    <>
      {/* Not announced on each key: a total is heard when it is visited, and the identity line tells the rest. */}
      <output
        id={address}
        aria-live="off"
        aria-label={`${name}，${missing ? `尚缺 ${missing} 项` : text}`}
        title={missing ? `尚缺 ${missing} 项` : undefined}
        data-missing={missing || undefined}
        data-zero={text === '0' ? '' : undefined}
        data-operand={operand ? operands.get()?.severity : undefined}
        tabIndex={-1}
        className={styles.output}
      >
        {text}
      </output>
      {operand > 0 ? (
        <OperandDisc number={operand} />
      ) : (
        source !== undefined &&
        !missing && <SourceTotal text={source} equal={isEqual(edition, address, source, text)} />
      )}
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
  return equal ? (
    <span className={styles.source} title={`来文总计 ${text}，与计算结果相同`}>
      来文✓
    </span>
  ) : (
    <>
      <span className={styles.source} data-differs title={`来文总计 ${text}，与计算结果不同`}>
        来文{text}
      </span>
      <span className={styles.differs} />
    </>
  )
}
