import { expect, test } from '@playwright/test'
import { backupText } from '../src/drafts/backup'
import { draftWith, restore, storedDraft } from './drafts'

test('下载全部备份 of a browser that is full comes back whole through 导入', async ({ page }) => {
  test.slow()
  const drafts = Array.from({ length: 200 }, (_, n) =>
    draftWith(`draft-${n}`, { year: '2021', 'organ.name': `青禾县第${n}局`, problems: '文'.repeat(18_000) }),
  )
  expect(Buffer.byteLength(backupText(drafts))).toBeGreaterThan(10 * 1024 * 1024)
  await restore(page, drafts)
  await expect(page.getByText('青禾县第199局').first()).toBeAttached({ timeout: 20_000 })
  await page.reload()
  await page.goto('#/about')
  await expect(page.getByText('200 份年报')).toBeVisible()
  for (const draft of [drafts[0], drafts[199]])
    expect(await storedDraft(page, draft?.id ?? '')).toMatchObject({ ...draft })
})

test('what a backup brings over a text typed since its preview comes beside it', async ({
  page,
  context,
}) => {
  await page.goto('#/import')
  const old = { ...draftWith('one', { year: '2021', 'organ.name': '旧名局' }), revision: 90 }
  await page.getByLabel('选择文件').setInputFiles({
    name: '备份.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backupText([old])),
  })
  const confirm = page.getByRole('button', { name: '恢复 1 份草稿' })
  await expect(confirm).toBeVisible()
  const other = await context.newPage()
  await restore(other, [draftWith('one', { year: '2021', 'organ.name': '新名局' })])
  await confirm.click()
  await page.waitForURL(/#\/report/)
  await page.goto('#/')
  await expect(page.getByRole('link', { name: /旧名局/ }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /新名局/ }).first()).toBeVisible()
  expect((await storedDraft(page, 'one'))?.report.entries).toMatchObject({ organ: { name: '新名局' } })
})

test('清除本机全部数据 empties also what a later version of the program keeps', async ({ page }) => {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': '青禾县水务局' })])
  await page.goto('#/about')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nianbao', 9)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await page.reload()
  await page.getByRole('button', { name: '清除本机全部数据' }).click()
  await page.getByRole('button', { name: '确定清除' }).click()
  await expect(page.getByText('已清除')).toBeVisible()
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('nianbao')
        opening.onsuccess = () => {
          const count = opening.result.transaction('journal').objectStore('journal').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect([left, await page.evaluate(() => Object.keys(localStorage))]).toEqual([0, []])
})
