import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { currentEdition } from '../../format/editions'
import type { Address } from '../../format/types'
import { differencesOf } from '../../import/apply'
import { type Report, textAt } from '../../report/report'
import { isYearBefore } from '../../report/yearBefore'
import { useDrafts } from '../drafts/store'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { titleOf } from '../parts/names'
import { reportPath } from '../routes'
import { Differences } from './Differences'
import styles from './SourcePreview.module.css'
import { useMerge } from './useMerge'

/** The other two ways to use a recognised report: beside a draft as last year's, or merged into it. One undo. */
export function UseInDraft({ report }: { report: () => Report }) {
  const drafts = useDrafts()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const [id, setId] = useState('')
  /** What was ticked, with the text that stood there then: what has been typed since, in another tab, was not chosen. */
  const [chosen, setChosen] = useState<Map<Address, string>>()
  const { outcome, busy, merge, asLastYear, undo, again } = useMerge()
  const whole = useRef<HTMLDivElement>(null)
  useDismiss(whole, open, () => setOpen(false))
  const draft = drafts.find((each) => each.id === id) ?? drafts[0]
  if (!drafts.length || !draft) return null
  const source = open ? report() : draft.report
  const differences = differencesOf(draft.report, source, currentEdition)
  const others = strangersOf(draft.report, source)
  // Of another organ or year nothing is taken unasked.
  const blanks = others.length ? [] : differences.filter(({ before }) => before === '')
  const ticked = chosen ? differences.filter(({ address, before }) => chosen.get(address) === before) : blanks
  const taken = new Set(ticked.map(({ address }) => address))

  return (
    <div ref={whole}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        用到已有年报
      </Button>
      {open && (
        <div className={styles.popup} role="dialog" aria-label="用到已有年报">
          {outcome?.state === 'done' ? (
            <p role="status" className={styles.done}>
              <Icon name="ok" />
              <span>
                {outcome.words}：{titleOf(outcome.made.after.report.entries)}
              </span>
              <Button small disabled={busy} onClick={() => undo(outcome.made)}>
                撤销
              </Button>
              <Button small onClick={() => navigate(reportPath(outcome.made.after.id))}>
                打开
              </Button>
            </p>
          ) : (
            <>
              {outcome && (
                <p role={outcome.state === 'undone' ? 'status' : 'alert'} className={styles.warn}>
                  <Icon name={outcome.state === 'undone' ? 'ok' : 'verify'} size={14} />
                  <span>{outcome.words}</span>
                  {outcome.state === 'waits' && (
                    <Button small onClick={() => navigate(reportPath(outcome.draft.id))}>
                      打开
                    </Button>
                  )}
                </p>
              )}
              <label>
                年报
                <select
                  value={draft.id}
                  onChange={(event) => {
                    setId(event.target.value)
                    setChosen(undefined)
                    again()
                  }}
                >
                  {drafts.map((each) => (
                    <option key={each.id} value={each.id}>
                      {titleOf(each.report.entries)}
                    </option>
                  ))}
                </select>
              </label>
              {others.length > 0 && (
                <p className={styles.warn}>
                  <Icon name="verify" size={14} />
                  <span>
                    {others.join('；')}。合并前请确认选对了年报，下面都没有勾选。
                    {!isYearBefore(source, draft.report) &&
                      '来文也不是它的上一年，作为上年数据不会参与核对。'}
                  </span>
                </p>
              )}
              <div className={styles.choices}>
                <Button disabled={busy} onClick={() => asLastYear(draft, source)}>
                  作为上年数据
                </Button>
                <Button onClick={() => merge(draft, ticked, source)} disabled={busy || ticked.length === 0}>
                  合并到当前草稿
                </Button>
              </div>
              <p className={styles.quiet}>
                作为上年数据：只用来与本年核对，不改动这份年报。合并：只写入下面勾选的。
              </p>
              <Differences
                differences={differences}
                taken={taken}
                onChange={(next) =>
                  setChosen(
                    new Map(
                      differences
                        .filter(({ address }) => next.has(address))
                        .map(({ address, before }) => [address, before]),
                    ),
                  )
                }
              />
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** In what a source is of another organ or year than a draft; what one of them leaves blank tells nothing. */
function strangersOf(draft: Report, source: Report): string[] {
  const pair = (address: Address) => [source, draft].map(({ entries }) => textAt(entries, address).trim())
  return [
    ['organ.name', '机关'],
    ['year', '年度'],
  ].flatMap(([address = '', label = '']) => {
    const [there, here] = pair(address)
    return there && here && there !== here ? [`${label}不同：来文是“${there}”，这份年报是“${here}”`] : []
  })
}

/** Esc and a click elsewhere close what hangs open; after Esc the focus is on its button again. */
function useDismiss(whole: RefObject<HTMLElement>, open: boolean, close: () => void) {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!open) return
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !whole.current?.contains(target)) latest.current()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      latest.current()
      whole.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open, whole])
}
