import { useEffect, useMemo, useRef, useState } from 'react'
import { inForce, replyOf } from '../../aggregate/inForce'
import { checkNodes } from '../../aggregate/nodeCheck'
import { figureTexts } from '../../aggregate/remarkPlaces'
import { remarkNumbers } from '../../aggregate/remarks'
import {
  BASIC_PLACE,
  dispute,
  filtered,
  groupedByRule,
  isOpen,
  type ReviewFilter,
  type ReviewRow,
  reasonsOf,
  reviewRows,
  ruleBookCode,
} from '../../aggregate/review'
import { isSummed } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import type { Severity } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { sectionLabel } from '../../format/names'
import { safeFileName } from '../../report/safeFileName'
import { troubleWords } from '../drafts/missing'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { localDate } from '../parts/localDate'
import { severityWord } from '../parts/Severity'
import styles from './Aggregate.module.css'
import { ReplyForm } from './ReplyForm'
import { ReviewGroup } from './ReviewGroup'
import { remarkLists, reviewList } from './remarkLists'
import { reviewAll, reviewsKnown } from './reviewing'
import own from './Second.module.css'
import type { makeLists } from './saveOutput'
import { NOT_KEPT, type OpenTask } from './useTask'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Beyond so many lines a group shows its first ones. */
const ALL_SHOWN = 400

