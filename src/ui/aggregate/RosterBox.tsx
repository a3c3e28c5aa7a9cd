import { useEffect, useId, useState } from 'react'
import { decidedUnits, inForce } from '../../aggregate/inForce'
import { ROSTER_HEAD, type Roster, rosterOfText } from '../../aggregate/roster'
import { updatedList } from '../../aggregate/rosterUpdate'
import type { TaskHead } from '../../aggregate/store'
import type { Decision } from '../../aggregate/task'
import { FILE_TYPES } from '../../export/fileTypes'
import { troubleWords } from '../drafts/missing'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import styles from './Aggregate.module.css'
import { readRoster } from './readRoster'
import { NOT_KEPT, type OpenTask, theStore } from './useTask'

const NOTHING_READ = '没有读到单位。请一行写一个名称，或从 Excel 连同表头一起复制。'

/**
 * 单位名单 by paste, from a file, or from another task. Units that are in the old list and not in the new one are gone from it, which
 * is said; what they sent stays.
 */
export function RosterBox({ open }: { open: OpenTask }) {
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<string[]>([])
  const [said, setSaid] = useState('')
  const [others, setOthers] = useState<TaskHead[]>([])
  const area = useId()
  const file = useId()
  const { id, units } = open.task
  useEffect(() => {
    theStore()
      .tasks()
      .then(
        (tasks) => setOthers(tasks.filter((task) => task.id !== id && task.units.length)),
        () => undefined,
      )
  }, [id])

  async function take({ units, problems }: Roster, decisions: Decision[] = []) {
    if (!units.length) {
      setSaid('')
      return setProblems(problems.length ? problems : [NOTHING_READ])
    }
    let dropped: string[] = []
    const kept = await open.change((head) => {
      const updated = updatedList(decidedUnits(head.units, head.decisions), units, [
        ...head.decisions,
        ...decisions,
      ])
      dropped = updated.dropped
      return { ...head, units: updated.units, decisions: updated.decisions }
    })
    setProblems(kept ? problems : [NOT_KEPT])
    setSaid(kept ? [`名单共 ${units.length} 家。`, ...dropped].join('') : '')
    if (kept) setText('')
  }
  async function readChosen(chosen: File) {
    const bytes = await chosen.arrayBuffer().catch(() => undefined)
    if (!bytes) return setProblems(['文件读不出来，名单没有改动。请确认它还在原处。'])
    await take(await readRoster(chosen.name, new Uint8Array(bytes)))
  }
  async function template() {
    try {
      const { ROSTER_TEMPLATE, rosterTemplate } = await import('./rosterTemplate')
      download(ROSTER_TEMPLATE, rosterTemplate(), FILE_TYPES.xlsx)
    } catch (error) {
      setProblems([`没有生成模板。${troubleWords(error, '程序在这里出了错。')}`])
    }
  }
  /** Whose a file is, as it was answered there, is not asked again. What was due then is not due now. */
  const takeFrom = ({ units, decisions }: TaskHead) =>
    take(
      { units: decidedUnits(units, decisions).map((unit) => ({ ...unit, due: '' })), problems: [] },
      inForce(decisions).filter(({ kind }) => kind === 'belongs'),
    )
  return (
    <details className={styles.part} open={units.length === 0}>
      <summary>单位名单{units.length > 0 && `（${units.length} 家，可以更新）`}</summary>
      <label htmlFor={area}>粘贴单位名单</label>
      <textarea
        id={area}
        rows={6}
        spellCheck={false}
        value={text}
        placeholder={`一行一个名称；或从 Excel 连同表头复制：${ROSTER_HEAD.join('、')}`}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.actions}>
        <Button onClick={() => void take(rosterOfText(text))}>更新名单</Button>
        <Button look="text" small onClick={() => void template()}>
          下载名单模板
        </Button>
        <Button onClick={() => document.getElementById(file)?.click()}>从文件读名单</Button>
        <input
          id={file}
          type="file"
          accept=".csv,.txt,.xlsx,.docx,.html,.htm"
          hidden
          aria-label="名单文件"
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            target.value = ''
            if (chosen) void readChosen(chosen)
          }}
        />
        {others.length > 0 && (
          <label className={styles.choice}>
            沿用名单
            <select
              value=""
              onChange={({ target }) => {
                const from = others.find((task) => task.id === target.value)
                if (from) void takeFrom(from)
              }}
            >
              <option value="">选一个汇总任务</option>
              {others.map((task) => (
                <option key={task.id} value={task.id}>
                  {task.name}，{task.year} 年度（{task.units.length} 家）
                </option>
              ))}
            </select>
          </label>
        )}
        <span role="status">{said}</span>
      </p>
      {problems.length > 0 && (
        <ul role="alert" className={styles.problem}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
