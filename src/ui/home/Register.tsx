import { Fragment, memo, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Draft } from '../../drafts/draft'
import type { Removed } from '../../drafts/store'
import type { Progress } from '../../report/progress'
import { isCorrection } from '../../report/publication'
import { Boundary } from '../drafts/Boundary'
import type { DraftActions } from '../drafts/useDraftActions'
import { Button, buttonClass } from '../parts/Button'
import { localDate } from '../parts/localDate'
import { dayWords, organOf, titleOf } from '../parts/names'
import { StatusTag } from '../parts/Severity'
import { useAfterwards } from '../parts/useAfterwards'
import { CHECK, reportPath } from '../routes'
import { MoreRow } from './MoreRow'
import styles from './Register.module.css'
import {
  dueOf,
  filledOf,
  firstLines,
  isKnownFinal,
  type Known,
  type Row,
  standingOf,
  type YearGroup,
} from './register'

/** More than any screen shows: the others are drawn right after the first picture. */
const FIRST_LINES = 30
/** Only at the start: on the way back from a report the browser scrolls to where the clerk was, at once. */
let drawnBefore = false

interface Props {
  groups: YearGroup[]
  now: Date
  verdictOf: (draft: Draft) => Known
  actions: DraftActions
  onCopied: (id: string, title: string, done: boolean) => void
  onRemoved: (id: string, title: string, done: Removed) => void
}

/** The drafts as a register, grouped by year. */
export function Register({ groups, now, verdictOf, actions, onCopied, onRemoved }: Props) {
  const complete = useAfterwards(drawnBefore)
  useEffect(() => {
    drawnBefore = true
  }, [])
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <table className={styles.register}>
      <caption className="visually-hidden">我的年报，按年度排列</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.yearHead}>
            年度
          </th>
          <th scope="col">公开机关</th>
          <th scope="col" className={styles.progressHead}>
            填报进度
          </th>
          <th scope="col" className={styles.verdictHead}>
            核对结论
          </th>
          <th scope="col" className={styles.dueHead}>
            公布期限
          </th>
          <th scope="col" className={styles.actionsHead}>
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      {firstLines(groups, complete ? Number.POSITIVE_INFINITY : FIRST_LINES).map(({ group, rows }) => (
        <tbody key={group.year ?? 'none'}>
          {rows.map((row, index) => {
            const { draft } = row
            const open = opened === draft.id
            const lines = rows.some((each) => each.draft.id === opened) ? rows.length + 1 : rows.length
            return (
              <Fragment key={draft.id}>
                <Boundary
                  what="这份年报"
                  current={() => draft}
                  frame={(line) => (
                    <tr>
                      <td colSpan={6}>{line}</td>
                    </tr>
                  )}
                >
                  <Line
                    row={row}
                    group={index === 0 ? group : undefined}
                    lines={index === 0 ? lines : 0}
                    verdict={verdictOf(draft)}
                    now={now}
                    open={open}
                    onMore={setOpened}
                  />
                </Boundary>
                {open && (
                  <MoreRow
                    draft={draft}
                    title={titleOf(draft.report.entries)}
                    actions={actions}
                    onClose={() => {
                      setOpened(null)
                      document.getElementById(`more-${draft.id}`)?.focus()
                    }}
                    onCopied={onCopied}
                    onRemoved={(id, name, done) => {
                      setOpened(null)
                      onRemoved(id, name, done)
                    }}
                  />
                )}
              </Fragment>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

interface LineProps {
  row: Row
  /** On its first line, with the number of lines drawn for it. */
  group?: YearGroup
  lines: number
  verdict: Known
  now: Date
  open: boolean
  onMore: (id: string | null) => void
}

/** One draft. Drawn again only when something about it has changed. */
const Line = memo(function Line({ row, group, lines, verdict, now, open, onMore }: LineProps) {
  const { id, report } = row.draft
  const title = titleOf(report.entries)
  const { sections, next } = filledOf(row)
  const does = row.publishedAt ? '查看' : '继续填写'
  return (
    <tr className={open ? styles.open : undefined}>
      {group && (
        <th scope="rowgroup" rowSpan={lines} className={styles.year}>
          {group.year === undefined ? <span>未填年度</span> : <b>{group.year}</b>}
          <small>{group.rows.length} 份</small>
        </th>
      )}
      <OrganCell row={row} now={now} />
      <ProgressCell sections={sections} verdict={verdict} />
      <VerdictCell row={row} sections={sections} verdict={verdict} />
      <DueCell row={row} today={localDate(now)} final={isKnownFinal(verdict)} />
      <td className={styles.actions}>
        <span>
          <Link
            href={reportPath(id, next ?? CHECK)}
            className={buttonClass('outlined', true)}
            aria-label={`${does}：${title}`}
          >
            {does}
          </Link>
          <Button
            look="text"
            small
            id={`more-${id}`}
            aria-label={`更多：${title}`}
            aria-expanded={open}
            aria-controls={open ? `actions-${id}` : undefined}
            onClick={() => onMore(open ? null : id)}
          >
            更多 <span aria-hidden="true">{open ? '▴' : '▾'}</span>
          </Button>
        </span>
      </td>
    </tr>
  )
})

function OrganCell({ row: { draft, kind }, now }: { row: Row; now: Date }) {
  const created = draft.revision === 1 && draft.savedAt === draft.createdAt
  return (
    <th scope="row" className={styles.organ}>
      <Link href={reportPath(draft.id)}>{organOf(draft.report.entries)}</Link>
      <small className={styles.about}>
        {draft.report.notes.example && <span>示例</span>}
        {isCorrection(draft.report) && <span>更正版</span>}
        {kind && <span>{kind}</span>}
        <span>
          {dayWords(draft.savedAt, now)} {created ? '新建' : '保存'}
        </span>
      </small>
    </th>
  )
}

function ProgressCell({ sections, verdict }: { sections: Progress[]; verdict: Known }) {
  if (!sections.length) return <td>—</td>
  const complete = verdict === undefined || verdict === 'failed' ? undefined : verdict.complete
  return (
    <td>
      <div className={styles.segments} aria-hidden="true">
        {sections.map(({ key, filled }) => (
          <i key={key} data-amount={complete?.includes(key) ? 'all' : filled ? 'part' : 'none'} />
        ))}
      </div>
      <small>
        已完成 {complete?.length ?? '—'}/{sections.length}
      </small>
    </td>
  )
}

function VerdictCell({ row, sections, verdict }: { row: Row; sections: Progress[]; verdict: Known }) {
  if (!row.edition)
    return (
      <td className={styles.verdict}>
        <StatusTag tone="verify" icon="verify">
          打不开
        </StatusTag>
        <small>请换用新版本的年报通</small>
      </td>
    )
  if (verdict === undefined || verdict === 'failed')
    return (
      <td className={styles.verdict}>
        <StatusTag tone="idle" icon="blank">
          {verdict ? '未能核对' : '正在核对'}
        </StatusTag>
        <small>{verdict ? '打开后可再次核对' : '\u00a0'}</small>
      </td>
    )
  const { tone, icon, words, detail } = standingOf(verdict, sections)
  return (
    <td className={styles.verdict}>
      <StatusTag tone={tone} icon={icon}>
        {words}
      </StatusTag>
      <small>{detail}</small>
    </td>
  )
}

function DueCell({ row, today, final }: { row: Row; today: string; final: boolean }) {
  const { words, detail, near } = dueOf(row, today, final)
  return (
    <td className={styles.due}>
      {words}
      <small className={near ? styles.near : undefined}>{detail}</small>
    </td>
  )
}
