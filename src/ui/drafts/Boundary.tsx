import { Component, type ReactNode, useState } from 'react'
import type { Draft } from '../../drafts/draft'
import { useDraftActions } from '../home/useDraftActions'
import { Button } from '../parts/Button'
import styles from './Boundary.module.css'
import { downloadDiagnosis, noteError } from './diagnosis'
import { useDraftStore } from './store'

interface Props {
  /** What has failed, as the clerk calls it: 这一页, “三、收到和处理……”. */
  what: string
  /** When this changes, what failed is tried again: another page was opened. */
  resetOn?: string
  /** The open report as typed, where there is one; else all drafts are offered as the backup. */
  current?: () => Draft
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
    const { what, current, children } = this.props
    if (this.state.error === undefined) return children
    return (
      <Fault
        what={what}
        error={this.state.error}
        current={current}
        onRetry={() => this.setState({ error: undefined })}
      />
    )
  }
}

/** A part of the program that lies in a file of its own, and the file is gone: a new version was put in its place. */
const isMissingFile = (error: unknown) =>
  error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message)

function Fault({
  what,
  error,
  current,
  onRetry,
}: Pick<Props, 'what' | 'current'> & { error: unknown; onRetry: () => void }) {
  const store = useDraftStore()
  const { backUp } = useDraftActions()
  const [withContent, setWithContent] = useState(false)
  const missing = isMissingFile(error)
  return (
    <section className={styles.fault} role="alert" aria-labelledby="fault-heading">
      <h2 id="fault-heading">{missing ? `${what}没有加载成功` : `${what}出了错，没有显示出来`}</h2>
      <p>
        {missing
          ? '程序的文件可能已更新，或者网络断了。已填的内容都已保存；重新打开页面即可继续。'
          : '其他部分照常可用，已填的内容没有丢。可以再试一次；如果还是这样，请先下载备份，再把诊断文件交给维护人员。'}
      </p>
      {!missing && <p className={styles.message}>{String(error)}</p>}
      <div className={styles.actions}>
        {missing ? (
          <Button look="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        ) : (
          <Button look="primary" onClick={onRetry}>
            再试一次
          </Button>
        )}
        <Button icon="down" onClick={() => backUp(current ? [current()] : store.list())}>
          下载备份
        </Button>
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
