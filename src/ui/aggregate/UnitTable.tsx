import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { isAllZero, type Received } from '../../aggregate/received'
import type { Counts } from '../../aggregate/review'
import { isSummed, type Standing } from '../../aggregate/task'
import { versionWords } from '../../aggregate/versions'
import { printedCode } from '../../report/contentCode'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { localDate } from '../parts/localDate'
import { sumPath } from '../routes'
import styles from './Aggregate.module.css'
import { Assign, type Kept, type OfUnit } from './Assign'
import { focusOnce } from './focusOnce'
import { useJudged } from './judging'
import { seenUnits, UnitFilter } from './UnitFilter'
import { useDrawnPieces } from './useDrawn'
import type { OpenTask } from './useTask'
import { isAwaited, isOverdue, returnWords, SETTLE, STATE_WORDS, unusableWords, zeroWords } from './words'

/** All units with what came of their reports. */
export function UnitTable({ open, today, onKept }: { open: OpenTask; today: string; onKept: Kept }) {
  const { standings } = open.overview
  const judged = useJudged(open.task.id, standings, today)
  const [only, setOnly] = useState('')
  const seen = useMemo(() => seenUnits(standings, only, today), [standings, only, today])
  const drawn = useDrawnPieces(seen)
  const nameOf = useMemo(() => {
    const names = new Map(open.task.units.map(({ id, name }) => [id, name]))
    return (id: string) => names.get(id) ?? ''
  }, [open.task.units])
  if (!standings.length) return null
  return (
    <>
      <UnitFilter standings={standings} only={only} today={today} onOnly={setOnly} />
      <table className={styles.units}>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">状态</th>
            <th scope="col">收到的年报</th>
            <th scope="col">处理</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((piece, at) => (
            <UnitLines
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
              key={at}
              standings={piece}
              known={piece.filter(({ current }) => current && judged(current)).length}
              judged={judged}
              nameOf={nameOf}
              today={today}
              open={open}
              onKept={onKept}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A piece of the table, gone through again only when something has become known of its own units. */
const UnitLines = memo(
  function UnitLines({
    standings,
    judged,
    nameOf,
    today,
    open,
    onKept,
  }: {
    standings: readonly Standing[]
    /** Of how many of them it is known what the rules say. */
    known: number
    judged: ReturnType<typeof useJudged>
    nameOf(id: string): string
    today: string
    open: OpenTask
    onKept: Kept
  }) {
    return standings.map((standing) => (
      <UnitLine
        key={`${standing.state === 'outside'} ${standing.id}`}
        standing={standing}
        parent={nameOf(standing.unit?.parent ?? '')}
        overdue={isOverdue(standing, today)}
        counts={standing.current && judged(standing.current)}
        open={open}
        onKept={onKept}
      />
    ))
  },
  (before, after) =>
    before.standings === after.standings &&
    before.known === after.known &&
    before.today === after.today &&
    before.open.task === after.open.task,
)

const UnitLine = memo(
  function UnitLine({
    standing,
    parent,
    overdue,
    counts,
    open,
    onKept,
  }: {
    standing: Standing
    parent: string
    overdue: boolean
    counts: Counts | 'failed' | undefined
    open: OpenTask
    onKept: Kept
  }) {
    const { id, unit, state, current } = standing
    const name = (unit?.name ?? current?.organ.name) || id || '没有认出名称的'
    const lacking = isSummed(standing) && current ? unusableWords(current) : ''
    return (
      <tr
        data-unit={id}
        data-state={state}
        data-overdue={overdue ? '' : undefined}
        data-code={current?.code}
        data-findings={counts && counts !== 'failed' ? `${counts.block}/${counts.verify}` : undefined}
      >
        <th scope="row">
          {name}
          <span className={styles.hint}>{[parent, unit?.code].filter(Boolean).join(' · ')}</span>
        </th>
        <td>
          <span className={styles.state} data-lacking={lacking ? '' : undefined}>
            <Icon
              name={isSummed(standing) && !lacking ? 'ok' : state === 'exempt' ? 'note' : 'verify'}
              size={14}
            />
            {STATE_WORDS[state]}
          </span>
          {overdue && <b className={styles.overdue}>逾期</b>}
          {lacking && <span className={styles.lacking}>{lacking}</span>}
          {state === 'zero' && <span className={styles.hint}>{zeroWords(standing)}</span>}
        </td>
        <td>
          {current && <ReportWords standing={standing} report={current} counts={counts} />}
          {returnWords(standing)}
          {standing.correctedBy && `已由“${standing.correctedBy.file}”更正，不再计入`}
          {state === 'exempt' &&
            (standing.reports.length ? (
              <span className={styles.lacking}>不需报（{unit?.exempt}），交来的没有计入</span>
            ) : (
              unit?.exempt
            ))}
        </td>
        <td>
          {isSummed(standing) && current && ((current.recognised && lacking) || standing.settledFrom) && (
            <Link
              href={sumPath(open.task.id, `${SETTLE}${current.code}`)}
              aria-label={`${lacking ? '核定' : '查看核定'}：${name}`}
            >
              {lacking ? '核定' : '查看核定'}
            </Link>
          )}
          <Actions standing={standing} name={name} open={open} onKept={onKept} />
          <TakeBack standing={standing} name={name} open={open} onKept={onKept} />
        </td>
      </tr>
    )
  },
  (before, after) =>
    before.standing === after.standing &&
    before.overdue === after.overdue &&
    before.counts === after.counts &&
    before.open.task === after.open.task,
)

const ReportWords = ({
  standing: { settledFrom },
  report,
  counts,
}: {
  standing: Standing
  report: Received
  counts: Counts | 'failed' | undefined
}) => (
  <>
    {report.file}
    <span className={styles.hint}>
      <span className={styles.code}>{printedCode(report.code)}</span>
      {[
        '',
        (report.recognised || settledFrom) && '由文本识别',
        settledFrom && '已对照来文核定',
        counts === 'failed' && '没有核对成',
        counts && counts !== 'failed' && `阻断 ${counts.block}，核实 ${counts.verify}`,
        report.unequalTotals.length > 0 && `${report.unequalTotals.length} 个总计与各项之和不符`,
      ]
        .filter((words, at) => !at || words)
        .join(' · ')}
    </span>
  </>
)

/** What is asked with a reason, and how. */
const ASKS = {
  zero: { label: '标为零报告', hint: '怎么核实的，如：电话核实' },
  exempt: { label: '不需报', hint: '如：与××局合署' },
  returned: { label: '退回', hint: '为什么，如：表三不平' },
}
const choicesFor = ({ state, current }: Standing, isListed: boolean): (keyof typeof ASKS)[] => {
  if (isAwaited({ state })) return isListed ? ['exempt'] : []
  if (!current || (state !== 'received' && state !== 'zero')) return []
  return state === 'received' && isAllZero(current) ? ['zero', 'returned'] : ['returned']
}

/** What a person can decide about a unit. */
function Actions({ standing, name, open, onKept }: OfUnit) {
  const [asks, setAsks] = useState<keyof typeof ASKS | null>(null)
  const { id, state, current, conflict } = standing
  if (state === 'conflict') {
    const differing = versionWords(conflict)
    return (
      <ul className={styles.versions}>
        {conflict.map(({ code, file }, at) => (
          <li key={code}>
            {file}
            <span className={styles.hint}>{differing[at]}</span>
            <Button
              small
              aria-label={`采用此份：${file}`}
              onClick={() => {
                const over = conflict.map((other) => other.code).filter((other) => other !== code)
                onKept(open.decide({ kind: 'choose', chosen: code, over }))
              }}
            >
              采用此份
            </Button>
          </li>
        ))}
      </ul>
    )
  }
  if (state === 'outside') return <Assign standing={standing} name={name} open={open} onKept={onKept} />
  if (!asks) {
    return choicesFor(standing, open.task.units.length > 0).map((kind) => (
      <Button
        key={kind}
        small
        look="text"
        aria-label={`${ASKS[kind].label}：${name}`}
        onClick={() => setAsks(kind)}
      >
        {ASKS[kind].label}
      </Button>
    ))
  }
  const { label, hint } = ASKS[asks]
  function decide(said: FormData) {
    const reason = String(said.get('reason')).trim() || '未写原因'
    const day = localDate()
    setAsks(null)
    if (asks === 'exempt') return onKept(open.decide({ kind: 'exempt', unit: id, reason }))
    if (!current) return
    const { code } = current
    if (asks === 'returned') return onKept(open.decide({ kind: 'returned', code, reason, day }))
    const by = String(said.get('by')).trim()
    onKept(open.decide({ kind: 'zero', code, by, reason, day }))
  }
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault()
        decide(new FormData(event.currentTarget))
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAsks(null)}
    >
      {asks === 'zero' && (
        <input
          name="by"
          aria-label={`零报告的核实人：${name}`}
          placeholder="核实人"
          autoComplete="name"
          ref={focusOnce}
          defaultValue={lastReviewer(open.task.decisions)}
        />
      )}
      <input
        name="reason"
        aria-label={`${label}的原因：${name}`}
        placeholder={hint}
        ref={asks === 'zero' ? undefined : focusOnce}
      />
      <Button small type="submit">
        确定
      </Button>
    </form>
  )
}

/** Who marked a 零报告 last in this task: mostly the one who marks the next. */
const lastReviewer = (decisions: OpenTask['task']['decisions']) =>
  decisions.flatMap((one) => (one.kind === 'zero' ? [one.by] : [])).at(-1) ?? ''

/** What was decided about a unit can be taken back, by kind. */
const TAKE_BACK = {
  choose: '撤回采用此份',
  belongs: '撤回归属',
  zero: '撤回零报告',
  returned: '取消退回',
  exempt: '撤回不需报',
} as const

function TakeBack({ standing: { decided = [] }, name, open, onKept }: OfUnit) {
  return Object.entries(TAKE_BACK).map(([kind, words]) => {
    const own = decided.filter((decision) => decision.kind === kind)
    return (
      own.length > 0 && (
        <Button
          key={kind}
          small
          look="text"
          aria-label={`${words}：${name}`}
          onClick={() => onKept(open.withdraw(own))}
        >
          {words}
        </Button>
      )
    )
  })
}
