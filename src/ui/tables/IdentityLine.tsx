import { memo, useCallback, useSyncExternalStore } from 'react'
import { type ColumnIdentity, identitiesOf } from '../../format/cells'
import type { Edition, TableSpec } from '../../format/types'
import { goToFinding } from '../form/goTo'
import { type IdentityView, identityKey } from '../form/liveTotals'
import { useSession } from '../form/session'
import { Icon } from '../parts/Icon'
import styles from './StatutoryTable.module.css'
import { setText, useWritten } from './written'

const SIGNS = { open: '｜', equal: '＝', unequal: '≠' }

/** More characters than this are drawn smaller. */
const NORMAL = 8
/** A column is as wide as two figures of four digits; of more than these it shows what decides. */
const WIDEST = 10
const WIDEST_DIFFERENCE = 4

/** The figures of an identity, what comes of them, and both in words. */
function shownOf({ identity, column }: ColumnIdentity, { left, right, state, difference }: IdentityView) {
  const result = { equal: '相等', unequal: `差 ${difference}`, open: '未能核对' }[state]
  const figures = `${left}${SIGNS[state]}${right}`
  const isWide =
    figures.length > WIDEST || (state === 'unequal' && String(difference).length > WIDEST_DIFFERENCE)
  return {
    figures: !isWide ? figures : state === 'unequal' ? result : left,
    result: isWide && state === 'unequal' ? '不相等' : result,
    words: `${column.label}，${identity.leftWords}${left}，${identity.rightWords}${right}，${result}`,
  }
}

/**
 * 第一项＋第二项＝23 ｜ 第三项＋第四项＝23 under one column: figures, word and icon. A key writes new figures into the page;
 * it is drawn again when they become equal or unequal. The focus or the mouse on it outlines what it is made of; activating
 * it leads to its finding.
 */
const IdentityCell = memo(function IdentityCell({ line }: { line: ColumnIdentity }) {
  const session = useSession()
  const { totals, findings } = session
  const key = identityKey(line)
  const subscribe = useCallback(
    (listener: () => void) => totals.subscribeIdentity(key, listener),
    [totals, key],
  )
  const state = useSyncExternalStore(subscribe, () => totals.identity(key).state)
  const button = useWritten<HTMLButtonElement>(subscribe, (element) => {
    const { figures, result, words } = shownOf(line, totals.identity(key))
    setText(element.firstElementChild, figures)
    element.toggleAttribute('data-long', figures.length > NORMAL)
    setText(element.lastElementChild, result)
    element.setAttribute('aria-label', words)
  })
  const { figures, result, words } = shownOf(line, totals.identity(key))
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
        ref={button}
        type="button"
        className={styles.identity}
        data-long={figures.length > NORMAL ? '' : undefined}
        data-line={key}
        aria-label={words}
        onClick={goToOwn}
      >
        <b>{figures}</b>
        <span className={styles.result}>{result}</span>
      </button>
      <span className={styles.sign}>
        <Icon name={state === 'equal' ? 'ok' : state === 'unequal' ? 'block' : 'blank'} size={12} />
      </span>
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
