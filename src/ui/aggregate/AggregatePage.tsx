import { type FormEvent, useEffect, useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { TaskHead } from '../../aggregate/store'
import { newDraftId } from '../../drafts/draft'
import { named } from '../../report/named'
import { Button } from '../parts/Button'
import { Page } from '../parts/Page'
import { sumPath } from '../routes'
import styles from './Aggregate.module.css'
import { focusOnce } from './focusOnce'
import { openTaskFile } from './openTaskFile'
import { useKeptFocus } from './useKeptFocus'
import { clearTask, NOT_KEPT, theStore } from './useTask'

/** 汇总: the tasks of this browser, each of one year and one list of units. */
export default function AggregatePage() {
  const [tasks, setTasks] = useState<TaskHead[] | null>(null)
  const [problem, setProblem] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  const [busy, setBusy] = useState('')
  const [, navigate] = useLocation()
  const file = useId()
  useKeptFocus()

  const reread = () =>
    theStore()
      .tasks()
      .then(setTasks, () => {
        setTasks([])
        setProblem('这个浏览器不允许保存数据，汇总在这里用不了。请换一个浏览器，或关闭无痕模式。')
      })
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what this page does itself reads again
  useEffect(() => void reread(), [])

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name')).trim()
    const year = String(form.get('year')).normalize('NFKC').trim()
    if (!name) return setProblem('请写名称，如“××区 2025 年度汇总”。')
    if (!/^\d{4}$/.test(year)) return setProblem('年度请填四位数，如 2025。')
    const id = newDraftId(window.crypto)
    try {
      await theStore().put({ id, name, year: Number(year), units: [], decisions: [] })
      navigate(sumPath(id))
    } catch {
      setProblem(NOT_KEPT)
    }
  }
  async function open(chosen: File) {
    setProblem('')
    setBusy(`正在打开“${chosen.name}”……`)
    const opened = await openTaskFile(chosen)
    setBusy('')
    if ('problem' in opened) return setProblem(opened.problem)
    if (opened.lost.length) {
      setProblem(
        `已打开“${chosen.name}”，但其中 ${opened.lost.length} 份年报读不出来：${named(opened.lost)}。请向保存它的人重新要一份，再打开一次。`,
      )
      return reread()
    }
    navigate(sumPath(opened.id))
  }
  async function remove({ id, name }: TaskHead) {
    setAsked(null)
    setProblem('')
    try {
      await clearTask(id)
    } catch {
      setProblem(`没有清除“${name}”：浏览器的数据库没有回应。请关闭其他年报通窗口后再试。`)
    }
    await reread()
  }

  return (
    <Page
      title="汇总"
      by="把下级单位的年报收齐、加总。收到的年报另存一处，不会进入“我的年报”。"
      actions={
        <span className={styles.actions}>
          <Button onClick={() => document.getElementById(file)?.click()}>打开汇总文件</Button>
          <Button look="primary" icon="plus" aria-expanded={making} onClick={() => setMaking(!making)}>
            新建汇总
          </Button>
        </span>
      }
    >
      <input
        id={file}
        type="file"
        accept=".nbsum"
        hidden
        aria-label="汇总文件"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          target.value = ''
          if (chosen) void open(chosen)
        }}
      />
      <p role="alert" className={problem ? styles.problem : undefined}>
        {problem}
      </p>
      <p role="status" className={busy ? styles.busy : undefined}>
        {busy}
      </p>
      {making && (
        <form className={styles.form} onSubmit={create} noValidate>
          <label>
            名称
            <input name="name" ref={focusOnce} autoComplete="off" maxLength={80} />
          </label>
          <label>
            年度
            <input
              name="year"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={new Date().getFullYear() - 1}
              size={6}
            />
          </label>
          <Button look="primary" type="submit">
            创建
          </Button>
        </form>
      )}
      {tasks?.length === 0 && !making && (
        <div className={styles.empty}>
          <p>还没有汇总任务。</p>
          <ol>
            <li>新建汇总，写名称和年度；</li>
            <li>粘贴单位名单（也可以先不粘贴，由收到的年报生成）；</li>
            <li>
              把各单位的年报（Word、Excel、PDF、网页、JSON，或整个压缩包）装入，看谁还没有报，取汇总数。
            </li>
          </ol>
        </div>
      )}
      {!!tasks?.length && (
        <ul className={styles.list}>
          {tasks.map((task) => (
            <li key={task.id}>
              <div>
                <h2>
                  <Link href={sumPath(task.id)}>{task.name}</Link>
                </h2>
                <p>
                  {task.year} 年度{task.units.length > 0 && `，名单 ${task.units.length} 家`}
                </p>
              </div>
              {asked === task.id ? (
                <fieldset
                  className={styles.actions}
                  aria-label={`清除：${task.name}`}
                  onKeyDown={(event) => event.key === 'Escape' && setAsked(null)}
                >
                  <p>名单、收到的年报和处理结果都会清除，不能恢复。</p>
                  <Button small onClick={() => void remove(task)}>
                    确定清除
                  </Button>
                  <Button small look="text" autoFocus onClick={() => setAsked(null)}>
                    不清除
                  </Button>
                </fieldset>
              ) : (
                <Button small look="text" aria-label={`清除：${task.name}`} onClick={() => setAsked(task.id)}>
                  清除
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
