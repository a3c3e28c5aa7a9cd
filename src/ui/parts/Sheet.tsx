import type { ReactNode } from 'react'
import styles from './Sheet.module.css'

/** Text to read: a white sheet with an optional list of its parts at the side. */
export function Sheet({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={aside ? `${styles.sheet} ${styles.withAside}` : styles.sheet}>
      {aside && <div className={styles.aside}>{aside}</div>}
      <div className={styles.text}>{children}</div>
    </div>
  )
}

interface IndexEntry {
  /** Of the `SheetHeading` it leads to. */
  id: string
  title: string
  count?: number
}

/** Leads to the headings of a sheet. Buttons, because a link to an id would change the route, which is in the hash. */
export function SheetIndex({ label, entries }: { label: string; entries: IndexEntry[] }) {
  return (
    <nav className={styles.index} aria-label={label}>
      {entries.map(({ id, title, count }) => (
        <button key={id} type="button" onClick={() => document.getElementById(id)?.focus()}>
          {title}
          {count !== undefined && <span>{count}</span>}
        </button>
      ))}
    </nav>
  )
}

export function SheetHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} tabIndex={-1} className={styles.heading}>
      {children}
    </h2>
  )
}
