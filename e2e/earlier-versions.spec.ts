import { expect, type Page, test } from '@playwright/test'
import { textAt } from '../src/report/report'
import { draftWith, field, received, restore, storedDraft } from './drafts'

const cell = received('naturalPerson')
const history = (page: Page) => page.getByRole('link', { name: '历史版本' })

test('a version is kept, compared and restored, and the present one is not lost', async ({ page }) => {
  await restore(page, [
    draftWith('one', { year: '2021', 'organ.name': '青禾县水务局', [cell]: '12', other: '收费0元' }),
  ])
  await page.goto('#/report/one/requests')
  await history(page).click()
  await expect(page.getByText('还没有历史版本')).toBeVisible()
  await page.getByRole('button', { name: '把现在的内容存为版本' }).click()
  await expect(page.getByText('与现在相同')).toBeVisible()

  await page.goto('#/report/one/requests')
  await field(page, cell).click()
  await page.keyboard.type('15')
  await history(page).click()
  await page.getByText('手动存的版本').click()
  const row = page.getByRole('row', { name: /本年新收·自然人/ })
  await expect(row.locator('del')).toHaveText('15')
  await expect(row.locator('ins')).toHaveText('12')
  await page.getByRole('button', { name: /^恢复到/ }).click()
  await expect(page.getByText('已恢复到')).toBeVisible()
  await expect(page.getByText('恢复旧版本之前')).toBeVisible()
  const stored = await storedDraft(page, 'one')
  expect(stored && textAt(stored.report.entries, cell)).toBe('12')
  await page.goto('#/report/one/requests')
  await expect(field(page, cell)).toHaveValue('12')
})

test('before a step that changes much, a version is kept by itself', async ({ page }) => {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': '青禾县水务局', [cell]: '12' })])
  await page.goto('#/report/one/requests')
  await field(page, cell).focus()
  await page.keyboard.press('Alt+Shift+Z')
  await expect(field(page, received('commercialEnterprise'))).toHaveValue('0')
  await history(page).click()
  await expect(page.getByText('一次改动多处之前', { exact: true })).toBeVisible()
})
