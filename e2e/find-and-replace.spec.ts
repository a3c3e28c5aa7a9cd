import { expect, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { field } from './drafts'
import { openDraft } from './openDraft'

test('a word is found in prose and cells, replaced everywhere, and one undo gives all of it back', async ({
  page,
}) => {
  const report = filledReport({ other: '全年未收费。收费标准按规定执行。' })
  await openDraft(page, report, 'requests')
  await field(page, 'tables.requests.received.naturalPerson').focus()
  await page.keyboard.press('Control+f')
  const panel = page.getByRole('complementary', { name: '查找和替换' })
  await panel.getByLabel('查找', { exact: true }).fill('22')
  await expect(panel.getByRole('status')).toContainText('处')
  await page.keyboard.press('Enter')
  await expect(field(page, 'overview.onRequest')).toBeFocused()
  await page.keyboard.press('F3')
  await expect(field(page, 'tables.requests.received.naturalPerson')).toBeFocused()

  await panel.getByLabel('查找', { exact: true }).fill('收费')
  await panel.getByLabel('替换为').fill('收取费用')
  await panel.getByRole('button', { name: '全部替换' }).click()
  await expect(panel.getByRole('status')).toContainText('已替换 2 处')
  await page.getByRole('link', { name: /六 其他需要报告的事项/ }).click()
  await expect(field(page, 'other')).toHaveValue('全年未收取费用。收取费用标准按规定执行。')
  await field(page, 'other').focus()
  await page.keyboard.press('Control+z')
  await expect(field(page, 'other')).toHaveValue('全年未收费。收费标准按规定执行。')
  await panel.getByLabel('替换为').focus()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('the panel of keys stands beside the work', async ({ page }) => {
  await openDraft(page, filledReport(), 'requests')
  await page.getByRole('button', { name: '快捷键' }).click()
  const panel = page.getByRole('complementary', { name: '快捷键' })
  await expect(panel.getByRole('row', { name: /F8/ })).toBeVisible()
  await panel.getByRole('button', { name: '关闭快捷键' }).click()
  await expect(panel).toHaveCount(0)
})
