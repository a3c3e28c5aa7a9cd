import { useEffect, useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { startAutosave } from '../../drafts/autosave'
import type { Draft } from '../../drafts/draft'
import { cellAt } from '../../format/cells'
import { editionByKey } from '../../format/editions'
import type { Address, Edition } from '../../format/types'
import { addressesOf, blankEntries, type Entries, textAt, withTexts } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { createFindings } from './findings'
import { createLiveTotals } from './liveTotals'
import { createCell, type ReportSession } from './session'

/** Every address of the edition is in the form, also those an older draft does not have. */
const completed = (edition: Edition, entries: Entries): Entries =>
  withTexts(
    blankEntries(edition),
    addressesOf(edition).map((address) => [address, textAt(entries, address)]),
  )

/** Grey zeros let the real figures stand out; the mark is kept on the element, so that no component draws for it. */
export const markZero = (input: HTMLInputElement) =>
  input.toggleAttribute('data-zero', /^[0０]+$/.test(input.value))

/** Opens a draft: the form, and beside it everything that is derived from it or stored of it. */
export function useReportSession(draft: Draft): ReportSession {
  const store = useDraftStore()
  const edition = editionByKey(draft.report.edition)
  if (!edition) throw new Error(`unknown edition ${draft.report.edition}`)
  const defaultValues = useMemo(() => completed(edition, draft.report.entries), [edition, draft])
  const form = useForm<Entries>({ defaultValues })

  // biome-ignore lint/correctness/useExhaustiveDependencies: one session per opened draft; the form object is stable
  const session = useMemo((): ReportSession => {
    const entries = () => form.getValues()
    const notes = createCell(draft.report.notes)
    const focused = createCell<Address | null>(null)
    const report = () => ({ edition: edition.key, entries: structuredClone(entries()), notes: notes.get() })
    const totals = createLiveTotals(edition, (address) => textAt(entries(), address))
    const findings = createFindings(edition, { entries, report, focused: focused.get })
    const autosave = startAutosave({ read: report, draft, store })
    const changed = () => {
      autosave.changed()
      findings.touched()
    }
    notes.subscribe(changed)
    focused.subscribe(() => findings.touched())
    const typed = (address: Address, text: string) => {
      totals.set(address, text)
      changed()
    }
    return {
      draft,
      edition,
      form,
      totals,
      findings,
      autosave,
      notes,
      focused,
      entries,
      report,
      operands: createCell<ReturnType<ReportSession['operands']['get']>>(null),
      typed,
      onFieldChange: ({ target }) => typed(target.name, target.value),
      apply(changes) {
        for (const { address, after } of changes) {
          form.setValue(address, after)
          totals.set(address, after)
          if (cellAt(edition, address)) {
            const input = document.getElementById(address)
            if (input instanceof HTMLInputElement) markZero(input)
          }
        }
        changed()
      },
    }
  }, [draft.id])

  useEffect(() => {
    void session.findings.now()
    const save = () => session.autosave.flush()
    const hidden = () => document.visibilityState === 'hidden' && save()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', save)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', save)
      save()
      session.autosave.stop()
      session.findings.stop()
    }
  }, [session])
  return session
}
