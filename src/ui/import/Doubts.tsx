import { cellsOf } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import { placeOf } from '../../format/names'
import type { Address } from '../../format/types'
import type { ImportProposal } from '../../import/proposal'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import styles from './SourcePreview.module.css'
import { isShortened } from './tally'

/** What is not certain, by its reason. */
export function Doubts({
  doubts,
  onSelect,
}: {
  doubts: Map<Address, string>
  onSelect: (address: Address) => void
}) {
  if (!doubts.size) return null
  const byPlace = new Map<string, { address: Address; why: string; count: number }>()
  for (const [address, why] of doubts) {
    const cell = cellsOf(currentEdition).find((each) => each.address === address)
    const row = cell ? `${cell.table.key} ${cell.row.path} ${why}` : address
    const known = byPlace.get(row)
    byPlace.set(row, known ? { ...known, count: known.count + 1 } : { address, why, count: 1 })
  }
  return (
    <div className={styles.list}>
      <h3>
        <Icon name="verify" size={14} /> 存疑 {doubts.size} 个
      </h3>
      <ul>
        {[...byPlace].map(([key, { address, why, count }]) => (
          <li key={key} className={styles.row}>
            <span>
              <b>{placeOf(currentEdition, address)}</b>
              {count > 1 && ` 等 ${count} 格`}：{why}
            </span>
            <Button small onClick={() => onSelect(address)}>
              查看
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How the source was read, where that is worth knowing. */
export function Remarks({ proposal }: { proposal: ImportProposal }) {
  if (!proposal.remarks.length) return null
  return (
    <details className={styles.remarks} open={proposal.olderForm !== undefined || isShortened(proposal)}>
      <summary>识别说明 {proposal.remarks.length} 条</summary>
      <ul>
        {proposal.remarks.map(({ rule, message }) => (
          <li key={rule + message} data-rule={rule}>
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
