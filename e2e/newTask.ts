import type { Page } from '@playwright/test'

/** A new 汇总任务 of 2024 as a clerk begins it, with its list pasted; where there is none it grows from the files. */
export async function newTask(
  page: Page,
  list: string,
  { name = '临江区汇总', year = '2024' }: { name?: string; year?: string } = {},
) {
  await page.goto('#/aggregate')
  await page.getByRole('button', { name: '新建汇总' }).click()
  await page.getByLabel('名称').fill(name)
  await page.getByLabel('年度').fill(year)
  await page.getByRole('button', { name: '创建' }).click()
  if (!list) return
  await page.getByLabel('粘贴单位名单').fill(list)
  await page.getByRole('button', { name: '更新名单' }).click()
}
