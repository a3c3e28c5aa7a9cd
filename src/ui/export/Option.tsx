import type { ReactNode } from 'react'
import styles from './ExportPage.module.css'

/** One thing that is on or off, with what it means under it. */
export function Option({
  label,
  note,
  checked,
  disabled,
  onChange,
}: {
  label: string
  note?: ReactNode
  checked: boolean
  disabled?: boolean
  onChange(checked: boolean): void
}) {
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note && <small>{note}</small>}
      </span>
    </label>
  )
}
