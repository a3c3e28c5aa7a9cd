import { useState } from 'react'
import { type Altered, alter } from '../../drafts/alter'
import type { Draft } from '../../drafts/draft'
import { realTimers } from '../../drafts/timers'
import { whileFree } from '../../drafts/whileFree'
import { confirmed } from '../../report/carry/confirm'
import { yearOf } from '../../report/deadline'
import { applyChanges, type Change, lastYearCopy, type Report, textAt } from '../../report/report'
import { troubleWords } from '../drafts/missing'
import { useDraftStore, useTabs } from '../drafts/store'
import { keptWaiting, leaveWaiting } from '../drafts/waiting'

export type Made = Extract<Altered, { ok: true }>
type Outcome =
  | { state: 'done'; made: Made; words: string }
  | { state: 'waits'; draft: Draft; words: string }
  | { state: 'undone'; words: string }
  | { state: 'refused'; words: string }

const HELD = '这份年报正在另一个标签页填写，什么都没有写入。请先关闭那个标签页，再试一次。'
const whyNot: Record<Exclude<Extract<Altered, { ok: false }>['problem'], 'published'>, string> = {
  gone: '这份年报已被删除，或由更新版本的年报通保存，什么都没有写入。',
  changed: '这份年报刚在别处改过，什么都没有写入。请重新选择一次。',
  full: '浏览器存不下，没有写入。请先下载备份、腾出空间，再试一次。',
}
const WAITS =
  '这份年报已公布，还没有写入。请打开它回答：复制为更正版、仍在此修改，或不改。要写入的内容已留着，离开这一页也还在'
const EARLIER = '这份年报已公布，先前要改的还等着回答，这一次什么都没有写入。请先打开它回答，再来一次'
const UNKNOWN = '程序出了错，不知道写入了没有。请打开这份年报看一看。'
const NOT_STORED = '（浏览器不允许保存，关闭页面后就没有了）'
const mergedWords = ({ written, left }: Made) =>
  `已合并 ${written.length} 处${left.length ? `，另有 ${left.length} 处刚在别处改过，没有写入` : ''}`
const loadedWords = ({ left }: Made) =>
  left.length ? '没有载入：上年数据刚在别处改过' : '已作为上年数据载入'
const undoneWords = ({ left }: Made) =>
  left.length ? `已撤销，另有 ${left.length} 处后来又改过，没有动` : '已撤销'

/** Writes into a draft that is not open here, with what has come of it: what was not kept is never said to be. */
export function useMerge() {
  const store = useDraftStore()
  const tabs = useTabs()
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState(false)

  async function write(seen: Draft, wanted: Report, wordsOf: (made: Made) => string, undoing = false) {
    setBusy(true)
    let altered: Altered | 'held'
    try {
      altered = await whileFree(tabs.locks, seen.id, realTimers, () => alter(store, seen, wanted))
    } catch (error) {
      return setOutcome({ state: 'refused', words: troubleWords(error, UNKNOWN) })
    } finally {
      setBusy(false)
    }
    if (altered === 'held') return setOutcome({ state: 'refused', words: HELD })
    if (!altered.ok) {
      const { problem } = altered
      if (problem !== 'published') return setOutcome({ state: 'refused', words: whyNot[problem] })
      const words = keptWaiting(seen.id) ? EARLIER : WAITS + (leaveWaiting(seen, wanted) ? '' : NOT_STORED)
      return setOutcome({ state: 'waits', draft: seen, words: `${words}。` })
    }
    const words = wordsOf(altered) + (altered.stored ? '' : NOT_STORED)
    setOutcome(undoing ? { state: 'undone', words } : { state: 'done', made: altered, words })
  }

  return {
    outcome,
    busy,
    again: () => setOutcome(undefined),
    merge(draft: Draft, changes: Change[], source: Report) {
      const { notes } = draft.report
      const entries = applyChanges(draft.report.entries, changes)
      const year = yearOf(source.entries)
      const sourceTotals = { ...notes.sourceTotals, ...source.notes.sourceTotals }
      // What a source of this very year says is no carried figure, also where it is what last year's text said.
      const looked =
        year !== undefined && year === yearOf(entries)
          ? changes.reduce(
              (own, { address, after }) =>
                confirmed(own, address, after, 0, after.length, (text) => textAt(entries, text)),
              notes,
            )
          : notes
      return write(draft, { ...draft.report, entries, notes: { ...looked, sourceTotals } }, mergedWords)
    },
    asLastYear(draft: Draft, report: Report) {
      const notes = { ...draft.report.notes, lastYear: lastYearCopy(report) }
      return write(draft, { ...draft.report, notes }, loadedWords)
    },
    /** Brings a draft to a wanted state, as it was seen; `words` say what of it came to be. */
    into: (draft: Draft, wanted: Report, words: (made: Made) => string) => write(draft, wanted, words),
    undo: ({ before, after }: Made) => write(after, before.report, undoneWords, true),
  }
}
