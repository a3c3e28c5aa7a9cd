import { useState } from 'react'
import { type Altered, alter } from '../../drafts/alter'
import { type Draft, newDraftId } from '../../drafts/draft'
import { mergeReports } from '../../drafts/threeWay'
import { realTimers } from '../../drafts/timers'
import { whileFree } from '../../drafts/whileFree'
import { editionByKey } from '../../format/editions'
import { confirmed } from '../../report/carry/confirm'
import { yearOf } from '../../report/deadline'
import { PUBLISHED_AT } from '../../report/publication'
import { applyChanges, type Change, lastYearCopy, type Report, textAt } from '../../report/report'
import { troubleWords } from '../drafts/missing'
import { useDraftStore, useTabs } from '../drafts/store'

export type Made = Extract<Altered, { ok: true }>
type Outcome =
  | { state: 'done'; made: Made; words: string }
  | { state: 'asked'; draft: Draft; wanted: Report; wordsOf(made: Made): string }
  | { state: 'corrected'; draft: Draft }
  | { state: 'undone'; words: string }
  | { state: 'refused'; words: string }

const HELD = '这份年报正在另一个标签页填写，什么都没有写入。请先关闭那个标签页，再试一次。'
const whyNot: Record<Extract<Altered, { ok: false }>['problem'], string> = {
  published: '这份年报已公布，什么都没有写入。',
  gone: '这份年报已被删除，或由更新版本的年报通保存，什么都没有写入。',
  changed: '这份年报刚在别处改过，什么都没有写入。请重新选择一次。',
  full: '浏览器存不下，没有写入。请先下载备份、腾出空间，再试一次。',
}
const NO_VERSION = '没有写入：历史版本现在存不下，改了公布的这一份就没有了。请复制为更正版，或先导出它。'
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
    if (!altered.ok && altered.problem === 'published' && !undoing)
      return setOutcome({ state: 'asked', draft: seen, wanted, wordsOf })
    if (!altered.ok) return setOutcome({ state: 'refused', words: whyNot[altered.problem] })
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
    /** The clerk's word on a published report: the change is made to it after all, its published state being kept. */
    async changeHere({ draft, wanted, wordsOf }: Extract<Outcome, { state: 'asked' }>) {
      const { keepPublished } = await import('../../drafts/published')
      if (!(await keepPublished(store, draft))) return setOutcome({ state: 'refused', words: NO_VERSION })
      const reopened = textAt(draft.report.entries, PUBLISHED_AT)
      return write(draft, { ...wanted, notes: { ...wanted.notes, reopened } }, wordsOf)
    },
    /** The same on a 更正版. */
    async correct({ draft, wanted }: Extract<Outcome, { state: 'asked' }>) {
      const edition = editionByKey(draft.report.edition)
      const { keepPublished, startCorrection } = await import('../../drafts/published')
      if (!edition) return
      await keepPublished(store, draft)
      const change = (copy: Report): Report => {
        const { changes, notes } = mergeReports(draft.report, copy, wanted)
        return { ...copy, entries: applyChanges(copy.entries, changes), notes }
      }
      const made = startCorrection(store, draft.report, edition, newDraftId(window.crypto), change)
      setOutcome({ state: 'corrected', draft: made })
    },
  }
}
