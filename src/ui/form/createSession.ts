import type { UseFormReturn } from 'react-hook-form'
import { startAutosave } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import type { Address, Edition } from '../../format/types'
import {
  type EditStep,
  emptyHistory,
  type History,
  recorded,
  redone,
  undone,
  type Whereabouts,
} from '../../report/history'
import { isGuarded, isPublished, PUBLISHED_AT } from '../../report/publication'
import { type Change, type Entries, type Report, textAt, withTexts } from '../../report/report'
import { noteError } from '../drafts/diagnosis'
import { localDate } from '../parts/localDate'
import { createObservable } from '../parts/observable'
import { createFindings } from './createFindings'
import { createLiveTotals } from './liveTotals'
import type { ReportSession } from './session'
import { withStep } from './stepNotes'
import { createWaiting, type Waiting } from './waiting'

/**
 * Blank cells are hatched, and grey zeros let the real figures stand out. The mark is kept on the element and not touched
 * while it is typed into, so that a key neither draws a component nor changes a style.
 */
export function markText(input: HTMLInputElement) {
  const mark = input.value === '' ? 'blank' : /^[0０]+$/.test(input.value) ? 'zero' : undefined
  if (mark === input.dataset.text) return
  if (mark) input.dataset.text = mark
  else delete input.dataset.text
}

/** So many values at once are worth a version to go back to, beyond undo. */
const BIG_STEP = 10

/** Shorter than a clerk notices, longer than the keys of a fast typist are apart. */
const REST_MS = 80

