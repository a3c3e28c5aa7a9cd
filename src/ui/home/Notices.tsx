import { Link } from 'wouter'
import { Button } from '../parts/Button'
import { Icon, type IconName } from '../parts/Icon'
import styles from '../parts/Notices.module.css'
import { reportPath } from '../routes'

/** What has just been done to a draft; stays until it is closed. */
export interface Notice {
  /** Of the draft it is about. */
  id: string
  kind: keyof typeof said
  title: string
}

const said = {
  removed: { icon: 'ok', words: (title) => `已删除“${title}”` },
  notRemoved: { icon: 'verify', words: (title) => `浏览器存不下，没有删除“${title}”，内容没有变动` },
  changed: { icon: 'verify', words: (title) => `没有删除“${title}”：它刚在别的窗口有改动，请看过再删` },
  missing: { icon: 'verify', words: (title) => `“${title}”已不在“我的年报”里` },
  restored: { icon: 'ok', words: (title) => `已恢复“${title}”` },
  there: { icon: 'ok', words: (title) => `“${title}”已经在“我的年报”里` },
  gone: { icon: 'verify', words: (title) => `没有恢复“${title}”：它已不在回收站` },
  notRestored: { icon: 'verify', words: (title) => `浏览器存不下，没有恢复“${title}”，它仍在回收站` },
  copied: { icon: 'ok', words: (title) => `已复制“${title}”` },
  notCopied: { icon: 'verify', words: (title) => `浏览器存不下，没有复制“${title}”` },
} satisfies Record<string, { icon: IconName; words: (title: string) => string }>

/** What is said of a deletion, and of a draft that was to come back from 回收站. */
export const ofRemoval = { ok: 'removed', changed: 'changed', gone: 'missing', failed: 'notRemoved' } as const
export const ofRestoring = { ok: 'restored', there: 'there', gone: 'gone', failed: 'notRestored' } as const

interface Props {
  notices: Notice[]
  onUndo: (notice: Notice) => void
  onClose: (id: string) => void
}

export function Notices({ notices, onUndo, onClose }: Props) {
  return (
    <div role="status">
      {notices.map((notice) => {
        const { id, kind, title } = notice
        const { icon, words } = said[kind]
        return (
          <p key={id} className={icon === 'ok' ? styles.notice : `${styles.notice} ${styles.trouble}`}>
            <Icon name={icon} />
            <span>{words(title)}</span>
            {kind === 'removed' && (
              <>
                <Button small id={`undo-${id}`} icon="undo" onClick={() => onUndo(notice)}>
                  撤销
                </Button>
                <Link href="/trash">回收站</Link>
              </>
            )}
            {kind === 'copied' && <Link href={reportPath(id)}>打开副本</Link>}
            {kind === 'notRestored' && <Link href="/trash">回收站</Link>}
            <span className={styles.grow} />
            <Button look="text" small aria-label={`关闭：${words(title)}`} onClick={() => onClose(id)}>
              <Icon name="close" size={12} />
            </Button>
          </p>
        )
      })}
    </div>
  )
}
