import { cellsOf } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import { placeOf } from '../../format/names'
import type { Address } from '../../format/types'
import type { ImportProposal } from '../../import/proposal'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import styles from './SourcePreview.module.css'
import { isOneOfSeveral, isShortened } from './tally'

/** What is not certain, by its reason. */
export function Doubts({
  doubts,
  onSelect,
  onConfirm,
}: {
  doubts: Map<Address, string>
  onSelect: (address: Address) => void
  /** Takes values as they were read; absent where they stay doubtful until they are changed. */
  onConfirm?: (addresses: Address[]) => void
}) {
  if (!doubts.size) return null
  const byPlace = new Map<string, { addresses: Address[]; why: string }>()
  for (const [address, why] of doubts) {
    const cell = cellsOf(currentEdition).find((each) => each.address === address)
    const row = cell ? `${cell.table.key} ${cell.row.path} ${why}` : address
    const known = byPlace.get(row)
    if (known) known.addresses.push(address)
    else byPlace.set(row, { addresses: [address], why })
  }
  return (
    <div className={styles.list}>
      <h2>
        <Icon name="verify" size={14} /> 存疑 {doubts.size} 个
      </h2>
      <ul>
        {[...byPlace].map(([key, { addresses, why }]) => {
          const [first = ''] = addresses
          const place = placeOf(currentEdition, first)
          return (
            <li key={key} className={styles.row}>
              <span>
                <b>{place}</b>
                {addresses.length > 1 && ` 等 ${addresses.length} 格`}：{why}
              </span>
              <Button small onClick={() => onSelect(first)}>
                查看
              </Button>
              {onConfirm && (
                <Button small aria-label={`照此采用：${place}`} onClick={() => onConfirm(addresses)}>
                  照此采用
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** How the source was read, where that is worth knowing. */
export function Remarks({ proposal }: { proposal: ImportProposal }) {
  if (!proposal.remarks.length) return null
  return (
    <details
      className={styles.remarks}
      open={proposal.olderForm !== undefined || isShortened(proposal) || isOneOfSeveral(proposal)}
    >
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
