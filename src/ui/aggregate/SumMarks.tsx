import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { type SourceNow, setWords, sourceNow, sourcesAfter } from '../../aggregate/fill'
import { cellsOf } from '../../format/cells'
import type { TableSpec } from '../../format/types'
import type { Source } from '../../report/report'
import { sourcesOf } from '../../report/sources'
import { applied } from '../form/applied'
import { sectionKeyOf } from '../form/findings'
import { type ReportSession, useSession } from '../form/session'
import { Banner } from '../parts/Banner'
import { Button } from '../parts/Button'
import { reportPath } from '../routes'
import own from './Fill.module.css'
import { takeStep } from './fillSteps'
import { useStoredTask } from './useStoredTask'

/** Which figures of a table were taken from a 汇总, and whether it still is what it was then. */
export function SumMarks({ table }: { table: TableSpec }) {
  const session = useSession()
  useEffect(() => takeStep(session), [session])
  const sources = useSources(session)
  const here = useMemo(
    () =>
      new Set(
        cellsOf(session.edition)
          .filter((cell) => cell.table.key === table.key)
          .map(({ address }) => address),
      ),
    [session, table],
  )
  const shown = sources.filter(({ cells }) => Object.keys(cells).some((address) => here.has(address)))
  useEffect(() => {
    const marked = shown.flatMap((source) =>
      Object.keys(source.cells).flatMap((address) => {
        const input = here.has(address) ? document.getElementById(address) : null
        return input ? [{ input, words: cellWords(source, address) }] : []
      }),
    )
    for (const { input, words } of marked) {
      input.dataset.summed = ''
      input.title = words
      input.setAttribute('aria-description', words)
    }
    return () => {
      for (const { input } of marked) {
        delete input.dataset.summed
        input.removeAttribute('title')
        input.removeAttribute('aria-description')
      }
    }
  }, [shown, here])
  if (!shown.length) return null
  return (
    <section className={own.marks} aria-label="汇总来源">
      {shown.map((source) => (
        <SourceLine key={`${source.task} ${source.range}`} source={source} here={here} />
      ))}
    </section>
  )
}

const cellWords = (source: Source, address: string) =>
  `${setWords(source)}${source.short.includes(address) && !source.lacking ? '，有单位没有填此数' : ''}`

/** The marks that hold now; looked at in the pauses of typing. */
function useSources(session: ReportSession): Source[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [session.findings.looks, session.notes, session.history].map((each) =>
        each.subscribe(listener),
      )
      return () => {
        for (const stop of stops) stop()
      }
    },
    [session],
  )
  const text = useSyncExternalStore(subscribe, () =>
    JSON.stringify(sourcesOf({ entries: session.entries(), notes: session.notes.get() })),
  )
  return useMemo(() => JSON.parse(text), [text])
}

function SourceLine({ source, here }: { source: Source; here: ReadonlySet<string> }) {
  const session = useSession()
  const now = useSourceNow(session, source)
  const count = Object.keys(source.cells).filter((address) => here.has(address)).length
  const short = source.short.filter((address) => here.has(address)).length

  function keep({ source: { set } }: SourceNow) {
    session.note((notes) => ({
      ...notes,
      sources: sourcesOf({ entries: session.entries(), notes }).map((one) =>
        one.task === source.task && one.range === source.range ? { ...one, kept: set } : one,
      ),
    }))
  }
  function update(to: SourceNow) {
    if (!session.autosave.writing()) return
    const before = session.notes.get().sources
    const after = sourcesAfter(session.report(), to.changes, to.source, to.sums)
    if (!to.changes.length) return session.note((notes) => ({ ...notes, sources: after }))
    const step = applied(session, to.changes, { sources: { before, after } })
    if (!step) return
    session.said.set({ words: `已按汇总更新 ${to.changes.length} 个数`, step })
  }
  return (
    <p data-set={source.set} data-cells={count}>
      <span>
        本表 {count} 个数来自“{source.name}”{source.words}：{setWords(source)}
        {short > 0 && `（${short} 个数不完整）`}
      </span>
      <span role="status" className={own.stale}>
        {now && `汇总已变：现为 ${setWords(now.source).replace('汇总 ', '')}，${now.changes.length} 个数不同`}
      </span>
      {now && (
        <>
          <Button small onClick={() => update(now)}>
            更新
          </Button>
          <Button small look="text" onClick={() => keep(now)}>
            保留
          </Button>
        </>
      )}
    </p>
  )
}

/** On the way out of a report: which 汇总 that its figures were taken from is another by now. */
export function SumChanges() {
  const session = useSession()
  return useSources(session).map((source) => (
    <SumChange key={`${source.task} ${source.range}`} source={source} />
  ))
}
function SumChange({ source }: { source: Source }) {
  const session = useSession()
  const now = useSourceNow(session, source)
  const [address] = Object.keys(source.cells)
  if (!now || address === undefined) return null
  return (
    <Banner
      actions={
        <Link href={reportPath(session.draft.id, sectionKeyOf(session, address))}>到表里更新或保留</Link>
      }
    >
      填入后“{source.name}”{source.words}的汇总已变，{now.changes.length} 个数与这里不同。
    </Banner>
  )
}

/** Looks at the 汇总 of this browser, once; where it has none, there is nothing to be told. */
function useSourceNow(session: ReportSession, source: Source): SourceNow | undefined {
  const open = useStoredTask(source.task)
  return useMemo(
    () => open && sourceNow(source, session.edition, { task: open.head, overview: open.overview }),
    [open, session, source],
  )
}
