import { currentEdition } from '../../format/editions'
import { fieldAt, nameOf } from '../../format/names'
import type { Address } from '../../format/types'
import styles from './SourcePreview.module.css'

interface Props {
  addresses: Address[]
  text: (address: Address) => string | undefined
  doubts: Map<Address, string>
  /** What was put in and did not come with the source, with the word for it. */
  proposed: Map<Address, string>
  set: (changes: [Address, string][]) => void
  onSelect: (address: Address) => void
}

/** Fields and texts as they were recognised, to be corrected. */
export function Texts({ addresses, text, doubts, proposed, set, onSelect }: Props) {
  return (
    <div className={styles.texts}>
      {addresses.map((address) => {
        const field = fieldAt(currentEdition, address)
        const value = text(address) ?? ''
        const note = doubts.has(address) ? `存疑：${doubts.get(address)}` : proposed.get(address)
        const shared = {
          id: `preview.${address}`,
          value,
          'data-doubt': doubts.get(address),
          onFocus: () => onSelect(address),
          onChange: (event: { target: { value: string } }) => set([[address, event.target.value]]),
        }
        return (
          <div key={address} className={field ? styles.field : styles.prose}>
            <label htmlFor={`preview.${address}`}>{nameOf(currentEdition, address)}</label>
            {field?.options ? (
              <select {...shared}>
                {!field.options.some((option) => option.value === '') && <option value="">未填</option>}
                {field.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : field ? (
              <input {...shared} />
            ) : (
              <textarea {...shared} rows={Math.min(14, Math.max(2, Math.ceil(value.length / 44)))} />
            )}
            {note && <small>{note}</small>}
          </div>
        )
      })}
    </div>
  )
}
