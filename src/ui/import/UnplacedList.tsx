import { currentEdition } from '../../format/editions'
import { textsOf } from '../../format/names'
import type { Address } from '../../format/types'
import type { Unplaced } from '../../import/proposal'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { shortened } from '../parts/shortened'
import styles from './SourcePreview.module.css'

interface Props {
  items: Unplaced[]
  text: (address: Address) => string | undefined
  onResolve: (item: Unplaced, changes: [Address, string][]) => void
}

/** What has no place yet. The clerk says where it goes, or that it is not wanted. */
export function UnplacedList({ items, text, onResolve }: Props) {
  if (!items.length) return null
  return (
    <div className={styles.list}>
      <h2>
        <Icon name="verify" size={14} /> 未能放置 {items.length} 处
      </h2>
      <ul>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same text may be there twice
          <li key={`${at} ${item.text}`} data-unplaced="">
            <p>
              “{shortened(item.text)}”<small>{item.why}</small>
            </p>
            <div className={styles.choices}>
              {item.choose?.rows.map(({ label, figures }) => (
                <Button
                  key={label}
                  small
                  onClick={() =>
                    onResolve(
                      item,
                      figures.map(({ address, text: figure }) => [address, figure]),
                    )
                  }
                >
                  归入 {label}
                </Button>
              ))}
              {!item.choose && !item.address && isProse(item) && (
                <select
                  aria-label={`放到哪里：${shortened(item.text)}`}
                  value=""
                  onChange={({ target: { value: address } }) =>
                    onResolve(item, [[address, [text(address), item.text].filter(Boolean).join('\n')]])
                  }
                >
                  <option value="">放到…</option>
                  {textsOf(currentEdition).map(({ address, label }) => (
                    <option key={address} value={address}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
              <Button small onClick={() => onResolve(item, [])}>
                不要
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isProse = ({ text }: Unplaced) => /[\p{Script=Han}]{4}/u.test(text)
