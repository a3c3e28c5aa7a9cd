import { useMemo } from 'react'
import { differenceOf, type LastRange, sumMoves } from '../../aggregate/beside'
import { partsOfSum } from '../../aggregate/range'
import type { Sum } from '../../aggregate/sums'
import type { Standing } from '../../aggregate/task'
import { cellAt } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { nameOf } from '../../format/names'
import type { Address } from '../../format/types'
import { named } from '../../report/named'
import { formatAmount } from '../../report/value'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import { focusOnce } from './focusOnce'
import { useDrawn } from './useDrawn'
import { STATE_WORDS } from './words'

/** Last year's sums of the range that is shown. */
export interface LastSums extends LastRange {
  year: number
  sums: ReadonlyMap<Address, Sum>
  lacking: number
}
/** The units that make a figure; where there is a last year, before these the ones that make the difference. */
export function SumParts({
  address,
  sum,
  standings,
  names,
  last,
  onClose,
}: {
  address: Address
  sum: Sum | undefined
  standings: readonly Standing[]
  /** What all units are called. */
  names: ReadonlyMap<string, string>
  last: LastSums | undefined
  onClose(): void
}) {
  const parts = useMemo(() => partsOfSum(edition, standings, address), [standings, address])
  const drawn = useDrawn(parts)
  const unit = cellAt(edition, address)?.unit ?? '件'
  return (
    <aside
      className={styles.parts}
      aria-label="构成"
      tabIndex={-1}
      ref={focusOnce}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <h2>{nameOf(edition, address)}</h2>
      <Button small look="text" onClick={onClose}>
        关闭
      </Button>
      {last && sum && <Moves address={address} sum={sum} standings={standings} names={names} last={last} />}
      {last && <h3>本年构成</h3>}
      <ol>
        {drawn.map(({ standing, amount, partial }) => (
          <li
            key={standing.id}
            data-part={standing.id}
            data-value={amount === null ? '' : formatAmount(amount, unit)}
          >
            <span>{names.get(standing.id)}</span>
            <b>
              {amount !== null
                ? `${formatAmount(amount, unit)}${partial ? '（缺数）' : ''}`
                : standing.current
                  ? '没有可用的数'
                  : STATE_WORDS[standing.state]}
            </b>
          </li>
        ))}
      </ol>
    </aside>
  )
}

function Moves({
  address,
  sum,
  standings,
  names,
  last,
}: {
  address: Address
  sum: Sum
  standings: readonly Standing[]
  names: ReadonlyMap<string, string>
  last: LastSums
}) {
  const { moves, untold } = useMemo(
    () => sumMoves(edition, address, standings, names, last),
    [address, standings, names, last],
  )
  const drawn = useDrawn(moves)
  const unit = cellAt(edition, address)?.unit ?? '件'
  const text = (amount: bigint | null) => (amount === null ? '无' : formatAmount(amount, unit))
  const then = last.sums.get(address)
  if (!then) return null
  const by = differenceOf(edition, address, sum, then)
  const missing = [
    then.missing > 0 && `${last.year} 年度缺 ${then.missing} 家`,
    sum.missing > 0 && `本年缺 ${sum.missing} 家`,
  ].filter(Boolean)
  return (
    <>
      <p>
        {last.year} 年度 {then.value}，本年 {sum.value}
        {by && (by.startsWith('-') ? `，少 ${by.slice(1)}` : `，多 ${by}`)}
        {!by && '，相同'}。
      </p>
      {missing.length > 0 && <p className={styles.hint}>{missing.join('，')}，两年的数不能直接比。</p>}
      {moves.length > 0 && (
        <>
          <h3>哪几家不同</h3>
          <ol>
            {drawn.map(({ id, name, was, is, by }) => (
              <li key={id} data-move={id} data-by={formatAmount(by, unit)}>
                <span>
                  {name}
                  <small>{is === null ? '本年没有' : was === null ? '上年没有' : `上年 ${text(was)}`}</small>
                </span>
                <b>{by < 0n ? `少 ${text(-by)}` : `多 ${text(by)}`}</b>
              </li>
            ))}
          </ol>
        </>
      )}
      {untold.length > 0 && (
        <p className={styles.hint}>
          {untold.length} 家有一年没有可用的数，没有列入：{named(untold)}。
        </p>
      )}
    </>
  )
}
