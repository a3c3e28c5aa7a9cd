import { useMemo, useRef, useState } from 'react'
import { inForce, replyOf } from '../../aggregate/inForce'
import { checkingNodes } from '../../aggregate/nodeCheck'
import { figureTexts } from '../../aggregate/remarkPlaces'
import { remarkNumbers } from '../../aggregate/remarks'
import {
  countsOf,
  dispute,
  disputesAgainst,
  filtered,
  groupedByRule,
  type ReviewFilter,
  reasonsOf,
  reviewRows,
  ruleBookCode,
} from '../../aggregate/review'
import { isSummed } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import { FILE_TYPES } from '../../export/fileTypes'
import type { PrintedList } from '../../export/lists'
import { currentEdition as edition } from '../../format/editions'
import { dateInWords } from '../../report/localDate'
import { named } from '../../report/named'
import { safeFileName } from '../../report/safeFileName'
import { troubleWords } from '../drafts/missing'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { inSlices } from '../parts/inSlices'
import { localDate } from '../parts/localDate'
import styles from './Aggregate.module.css'
import { Progress } from './Progress'
import { ReplyForm } from './ReplyForm'
import { ReviewFilters } from './ReviewFilters'
import { ReviewGroup } from './ReviewGroup'
import { remarkLists, reviewList } from './remarkLists'
import { reviewAll, reviewsKnown } from './reviewing'
import own from './Second.module.css'
import { NOT_KEPT, type OpenTask } from './useTask'
import { useWork } from './useWork'

type ListKind = 'docx' | 'xlsx' | 'zip'
/** Beyond so many lines a group shows its first ones. */
const ALL_SHOWN = 400

/** 审核: all rules over all units, what each unit says to it, and what goes back. */
export function ReviewPage({ open }: { open: OpenTask }) {
  const { task, overview } = open
  const today = localDate()
  const { busy, said, problem, begin, say, cancel } = useWork()
  const [filter, setFilter] = useState<ReviewFilter>({})
  const [looks, setLooks] = useState(0)
  // As it is typed, so that it is in what is made before it is kept; no key draws the list anew.
  const reply = useRef(replyOf(task.decisions))
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
  const units = useMemo(
    () => [...new Set(rows.map(({ unit }) => unit))].map((id) => [id, name(id)] as const),
    [rows, name],
  )

  async function review() {
    const work = begin('正在审核', standings.length)
    const failed = await reviewAll(
      task.id,
      standings,
      today,
      (done) => work.progress(done, standings.length),
      work.signal,
    ).catch(() => standings.map(({ id }) => id))
    setLooks((count) => count + 1)
    if (work.signal.aborted) return
    const found = reviewsKnown(standings, today)
    const notJudged = failed.length ? `${failed.length} 家没有审核成：${named(failed.map(name))}。` : ''
    work.end(`已审核 ${found.length} 家。`, notJudged)
    if (!found.length) return
    const reasons = reasonsOf(reviewRows(found, task.decisions), edition)
    const counts = found.map(({ code, findings = [] }): [string, string] => {
      const { block, verify } = countsOf(findings)
      return [code, `${block}/${verify}`]
    })
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
          reports: Object.fromEntries(counts),
          ...(reasons.length ? { reasons } : {}),
        },
      ],
    }))
    if (!kept) work.end('', NOT_KEPT)
  }

  async function keepReply() {
    const known = replyOf(task.decisions)
    const { until, contact } = reply.current
    if (until === known.until && contact === known.contact) return
    if (!(await open.decide({ kind: 'reply', until, contact }))) say('', NOT_KEPT)
  }
  function* remarks(): Generator<void, PrintedList[]> {
    const choices = inForce(task.decisions).filter((one) => one.kind === 'choose')
    const of = (unit: string) => !filter.unit || unit === filter.unit
    const checks = yield* checkingNodes(overview, choices)
    return yield* remarkLists({
      rows: rows.filter(({ unit }) => of(unit)),
      checks: checks.filter(({ node }) => of(node)),
      name,
      current: (id) => reports.get(id)?.current,
      year: task.year,
      reply: reply.current,
    })
  }
  /** Makes a file of lists beside the page and hands it to the browser. */
  async function handOver(
    kind: ListKind,
    steps: Iterator<void, PrintedList[]>,
    nameOf: (lists: PrintedList[]) => string,
    saidOf: (lists: PrintedList[]) => string,
  ) {
    const work = begin('正在生成')
    try {
      const slices = inSlices(steps)
      work.signal.addEventListener('abort', slices.stop)
      const lists = await slices.done
      if (lists.length) {
        const { makeArchive, makeFile } = await import('./saveOutput')
        const names = lists.map(({ sheet }, n) =>
          safeFileName(`${String(n + 1).padStart(3, '0')}_${sheet}_核对意见.docx`),
        )
        const made = await (kind === 'zip'
          ? makeArchive(lists, names, work.progress, work.signal)
          : makeFile({ kind, lists }, work.signal))
        download(nameOf(lists), made, FILE_TYPES[kind])
      }
      work.end(saidOf(lists))
    } catch (error) {
      work.end('', `没有生成。${troubleWords(error, '程序在这里出了错。')}`)
    }
  }
  const stem = `${task.name}_${task.year}`
  const save = (kind: ListKind) =>
    handOver(
      kind,
      remarks(),
      (lists) =>
        `${stem}_核对意见${kind !== 'zip' && lists.length === 1 ? `_${lists[0]?.sheet}` : ''}.${kind}`,
      ({ length }) => (length ? `${length} 家的核对意见已交给浏览器下载。` : '没有需要发回的核对意见。'),
    )
  function saveTable() {
    const list = reviewList(shown, numbers, figures, name, `${task.name}审核结果表`, today)
    return handOver(
      'xlsx',
      inList(list),
      () => `${stem}_审核结果表.xlsx`,
      () => '已交给浏览器下载。',
    )
  }
  if (!standings.length) return <p className={styles.empty}>还没有可以审核的年报。请先在“单位与装入”装入。</p>
  const drawAll = shown.length <= ALL_SHOWN
  return (
    <>
      <p className={`${styles.actions} ${own.actions}`}>
        <Button look="primary" onClick={() => void review()}>
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
        {busy
          ? `${busy.words}……`
          : said ||
            (last
              ? `上次审核：${dateInWords(last.day)}，规则版本 ${last.rules}，${Object.keys(last.reports).length} 家${last.rules === ruleBookCode() ? (rows.length ? '' : '。清单不留在浏览器里，再按一次“全部审核”就列出') : '；规则已有更新，请重新审核'}。`
              : `${standings.length} 家的年报还没有审核。`)}
      </p>
      {busy && <Progress busy={busy} onCancel={() => cancel('已取消。')} />}
      {rows.length > 0 && (
        <>
          <div className={own.filters}>
            <ReviewFilters units={units} filter={filter} onChange={setFilter} />
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
                (await open.decide(dispute(row, reason))) ? say('已记下不认可。') : say('', NOT_KEPT)
              }
              onAccept={async (row) =>
                (await open.withdraw(disputesAgainst(row, task.decisions)))
                  ? say('已撤回不认可。')
                  : say('', NOT_KEPT)
              }
            />
          ))}
        </>
      )}
      {!rows.length && reviews.length > 0 && <p className={styles.hint}>没有发现问题。</p>}
    </>
  )
}

function* inList<T>(steps: Generator<void, T>): Generator<void, T[]> {
  return [yield* steps]
}
