import type { Severity } from '../../checks/types'
import styles from './Note.module.css'

/** The number of an operand: the same in the note, in the list of 核对 and on the outlined cell. */
export const Disc = ({ number, severity }: { number: number; severity: Severity }) => (
  <span className={styles.disc} data-severity={severity}>
    {number}
  </span>
)
