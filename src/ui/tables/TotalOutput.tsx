import { memo, useCallback, useSyncExternalStore } from 'react'
import { cellAt } from '../../format/cells'
import type { Address, Edition } from '../../format/types'
import { formatAmount, readCell } from '../../report/value'
import type { TotalView } from '../form/liveTotals'
import { useSession } from '../form/session'
import { OperandDisc } from './CellInput'
import type { CellMark } from './marks'
import styles from './StatutoryTable.module.css'
import { setText, useWritten } from './written'

/** What a total looks like apart from its figure. Beside 来文总计 everything depends on the figure. */
const lookOf = ({ text, missing }: TotalView, source: string | undefined) =>
  missing || (source === undefined && text !== '0' ? 'figure' : text)

const wordsOf = (name: string, { text, missing }: TotalView) =>
  `${name}，${missing ? `尚缺 ${missing} 项` : text}`

/** So many digits stand beside 来文 in one cell, the figure's and the mark's; ✓ is as wide as one. */
const FITTING = 4

/** One computed cell. A key writes the new figure into the page; the cell is drawn again where more than that changes. */
export const TotalOutput = memo(function TotalOutput({
  address,
  name,
  operand,
  severity,
}: { address: Address; name: string } & CellMark) {
  const { edition, totals, notes } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => totals.subscribeTotal(address, listener),
    [totals, address],
  )
  const source = useSyncExternalStore(notes.subscribe, () => notes.get().sourceTotals[address])
  useSyncExternalStore(subscribe, () => lookOf(totals.total(address), source))
  const output = useWritten<HTMLOutputElement>(subscribe, (element) => {
    const now = totals.total(address)
    setText(element, now.text)
    element.setAttribute('aria-label', wordsOf(name, now))
  })
  const now = totals.total(address)
  const { text, missing } = now
  const shownSource = missing || operand ? undefined : source
  const equal = shownSource !== undefined && isEqual(edition, address, shownSource, text)
  const corner = shownSource !== undefined && text.length + (equal ? 1 : shownSource.length) > FITTING
  return (
    <>
      {operand && <OperandDisc operand={operand} severity={severity} />}
      {shownSource !== undefined && <SourceTotal text={shownSource} equal={equal} corner={corner} />}
      {/* Its box never changes with its text. */}
      <div
        className={styles.total}
        data-operand={severity}
        data-differs={shownSource !== undefined && !equal ? '' : undefined}
        data-equal={corner && equal ? '' : undefined}
      >
        {/* Not announced on each key: a total is heard when it is visited, and the identity line tells the rest. */}
        <output
          ref={output}
          id={address}
          aria-live="off"
          aria-label={wordsOf(name, now)}
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
function SourceTotal({ text, equal, corner }: { text: string; equal: boolean; corner: boolean }) {
  return (
    <span
      className={styles.source}
      data-differs={equal ? undefined : ''}
      data-corner={corner ? '' : undefined}
      title={`来文总计 ${text}，与计算结果${equal ? '相同' : '不同'}`}
    >
      来文{equal ? '✓' : text}
    </span>
  )
}
