import { useState } from 'react'
import { sectionLabel } from '../../format/names'
import type { Section, TableSpec } from '../../format/types'
import { createCell, useSession } from '../form/session'
import { StatutoryTable } from './StatutoryTable'
import styles from './TableSection.module.css'

/** A section that is a statutory table. */
export function TableSection({ section, table }: { section: Section; table: TableSpec }) {
  const { edition } = useSession()
  const [hint] = useState(() => createCell<string | null>(null))
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <h1>{sectionLabel(section)}</h1>
      </div>
      <div className={styles.pane}>
        <StatutoryTable edition={edition} table={table} hint={hint} />
      </div>
    </div>
  )
}