/** 审核: all rules over all units, what each unit says to it, and what goes back. */
export function ReviewPage({ open }: { open: OpenTask }) {
  const { task, overview } = open
  const today = localDate()
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [filter, setFilter] = useState<ReviewFilter>({})
  const [looks, setLooks] = useState(0)
  const stopping = useRef<AbortController | undefined>(undefined)
  // As it is typed, so that it is in what is made before it is kept; no key draws the list anew.
  const reply = useRef(replyOf(task.decisions))
  const making = useRef<AbortController | undefined>(undefined)
  useEffect(
    () => () => {
      stopping.current?.abort()
      making.current?.abort()
    },
    [],
  )
  const standings = useMemo(
    () => overview.standings.filter((one) => isSummed(one) && one.current),
    [overview],
  )
  const name = useMemo(() => {
    const names = unitNames(overview.standings)
    return (id: string) => names.get(id) ?? id
  }, [overview])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known grows with each look
  const reviews = useMemo(() => reviewsKnown(standings, today), [standings, today, looks])
  const rows = useMemo(() => reviewRows(reviews, task.decisions), [reviews, task.decisions])
  const shown = useMemo(() => filtered(rows, edition, filter), [rows, filter])
  const groups = useMemo(() => groupedByRule(shown), [shown])
  const reports = useMemo(
    () =>
      new Map(
        standings.map(({ id, current }) => [id, { current, figures: current && figureTexts(current) }]),
      ),
    [standings],
  )
  const figures = (unit: string) => reports.get(unit)?.figures
  const last = task.decisions.filter((one) => one.kind === 'reviewed').at(-1)
  const numbers = useMemo(() => remarkNumbers(rows), [rows])

  async function review() {
    const stop = new AbortController()
    stopping.current = stop
    setSaid('')
    setProblem('')
    setProgress({ done: 0, of: standings.length })
    const failed = await reviewAll(
      task.id,
      standings,
      today,
      (done) => setProgress({ done, of: standings.length }),
      stop.signal,
    ).catch(() => standings.map(({ id }) => id))
    setProgress(null)
    setLooks((count) => count + 1)
    const found = reviewsKnown(standings, today)
    if (failed.length)
      setProblem(`${failed.length} 家没有审核成：${failed.slice(0, 8).map(name).join('、')}。`)
    setSaid(`已审核 ${found.length} 家。`)
    if (stop.signal.aborted || !found.length) return
    const rows = reviewRows(found, task.decisions)
    const reasons = reasonsOf(rows, edition)
    const counts = Object.fromEntries(
      reviewRowsCount(rows).concat(
        found.filter(({ findings }) => !findings?.length).map(({ code }) => [code, '0/0']),
      ),
    )
    const kept = await open.change((head) => ({
      ...head,
      decisions: [
        // Of one day and one rule book the last look counts.
        ...head.decisions.filter(
          (one) => one.kind !== 'reviewed' || one.day !== today || one.rules !== ruleBookCode(),
        ),
        {
          kind: 'reviewed',
          rules: ruleBookCode(),
          day: today,
          reports: counts,
          ...(reasons.length ? { reasons } : {}),
        },
      ],
    }))
    if (!kept) setProblem(NOT_KEPT)
  }

  async function keepReply() {
    const known = replyOf(task.decisions)
    const { until, contact } = reply.current
    if (until === known.until && contact === known.contact) return
    setProblem((await open.decide({ kind: 'reply', until, contact })) ? '' : NOT_KEPT)
  }
  const stem = `${task.name}_${task.year}`
  const lists = () => {
    const choices = inForce(task.decisions).filter((one) => one.kind === 'choose')
    const of = (unit: string) => !filter.unit || unit === filter.unit
    return remarkLists({
      rows: rows.filter(({ unit }) => of(unit)),
      checks: checkNodes(overview, choices).filter(({ node }) => of(node)),
      name,
      current: (id) => reports.get(id)?.current,
      year: task.year,
      reply: reply.current,
    })
  }
  async function handOver(name: string, work: Parameters<typeof makeLists>[0], type: string) {
    const stop = new AbortController()
    making.current?.abort()
    making.current = stop
    setSaid('正在生成……')
    setProblem('')
    try {
      const { makeLists } = await import('./saveOutput')
      const progress = (done: number, of: number) => setSaid(`正在生成，${done}/${of}……`)
      download(name, await makeLists(work, progress, stop.signal), type)
      return true
    } catch (error) {
      setSaid('')
      if (!stop.signal.aborted) setProblem(`没有生成。${troubleWords(error, '程序在这里出了错。')}`)
      return false
    }
  }
  async function save(kind: 'docx' | 'xlsx' | 'zip') {
    const made = lists()
    if (!made.length) return setSaid('没有需要发回的核对意见。')
    const only = made.length === 1 ? `_${made[0]?.sheet}` : ''
    const type = { docx: WORD, xlsx: EXCEL, zip: 'application/zip' }[kind]
    const name = `${stem}_核对意见${kind === 'zip' ? '' : only}.${kind}`
    const names = made.map(({ sheet }, n) =>
      safeFileName(`${String(n + 1).padStart(3, '0')}_${sheet}_核对意见.docx`),
    )
    const work = kind === 'zip' ? { kind, lists: made, names } : { kind, lists: made }
    if (!(await handOver(name, work, type))) return
    setSaid(`${made.length} 家的核对意见已交给浏览器下载。`)
  }
  async function saveTable() {
    const lists = [reviewList(shown, numbers, figures, name, `${task.name}审核结果表`, today)]
    if (!(await handOver(`${stem}_审核结果表.xlsx`, { kind: 'xlsx', lists }, EXCEL))) return
    setSaid('已交给浏览器下载。')
  }
  if (!standings.length) return <p className={styles.empty}>还没有可以审核的年报。请先在“单位与装入”装入。</p>
  const units = [...new Set(rows.map(({ unit }) => unit))]
  const drawAll = shown.length <= ALL_SHOWN
  return (
    <>
      <p className={`${styles.actions} ${own.actions}`}>
        <Button look="primary" disabled={!!progress} onClick={() => void review()}>
          全部审核
        </Button>
        <Button disabled={!rows.length} onClick={() => void save('docx')}>
          导出核对意见
        </Button>
        <Button disabled={!rows.length} onClick={() => void save('xlsx')}>
          核对意见 Excel
        </Button>
        <Button disabled={!rows.length} onClick={() => void save('zip')}>
          核对意见 每家一份
        </Button>
        <Button look="text" disabled={!rows.length} onClick={() => void saveTable()}>
          审核结果表 Excel
        </Button>
      </p>
      {rows.length > 0 && <ReplyForm reply={reply} onDone={() => void keepReply()} />}
      <p role="alert" className={problem ? styles.problem : undefined}>
        {problem}
      </p>
      <p role="status" className={styles.hint}>
        {progress
          ? `正在审核，已完成 ${progress.done}/${progress.of}……`
          : said ||
            (last
              ? `上次审核：${last.day}，规则版本 ${last.rules}，${Object.keys(last.reports).length} 家${last.rules === ruleBookCode() ? '' : '；规则已有更新，请重新审核'}。`
              : `${standings.length} 家的年报还没有审核。`)}
      </p>
      {rows.length > 0 && (
        <>
          <div className={own.filters}>
            <label>
              单位
              <select
                value={filter.unit ?? ''}
                onChange={({ target }) => setFilter({ ...filter, unit: target.value || undefined })}
              >
                <option value="">全部 {units.length} 家</option>
                {units.map((id) => (
                  <option key={id} value={id}>
                    {name(id)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              程度
              <select
                value={filter.severity ?? ''}
                onChange={({ target }) =>
                  setFilter({ ...filter, severity: (target.value || undefined) as Severity | undefined })
                }
              >
                <option value="">全部</option>
                {(['block', 'blank', 'verify', 'note'] as const).map((severity) => (
                  <option key={severity} value={severity}>
                    {severityWord[severity]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              在哪一部分
              <select
                value={filter.place ?? ''}
                onChange={({ target }) => setFilter({ ...filter, place: target.value || undefined })}
              >
                <option value="">全部</option>
                <option value={BASIC_PLACE}>基本信息</option>
                {edition.sections.map((section) => (
                  <option key={section.key} value={section.key}>
                    {sectionLabel(section)}
                  </option>
                ))}
              </select>
            </label>
            <span className={styles.hint}>
              {shown.length} 条。全部单位要发回的 {numbers.size} 条。核对规则版本 {ruleBookCode()}
            </span>
          </div>
          {groups.map((group) => (
            <ReviewGroup
              key={`${group.severity} ${group.rule}`}
              group={group}
              numbers={numbers}
              figures={figures}
              name={name}
              all={drawAll}
              onDispute={async (row, reason) =>
                setProblem((await open.decide(dispute(row, reason))) ? '' : NOT_KEPT)
              }
            />
          ))}
        </>
      )}
      {!rows.length && reviews.length > 0 && <p className={styles.hint}>没有发现问题。</p>}
    </>
  )
}

/** Open findings of each report, 阻断/核实. */
function reviewRowsCount(rows: readonly ReviewRow[]): [string, string][] {
  const counts = new Map<string, { block: number; verify: number }>()
  for (const row of rows) {
    const count = counts.get(row.code) ?? { block: 0, verify: 0 }
    counts.set(row.code, count)
    if (row.finding.severity === 'block') count.block++
    if (row.finding.severity === 'verify' && isOpen(row)) count.verify++
  }
  return [...counts].map(([code, { block, verify }]) => [code, `${block}/${verify}`])
}
