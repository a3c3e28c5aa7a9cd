import type { PanelName } from '../form/useReportKeys'
import { KeyTable } from '../help/KeyTable'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { FindPanel } from './FindPanel'
import styles from './SidePanel.module.css'

const titles: Record<PanelName, string> = { find: '查找和替换', keys: '快捷键' }

/** 查找/替换 or 快捷键, at the right of the work; Esc closes it. */
export default function SidePanel({ name, onClose }: { name: PanelName; onClose(): void }) {
  return (
    <aside
      className={styles.panel}
      aria-label={titles[name]}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}
    >
      <div className={styles.head}>
        <h2>{titles[name]}</h2>
        <Button small look="text" aria-label={`关闭${titles[name]}`} onClick={onClose}>
          <Icon name="close" size={12} />
        </Button>
      </div>
      {name === 'find' ? <FindPanel /> : <KeyTable />}
    </aside>
  )
}
