import { memo, useCallback, useSyncExternalStore } from 'react'
import { type ColumnIdentity, identitiesOf } from '../../format/cells'
import type { Edition, TableSpec } from '../../format/types'
import { goToFinding } from '../form/goTo'
import { identityKey } from '../form/liveTotals'
import { useSession } from '../form/session'
import { Icon } from '../parts/Icon'
import styles from './StatutoryTable.module.css'

/**
 * 第一项＋第二项＝23 ｜ 第三项＋第四项＝23 under one column: figures, word and icon. The focus or the mouse on it outlines
 * what it is made of; activating it leads to its finding.
 */
const IdentityCell = memo(function IdentityCell({ line }: { line: ColumnIdentity }) {
  const session = useSession()
  const { totals, findings } = session
  const key = identityKey(line)
  const { left, right, state, difference } = useSyncExternalStore(
    useCallback((listener) => totals.subscribeIdentity(key, listener), [totals, key]),
    () => totals.identity(key),
  )
  const { leftWords, rightWords } = line.identity
  const sign = { open: '｜', equal: '＝', unequal: '≠' }[state]
  const result = { equal: '相等', unequal: `差 ${difference}`, open: '未能核对' }[state]
  const goToOwn = async () => {
    await findings.now()
    const own = findings
      .review()
      .findings.find(({ rule, target }) => rule === line.identity.rule && target === line.left[0])
    if (own) goToFinding(session, own)
  }
  return (
    <td data-identity={state}>
      <button
        type="button"
        className={styles.identity}
        data-line={key}
        aria-label={`${line.column.label}，${leftWords}${left}，${rightWords}${right}，${result}`}
        onClick={goToOwn}
      >
        <b>{`${left}${sign}${right}`}</b>
        <span className={styles.result}>
          <Icon name={state === 'equal' ? 'ok' : state === 'unequal' ? 'block' : 'blank'} size={12} />
          {result}
        </span>
      </button>
    </td>
  )
})

/** The identities of a table, one line each, one cell under each column. */
export const IdentityLines = memo(function IdentityLines({
  edition,
  table,
  stubColumns,
}: {
  edition: Edition
  table: TableSpec
  stubColumns: number
}) {
  if (!table.identities?.length) return null
  return (
    <tfoot>
      {table.identities.map((identity) => (
        <tr key={identity.rule}>
          <th scope="row" colSpan={stubColumns}>
            <b>
              {identity.leftWords}＝{identity.rightWords}
            </b>
            <span>每列自动核对</span>
          </th>
          {identitiesOf(edition)
            .filter((line) => line.identity === identity)
            .map((line) => (
              <IdentityCell key={line.column.path} line={line} />
            ))}
        </tr>
      ))}
    </tfoot>
  )
})
