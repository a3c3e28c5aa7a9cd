import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import type { Verdict } from '../../checks/types'
import type { Draft } from '../../drafts/draft'
import type { Progress } from '../../report/progress'
import { Button, buttonClass } from '../parts/Button'
import { localDate } from '../parts/localDate'
import { StatusTag } from '../parts/Severity'
import { CHECK, reportPath } from '../routes'
import { MoreRow } from './MoreRow'
import { dayWords, organOf, titleOf } from './names'
import styles from './Register.module.css'
import { completedOf, dueOf, type Row, standingOf, type YearGroup } from './register'
import type { DraftActions } from './useDraftActions'

type VerdictOf = (draft: Draft) => Verdict | 'failed' | undefined

interface Props {
  groups: YearGroup[]
  now: Date
  verdictOf: VerdictOf
  isFinalRow: (row: Row) => boolean
  actions: DraftActions
  onCopied: (id: string, title: string) => void
  onRemoved: (id: string, title: string, done: boolean) => void
}

/** The drafts as a register, grouped by year. */
export function Register({ groups, now, verdictOf, isFinalRow, actions, onCopied, onRemoved }: Props) {
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
      {groups.map(({ year, rows }) => (
        <tbody key={year ?? 'none'}>
          {rows.map((row, index) => {
            const { draft } = row
            const title = titleOf(draft.report.entries)
            const open = opened === draft.id
            const close = () => {
              setOpened(null)
              document.getElementById(`more-${draft.id}`)?.focus()
            }
            const ownLines = rows.some((each) => each.draft.id === opened) ? rows.length + 1 : rows.length
            return (
              <Fragment key={draft.id}>
                <tr className={open ? styles.open : undefined}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={ownLines} className={styles.year}>
                      {year === undefined ? <span>未填年度</span> : <b>{year}</b>}
                      <small>{rows.length} 份</small>
                    </th>
                  )}
                  <OrganCell row={row} now={now} />
                  <ProgressCell sections={row.sections} />
                  <VerdictCell row={row} verdict={verdictOf(draft)} />
                  <DueCell row={row} today={localDate(now)} final={isFinalRow(row)} />
                  <td className={styles.actions}>
                    <span>
                      <Link
                        href={reportPath(draft.id, row.next ?? CHECK)}
                        className={buttonClass('outlined', true)}
                        aria-label={`${row.publishedAt ? '查看' : '继续填写'}：${title}`}
                      >
                        {row.publishedAt ? '查看' : '继续填写'}
                      </Link>
                      <Button
                        look="text"
                        small
                        id={`more-${draft.id}`}
                        aria-label={`更多：${title}`}
                        aria-expanded={open}
                        aria-controls={open ? `actions-${draft.id}` : undefined}
                        onClick={() => setOpened(open ? null : draft.id)}
                      >
                        更多 <span aria-hidden="true">{open ? '▴' : '▾'}</span>
                      </Button>
                    </span>
                  </td>
                </tr>
                {open && (
                  <MoreRow
                    draft={draft}
                    title={title}
                    actions={actions}
                    onClose={close}
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

function OrganCell({ row: { draft, kind }, now }: { row: Row; now: Date }) {
  const created = draft.revision === 1 && draft.savedAt === draft.createdAt
  return (
    <th scope="row" className={styles.organ}>
      <Link href={reportPath(draft.id)}>{organOf(draft.report.entries)}</Link>
      <small>
        {kind}
        {kind && <span className={styles.dot}> · </span>}
        <span className={styles.time}>
          {dayWords(draft.savedAt, now)} {created ? '新建' : '保存'}
        </span>
      </small>
    </th>
  )
}

function ProgressCell({ sections }: { sections: Progress[] }) {
  if (!sections.length) return <td>—</td>
  return (
    <td>
      <div className={styles.segments} aria-hidden="true">
        {sections.map(({ key, filled, total }) => (
          <i key={key} data-amount={filled === 0 ? 'none' : filled < total ? 'part' : 'all'} />
        ))}
      </div>
      <small>
        已完成 {completedOf(sections)}/{sections.length}
      </small>
    </td>
  )
}

function VerdictCell({ row, verdict }: { row: Row; verdict: ReturnType<VerdictOf> }) {
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
  const { tone, icon, words, detail } = standingOf(verdict, row.sections)
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
