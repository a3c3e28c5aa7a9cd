import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { documentOf } from '../src/export/document'
import { toPastedHtml } from '../src/export/html'
import { currentEdition as edition } from '../src/format/editions'
import { filledReport } from '../src/testing/filledReport'

// What units send is no tidy set of files: figures with marks, damaged files, and a desk that has no mouse at hand.

const marked = 'tables.requests.received.naturalPerson'
const unread = 'tables.requests.carriedOver.naturalPerson'

async function newTask(page: Page, list: string) {
  await page.goto('#/aggregate')
  await page.getByRole('button', { name: '新建汇总' }).click()
  await page.getByLabel('名称').fill('临江区汇总')
  await page.getByLabel('年度').fill('2024')
  await page.getByRole('button', { name: '创建' }).click()
  await page.getByLabel('粘贴单位名单').fill(list)
  await page.getByRole('button', { name: '更新名单' }).click()
}
const unit = (page: Page, id: string) => page.locator(`[data-unit="${id}"]`)
const figure = (page: Page, address: string) => page.locator(`output[id="${address}"]`)

test('the doubts of a recognised report are settled beside its source, and only then its figures are summed @file', async ({
  page,
}) => {
  const report = filledReport({ 'organ.name': '教育局', year: '2024', [marked]: '771', [unread]: '772' })
  const html = `<html><body>${toPastedHtml(documentOf(report, edition, { draft: false, code: '' }))}</body></html>`
  const buffer = Buffer.from(html.replace('>771<', '>771*<').replace('>772<', '>待定<'))
  await newTask(page, '教育局')
  await page.getByLabel('装入下级报表').setInputFiles({ name: '教育局.html', mimeType: 'text/html', buffer })
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await expect(unit(page, '教育局')).toContainText('2 处存疑')
  await expect(page.locator('[data-file="教育局.html"]')).toContainText('2 处存疑')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, marked)).toHaveAttribute('data-missing', '1')
  await expect(page.getByText('1 家有存疑或缺的数：教育局')).toBeVisible()

  await page.getByRole('link', { name: '单位与装入' }).click()
  await page.getByRole('link', { name: '核定：教育局' }).click()
  await expect(page.getByRole('region', { name: '来文' })).toContainText('771*')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: '保存核定稿' }).click()
  await expect(page.getByRole('alert')).toContainText('还有 2 处存疑')
  await page.getByRole('button', { name: /^照此采用/ }).click()
  await page.getByRole('tab', { name: /^三/ }).click()
  await page.locator(`[id="preview.${unread}"]`).fill('3')
  await page.getByRole('button', { name: '保存核定稿' }).click()
  await expect(unit(page, '教育局')).toContainText('已对照来文核定')
  await expect(unit(page, '教育局')).not.toContainText('存疑')

  // Looked at again, it stands as it was settled; the file is there as it came.
  await page.getByRole('link', { name: '查看核定：教育局' }).click()
  await expect(page.locator(`[id="preview.${unread}"]`)).toHaveValue('3')
  await expect(page.getByRole('region', { name: '来文' })).toContainText('待定')
  await page.goBack()
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, marked)).toHaveText('771')
  await expect(page.locator('output[data-missing="0"]')).toHaveCount(200)
  await expect(page.getByText('1 家都已汇总。')).toBeVisible()
})
