import { editionByKey } from '../../format/editions'
import { textsOf } from '../../format/names'
import type { Address } from '../../format/types'
import { confirmed } from '../../report/carry/confirm'
import { figuresIn } from '../../report/carry/figures'
import { pendingOf, pendingStep, withPending } from '../../report/carry/pendingNotes'
import { waitingIn } from '../../report/carry/waiting'
import { yearOf } from '../../report/deadline'
import { isShown, type Link, textAt } from '../../report/report'
import { linkStep, linksOf, numberOf, type Stale, staleLinks, updated } from '../../writing/links'
import { applied } from '../form/applied'
import { selectText } from '../form/goTo'
import { currentText, type ReportSession } from '../form/session'
import { marksToDraw } from './findingMarks'
import type { TextMark } from './marks'

/** A figure of last year that nobody has looked at. */
interface Place {
  address: Address
  start: number
  end: number
}

/** The carried figures of the whole report that wait, in printed order. */
export function pendingPlaces(session: ReportSession): Place[] {
  const notes = session.notes.get()
  if (!pendingOf(notes).length) return []
  const entries = session.entries()
  return textsOf(session.edition)
    .filter((spec) => isShown(spec, entries))
    .flatMap(({ address }) =>
      waitingIn(notes, address, (text) => textAt(entries, text)).map(({ start, end }) => ({
        address,
        start,
        end,
      })),
    )
}

/** What is drawn over the marks of a text: figures that wait, and figures that follow a cell. */
export function statesIn(session: ReportSession, address: Address, text: string) {
  const notes = session.notes.get()
  const entries = session.entries()
  const waiting = waitingIn(notes, address, (other) => (other === address ? text : textAt(entries, other)))
  const linked = linksOf(notes)
    .filter((each) => each.text === address)
    .flatMap((each) => numberOf(each, text, yearOf(entries)) ?? [])
    .filter(({ start, end }) => !waiting.some((one) => one.start < end && start < one.end))
  const as = (state: TextMark['state']) => (one: { start: number; end: number }) => ({
    start: one.start,
    end: one.end,
    state,
  })
  return [...waiting.map(as('pending')), ...linked.map(as('linked'))]
}

/**
 * 本段已核对: the figures of the paragraph with the cursor wait no more, and the cursor goes to the next one that waits, in the
 * next part of the report if need be. Where nothing waits in the paragraph, it only goes on.
 */
export function confirmParagraph(session: ReportSession) {
  if (!session.autosave.writing()) return
  const { activeElement } = document
  const id = activeElement instanceof HTMLTextAreaElement ? activeElement.id : session.at.get()?.address
  const field = id === undefined ? null : document.getElementById(id)
  let from: Place | undefined
  if (field instanceof HTMLTextAreaElement) {
    const { id: address, selectionStart: caret } = field
    const text = currentText(session, address)
    const start = text.lastIndexOf('\n', caret - 1) + 1
    const next = text.indexOf('\n', caret)
    from = { address, start, end: next < 0 ? text.length : next }
    const [first, last] = [from.start, from.end]
    session.note((notes) =>
      confirmed(notes, address, text, first, last, (other) => currentText(session, other)),
    )
  }
  const order = textsOf(session.edition).map(({ address }) => address)
  const rank = ({ address, start }: Place) => order.indexOf(address) * 1e7 + start
  const left = pendingPlaces(session)
  const after = from && left.find((place) => rank(place) >= rank(from))
  const place = after ?? left[0]
  if (place) selectText(session, place)
  else if (field) field.focus()
}

/** 全部按本年数据更新, with the way back in the bar; the words that are left to be said where nothing was changed. */
export async function renewAll(session: ReportSession) {
  const { renewed } = await import('../../writing/renew')
  const { changes, notes, count } = renewed(session.report(), session.edition)
  const left = () => {
    const waiting = pendingPlaces(session).length
    return waiting ? `，${waiting} 处仍待改` : ''
  }
  const before = session.notes.get()
  const step = applied(session, changes, {
    pending: pendingStep(before, notes),
    links: linkStep(before, notes),
  })
  // A published report asks first.
  if (!step && session.asked.get()) return ''
  const words = count ? `已按本年数据更新 ${count} 处${left()}。` : `没有能确定出自哪一格的数字${left()}。`
  if (!step) return words
  session.said.set({ words, step })
  return ''
}

