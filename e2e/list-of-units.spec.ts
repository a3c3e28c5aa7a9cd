import { expect, test } from '@playwright/test'

// 单位名单 from a file, and next year from the task of the year before.

test('the list comes from a file, and for the next year from the task before, without its old dates', async ({
  page,
}) => {
  async function newTask(name: string, year: string) {
    await page.goto('#/aggregate')
    await page.getByRole('button', { name: '新建汇总' }).click()
    await page.getByLabel('名称').fill(name)
    await page.getByLabel('年度').fill(year)
    await page.getByRole('button', { name: '创建' }).click()
  }
  await newTask('去年', '2023')
  await page.getByLabel('名单文件').setInputFiles({
    name: '名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '\ufeff全区单位名单\n代码,名称,期限\n11330000000000001A,教育局,2024/1/31\n,审计局,\n',
    ),
  })
  await expect(page.locator('[data-unit="11330000000000001A"]')).toHaveAttribute('data-overdue', '')
  await newTask('今年', '2024')
  await page.getByLabel('沿用名单').selectOption({ label: '去年，2023 年度（2 家）' })
  await expect(page.locator('[data-unit="11330000000000001A"]')).toHaveAttribute('data-state', 'missing')
  await expect(page.locator('[data-unit="审计局"]')).toHaveAttribute('data-state', 'missing')
  await expect(page.locator('[data-overdue]')).toHaveCount(0)
})
