import type { UseFormReturn } from 'react-hook-form'
import { startAutosave } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import type { Address, Edition } from '../../format/types'
import { withPendingStep } from '../../report/carry/pendingNotes'
import {
  type EditStep,
  emptyHistory,
  type History,
  recorded,
  redone,
  undone,
  type Whereabouts,
} from '../../report/history'
import { isGuarded, PUBLISHED_AT } from '../../report/publication'
import { type Change, type Entries, type Report, textAt } from '../../report/report'
import { noteError } from '../drafts/diagnosis'
import { localDate } from '../parts/localDate'
import { createObservable } from '../parts/observable'
import { createFindings } from './createFindings'
import { createLiveTotals } from './liveTotals'
import type { Asked, ReportSession } from './session'

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

const inOrder = (first: (() => void) | undefined, then: () => void) => () => {
  first?.()
  then()
}

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
  const asked = createObservable<ReturnType<ReportSession['asked']['get']>>(null)
  let visit: ReportSession['visit'] = null
  /** Where the field of the visit stood when it was first typed into. */
  let typedAt: Whereabouts | undefined
  let altered = false

  const report = (): Report => ({
    edition: edition.key,
    entries: structuredClone(entries()),
    notes: notes.get(),
  })
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
  function write(changes: Pick<Change, 'address' | 'after'>[]) {
    altered = true
    for (const { address, after } of changes) {
      show(address, after)
      totals.set(address, after)
      if (visit?.address === address) visit.before = after
    }
    changed()
  }
  function perform({ changes, sourceTotals, links, pending, sources }: EditStep) {
    write(changes)
    if (links) {
      const gone = links.before.map((link) => JSON.stringify(link))
      const left = (notes.get().links ?? []).filter((link) => !gone.includes(JSON.stringify(link)))
      notes.set({ ...notes.get(), links: [...left, ...links.after] })
    }
    if (pending) notes.set(withPendingStep(notes.get(), pending))
    if (sources) notes.set({ ...notes.get(), sources: sources.after })
    if (sourceTotals) notes.set({ ...notes.get(), sourceTotals: sourceTotals.after })
  }
  function placeNow(): Whereabouts | undefined {
    const address = visit?.address ?? at.get()?.address
    const pane = address && document.getElementById(address)?.closest('[data-scrolls]')
    return address && pane ? { address, top: pane.scrollTop, left: pane.scrollLeft } : undefined
  }
  /** What was typed since the field was entered becomes one step. */
  function commit() {
    if (!visit) return
    const { address, before } = visit
    const after = textNow(address)
    history.set(recorded(history.get(), { changes: [{ address, before, after }], place: typedAt }))
    visit.before = after
    typedAt = undefined
  }
  function step(by: typeof undone): ReturnType<ReportSession['undo']> {
    if (!autosave.writing()) return undefined
    commit()
    const next = by(history.get())
    if (!next) return undefined
    const addresses = next.step.changes.map(({ address }) => address)
    // A step that set the date of publication may be taken back as one.
    if (!addresses.includes(PUBLISHED_AT) && waits(addresses, () => step(by))) return undefined
    perform(next.step)
    history.set(next.history)
    const address = next.step.changes[0]?.address
    return next.step.place ?? (address === undefined ? undefined : { address })
  }

  /** Whether the published text is not to be changed without a word of the clerk. */
  function guarded(): boolean {
    return isGuarded({ entries: entries(), notes: notes.get() }, localDate(store.now()))
  }
  /** Whether a change has to wait for that word; several that wait are made one after the other. */
  function waits(addresses: Address[] | undefined, go: () => void): boolean {
    if ((addresses && !addresses.some((address) => address !== PUBLISHED_AT)) || !guarded()) return false
    const earlier = asked.get()
    asked.set({ address: earlier ? earlier.address : addresses?.[0], go: inOrder(earlier?.go, go) })
    return true
  }
  /** The same for a text that is being typed: what is typed on belongs to it. */
  function waitsTyped(address: Address, text: string): boolean {
    if (address === PUBLISHED_AT || !guarded()) return false
    const earlier = asked.get()?.go
    const input = document.getElementById(address)
    const isText = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement
    ask(address, { text, caret: (isText ? input.selectionStart : undefined) ?? text.length, earlier })
    return true
  }
  function ask(address: Address | undefined, typing: NonNullable<Asked['typing']>) {
    const write = () => address && session.apply([{ address, after: typing.text }])
    asked.set({ address, typing, go: inOrder(typing.earlier, write) })
  }
  /** The text of a field that is being typed into, as it was before. */
  const beforeTyping = (address: Address) =>
    visit?.address === address ? visit.before : textAt(autosave.saved().report.entries, address)
  function typed(address: Address, text: string) {
    const before = beforeTyping(address)
    if (text !== before && waitsTyped(address, text)) return show(address, before)
    altered = true
    totals.set(address, text)
    autosave.changed()
    findings.typed()
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
    asked,
    entries,
    report,
    typed,
    waits,
    typeOn(key) {
      const now = asked.get()
      if (!now?.typing) return
      const { text, caret, earlier } = now.typing
      const from = key === 'Backspace' ? Math.max(0, caret - 1) : caret
      const put = key === 'Backspace' ? '' : key
      ask(now.address, {
        text: text.slice(0, from) + put + text.slice(caret),
        caret: from + put.length,
        earlier,
      })
    },
    onFieldChange({ target, nativeEvent }) {
      // A word that is being composed is not yet a text: of it nothing waits.
      const composes = nativeEvent instanceof InputEvent && nativeEvent.isComposing
      if (composes && waits([target.name], () => undefined))
        return show(target.name, beforeTyping(target.name))
      typed(target.name, target.value)
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
      const differing = changes.filter(({ address, after }) => textNow(address) !== after)
      const go = () => session.apply(changes, { sourceTotals: newTotals, ...more })
      if (
        waits(
          differing.map(({ address }) => address),
          go,
        )
      )
        return
      commit()
      // Where nothing of it was to be seen, undo leads to what changes instead.
      const isSeen = changes.some(({ address }) => document.getElementById(address))
      const place = isSeen ? placeNow() : undefined
      if (changes.length >= BIG_STEP) void autosave.keep('step')
      const before = notes.get().sourceTotals
      const step: EditStep = {
        changes: changes.map(({ address, after }) => ({ address, before: textNow(address), after })),
        sourceTotals: newTotals && { before, after: { ...before, ...newTotals } },
        ...more,
        place,
      }
      perform(step)
      history.set(recorded(history.get(), step))
    },
    undo: () => step(undone),
    redo: () => step(redone),
  }
  return session
}
