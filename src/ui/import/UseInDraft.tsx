import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Draft } from '../../drafts/draft'
import { currentEdition } from '../../format/editions'
import { placeOf } from '../../format/names'
import type { Address } from '../../format/types'
import { type Difference, differencesOf } from '../../import/apply'
import { lastYearCopy, type Report, withTexts } from '../../report/report'
import { useDraftStore, useDrafts } from '../drafts/store'
import { titleOf } from '../home/names'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { reportPath } from '../routes'
import styles from './SourcePreview.module.css'

/** The other two ways to use a recognised report: beside a draft as last year's, or merged into it. One undo. */
export function UseInDraft({ report }: { report: () => Report }) {
  const store = useDraftStore()
  const drafts = useDrafts()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const [id, setId] = useState('')
  const [chosen, setChosen] = useState<Set<Address>>()
  const [done, setDone] = useState<{ before: Draft; words: string }>()
  const draft = drafts.find((each) => each.id === id) ?? drafts[0]
  if (!drafts.length || !draft) return null
  const differences = open ? differencesOf(draft.report, report(), currentEdition) : []
  const blank = differences.filter(({ before }) => before === '')
  const taken = chosen ?? new Set(blank.map(({ address }) => address))

  function save(changed: Report, words: string) {
    const before = store.get(draft?.id ?? '') ?? draft
    if (!before) return
    store.save({
      ...before,
      revision: before.revision + 1,
      savedAt: store.now().toISOString(),
      report: changed,
    })
    setDone({ before, words })
  }
  function merge() {
    if (!draft) return
    const changes = differences.filter(({ address }) => taken.has(address))
    save(
      {
        ...draft.report,
        entries: withTexts(
          draft.report.entries,
          changes.map(({ address, after }): [Address, string] => [address, after]),
        ),
        notes: {
          ...draft.report.notes,
          sourceTotals: { ...draft.report.notes.sourceTotals, ...report().notes.sourceTotals },
        },
      },
      `已合并 ${changes.length} 处`,
    )
  }
  function asLastYear() {
    if (!draft) return
    save(
      { ...draft.report, notes: { ...draft.report.notes, lastYear: lastYearCopy(report()) } },
      '已作为上年数据载入',
    )
  }
  function undo() {
    if (!done) return
    const now = store.get(done.before.id)
    store.save({
      ...done.before,
      revision: (now?.revision ?? done.before.revision) + 1,
      savedAt: store.now().toISOString(),
    })
    setDone(undefined)
  }

  return (
    <div className={styles.use}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        用到已有年报
      </Button>
      {open && (
        <div className={styles.popup}>
          {done ? (
            <p role="status" className={styles.done}>
              <Icon name="ok" /> {done.words}：{titleOf(done.before.report.entries)}
              <Button small onClick={undo}>
                撤销
              </Button>
              <Button small onClick={() => navigate(reportPath(done.before.id))}>
                打开
              </Button>
            </p>
          ) : (
            <>
              <label>
                年报
                <select
                  value={draft.id}
                  onChange={(event) => {
                    setId(event.target.value)
                    setChosen(undefined)
                  }}
                >
                  {drafts.map((each) => (
                    <option key={each.id} value={each.id}>
                      {titleOf(each.report.entries)}
                    </option>
                  ))}
                </select>
              </label>
              <div className={styles.choices}>
                <Button onClick={asLastYear}>作为上年数据</Button>
                <Button onClick={merge} disabled={taken.size === 0}>
                  合并到当前草稿
                </Button>
              </div>
              <p className={styles.quiet}>
                作为上年数据：只用来与本年核对，不改动这份年报。合并：下面勾选的才写入，空白处已勾选。
              </p>
              <Differences differences={differences} taken={taken} onChange={setChosen} />
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Differences({
  differences,
  taken,
  onChange,
}: {
  differences: Difference[]
  taken: Set<Address>
  onChange: (taken: Set<Address>) => void
}) {
  const toggle = (address: Address) => {
    const next = new Set(taken)
    if (!next.delete(address)) next.add(address)
    onChange(next)
  }
  if (!differences.length) return <p>与这份年报没有不同。</p>
  const filled = differences.filter(({ before }) => before !== '')
  return (
    <>
      <p>
        空白可填 {differences.length - filled.length} 处，与现有内容不同 {filled.length} 处
      </p>
      <ul className={styles.differences}>
        {[...filled, ...differences.filter(({ before }) => before === '')].map(
          ({ address, before, after }) => (
            <li key={address}>
              <label>
                <input type="checkbox" checked={taken.has(address)} onChange={() => toggle(address)} />
                <span>{placeOf(currentEdition, address)}</span>
                <span>
                  {before === '' ? '空白' : cut(before)} → <b>{cut(after)}</b>
                </span>
              </label>
            </li>
          ),
        )}
      </ul>
    </>
  )
}
const cut = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)
