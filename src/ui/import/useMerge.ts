import { useState } from 'react'
import type { Draft } from '../../drafts/draft'
import type { SaveResult } from '../../drafts/store'
import { realTimers } from '../../drafts/timers'
import { whileFree } from '../../drafts/whileFree'
import type { Difference } from '../../import/apply'
import { lastYearCopy, type Report, withTexts } from '../../report/report'
import { useDraftStore, useTabs } from '../drafts/store'

type Outcome = { state: 'done'; before: Draft; words: string } | { state: 'refused'; words: string }

const HELD = '这份年报正在另一个标签页填写，什么都没有写入。请先关闭那个标签页，再试一次。'
const CHANGED = '这份年报刚在别处改过，什么都没有写入。请重新选择一次。'
const FULL = '浏览器存不下，没有写入。请先下载备份、腾出空间，再试一次。'

/** Writes into a draft that is not open here, with what has come of it: what was not kept is never said to be. */
export function useMerge() {
  const store = useDraftStore()
  const tabs = useTabs()
  const [outcome, setOutcome] = useState<Outcome>()

  /** Saves a changed report; `words` say what has been done, for an undo nothing is said. */
  async function write(draft: Draft, changed: (now: Report) => Report, words?: string) {
    const saved = await whileFree(tabs.locks, draft.id, realTimers, () => {
      const before = store.get(draft.id)
      if (!before) return undefined
      const next = { ...before, revision: before.revision + 1, savedAt: store.now().toISOString() }
      return { before, result: store.save({ ...next, report: changed(before.report) }, before) }
    })
    setOutcome(await outcomeOf(saved, words))
  }

  return {
    outcome,
    again: () => setOutcome(undefined),
    merge: (draft: Draft, changes: Difference[], sourceTotals: Report['notes']['sourceTotals']) =>
      write(
        draft,
        ({ entries, notes, ...rest }) => ({
          ...rest,
          entries: withTexts(
            entries,
            changes.map(({ address, after }): [string, string] => [address, after]),
          ),
          notes: { ...notes, sourceTotals: { ...notes.sourceTotals, ...sourceTotals } },
        }),
        `已合并 ${changes.length} 处`,
      ),
    asLastYear: (draft: Draft, report: Report) =>
      write(
        draft,
        ({ notes, ...rest }) => ({ ...rest, notes: { ...notes, lastYear: lastYearCopy(report) } }),
        '已作为上年数据载入',
      ),
    undo: (before: Draft) => write(before, () => before.report),
  }
}

async function outcomeOf(
  saved: 'held' | { before: Draft; result: SaveResult } | undefined,
  words: string | undefined,
): Promise<Outcome | undefined> {
  if (saved === 'held') return { state: 'refused', words: HELD }
  if (!saved) return { state: 'refused', words: CHANGED }
  const { before, result } = saved
  if (!result.ok) {
    if (result.problem === 'stale') return { state: 'refused', words: CHANGED }
    // Where localStorage is full the journal may have it all the same.
    if ((await result.journalled) === 'unavailable') return { state: 'refused', words: FULL }
  }
  return words === undefined ? undefined : { state: 'done', before, words }
}
