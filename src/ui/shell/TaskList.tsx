import { Fragment } from 'react'
import { Link } from 'wouter'
import type { Verdict } from '../../checks/types'
import { brokenWords, isFinal, openCounts } from '../../checks/verdict'
import { partsOfHeading } from '../../format/names'
import type { Edition } from '../../format/types'
import { NothingOpen } from '../form/FindingSteps'
import { useReview } from '../form/findings'
import { goTo } from '../form/goTo'
import { useSession } from '../form/session'
import { completedOf, reviewState } from '../form/taskState'
import { StatusTag, severityWord } from '../parts/Severity'
import { BASIC, CHECK, EXPORT, HISTORY, reportPath } from '../routes'
import styles from './TaskList.module.css'

const worst = ['block', 'verify'] as const

/** Lines end between words: a name over two lines is then read at a glance. */
const breakableName = (edition: Edition, name: string) =>
  partsOfHeading(edition, name).map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name are fixed
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ))

const copyWords = (verdict: Verdict) => (isFinal(verdict) ? '可以定稿' : '现只能导出草稿')

/** The same as is shown, for the name of the link: it replaces what the link holds. */
const openText = (verdict: Verdict) =>
  openCounts(verdict)
    .map(({ severity, count }) => `${count} 项${severityWord[severity]}`)
    .join('，') || (verdict.broken ? brokenWords(verdict.broken) : '没有问题')

/** What is open in the whole report, in the words and the order of 核对. */
function OpenWords({ verdict }: { verdict: Verdict }) {
  const open = openCounts(verdict)
  if (!open.length) return <NothingOpen broken={verdict.broken} />
  const tone = worst.find((severity) => verdict[severity])
  const icon = tone ?? open[0]?.severity ?? 'ok'
  return (
    <StatusTag tone={tone ?? 'idle'} icon={icon}>
      <span>
        {open.map(({ severity, count }, at) => (
          <Fragment key={severity}>
            {at > 0 && <wbr />}
            <span className={styles.count}>
              {count} 项{severityWord[severity]}
              {at < open.length - 1 && '，'}
            </span>
          </Fragment>
        ))}
      </span>
    </StatusTag>
  )
}

/** The parts of the report with their state; the way through the whole task. */
export function TaskList({ current }: { current: string }) {
  const session = useSession()
  const review = useReview()
  const states = reviewState(session.edition, review)
  const statutory = states.filter((state) => state.key !== BASIC)
  const done = completedOf(states)
  const next = states.find((state) => state.next)?.next
  const { verdict } = review
  const item = (key: string, numeral: string, name: string, status: React.ReactNode, words: string) => (
    <li key={key}>
      <Link
        href={reportPath(session.draft.id, key)}
        aria-current={key === current ? 'page' : undefined}
        title={name}
        aria-label={[numeral, name, words].filter(Boolean).join(' ')}
      >
        <span className={styles.numeral}>{numeral}</span>
        <span className={styles.name}>{breakableName(session.edition, name)}</span>
        <span className={styles.status}>{status}</span>
      </Link>
    </li>
  )
  return (
    <nav className={styles.list} aria-label="年报各部分">
      <div className={styles.summary}>
        <b>
          已完成 {done.length}/{statutory.length}
        </b>
        {next ? (
          <button type="button" onClick={() => goTo(session, next)} aria-label="前往下一处未完成">
            <span className={styles.wide}>前往下一处未完成</span>
            <span className={styles.narrow}>下一处</span>
          </button>
        ) : null}
        <span className={styles.segments} aria-hidden="true">
          {statutory.map((state) => (
            <i
              key={state.key}
              data-amount={done.includes(state.key) ? 'all' : state.filled ? 'some' : 'none'}
            />
          ))}
        </span>
      </div>
      <ul>
        {states.map((state) => {
          const problem = worst.find((severity) => state.problems[severity])
          const count = state.problems.block + state.problems.verify
          const words = problem
            ? `有问题（${count}）`
            : { untouched: '未开始', partial: '填写中', filled: '已填', complete: '已完成', problems: '' }[
                state.status
              ]
          const status = problem ? (
            <StatusTag tone={problem === 'block' ? 'block' : 'verify'} icon={problem}>
              {words}
            </StatusTag>
          ) : state.status === 'complete' ? (
            <StatusTag tone="ok" icon="ok">
              {words}
            </StatusTag>
          ) : (
            <StatusTag tone="idle" icon={state.status === 'untouched' ? 'blank' : 'half'}>
              {words}
            </StatusTag>
          )
          return item(state.key, state.numeral, state.name, status, words)
        })}
      </ul>
      <hr />
      <ul>
        {item(
          CHECK,
          '',
          '核对',
          verdict && <OpenWords verdict={verdict} />,
          verdict ? openText(verdict) : '',
        )}
        {item(
          EXPORT,
          '',
          '导出',
          verdict && (
            <StatusTag tone="idle" icon="print">
              {copyWords(verdict)}
            </StatusTag>
          ),
          verdict ? copyWords(verdict) : '',
        )}
        {item(HISTORY, '', '历史版本', null, '')}
      </ul>
    </nav>
  )
}
