import { memo, useSyncExternalStore } from 'react'
import type { Address } from '../../format/types'
import { useSession } from '../form/session'
import { lastFiguresOf } from './lastFigures'
import styles from './StatutoryTable.module.css'

/** More characters than surely fit into the narrowest cell are cut off where it ends. */
const FITTING = 11

/** 上年 beside a figure, with the difference; it lies in the cell and moves nothing. */
export const LastOf = memo(function LastOf({ address }: { address: Address }) {
  const figures = lastFiguresOf(useSession())
  const words = useSyncExternalStore(figures.subscribe, () => figures.at(address))
  return (
    words !== undefined && (
      <span
        className={styles.last}
        data-last-of={address}
        data-long={words.length > FITTING ? '' : undefined}
        title={`上年 ${words}`}
      >
        {words}
      </span>
    )
  )
})
