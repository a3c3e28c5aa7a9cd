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
import { isGuarded, isPublished, PUBLISHED_AT, redates } from '../../report/publication'
import { applyChanges, type Change, type Entries, type Report, textAt, withTexts } from '../../report/report'
import { noteError } from '../drafts/diagnosis'
import { localDate } from '../parts/localDate'
import { createObservable } from '../parts/observable'
import { createFindings } from './createFindings'
import { createLiveTotals } from './liveTotals'
import { createReopening } from './reopening'
import type { AppliedNotes, ReportSession } from './session'
import { withStep } from './stepNotes'
import { createUnfinished } from './unfinished'
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
  let typedSince = false
  let altered = false

  const report = (): Report => {
    const { address, before } = unfinished.get() ?? {}
    return {
      edition: edition.key,
      entries: withTexts(entries(), address !== undefined && before !== undefined ? [[address, before]] : []),
      notes: notes.get(),
    }
  }
  const reopening = createReopening(notes, report)
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
    rest = setTimeout(() => {
      resting.set(focused.get())
      autosave.rested()
    }, REST_MS)
  })

  function show(address: Address, text: string) {
    form.setValue(address, text)
    const input = document.getElementById(address)
    if (input instanceof HTMLInputElement) markText(input)
  }
  /** A word about the step back is no word about another state. */
  function altering() {
    altered = true
    if (waiting.asked.get()?.passing) waiting.asked.set(null)
  }
  function write(changes: Pick<Change, 'address' | 'after'>[]) {
    altering()
    for (const { address, after } of changes) {
      show(address, after)
      totals.set(address, after)
      if (visit?.address === address) visit.before = after
    }
    reopening.look()
    changed()
    release()
  }
  function perform(step: EditStep) {
    // What is published is saved as it is, and kept from there: `drafts/store.ts`.
    if (published(entries())) autosave.flush()
    write(step.changes)
    notes.set(withStep(notes.get(), step))
  }
  /** A report that is published no longer is changed without a question: what waited for one is made. */
  function release() {
    const asked = waiting.asked.get()
    if (!asked || guarded() || (asked.redates && published(entries()))) return
    asked.go()
  }
  function placeNow(): Whereabouts | undefined {
    const address = visit?.address ?? at.get()?.address
    const pane = address && document.getElementById(address)?.closest('[data-scrolls]')
    return address && pane ? { address, top: pane.scrollTop, left: pane.scrollLeft } : undefined
  }
  /** What was typed since the field was entered becomes one step. */
  function commit() {
    if (!visit || visit.address === unfinished.get()?.address) return
    const { address, before } = visit
    const after = textNow(address)
    history.set(recorded(history.get(), { changes: [{ address, before, after }], place: typedAt }))
    visit.before = after
    typedAt = undefined
    typedSince = false
    if (before !== after) reopening.look()
  }
  function step(by: typeof undone, agreed = false): ReturnType<ReportSession['undo']> {
    // One question at a time: nothing behind the step that waits is taken back.
    if (!autosave.writing() || (!agreed && waiting.asked.get())) return undefined
    // What was typed over with the same text is no step, nor is the one before it meant.
    if (by === undone && visit && typedSince && textNow(visit.address) === visit.before) {
      typedAt = undefined
      typedSince = false
      return { address: visit.address }
    }
    commit()
    const next = by(history.get())
    if (!next) return undefined
    const to = made(next.step)
    const go = () => step(by, true)
    if (!agreed && asksFor(next.step, { to, go }, true)) return undefined
    perform(next.step)
    history.set(next.history)
    const address = next.step.changes[0]?.address
    return next.step.place ?? (address === undefined ? undefined : { address })
  }

  const published = (of: Entries) => isPublished(of, localDate(store.now()))
  /** Whether the published text is not to be changed without a word of the clerk. */
  function guarded(): boolean {
    const { address, before } = unfinished.get() ?? {}
    const dated = address === PUBLISHED_AT ? { [PUBLISHED_AT]: before ?? '' } : entries()
    return isGuarded({ entries: dated, notes: notes.get() }, localDate(store.now()))
  }
  const made =
    (step: EditStep) =>
    (of: Report): Report => ({
      ...of,
      entries: applyChanges(of.entries, step.changes),
      notes: withStep(of.notes, step),
    })
  const waiting = createWaiting(({ address, text }) => {
    const changes = [{ address, before: '', after: text }]
    return { to: made({ changes }), go: () => apply(changes) }
  })
  /** Whether a change has to wait for that word. */
  function waits(change: Waiting): boolean {
    if (!guarded()) return false
    waiting.add(change)
    return true
  }
  /**
   * Whether a step has to wait for a word: it changes what is published, or by it the report would be published no longer, or on
   * another day. That is asked for also where its content may be changed.
   */
  function asksFor(step: EditStep, { to, go }: Waiting, passing?: true) {
    if (!published(entries())) return false
    const made = to(report())
    const first = step.changes.find(
      ({ address, before, after }) => address !== PUBLISHED_AT && before !== after,
    )?.address
    // Links, marks and 来文总计 are a change by themselves; the date of publication is none.
    const isContent = first || JSON.stringify(made.notes) !== JSON.stringify(notes.get())
    if (isContent && waits({ address: first, to, go })) return true
    if (!redates(entries(), made.entries, localDate(store.now()))) return false
    if (passing) waiting.asked.set({ address: at.get()?.address, redates: true, passing, to, go })
    else waiting.add({ address: PUBLISHED_AT, redates: true, to, go })
    return true
  }
  /** The text of a field that is being typed into, as it was before. */
  const beforeTyping = (address: Address) =>
    visit?.address === address ? visit.before : textAt(autosave.saved().report.entries, address)
  const unfinished = createUnfinished({
    guarded,
    before: beforeTyping,
    whole(address, text) {
      if (text !== textNow(address)) show(address, text)
      typed(address, text)
      // What draws the text has seen it.
      history.set({ ...history.get() })
    },
  })
  function typed(address: Address, text: string) {
    const before = beforeTyping(address)
    if (text !== before && address === PUBLISHED_AT) {
      show(address, before)
      return session.apply([{ address, after: text }])
    }
    if (text !== before && guarded()) {
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
    autosave.changed()
    findings.typed()
  }
  function apply(
    changes: Pick<Change, 'address' | 'after'>[],
    { sourceTotals: newTotals, restores, ...more }: AppliedNotes = {},
    agreed = true,
  ) {
    if (!autosave.writing()) return
    const before = notes.get().sourceTotals
    const step: EditStep = {
      changes: changes.map(({ address, after }) => ({ address, before: textNow(address), after })),
      sourceTotals: newTotals && { before, after: { ...before, ...newTotals } },
      ...more,
    }
    const to = made(step)
    const go = () => apply(changes, { sourceTotals: newTotals, restores, ...more })
    if (!agreed && asksFor(step, { to, go })) return
    commit()
    // Where nothing of it was to be seen, undo leads to what changes instead.
    const isSeen = changes.some(({ address }) => document.getElementById(address))
    step.place = isSeen ? placeNow() : undefined
    if (restores) void autosave.keep('restore')
    else if (changes.length >= BIG_STEP) void autosave.keep('step')
    perform(step)
    history.set(recorded(history.get(), step))
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
      const go = () => notes.set(change(notes.get()))
      const to = (of: Report): Report => ({ ...of, notes: change(of.notes) })
      if (autosave.writing() && !waits({ to, go })) go()
    },
    reopen() {
      autosave.flush()
      reopening.begin()
    },
    retype: waiting.retype,
    resume({ changes, notes: both, typing }) {
      // What was changed elsewhere since stays.
      const due = changes.filter(
        ({ address, before }) => address !== typing?.address && textNow(address) === before,
      )
      if (due.length || both) session.apply(due, { others: both })
      if (!typing) return
      if (guarded()) waiting.addTyped(typing, textNow(typing.address))
      else session.apply([{ address: typing.address, after: typing.text }])
    },
    onFieldChange({ target, nativeEvent }) {
      if (!unfinished.holds(target, nativeEvent)) typed(target.name, target.value)
    },
    get visit() {
      return visit
    },
    aboutToType() {
      typedAt ??= visit ? placeNow() : undefined
      typedSince ||= visit !== null
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
      unfinished.finish()
      commit()
      visit = null
      focused.set(null)
      findings.touched()
    },
    apply: (changes, notes) => apply(changes, notes, false),
    undo: () => step(undone),
    redo: () => step(redone),
  }
  return session
}
