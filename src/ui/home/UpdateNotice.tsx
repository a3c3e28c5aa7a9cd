import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import styles from '../parts/Notices.module.css'
import { startNewVersion, useUpdate } from './update'

/** A new version lies ready. Said on the list of reports only, where it disturbs nobody who is typing. */
export function UpdateNotice() {
  const update = useUpdate()
  if (update === 'none') return null
  return (
    <p className={styles.notice} role="status">
      <Icon name="note" />
      <span>
        {update === 'ready'
          ? '新版本已准备好，关闭所有年报通页面后再打开就会启用。'
          : '还有别的年报通页面开着。请先关闭它们，再启用新版本。'}
      </span>
      <span className={styles.grow} />
      <Button small onClick={startNewVersion}>
        现在启用
      </Button>
    </p>
  )
}
