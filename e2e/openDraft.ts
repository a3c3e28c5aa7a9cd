import type { Page } from '@playwright/test'
import { draftText, newDraft } from '../src/drafts/draft'
import { draftKey } from '../src/drafts/shelf'
import type { Report } from '../src/report/report'

/** The draft that is opened where a test names none. */
export const DRAFT = 'testdraft001'

/** Puts a report into the browser's storage as if it had been typed, and opens one of its pages. */
export async function openDraft(page: Page, report: Report, section: string, id = DRAFT) {
  const text = draftText(newDraft(report, new Date('2022-01-10T08:00:00Z'), id))
  await page.addInitScript(
    ([key, value]) => {
      if (!localStorage.getItem(key)) localStorage.setItem(key, value)
    },
    [draftKey(id), text] as const,
  )
  await page.goto(`#/report/${id}/${section}`)
}
