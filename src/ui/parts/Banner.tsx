import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { Icon } from './Icon'

/** Lasting trouble (storage, second tab) stands under the top bar, not in a message that goes away. */
export function Banner({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.banner} role="alert">
      <Icon name="verify" />
      <p>{children}</p>
      <span className={styles.actions}>{actions}</span>
    </div>
  )
}
