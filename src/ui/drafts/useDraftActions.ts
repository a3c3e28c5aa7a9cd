import { useRef } from 'react'
import { useLocation } from 'wouter'
import { publishedWords, withPublished } from '../../drafts/backedUp'
import { backupText } from '../../drafts/backup'
import { copyOf, type Draft, newDraft, newDraftId } from '../../drafts/draft'
import { currentEdition, editionByKey } from '../../format/editions'
import { withProposal } from '../../report/proposed'
import { applyChanges, blankReport, type Change, type Report } from '../../report/report'
import { safeFileName } from '../../report/safeFileName'
import { download } from '../parts/download'
import { focusById } from '../parts/focusById'
import { backupName } from '../parts/names'
import { BASIC, reportPath } from '../routes'
import { rememberBackup } from './lastBackup'
import { useDraftStore } from './store'

export interface NextYear {
  draft: Draft
  /** 结转下年 of the old report as 上年结转 of the new one. */
  offered: Change[]
}

/** What can be done with drafts as a whole. Saving never fails silently: the banner says what the store could not keep. */
export function useDraftActions() {
  const store = useDraftStore()
  const [, navigate] = useLocation()
  const newId = () => newDraftId(window.crypto)

  const opened = useRef(false)

  /** Leads to another page: a second press, before this one is gone, opens nothing more. */
  function open(draft: Draft, page: string = BASIC) {
    if (opened.current) return
    opened.current = true
    store.create(draft)
    navigate(reportPath(draft.id, page))
  }
  const openReport = (report: Report) => open(newDraft(report, store.now(), newId()))

  return {
    /** A new report is mostly the one of last year. */
    createBlank() {
      const year = String(store.now().getFullYear() - 1)
      openReport(withProposal(blankReport(currentEdition), 'year', year))
      focusById(currentEdition.fields[0]?.address ?? '')
    },
    async createExample() {
      const { exampleEntries } = await import('./example')
      const { notes, ...blank } = blankReport(currentEdition)
      openReport({ ...blank, notes: { ...notes, example: true }, entries: exampleEntries() })
    },
    async copy(draft: Draft): Promise<{ copy: Draft; done: boolean }> {
      const copy = copyOf(draft, store.now(), newId())
      return { copy, done: (await store.place(copy, undefined)).ok }
    },
    async nextYear(draft: Draft): Promise<NextYear | undefined> {
      const { forNextYear } = await import('../../drafts/nextYear')
      const edition = editionByKey(draft.report.edition)
      return edition && forNextYear(draft, edition, store.now(), newId())
    },
    openNextYear({ draft, offered }: NextYear, take: boolean) {
      const { report } = draft
      open(take ? { ...draft, report: { ...report, entries: applyChanges(report.entries, offered) } } : draft)
    },
    /** Gives the name of the file, with what is to be said of it. */
    async backUp(drafts: Draft[]): Promise<string> {
      const now = store.now()
      const name = safeFileName(backupName(drafts, now))
      const whole = await withPublished(store, drafts)
      download(name, backupText(whole, now))
      rememberBackup(drafts, now)
      return `“${name}”${publishedWords(whole)}`
    },
    remove: store.remove,
    restore: store.restore,
  }
}

export type DraftActions = ReturnType<typeof useDraftActions>
