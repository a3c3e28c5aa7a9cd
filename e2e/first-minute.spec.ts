import { expect, test } from '@playwright/test'
import { field } from './drafts'

test('the empty home page says what to do, where the data lives, and shows the result', async ({ page }) => {
  await page.goto('#/')
  await expect(page.getByRole('heading', { name: '这台电脑上还没有年报' })).toBeVisible()
  for (const name of ['新建年报', '导入', '载入示例'])
    await expect(page.getByRole('button', { name })).toBeVisible()
  await expect(page.getByText('数据只保存在这台电脑的这个浏览器里')).toBeVisible()
})

test('载入示例 opens a filled report that can be handed in', async ({ page }) => {
  await page.goto('#/')
  await page.getByRole('button', { name: '载入示例' }).click()
  await expect(page).toHaveURL(/#\/report\/[^/]+\/basic$/)
  await expect(field(page, 'organ.name')).toHaveValue('云汀县人民政府')
  const tasks = page.getByRole('navigation', { name: '年报各部分' })
  await expect(tasks).toContainText('已完成 6/6')

  await tasks.getByRole('link', { name: /三 收到和处理/ }).click()
  await expect(page.locator('[id="tables.requests.outcomeTotal.total"]')).toHaveText('75')
  await expect(page.locator('[data-identity="equal"]')).toHaveCount(7)

  await tasks.getByRole('link', { name: /核对/ }).click()
  const verdict = page.locator('[role="status"][data-blocking]')
  await expect(verdict).toContainText('可以定稿')
  await expect(verdict).toHaveAttribute('data-verify', '0')

  await tasks.getByRole('link', { name: /导出/ }).click()
  await expect(page.getByText(/^云汀县人民政府_2024年政府信息公开工作年度报告\.\w+$/)).toBeVisible()
})

test('the example is a draft like any other: listed, changeable, deleted with a way back', async ({
  page,
}) => {
  await page.goto('#/')
  await page.getByRole('button', { name: '载入示例' }).click()
  await field(page, 'organ.name').fill('我的单位')
  await page.getByRole('link', { name: '我的年报', exact: true }).click()
  await expect(page.getByRole('link', { name: /我的单位/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^更多：我的单位/ }).click()
  await page.getByRole('button', { name: '删除' }).click()
  await expect(page.getByRole('link', { name: /我的单位/ })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('link', { name: /我的单位/ }).first()).toBeVisible()
})

test('choosing the kind of organ tells by when the report is to be published', async ({ page }) => {
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await field(page, 'year').fill('2023')
  await field(page, 'organ.kind').selectOption({ label: '县级以上地方人民政府部门' })
  await expect(page.getByText(/2024\s*年\s*1\s*月\s*31\s*日/).first()).toBeVisible()
  await field(page, 'organ.kind').selectOption({ label: '县、不设区的市、市辖区人民政府' })
  await expect(page.getByText(/2024\s*年\s*3\s*月\s*31\s*日/).first()).toBeVisible()
})

test('help says what the keys are and where the data lives', async ({ page }) => {
  await page.goto('#/help')
  await expect(page.getByRole('heading', { name: '帮助' })).toBeVisible()
  for (const text of ['Alt', 'F8', '下载备份']) await expect(page.getByText(text).first()).toBeVisible()
})
