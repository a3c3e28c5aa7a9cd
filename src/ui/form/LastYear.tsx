import { Suspense, useId, useLayoutEffect, useRef, useState } from 'react'
import { isProposed } from '../../report/proposed'
import { hasNoProse, lastYearCopy, type Report } from '../../report/report'
import { isYearBefore } from '../../report/yearBefore'
import { troubleWords } from '../drafts/missing'
import { useDraftStore, useDrafts } from '../drafts/store'
import { ACCEPTED, KINDS } from '../import/accepted'
import { Button, buttonClass } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { latePage } from '../parts/latePage'
import { useObservable } from '../parts/observable'
import styles from './LastYear.module.css'
import { reportName } from './lastYearText'
import { useSession } from './session'

// A first visit has no drafts to choose from, and no file with doubts.
const choice = latePage(async () => (await import('./LastYearParts')).CarryChoice)
const doubtList = latePage(async () => (await import('./LastYearParts')).Doubts)

/**
 * 上年年报: what the rules across years compare with; a draft of this browser, or a file of any kind. A report without prose
 * takes over what stays from year to year with it (沿用上年), unless that is skipped.
 */
export function LastYear() {
  const session = useSession()
  const { lastYear } = useObservable(session.notes)
  const drafts = useDrafts()
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState('')
  const [doubts, setDoubts] = useState<string[]>([])
  const [reading, setReading] = useState(false)
  const [skipped, setSkipped] = useState(false)
  useObservable(session.history)
  const carries = !skipped && !choosing && hasNoProse(session.edition, session.entries())
  const store = useDraftStore()
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const loaded = lastYear !== undefined && !choosing
  const before = useRef({ loaded, reading })
  useLayoutEffect(() => {
    const was = before.current
    before.current = { loaded, reading }
    if (reading || (was.loaded === loaded && !was.reading)) return
    // What was pressed is gone, or was disabled for a while: the focus goes to what has taken its place.
    if (document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [loaded, reading])
  const now = { entries: session.entries() }
  // A year that was only put in for the clerk gives way to what is carried.
  const anyYear = carries && isProposed(session.notes.get(), now.entries, 'year')
  const candidates = drafts.filter(
    ({ id, report }) =>
      id !== session.draft.id && !report.notes.example && (anyYear || isYearBefore(report, now)),
  )
  const load = (report: Report | undefined, doubtful: string[] = []) => {
    setDoubts(doubtful)
    session.note((notes) => ({ ...notes, lastYear: report && lastYearCopy(report) }))
    setChoosing(false)
    setProblem('')
    void session.findings.now()
  }
  async function carryOver(report: Report, doubtful: string[] = []) {
    const { carry } = await import('./carry')
    setProblem(carry(session, report))
    setDoubts(doubtful)
    void session.findings.now()
  }
  async function read(file: File | undefined) {
    // One file at a time: a second one would be taken over into what the first has filled.
    if (!file || reading) return
    setReading(true)
    try {
      const { readLastYear } = await import('../import/readLastYear')
      const found = await readLastYear(file, { entries: session.entries() }, store, carries && !anyYear)
      if ('problem' in found) setProblem(found.problem)
      else if (carries) await carryOver(found.report, found.doubts)
      else load(found.report, found.doubts)
    } catch (error) {
      setProblem(troubleWords(error, '文件读不出来，没有载入。请确认文件还在原处、没有被移走后再试。'))
    }
    setReading(false)
  }
  return (
    <section
      ref={section}
      className={styles.lastYear}
      aria-labelledby={id}
      onDragOver={(event) => loaded || event.preventDefault()}
      onDrop={(event) => {
        if (loaded) return
        event.preventDefault()
        void read(event.dataTransfer.files[0])
      }}
    >
      <h2 id={id}>{carries && !loaded ? '沿用上年' : '上年年报'}</h2>
      {loaded ? (
        <>
          <p className={styles.loaded}>
            <Icon name="ok" size={14} />
            已载入：{reportName(lastYear)}
          </p>
          {doubts.length > 0 && (
            <Suspense fallback={null}>
              <doubtList.Page doubts={doubts} />
            </Suspense>
          )}
          {!isYearBefore(lastYear, now) && (
            <p className={styles.problem}>不是本年度的上一年，没有参与核对。请更换，或改正年度。</p>
          )}
          <p className={styles.actions}>
            {carries && !hasNoProse(session.edition, lastYear.entries) && (
              <Button small onClick={() => void carryOver(lastYear)}>
                沿用
              </Button>
            )}
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
          {carries && (
            <p>带入基本信息、正文和上年结转；正文里的数字、年份逐处标出待改。文件也可以拖到这里。</p>
          )}
          {!lastYear && !carries && <p>未载入上年。载入后核对上年结转、现行有效、未审结案件和异常增减。</p>}
          {candidates.length > 0 && carries && (
            <Suspense fallback={null}>
              <choice.Page
                drafts={candidates}
                disabled={reading}
                onChoose={(report) => void carryOver(report)}
              />
            </Suspense>
          )}
          {candidates.length > 0 && !carries && (
            <ul>
              {candidates.map((draft) => (
                <li key={draft.id}>
                  <Button small disabled={reading} onClick={() => load(draft.report)}>
                    载入 {reportName(draft.report)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <label className={buttonClass('outlined', true)}>
            选择上年文件
            <input
              type="file"
              className="visually-hidden"
              accept={ACCEPTED}
              disabled={reading}
              aria-describedby={`${id}.kinds`}
              onChange={(event) => {
                void read(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </label>
          <p id={`${id}.kinds`}>{KINDS}，或年报通导出的 JSON、备份。</p>
          <p aria-live="polite" className={reading ? undefined : 'visually-hidden'}>
            {reading ? '正在读取……' : ''}
          </p>
          {problem && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          {carries && (
            <Button small look="text" disabled={reading} onClick={() => setSkipped(true)}>
              跳过
            </Button>
          )}
          {choosing && (
            <Button small look="text" disabled={reading} onClick={() => setChoosing(false)}>
              取消
            </Button>
          )}
        </>
      )}
    </section>
  )
}
