import { memo, useCallback, useSyncExternalStore } from 'react'
import type { Address } from '../../format/types'
import { useSession } from '../form/session'
import { OperandDisc, useOperandNumber } from './CellInput'
import styles from './StatutoryTable.module.css'

/** One computed cell; its own subscriber, so that a key draws only the totals whose text changed. */
export const TotalOutput = memo(function TotalOutput({ address, name }: { address: Address; name: string }) {
  const { totals, operands } = useSession()
  const { text, missing } = useSyncExternalStore(
    useCallback((listener) => totals.subscribeTotal(address, listener), [totals, address]),
    () => totals.total(address),
  )
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
      {operand > 0 && <OperandDisc number={operand} />}
    </>
  )
})
