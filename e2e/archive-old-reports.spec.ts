import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { contentOf, draftWith, restore, storedDraft } from './drafts'

const organ = '青禾县水务局'

test('reports of past years go to a file and then to 回收站, and come back from the file', async ({
  page,
}) => {
  const [old, older, current] = [
    draftWith('old', { year: '2020', 'organ.name': organ, other: '甲' }),
    draftWith('older', { year: '2019', 'organ.name': organ, other: '12a\t' }),
    draftWith('current', { year: '2021', 'organ.name': organ, other: '丙' }),
  ]
  await restore(page, [old, older, current])
  await page.goto('#/')
  await expect(page.getByText('3 份年报，约占可用空间的 1%')).toBeVisible()
  await page.getByRole('link', { name: '归档到文件' }).click()
  await expect(page.getByRole('button', { name: '下载归档文件' })).toBeDisabled()
  await page.getByRole('checkbox', { name: '2020 年度全选，1 份' }).check()
  await page.getByRole('group', { name: '2019 年度' }).getByRole('checkbox', { name: organ }).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载归档文件（2 份）' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^年报通_归档_2019-2020年度_\d{4}-\d\d-\d\d\.json$/)

  // Not before the clerk has seen the file.
  await expect(page.getByRole('heading', { name: '文件下载好了吗？' })).toBeFocused()
  expect(await storedDraft(page, 'old')).not.toBeNull()
  await page.getByRole('button', { name: '先不移' }).click()
  expect(await storedDraft(page, 'old')).not.toBeNull()
  await page.getByRole('button', { name: '下载归档文件（2 份）' }).click()
  await page.getByRole('button', { name: '文件在，移到回收站' }).click()
  await expect(page.getByText('已把 2 份年报移到回收站。')).toBeVisible()
  expect(await storedDraft(page, 'old')).toBeNull()
  await page.goto('#/')
  await expect(page.getByRole('link', { name: organ, exact: true })).toHaveCount(1)
  await page.getByRole('link', { name: '回收站（2）' }).click()
  await page.getByRole('button', { name: `彻底删除：${organ} 2019 年度` }).click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await expect(page.getByText('已彻底删除')).toBeVisible()

  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name: file.suggestedFilename(),
    mimeType: 'application/json',
    buffer: readFileSync(await file.path()),
  })
  await page.getByRole('button', { name: /^恢复/ }).click()
  await page.waitForURL(/#\/($|report)/)
  const back = await storedDraft(page, 'older')
  expect(back && contentOf(back.report)).toEqual(contentOf(older.report))
})
