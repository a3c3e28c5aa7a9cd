import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { filled, fillOf, setWords, sourceOf } from '../../aggregate/fill'
import type { Range } from '../../aggregate/range'
import { nameOfRange, sumReport } from '../../aggregate/sumReport'
import { type Standing, sumsOf } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import { type Draft, newDraft, newDraftId } from '../../drafts/draft'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { fieldAt, placeOf } from '../../format/names'
import type { Address } from '../../format/types'
import { isGuarded } from '../../report/publication'
import { blankReport, type Change, type Report, textAt, withTexts } from '../../report/report'
import { useDraftStore, useDrafts } from '../drafts/store'
import { type Made, useMerge } from '../import/useMerge'
import { Button } from '../parts/Button'
import { localDate } from '../parts/localDate'
import { titleOf } from '../parts/names'
import { reportPath } from '../routes'
import styles from './Aggregate.module.css'
import own from './Fill.module.css'
import { dropStep, leaveStep } from './fillSteps'
import { NOT_KEPT, type OpenTask } from './useTask'

const SCOPE: Address = 'scope'
const [FIRST] = edition.sections.filter(({ table }) => table)

/** 回填到年报: what the sums would change in an own report, and the change itself, which one 撤销 takes back. */
export function FillReport({
  open,
  range,
  standings,
  onClose,
}: {
  open: OpenTask
  range: Range
  standings: readonly Standing[]
  onClose(): void
}) {
  const { task } = open
  const store = useDraftStore()
  const drafts = useDrafts().filter(({ report }) => report.edition === edition.key && !report.notes.example)
  const { outcome, busy, into, undo, again } = useMerge()
  const [id, setId] = useState(() => ownDraft(drafts, task, range, standings))
  const [chosen, setChosen] = useState(new Map<Address, string>())
  const [made, setMade] = useState<{ id: string; words: string } | null>(null)
  const [problem, setProblem] = useState('')
  const [making, setMaking] = useState(false)
  const [keepsScope, setKeepsScope] = useState(false)
  const sums = useMemo(() => sumsOf({ standings }), [standings])
  const source = useMemo(() => sourceOf(open, range), [open, range])
  const wanted = useMemo(
    () => sumReport(edition, task, sums, range, standings, unitNames(open.overview.standings)),
    [task, open.overview, sums, range, standings],
  )
  const draft = drafts.find((one) => one.id === id)
  const report = useMemo(() => draft?.report ?? newReport(wanted), [draft, wanted])
  const fill = useMemo(() => fillOf(report, edition, standings), [report, standings])
  const asked = draft ? [...scopeChange(report, wanted), ...fill.typed] : []
  const strange = draft ? strangers(report, wanted) : []
  const sure = !strange.length || chosen.has('')
  const isTicked = ({ address, before }: Change) =>
    address === SCOPE ? sure && !keepsScope : chosen.get(address) === before
  const ticked = asked.filter(isTicked)
  const changes = [...(sure ? fill.blanks : []), ...ticked]
  const short = changes.filter(({ address }) => (sums.get(address)?.missing ?? 0) > 0).length
  const trouble = problem || (outcome?.state === 'refused' || outcome?.state === 'waits' ? outcome.words : '')
  const done =
    made ?? (outcome?.state === 'done' ? { id: outcome.made.after.id, words: outcome.words } : null)

  function choose(next: string) {
    setId(next)
    setChosen(new Map())
    setKeepsScope(false)
    setProblem('')
    again()
  }
  function tick(address: Address, before: string, on: boolean) {
    if (address === SCOPE) return setKeepsScope(!on)
    const next = new Map(chosen)
    if (on) next.set(address, before)
    else next.delete(address)
    setChosen(next)
  }
  async function write() {
    setProblem('')
    const next = filled(report, changes, source, standings)
    if (!draft) {
      const fresh = newDraft(next, store.now(), newDraftId(window.crypto))
      setMaking(true)
      const placed = await store.place(fresh, undefined)
      setMaking(false)
      if (!placed.ok) return setProblem(NOT_KEPT)
      leaveStep(fresh.id, { changes, sources: { before: undefined, after: next.notes.sources } })
      return setMade({ id: fresh.id, words: `已新建年报，填入 ${changes.length} 个数` })
    }
    await into(draft, next, (written) => stepLeft(draft, written, next))
  }
  async function takeBack(of: Made) {
    dropStep(of.after.id)
    await undo(of)
  }
  if (done)
    return (
      <section className={styles.part} aria-label="回填到年报">
        <p className={own.done} role="status">
          {done.words}。
          {outcome?.state === 'done' && (
            <Button small disabled={busy} onClick={() => void takeBack(outcome.made)}>
              撤销
            </Button>
          )}
          <Link href={reportPath(done.id, FIRST?.key)}>打开这份年报</Link>
          <Button small look="text" onClick={onClose}>
            关闭
          </Button>
        </p>
      </section>
    )
  return (
    <section className={styles.part} aria-label="回填到年报">
      <h2>回填到年报</h2>
      <p className={styles.hint}>{setWords(source)}。只写入三张表的数，正文和基本信息不动。</p>
      <p role="alert" className={trouble ? styles.problem : undefined}>
        {trouble}
      </p>
      <p role="status">{outcome?.state === 'undone' ? outcome.words : ''}</p>
      <label className={styles.choice}>
        填到
        <select value={draft?.id ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">新建一份年报</option>
          {drafts.map((one) => {
            const guarded = isGuarded(one.report, localDate())
            return (
              <option key={one.id} value={one.id} disabled={guarded}>
                {titleOf(one.report.entries)}
                {guarded ? '（已公开，请先改为更正版）' : ''}
              </option>
            )
          })}
        </select>
      </label>
      {strange.length > 0 && (
        <p className={styles.problem}>
          {strange.join('；')}。请确认选对了年报。
          <label className={own.tick}>
            <input
              type="checkbox"
              checked={chosen.has('')}
              onChange={({ target }) => tick('', '', target.checked)}
            />
            没有选错，照样填空白
          </label>
        </p>
      )}
      <ul className={own.counts}>
        <li>空白，将填入：{fill.blanks.length} 个</li>
        {fill.same > 0 && <li>已填，与汇总相同：{fill.same} 个</li>}
        {fill.typed.length > 0 && <li>已填，与汇总不同：{fill.typed.length} 个，勾选的才改</li>}
        {fill.unknown > 0 && <li>没有一家有可用的数，不填：{fill.unknown} 个</li>}
        {short > 0 && <li>汇总不完整，仍会填入并注明：{short} 个</li>}
      </ul>
      {asked.length > 0 && (
        <ul className={own.asked} aria-label="已填，与汇总不同">
          {asked.map(({ address, before, after }) => (
            <li key={address} data-asked={address}>
              <label className={own.tick}>
                <input
                  type="checkbox"
                  checked={isTicked({ address, before, after })}
                  onChange={({ target }) => tick(address, before, target.checked)}
                />
                <span>{placeOf(edition, address)}</span>
                <span>
                  {shown(address, before)} → <b>{shown(address, after)}</b>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {fill.blanks.length > 0 && (
        <details className={own.blanks}>
          <summary>看将填入的数</summary>
          <ul>
            {fill.blanks.map(({ address, after }) => (
              <li key={address} data-fill={address}>
                {placeOf(edition, address)} <b>{after}</b>
                {(sums.get(address)?.missing ?? 0) > 0 && `（缺 ${sums.get(address)?.missing} 家）`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles.actions}>
        <Button look="primary" disabled={busy || making || !changes.length} onClick={() => void write()}>
          填入 {changes.length} 处
        </Button>
        <Button look="text" onClick={onClose}>
          取消
        </Button>
      </p>
    </section>
  )
}

/** The draft of the same organ and year, if there is one: a second report of it is seldom meant. */
function ownDraft(
  drafts: readonly Draft[],
  task: OpenTask['task'],
  range: Range,
  standings: readonly Standing[],
): string {
  const name = nameOfRange(task, range, standings)
  const own = drafts.find(
    ({ report }) =>
      textAt(report.entries, 'year').trim() === String(task.year) &&
      textAt(report.entries, 'organ.name').trim() === name &&
      !isGuarded(report, localDate()),
  )
  return own?.id ?? ''
}

/** What was written stands in the history of the report once it is opened. */
function stepLeft(draft: Draft, { written, left, before, after }: Made, next: Report): string {
  const changes = written.map((address): Change => {
    const text = ({ entries }: Report) => textAt(entries, address)
    return { address, before: text(before.report), after: text(after.report) }
  })
  leaveStep(draft.id, {
    changes,
    sources: { before: before.report.notes.sources, after: next.notes.sources },
  })
  const others = left.filter((address) => address !== 'sources').length
  return `已填入 ${written.length} 处${others ? `，另有 ${others} 处刚在别处改过，没有写入` : ''}`
}

/** A blank report of the organ whose sums these are. */
function newReport({ entries }: Report): Report {
  const report = blankReport(edition)
  const cells = new Set(enteredCellsOf(edition).map(({ address }) => address))
  const texts = ['year', 'organ.name', 'organ.code', SCOPE]
    .filter((address) => !cells.has(address))
    .map((address): [Address, string] => [address, textAt(entries, address)])
  return { ...report, entries: withTexts(report.entries, texts) }
}

/** 口径 is asked like a figure, but goes along unless the clerk says no: sums of all units are no figures of one organ. */
function scopeChange(report: Report, wanted: Report): Change[] {
  const [before, after] = [textAt(report.entries, SCOPE), textAt(wanted.entries, SCOPE)]
  return before === after ? [] : [{ address: SCOPE, before, after }]
}

/** In what a report is not the one that a 汇总 is for; what it leaves blank tells nothing. */
function strangers(report: Report, wanted: Report): string[] {
  const [year, ours] = [report, wanted].map(({ entries }) => textAt(entries, 'year').trim())
  return year && ours && year !== ours ? [`年度不同：汇总是“${ours}”，这份年报是“${year}”`] : []
}

const shown = (address: Address, text: string): string =>
  fieldAt(edition, address)?.options?.find(({ value }) => value === text)?.label ?? (text || '空白')
