import type { Address } from '../../format/types'
import type { Clipboard } from '../../import/files/clipboard'
import { troubleWords } from '../drafts/missing'
import { applied } from '../form/applied'
import type { ReportSession } from '../form/session'
import type { TableView } from './tableView'

/** 已填 144 格，跳过标签 25 格；2 处存疑: what a paste has done, in one line. */
function wordsOf(filled: number, labels: number, totals: number, doubtful: number): string {
  const done = [
    `已填 ${filled} 格`,
    labels && `跳过标签 ${labels} 格`,
    totals && `来文总计 ${totals} 个只作比对`,
  ].filter(Boolean)
  return doubtful ? `${done.join('，')}；${doubtful} 处存疑` : done.join('，')
}

/** Places what was pasted into a table, as one step; what is doubtful is listed and not written. */
export async function pasteInto(
  session: ReportSession,
  view: TableView,
  clipboard: Clipboard,
  focus: Address,
) {
  try {
    await place(session, view, clipboard, focus)
  } catch (error) {
    view.said.set({ words: troubleWords(error, '粘贴的内容读不出来，没有填入。请复制成纯文本再粘贴。') })
  }
}

async function place(session: ReportSession, view: TableView, clipboard: Clipboard, focus: Address) {
  const { proposePaste } = await import('../../import/paste')
  const { edition } = session
  const proposal = await proposePaste(clipboard, { edition, table: view.table, focus })
  if (!proposal) return
  const { changes, sourceTotals, skippedLabels, doubtful } = proposal
  const totals = Object.fromEntries(sourceTotals.map(({ address, text }) => [address, text]))
  const step = applied(session, changes, sourceTotals.length ? { sourceTotals: totals } : undefined)
  // A published report asks first: nothing is said to be filled before the answer.
  if (!step && session.asked.get()) return
  view.said.set({
    step,
    words: wordsOf(changes.length, skippedLabels, sourceTotals.length, doubtful.length),
    doubtful: doubtful.map(({ text, where, why }) => ({
      text: [where, text].filter(Boolean).join('：'),
      why,
    })),
  })
}
