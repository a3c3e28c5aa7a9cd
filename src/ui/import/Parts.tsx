import type { ReactNode } from 'react'
import { cellsOf } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import type { Address, Section } from '../../format/types'
import { Icon } from '../parts/Icon'
import styles from './SourcePreview.module.css'

export function Tab({
  id,
  now,
  label,
  doubtful,
  onOpen,
}: {
  id: string
  now: string
  label: string
  doubtful: boolean
  onOpen: (id: string) => void
}) {
  return (
    <button
      type="button"
      role="tab"
      id={`tab.${id}`}
      aria-controls={`panel.${id}`}
      aria-selected={id === now}
      className={styles.tab}
      onClick={() => onOpen(id)}
    >
      {label}
      <span className={doubtful ? styles.verify : styles.ok}>
        <Icon name={doubtful ? 'verify' : 'ok'} size={14} />
        <span className="visually-hidden">{doubtful ? '有存疑' : '没有存疑'}</span>
      </span>
    </button>
  )
}

/** Every panel is there all the time: what was recognised can be searched for, and nothing is drawn anew. */
export function Panel({ id, now, children }: { id: string; now: string; children: ReactNode }) {
  return (
    <div
      role="tabpanel"
      id={`panel.${id}`}
      aria-labelledby={`tab.${id}`}
      hidden={id !== now}
      className={styles.panel}
    >
      {children}
    </div>
  )
}

export function FilledCount({
  section,
  text,
}: {
  section?: Section
  text: (address: Address) => string | undefined
}) {
  if (!section?.table) return null
  const cells = cellsOf(currentEdition).filter((cell) => cell.section === section && !cell.parts)
  const filled = cells.filter(({ address }) => text(address)).length
  return (
    <span>
      {section.table.name}：<b>{filled}</b>/{cells.length} 格
    </span>
  )
}
