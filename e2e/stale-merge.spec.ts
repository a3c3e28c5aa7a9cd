import { expect, type Page, test } from '@playwright/test'
import { backupText } from '../src/drafts/backup'
import { layouts } from '../src/testing/published/layouts'
import { randomOf } from '../src/testing/published/random'
import { publishedReport } from '../src/testing/published/report'
import { draftWith, field, received, restore, storedText, untilSaved } from './drafts'

// What one tab shows may be out of date when the clerk confirms it: nothing typed since, in another tab, is overwritten.

const ID = 'shared'
const cell = received('naturalPerson')
const draft = draftWith(ID, { year: '2021', 'organ.name': '青禾县水务局' })

async function show(page: Page, name: string, mimeType: string, content: string) {
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType,
    buffer: Buffer.from(content),
  })
}
/** Figures typed and saved at table 3 of the draft. */
async function type(page: Page, texts: Record<string, string>): Promise<Page> {
  await page.goto(`#/report/${ID}/requests`)
  for (const [address, text] of Object.entries(texts)) {
    await field(page, address).click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
    await untilSaved(page, ID, address, text)
  }
  return page
}
/**
 * Presses what the page still offers under this name, as a clerk does who does not look at the other tab. Looked at and
 * pressed in one breath: what the page hears from the other tab in between may take the button away.
 */
async function pressIfOffered(page: Page, name: string) {
  await page.bringToFront()
  await page
    .getByRole('button', { name })
    .evaluateAll((offered) => (offered as HTMLButtonElement[]).find(({ disabled }) => !disabled)?.click())
}
/** It is there in storage, and on the page when it is opened anew. */
async function expectKept(page: Page, texts: Record<string, string>) {
  // The tab that typed takes in what others have saved with a look at storage, as on coming back to it.
  await page.bringToFront()
  await page.reload()
  for (const [address, text] of Object.entries(texts)) {
    await expect(field(page, address)).toHaveValue(text)
    expect(await storedText(page, ID, address)).toBe(text)
  }
}

/** 导入 with a report of another organ, of which nothing is ticked by itself, and all blanks ticked for using it in the draft. */
async function offerToMerge(page: Page) {
  const random = randomOf(9)
  const layout = layouts['web page']?.(publishedReport(random), random)
  await show(page, '上年.html', 'text/html', layout?.content ?? '')
  await page.getByRole('button', { name: '用到已有年报' }).click()
  await page.getByRole('button', { name: '只填空白' }).click()
  await expect(page.getByRole('button', { name: '合并到当前草稿' })).toBeEnabled()
  return { merged: layout?.figures.get(cell) ?? '' }
}

test('a merge that is taken back leaves what was typed in another tab since', async ({ context }) => {
  const page = await context.newPage()
  await restore(page, [draft])
  const { merged } = await offerToMerge(page)
  await page.getByRole('button', { name: '合并到当前草稿' }).click()
  await expect(page.getByText(/已合并 \d+ 处/)).toBeVisible()
  await untilSaved(page, ID, cell, merged)
  const elsewhere = await type(await context.newPage(), { [cell]: '31415' })
  await pressIfOffered(page, '撤销')
  await expectKept(elsewhere, { [cell]: '31415' })
})

test('a merge chosen before another tab filled the same cell does not replace it', async ({ context }) => {
  const page = await context.newPage()
  await restore(page, [draft])
  await offerToMerge(page)
  // A choice of the clerk's own: from here on the ticks do not follow the draft by themselves.
  await page.getByRole('checkbox').last().click()
  const elsewhere = await type(await context.newPage(), { [cell]: '31415' })
  await pressIfOffered(page, '合并到当前草稿')
  await expectKept(elsewhere, { [cell]: '31415' })
})

test('a backup shown before the same draft came in elsewhere does not replace it', async ({ context }) => {
  const page = await context.newPage()
  // Saved more often than the one that comes in elsewhere: by its revision it would be the newer one.
  await show(page, '备份.json', 'application/json', backupText([{ ...draft, revision: 50 }]))
  await expect(page.getByRole('button', { name: '恢复 1 份草稿' })).toBeVisible()
  const second = await context.newPage()
  await restore(second, [draft])
  const elsewhere = await type(second, { [cell]: '31415' })
  await pressIfOffered(page, '恢复 1 份草稿')
  await expectKept(elsewhere, { [cell]: '31415' })
})
