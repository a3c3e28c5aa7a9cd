import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { draftWith, field, received, restore } from './drafts'

const secret = '青禾县水务局'

test('a part that fails leaves the rest working, offers a backup and a file without report content', async ({
  page,
}) => {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': secret })])
  await page.route('**/HistoryPage-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export default function () { throw new Error("made up") }',
    }),
  )
  await page.goto('#/report/one/requests')
  await page.getByRole('link', { name: '历史版本' }).click()
  const fault = page.getByRole('alert').filter({ hasText: '出了错' })
  await expect(fault).toContainText('made up')

  const [backup] = await Promise.all([
    page.waitForEvent('download'),
    fault.getByRole('button', { name: '下载备份' }).click(),
  ])
  expect(readFileSync(await backup.path(), 'utf8')).toContain(secret)
  const diagnosis = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      fault.getByRole('button', { name: '下载诊断文件' }).click(),
    ])
    return readFileSync(await file.path(), 'utf8')
  }
  const plain = await diagnosis()
  expect(plain).toContain('made up')
  expect(plain).not.toContain(secret)
  await fault.getByLabel('诊断文件附上这份年报的内容').check()
  expect(await diagnosis()).toContain(secret)

  // The other parts are there and keep what is typed.
  await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^三/ }).click()
  await field(page, received('naturalPerson')).click()
  await page.keyboard.type('3')
  await page.reload()
  await expect(field(page, received('naturalPerson'))).toHaveValue('3')
})

test('a part whose file is gone after an update says so', async ({ page }) => {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': secret })])
  await page.route('**/HistoryPage-*.js', (route) => route.abort())
  await page.goto('#/report/one/requests')
  await page.getByRole('link', { name: '历史版本' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '没有加载成功' })).toBeVisible()
  await page.unroute('**/HistoryPage-*.js')
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '历史版本' })).toBeVisible()
})
