import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { newTask } from './newTask'

// 回填: the sums of the units become the figures of the own report, and a late report is told there.

const person = 'tables.requests.received.naturalPerson'
const company = 'tables.requests.received.commercialEnterprise'
const fileOf = (organ: string, received: string) => ({
  name: `${organ}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    fileText(
      filledReport({ 'organ.name': organ, year: '2024', [person]: received, [company]: received }),
      currentEdition,
      'draft',
    ),
  ),
})
const field = (page: Page, address: string) => page.locator(`[id="${address}"]`)
const marks = (page: Page) => page.getByRole('region', { name: '汇总来源' })
const fill = (page: Page) => page.getByRole('region', { name: '回填到年报' })

test('sums are filled into an own report in one step, keep their source, and tell of a late report', async ({
  page,
  context,
}) => {
  await newTask(page, '教育局\n审计局\n水务局', { name: '临江区' })
  await page.getByLabel('装入下级报表').setInputFiles([fileOf('教育局', '7'), fileOf('审计局', '5')])
  await expect(page.getByText('收齐 2/3')).toBeVisible()
  const task = new URL(page.url()).hash.replace('/units', '')
  await page.getByRole('link', { name: '汇总', exact: true }).last().click()
  await page.getByRole('button', { name: '回填到年报' }).click()
  await expect(fill(page)).toContainText('汇总 2 家 · 集合码')
  await expect(fill(page)).toContainText('空白，将填入：166 个')
  await expect(fill(page)).toContainText('汇总不完整，仍会填入并注明：166 个')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: '填入 166 处' }).press('Enter')
  await page.getByRole('link', { name: '打开这份年报' }).click()
  const report = new URL(page.url()).hash.replace(/\/\w+$/, '')
  await page.goto(`${report}/requests`)
  await expect(field(page, person)).toHaveValue('12')
  await expect(marks(page)).toContainText('缺 1 家')
  await expect(field(page, person)).toHaveAccessibleDescription(/汇总 2 家 · 集合码 [A-Z2-7]{8}，缺 1 家/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // One undo, marks and all.
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(marks(page)).toBeHidden()
  await page.goto(`${report}/requests`)
  await expect(field(page, person)).toHaveValue('')
  await expect(field(page, company)).toHaveValue('')
  await expect(marks(page)).toBeHidden()
  await page.getByRole('button', { name: '重做', exact: true }).click()
  await page.goto(`${report}/requests`)
  await expect(field(page, person)).toHaveValue('12')
  await expect(marks(page)).toBeVisible()

  // A figure that is typed is no longer the 汇总's, and is overwritten only after asking.
  await field(page, person).fill('20')
  await field(page, company).focus()
  await expect(field(page, person)).not.toHaveAttribute('data-summed')
  await expect(field(page, company)).toHaveAttribute('data-summed')

  await page.goto(`${report}/export`)
  await expect(page.getByText('— 1 —')).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('集合码')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`${task}/units`)
  await page.getByLabel('装入下级报表').setInputFiles([fileOf('水务局', '30')])
  await expect(page.getByText('收齐 3/3')).toBeVisible()
  await page.goto(`${report}/export`)
  await expect(page.getByRole('alert').filter({ hasText: '汇总已变，18 个数与这里不同' })).toBeVisible()
  await page.getByRole('link', { name: '到表里更新或保留' }).click()
  await page.goto(`${report}/requests`)
  await expect(marks(page)).toContainText('汇总已变：现为 3 家')
  await page.getByRole('button', { name: '更新', exact: true }).click()
  await expect(marks(page)).not.toContainText('汇总已变')
  await expect(field(page, company)).toHaveValue('42')
  await expect(field(page, person)).toHaveValue('20')

  // Another tab has the report: nothing is written.
  const other = await context.newPage()
  await other.goto(page.url())
  await page.goto(`${task}/sums`)
  await expect(field(other, person)).toBeEditable()
  await page.getByRole('button', { name: '回填到年报' }).click()
  await expect(page.getByRole('combobox', { name: '填到' })).not.toHaveValue('')
  const asked = fill(page).getByRole('checkbox', { name: /自然人/ })
  await expect(asked).not.toBeChecked()
  await expect(page.getByRole('button', { name: '填入 0 处' })).toBeDisabled()
  await asked.check()
  await page.getByRole('button', { name: '填入 1 处' }).click()
  await expect(fill(page).getByRole('alert')).toContainText('正在另一个标签页填写')
  await other.close()
  await page.getByRole('button', { name: '填入 1 处' }).click()
  await expect(fill(page).getByRole('status')).toContainText('已填入 1 处')
  await page.getByRole('link', { name: '打开这份年报' }).click()
  await page.goto(`${report}/requests`)
  await expect(field(page, person)).toHaveValue('42')
})
