import { expect, type Page } from '@playwright/test'
import { backupText } from '../src/drafts/backup'
import { type Draft, newDraft } from '../src/drafts/draft'
import { textsIn } from '../src/drafts/threeWay'
import { currentEdition } from '../src/format/editions'
import { addressesOf, blankReport, type Report, textAt, withTexts } from '../src/report/report'

/** Cells that the tests type into. */
export const received = (column: string) => `tables.requests.received.${column}`
export const field = (page: Page, address: string) => page.locator(`[id="${address}"]`)

/** A draft with some texts, as it would lie in a backup. */
export function draftWith(id: string, texts: Record<string, string>): Draft {
  const report = blankReport(currentEdition)
  report.entries = withTexts(report.entries, Object.entries(texts))
  return newDraft(report, new Date('2022-01-10T08:00:00Z'), id)
}

/** A draft in which every address has a text of its own. */
export const fullDraft = (id: string): Draft =>
  draftWith(
    id,
    Object.fromEntries([
      ...addressesOf(currentEdition).map((address, n): [string, string] => [
        address,
        address.startsWith('tables.') ? String(n) : `甲 ${n}\n第二行 “乙”`,
      ]),
      ['year', '2021'],
      ['organ.kind', 'governmentDepartment'],
      ['organ.name', '青禾县水务局'],
    ]),
  )

/** Brings drafts in through 导入, as a clerk restores a backup. */
export async function restore(page: Page, drafts: Draft[]) {
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name: '备份.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backupText(drafts)),
  })
  await page.getByRole('button', { name: `恢复 ${drafts.length} 份草稿` }).click()
  await page.waitForURL(/#\/($|report)/)
}

/** What localStorage holds of a draft. */
export const storedDraft = (page: Page, id: string): Promise<Draft | null> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), `nianbao:draft:${id}`)

/** What localStorage holds at one address of a draft. */
export async function storedText(page: Page, id: string, address: string): Promise<string | undefined> {
  const draft = await storedDraft(page, id)
  return draft ? textAt(draft.report.entries, address) : undefined
}

/** Waits until what was typed is saved. */
export const untilSaved = (page: Page, id: string, address: string, text: string) =>
  expect.poll(() => storedText(page, id, address)).toBe(text)

/** What the journal holds of a draft, as text. */
export const journalledText = (page: Page, id: string): Promise<string | undefined> =>
  page.evaluate(
    (key) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('nianbao')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const found = opening.result.transaction('journal').objectStore('journal').get(key)
          found.onsuccess = () => {
            opening.result.close()
            resolve(found.result?.text)
          }
        }
      }),
    id,
  )

/** What a clerk would call the content of a report: its edition, every text that is not blank, and its notes. */
export const contentOf = ({ edition, entries, notes }: Report) => ({
  edition,
  texts: Object.fromEntries(textsIn(entries)),
  notes,
})
