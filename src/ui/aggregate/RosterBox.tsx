import { useId, useState } from 'react'
import { ROSTER_HEAD, rosterOfText } from '../../aggregate/roster'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import styles from './Aggregate.module.css'
import { NOT_KEPT, type OpenTask } from './useTask'

/** 单位名单 by paste. Units that are in the old list and not in the new one are gone from it; what they sent stays. */
export function RosterBox({ open }: { open: OpenTask }) {
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<string[]>([])
  const [said, setSaid] = useState('')
  const area = useId()
  const { units } = open.task

  async function update() {
    const roster = rosterOfText(text)
    if (!roster.units.length) {
      setSaid('')
      return setProblems(['没有读到单位。请一行写一个名称，或从 Excel 连同表头一起复制。'])
    }
    const kept = await open.change((head) => ({ ...head, units: roster.units }))
    setProblems(kept ? roster.problems : [NOT_KEPT])
    setSaid(kept ? `名单共 ${roster.units.length} 家。` : '')
    if (kept) setText('')
  }
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
        <Button onClick={() => void update()}>更新名单</Button>
        <Button
          look="text"
          small
          onClick={() => download('单位名单模板.csv', `\ufeff${ROSTER_HEAD.join(',')}\r\n`, 'text/csv')}
        >
          下载名单模板
        </Button>
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
