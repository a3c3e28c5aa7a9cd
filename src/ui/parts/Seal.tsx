import { Link } from 'wouter'
import styles from './Seal.module.css'

/** The mark and the name; leads to 我的年报. */
export function Brand() {
  return (
    <Link href="/" className={styles.brand} aria-label="年报通，我的年报">
      <span className={styles.seal} aria-hidden="true">
        年
      </span>
      <span className={styles.name}>年报通</span>
    </Link>
  )
}
