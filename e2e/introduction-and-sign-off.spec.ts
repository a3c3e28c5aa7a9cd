import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { blankReport } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field } from './drafts'
import { openDraft } from './openDraft'

const INTRODUCTION = '引言在此。'
const OTHER = '没有其他事项。'

/** The lines of the printed preview, without page numbers and marks. */
const printed = (page: Page) =>
  page
    .locator('article > div > :is(h2, h3, p)')
    .evaluateAll((elements) => elements.map((element) => element.textContent ?? ''))

test('the introduction is put under the first heading; one undo takes it back', async ({ page }) => {
  await openDraft(page, filledReport({ 'overview.introduction': INTRODUCTION }), 'overview')
  const place = page.getByRole('group', { name: '引言放在哪里' })
  await expect(place.getByRole('radio', { name: '之前' })).toBeChecked()
  await place.getByRole('radio', { name: '之内' }).check()
  await page.getByRole('link', { name: '导出' }).click()
  await expect.poll(() => printed(page)).toContain(INTRODUCTION)
  const lines = await printed(page)
  expect(lines[lines.indexOf('一、总体情况') + 1]).toBe(INTRODUCTION)
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => {
      const after = await printed(page)
      return after.indexOf(INTRODUCTION) < after.indexOf('一、总体情况')
    })
    .toBe(true)
  await page.getByRole('link', { name: /总体情况/ }).click()
  await expect(place.getByRole('radio', { name: '之前' })).toBeChecked()
})

test('the 落款 is offered on 导出 with organ and date, prints last, and goes with one undo', async ({
  page,
}) => {
  await openDraft(page, filledReport({ other: OTHER }), 'export')
  const tick = page.getByLabel('文末印机关和日期')
  await tick.check()
  await page.keyboard.press('Control+z')
  await expect(tick).not.toBeChecked()
  await expect(field(page, 'signOff.organ')).toHaveCount(0)
  await tick.check()
  // Fields that are emptied to type something else stay.
  for (const part of ['signOff.date', 'signOff.organ']) await field(page, part).fill('')
  await expect(field(page, 'signOff.organ')).toBeFocused()
  await field(page, 'signOff.organ').fill('示例区人民政府')
  await field(page, 'signOff.date').fill('2022-01-19')
  await expect(field(page, 'signOff.organ')).toHaveValue('示例区人民政府')
  await expect(field(page, 'signOff.date')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
  await field(page, 'signOff.date').fill('2022-01-20')
  await page.getByLabel('特此报告。').check()
  const last = async () => (await printed(page)).slice(-4)
  await expect.poll(last).toEqual([OTHER, '特此报告。', '示例区人民政府', '2022年1月20日'])
  const organ = page.locator('article').getByText('示例区人民政府', { exact: true })
  expect(await organ.evaluate((element) => getComputedStyle(element).textAlign)).toBe('right')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 JSON', exact: true }).click(),
  ])
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(file.signOff).toEqual({ organ: '示例区人民政府', date: '2022-01-20', phrase: '特此报告。' })

  await page.getByLabel('文末印机关和日期').uncheck()
  await expect.poll(async () => (await printed(page)).at(-1)).toBe(OTHER)
  await page.keyboard.press('Control+z')
  await expect.poll(last).toEqual([OTHER, '特此报告。', '示例区人民政府', '2022年1月20日'])
})

test('an empty form has no 落款 and says nothing of one', async ({ page }) => {
  await openDraft(page, blankReport(currentEdition), 'export')
  await expect(page.getByLabel('文末印机关和日期')).not.toBeChecked()
  await expect(field(page, 'signOff.organ')).toHaveCount(0)
})
