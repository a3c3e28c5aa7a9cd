import { cellAt } from '../../format/cells'
import { textsOf } from '../../format/names'
import { carriedInto } from '../../report/carry/carry'
import { LONGEST_CARRIED, pendingOf, pendingStep } from '../../report/carry/pendingNotes'
import { withoutProposed } from '../../report/proposed'
import { type Report, textAt } from '../../report/report'
import { applied } from './applied'
import type { ReportSession } from './session'

/**
 * 沿用上年: takes over from last year's report what is blank in the open one, as one step of the history. Answers what has to
 * be said where it was taken over, but cannot be compared with.
 */
export function carry(session: ReportSession, last: Report): string {
  const { changes, figures, notes } = carriedInto(session.report(), session.edition, last)
  if (!session.autosave.writing()) return ''
  const before = session.notes.get()
  const after = withoutProposed(notes, 'year')
  const both = <K extends 'lastYear' | 'proposed'>(key: K) =>
    before[key] === after[key] ? undefined : { before: before[key], after: after[key] }
  const step = applied(session, [...changes, ...figures], {
    pending: pendingStep(before, after),
    lastYear: both('lastYear'),
    proposed: both('proposed'),
  })
  const texts = new Set(textsOf(session.edition).map(({ address }) => address))
  const count = (of: (address: string) => boolean) => changes.filter(({ address }) => of(address)).length
  const waiting = pendingOf(notes).reduce((sum, each) => sum + each.figures.length, 0)
  const words = [
    `正文 ${count((address) => texts.has(address))} 段`,
    `基本信息 ${count((address) => !texts.has(address) && !cellAt(session.edition, address))} 项`,
    figures.length ? `上年结转 ${figures.length} 格` : '',
  ].filter(Boolean)
  const long = [...texts].filter((text) => textAt(last.entries, text).length > LONGEST_CARRIED).length
  const left = long ? `另有 ${long} 段超过十万字，没有沿用。` : ''
  if (step) session.said.set({ words: `已沿用${words.join('、')}；待改 ${waiting} 处。${left}`, step })
  return notes.lastYear ? '' : '没有认出是哪一年的年报：内容已沿用，但没有载入作对照。'
}
