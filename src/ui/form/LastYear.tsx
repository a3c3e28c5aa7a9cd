import { useId, useLayoutEffect, useRef, useState } from 'react'
import { lastYearCopy, type Report } from '../../report/report'
import { isYearBefore } from '../../report/yearBefore'
import { troubleWords } from '../drafts/missing'
import { useDrafts } from '../drafts/store'
import { Button, buttonClass } from '../parts/Button'
import { useCell } from '../parts/cell'
import { Icon } from '../parts/Icon'
import styles from './LastYear.module.css'
import { useSession } from './session'
import { reportName } from './yearBefore'

/** 上年年报: what the rules across years compare with; a draft of this browser, or a JSON file. */
export function LastYear() {
  const session = useSession()
  const { lastYear } = useCell(session.notes)
  const drafts = useDrafts()
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState('')
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const loaded = lastYear !== undefined && !choosing
  const before = useRef(loaded)
  useLayoutEffect(() => {
    if (before.current === loaded) return
    before.current = loaded
    // What was pressed is gone: the focus goes to what has taken its place.
    if (document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [loaded])
  const now = { entries: session.entries() }
  const candidates = drafts.filter(
    (draft) => draft.id !== session.draft.id && isYearBefore(draft.report, now),
  )
  const load = (report: Report | undefined) => {
    session.notes.set({ ...session.notes.get(), lastYear: report && lastYearCopy(report) })
    setChoosing(false)
    setProblem('')
    void session.findings.now()
  }
  async function read(file: File | undefined) {
    if (!file) return
    try {
      await readFile(file)
    } catch (error) {
      setProblem(troubleWords(error, '文件读不出来，没有载入。请确认文件还在原处、没有被移走后再试。'))
    }
  }
  async function readFile(file: File) {
    const [{ MAX_FILE_BYTES, readFileText }, { decodeText }] = await Promise.all([
      import('../../report/schema'),
      import('../../import/files/decode'),
    ])
    if (file.size > MAX_FILE_BYTES) return setProblem('文件超过 10 MB，不是年报文件。')
    const found = readFileText(decodeText(new Uint8Array(await file.arrayBuffer())))
    if ('problem' in found) return setProblem(found.problem.replaceAll('导入', '载入'))
    load(found.report)
  }
  return (
    <section ref={section} className={styles.lastYear} aria-labelledby={id}>
      <h2 id={id}>上年年报</h2>
      {loaded ? (
        <>
          <p className={styles.loaded}>
            <Icon name="ok" size={14} />
            已载入：{reportName(lastYear)}
          </p>
          {!isYearBefore(lastYear, now) && (
            <p className={styles.problem}>不是本年度的上一年，没有参与核对。请更换，或改正年度。</p>
          )}
          <p className={styles.actions}>
            <Button small onClick={() => setChoosing(true)}>
              更换
            </Button>
            <Button small look="text" onClick={() => load(undefined)}>
              移除
            </Button>
          </p>
        </>
      ) : (
        <>
          {!lastYear && <p>未载入上年。载入后核对上年结转、现行有效、未审结案件和异常增减。</p>}
          {candidates.length > 0 && (
            <ul>
              {candidates.map((draft) => (
                <li key={draft.id}>
                  <Button small onClick={() => load(draft.report)}>
                    载入 {reportName(draft.report)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <label className={buttonClass('outlined', true)}>
            从 JSON 文件载入
            <input
              type="file"
              className="visually-hidden"
              accept=".json,application/json"
              onChange={(event) => {
                void read(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </label>
          {problem && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          {choosing && (
            <Button small look="text" onClick={() => setChoosing(false)}>
              取消
            </Button>
          )}
        </>
      )}
    </section>
  )
}
