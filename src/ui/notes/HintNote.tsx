import type { CSSProperties } from 'react'
import { Icon } from '../parts/Icon'
import styles from './Note.module.css'

/** 填报口径 of one row or text in the margin; closes with ✕ or Esc. */
export function HintNote({
  title,
  hint,
  statute,
  id,
  style,
  onClose,
}: {
  title: string
  hint: string
  statute?: string
  id?: string
  style?: CSSProperties
  onClose(): void
}) {
  return (
    <section
      id={id}
      className={styles.note}
      data-tone="hint"
      style={style}
      aria-label={`填报口径：${title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <p className={styles.head}>
        <Icon name="note" size={15} />
        <span>{title}</span>
        <button type="button" className={styles.close} aria-label="关闭填报口径" onClick={onClose}>
          <Icon name="close" size={12} />
        </button>
      </p>
      <p>{hint}</p>
      {statute && <p className={styles.muted}>{statute}</p>}
    </section>
  )
}