/** The form of an opened draft, and beside it everything that is derived from it or stored of it. */
export function createSession(
  draft: Draft,
  edition: Edition,
  form: UseFormReturn<Entries>,
  store: Pick<DraftStore, 'save' | 'now' | 'get' | 'keep' | 'isOpen'>,
): ReportSession {
  const entries = () => form.getValues()
  const textNow = (address: Address) => textAt(entries(), address)
  const notes = createObservable(draft.report.notes)
  const focused = createObservable<Address | null>(null)
  const operands = createObservable<ReturnType<ReportSession['operands']['get']>>(null)
  const resting = createObservable<Address | null>(null)
  const history = createObservable<History>(emptyHistory)
  const at = createObservable<ReturnType<ReportSession['at']['get']>>(null)
  const said = createObservable<ReturnType<ReportSession['said']['get']>>(null)
  let visit: ReportSession['visit'] = null
  /** Where the field of the visit stood when it was first typed into. */
  let typedAt: Whereabouts | undefined
  let altered = false

  /** A word that is being composed in a published report is not yet a text: nothing is saved or asked before it is one. */
  let composing: { address: Address; before: string } | undefined

  const report = (): Report => {
    const own = structuredClone(entries())
    return {
      edition: edition.key,
      entries: composing ? withTexts(own, [[composing.address, composing.before]]) : own,
      notes: notes.get(),
    }
  }
  const totals = createLiveTotals(edition, textNow)
  const findings = createFindings(edition, {
    entries,
    report,
    focused: focused.get,
    followed: () => operands.get()?.key,
    tied: () =>
      void import('./linking').then(({ keepLinks }) => keepLinks(session, altered && !guarded()), noteError),
  })
  const autosave = startAutosave({
    read: report,
    adopt(merged) {
      write(merged.changes)
      notes.set(merged.notes)
      // Not a step of this tab, but who follows the values has to look.
      history.set({ ...history.get() })
    },
    draft,
    store,
  })
  const changed = () => {
    autosave.changed()
    findings.touched()
  }
  notes.subscribe(changed)
  let rest: ReturnType<typeof setTimeout> | undefined
  focused.subscribe(() => {
    clearTimeout(rest)
    rest = setTimeout(() => resting.set(focused.get()), REST_MS)
  })

  function show(address: Address, text: string) {
    form.setValue(address, text)
    const input = document.getElementById(address)
    if (input instanceof HTMLInputElement) markText(input)
  }
  /** A word about the step back is no word about another state. */
  function altering() {
    altered = true
    if (waiting.asked.get()?.unpublishes) waiting.asked.set(null)
  }
  function write(changes: Pick<Change, 'address' | 'after'>[]) {
    altering()
    for (const { address, after } of changes) {
      show(address, after)
      totals.set(address, after)
      if (visit?.address === address) visit.before = after
      dated(address)
    }
    changed()
  }
  /** The word to change a published report here after all held for that publication: with another date it is asked for again. */
  function dated(address: Address) {
    const { reopened } = notes.get()
    if (address !== PUBLISHED_AT || reopened === undefined || reopened === textNow(address)) return
    notes.set({ ...notes.get(), reopened: undefined })
  }
  function perform(step: EditStep) {
    write(step.changes)
    notes.set(withStep(notes.get(), step))
  }
  function placeNow(): Whereabouts | undefined {
    const address = visit?.address ?? at.get()?.address
    const pane = address && document.getElementById(address)?.closest('[data-scrolls]')
    return address && pane ? { address, top: pane.scrollTop, left: pane.scrollLeft } : undefined
  }
  /** What was typed since the field was entered becomes one step. */
  function commit() {
    if (!visit || visit.address === composing?.address) return
    const { address, before } = visit
    const after = textNow(address)
    history.set(recorded(history.get(), { changes: [{ address, before, after }], place: typedAt }))
    visit.before = after
    typedAt = undefined
  }
  function step(by: typeof undone, agreed = false): ReturnType<ReportSession['undo']> {
    // One question at a time: nothing behind the step that waits is taken back.
    if (!autosave.writing() || (!agreed && waiting.asked.get())) return undefined
    commit()
    const next = by(history.get())
    if (!next) return undefined
    const { changes } = next.step
    const to = made(next.step)
    const go = () => step(by, true)
    // A step that set the date of publication is no change of the content; but publishing is not taken back unseen.
    const dates = changes.some(({ address }) => address === PUBLISHED_AT)
    if (!agreed && dates && published(entries()) && !published(to(report()).entries)) {
      waiting.asked.set({ address: at.get()?.address, unpublishes: true, to, go })
      return undefined
    }
    if (!agreed && !dates && waits({ address: changes[0]?.address, to, go })) return undefined
    perform(next.step)
    history.set(next.history)
    const address = next.step.changes[0]?.address
    return next.step.place ?? (address === undefined ? undefined : { address })
  }

  const published = (of: Entries) => isPublished(of, localDate(store.now()))
  /** Whether the published text is not to be changed without a word of the clerk. */
  function guarded(): boolean {
    return isGuarded({ entries: entries(), notes: notes.get() }, localDate(store.now()))
  }
  const made =
    (step: EditStep) =>
    (of: Report): Report => ({
      ...of,
      entries: withTexts(
        of.entries,
        step.changes.map(({ address, after }) => [address, after]),
      ),
      notes: withStep(of.notes, step),
    })
  const waiting = createWaiting(({ address, text }) => {
    const changes = [{ address, before: '', after: text }]
    return { to: made({ changes }), go: () => session.apply(changes) }
  })
  /** Whether a change has to wait for that word. */
  function waits(change: Waiting): boolean {
    if (!guarded()) return false
    waiting.add(change)
    return true
  }
  /** The text of a field that is being typed into, as it was before. */
  const beforeTyping = (address: Address) =>
    visit?.address === address ? visit.before : textAt(autosave.saved().report.entries, address)
  function typed(address: Address, text: string) {
    const before = beforeTyping(address)
    if (text !== before && address !== PUBLISHED_AT && guarded()) {
      const input = document.getElementById(address)
      const isText = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement
      const caret = isText ? input.selectionStart : undefined
      show(address, before)
      // What is chosen, or picked as a date, is not typed on.
      if (input && typeof caret !== 'number') return session.apply([{ address, after: text }])
      return waiting.addTyped({ address, text, caret: caret ?? text.length }, before)
    }
    altering()
    totals.set(address, text)
    dated(address)
    autosave.changed()
    findings.typed()
  }
  /** Asks when the word stands; the field keeps it until then. */
  function compose(input: HTMLElement & { name: string; value: string }) {
    const { name: address } = input
    if (composing?.address === address) return
    composing = { address, before: beforeTyping(address) }
    const done = () => {
      composing = undefined
      typed(address, input.value)
      // What draws the text has seen the word.
      history.set({ ...history.get() })
    }
    input.addEventListener('compositionend', done, { once: true })
  }
  const session: ReportSession = {
    draft,
    edition,
    form,
    totals,
    findings,
    autosave,
    notes,
    focused,
    resting,
    history,
    operands,
    at,
    said,
    asked: waiting.asked,
    entries,
    report,
    typed,
    guarded,
    note(change) {
      const go = () => session.note(change)
      const to = (of: Report): Report => ({ ...of, notes: change(of.notes) })
      if (autosave.writing() && !waits({ to, go })) notes.set(change(notes.get()))
    },
    reopen: () => notes.set({ ...notes.get(), reopened: textAt(entries(), PUBLISHED_AT) }),
    retype: waiting.retype,
    onFieldChange({ target, nativeEvent }) {
      const composes = nativeEvent instanceof InputEvent && nativeEvent.isComposing
      if (composes && target instanceof HTMLElement && guarded()) compose(target)
      else typed(target.name, target.value)
    },
    get visit() {
      return visit
    },
    aboutToType() {
      typedAt ??= visit ? placeNow() : undefined
    },
    enter(address) {
      if (at.get()?.address !== address) at.set({ address })
      if (visit?.address === address) return
      commit()
      visit = { address, before: textNow(address) }
      focused.set(address)
      findings.touched()
    },
    leave() {
      commit()
      visit = null
      focused.set(null)
      findings.touched()
    },
    apply(changes, { sourceTotals: newTotals, ...more } = {}) {
      if (!autosave.writing()) return
      const before = notes.get().sourceTotals
      const step: EditStep = {
        changes: changes.map(({ address, after }) => ({ address, before: textNow(address), after })),
        sourceTotals: newTotals && { before, after: { ...before, ...newTotals } },
        ...more,
      }
      const [first] = step.changes.filter(
        (each) => each.before !== each.after && each.address !== PUBLISHED_AT,
      )
      // Links, marks and 来文总计 are a change by themselves; the date of publication is none.
      const isChange = first || recorded(emptyHistory, { ...step, changes: [] }).done.length > 0
      const go = () => session.apply(changes, { sourceTotals: newTotals, ...more })
      if (isChange && waits({ address: first?.address, to: made(step), go })) return
      commit()
      // Where nothing of it was to be seen, undo leads to what changes instead.
      const isSeen = changes.some(({ address }) => document.getElementById(address))
      step.place = isSeen ? placeNow() : undefined
      if (changes.length >= BIG_STEP) void autosave.keep('step')
      perform(step)
      history.set(recorded(history.get(), step))
    },
    undo: () => step(undone),
    redo: () => step(redone),
  }
  return session
}
