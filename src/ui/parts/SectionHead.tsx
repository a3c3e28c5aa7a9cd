import type { ReactNode } from 'react'
import styles from './SectionHead.module.css'

/** Heading of one page of a report, with what is said about it and what can be done at the right. */
export function SectionHead({
  title,
  by,
  children,
}: {
  title: string
  by?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      {by && <p className={styles.by}>{by}</p>}
      <span className={styles.grow} />
      {children}
    </div>
  )
}
