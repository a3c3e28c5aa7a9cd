import { Component, type ReactNode, useState } from 'react'
import type { Draft } from '../../drafts/draft'
import { Button } from '../parts/Button'
import styles from './Boundary.module.css'
import { downloadDiagnosis, noteError } from './diagnosis'
import { isMissingFile, MISSING } from './missing'
import { ReopenHere } from './Reopen'
import { useDraftStore } from './store'
import { useDraftActions } from './useDraftActions'

interface Props {
  /** What has failed, as the clerk calls it: 这一页, “三、收到和处理……”. */
  what: string
  /** When this changes, what failed is tried again: another page was opened. */
  resetOn?: string
  /** The open report as typed, where there is one; else all drafts are offered as the backup. */
  current?: () => Draft
  /** A small part of a page: a line says so. `frame` gives the line its place, say in a table. */
  frame?: (line: ReactNode) => ReactNode
  children: ReactNode
}

/** Keeps a fault in one part of the page from taking the rest with it. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: undefined }
  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'unknown' }
  }
  override componentDidCatch(error: unknown) {
    noteError(error)
  }
  override componentDidUpdate(before: Props) {
    if (before.resetOn !== this.props.resetOn && this.state.error !== undefined)
      this.setState({ error: undefined })
  }
  override render() {
    const { what, current, frame, children } = this.props
    const { error } = this.state
    if (error === undefined) return children
    const retry = () => this.setState({ error: undefined })
    if (frame) return frame(<FaultLine what={what} error={error} current={current} onRetry={retry} />)
    return <Fault what={what} error={error} current={current} onRetry={retry} />
  }
}

type FaultProps = Pick<Props, 'what' | 'current'> & { error: unknown; onRetry: () => void }

/** What stands in the place of a page that failed. */
export function Fault({ what, error, current, onRetry }: FaultProps) {
  const store = useDraftStore()
  const [withContent, setWithContent] = useState(false)
  const missing = isMissingFile(error)
  return (
    <section className={styles.fault} role="alert" aria-labelledby="fault-heading">
      <h2 id="fault-heading">{missing ? `${what}没有加载成功` : `${what}出了错，没有显示出来`}</h2>
      {!missing && (
        <>
          <p>
            其他部分照常可用，已填的内容没有丢。可以再试一次；如果还是这样，请先下载备份，再把诊断文件交给维护人员。
          </p>
          <p className={styles.message}>{String(error)}</p>
        </>
      )}
      <div className={styles.actions}>
        {missing ? (
          <ReopenHere />
        ) : (
          <Button look="primary" onClick={onRetry}>
            再试一次
          </Button>
        )}
        <BackUp current={current} />
        {!current && <a href="#/">我的年报</a>}
        <Button onClick={() => downloadDiagnosis(store, withContent ? current?.() : undefined)}>
          下载诊断文件
        </Button>
        {current && (
          <label>
            <input
              type="checkbox"
              checked={withContent}
              onChange={(event) => setWithContent(event.target.checked)}
            />
            诊断文件附上这份年报的内容
          </label>
        )}
      </div>
      <p className={styles.small}>
        诊断文件记录版本、浏览器和出错信息{withContent ? '，并附有年报内容' : '，不含年报内容'}
        ；程序不会自己发送任何东西。
      </p>
    </section>
  )
}

function BackUp({ current }: Pick<Props, 'current'>) {
  const store = useDraftStore()
  const { backUp } = useDraftActions()
  return (
    <Button icon="down" onClick={() => backUp(current ? [current()] : store.list())}>
      下载备份
    </Button>
  )
}

function FaultLine({ what, error, current, onRetry }: FaultProps) {
  // A missing file is spoken of, with its way out, at the lower edge of the window.
  if (isMissingFile(error)) return `${what}没有加载成功：${MISSING}`
  return (
    <span className={styles.line} role="alert">
      {what}出了错，没有显示出来；其他部分照常可用。
      <Button small onClick={onRetry}>
        再试一次
      </Button>
      <BackUp current={current} />
    </span>
  )
}