/** Whether 全部按本年数据更新 can tell anything: it reads last year's report. */
export const canRenew = (session: ReportSession): boolean =>
  editionByKey(session.notes.get().lastYear?.edition ?? '') !== undefined

/** The linked figures of a text that differ from their cells, but for those that the clerk has given a reason for. */
export function staleAt(session: ReportSession, address: Address): Stale[] {
  const stale = staleLinks(session.edition, session.entries(), session.notes.get(), address)
  if (!stale.length) return stale
  const { text, marks } = session.findings.marked(address)
  const findings = session.findings.review().findings.filter(({ operands }) => operands.includes(address))
  const accepted = findings.flatMap(({ key, status }) => (status === 'accepted' ? key : []))
  const drawn = marksToDraw(address, text, marks, findings)
  const isAccepted = ({ start, end }: Stale) =>
    drawn.some((mark) => mark.start < end && start < mark.end && accepted.includes(mark.finding ?? ''))
  return stale.filter((each) => !isAccepted(each))
}

/**
 * Those that a line below the text tells of: what is being typed differs from nothing yet, and no line comes between two looks
 * of the rules, when a click is on its way.
 */
export function staleToTell(session: ReportSession, address: Address): Stale[] {
  const { visit } = session
  const isTyped = visit?.address === address && visit.before !== currentText(session, address)
  return staleAt(session, address).filter(({ cellChanged }) => cellChanged || !isTyped)
}

/** The linked figures of the whole report that differ from their cells. */
export const staleIn = (session: ReportSession): Stale[] =>
  textsOf(session.edition).flatMap(({ address }) => staleAt(session, address))

/** 更新: linked figures become what their cells say. One undo takes it back. */
export function updateLinks(session: ReportSession, links: Link[]) {
  // Asked anew: the text may have been typed into since the lines were drawn.
  const wanted = links.map((link) => JSON.stringify(link))
  const stale = staleIn(session).filter(({ link }) => wanted.includes(JSON.stringify(link)))
  const changes = [...new Set(stale.map(({ link }) => link.text))].map((address) => ({
    address,
    after: updated(
      currentText(session, address),
      stale.filter(({ link }) => link.text === address),
    ),
  }))
  const before = stale.map(({ link }) => link)
  const after = stale.map(({ link, now }) => ({ ...link, value: Number(now) }))
  // A figure that follows its cell needs no second look, also where it is what last year's text said.
  const then = session.notes.get()
  let notes = then
  for (const { address, after: text } of changes)
    for (const link of before) {
      const place = link.text === address && numberOf(link, text)
      if (place)
        notes = confirmed(notes, address, text, place.start, place.end, (other) =>
          currentText(session, other),
        )
    }
  const step = applied(session, changes, { links: { before, after }, pending: pendingStep(then, notes) })
  if (!step) return
  session.said.set({ words: `正文已按表更新 ${stale.length} 处。`, step })
}

/** 不再跟随: the figure is the text's own again. One undo takes it back. */
export function unlink(session: ReportSession, link: Link) {
  const step = applied(session, [], { links: { before: [link], after: [] } })
  if (step) session.said.set({ words: '这个数字不再跟随表格。', step })
}

/** 填入: last year's text in the place of what stands there, its figures to be looked at. One undo takes it back. */
export function fillFromLast(session: ReportSession, address: Address) {
  const { lastYear } = session.notes.get()
  if (!lastYear) return
  const after = textAt(lastYear.entries, address)
  const figures = figuresIn(after, yearOf(lastYear.entries)).map(({ start, end }): [number, number] => [
    start,
    end,
  ])
  const before = session.notes.get()
  const others = pendingOf(before).filter(({ text }) => text !== address)
  const own = figures.length ? [{ text: address, carried: after, figures }] : []
  const waiting = pendingStep(before, withPending(before, [...others, ...own]))
  const step = applied(session, [{ address, after }], { pending: waiting })
  if (!step) return
  session.said.set({ words: `已填入上年原文；待改 ${figures.length} 处。`, step })
}
