import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { draftWith, field, journalledText, received, restore, storedDraft } from './drafts'

const cell = received('naturalPerson')
const organ = '青禾县水务局'

/** The text of the backup that a button gives. */
async function backup(page: Page, name = '下载备份') {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).first().click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}
async function begin(page: Page) {
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await page.waitForURL(/report\/[^/]+\/basic/)
  await page.goto(page.url().replace(/basic$/, 'requests'))
  await field(page, cell).click()
}

test('a damaged draft is repaired from the journal, and this is said', async ({ page }) => {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': organ, [cell]: '12' })])
  await page.goto('#/help')
  await page.evaluate(() => {
    const key = 'nianbao:draft:one'
    // One digit of the text has become another.
    localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace('"12"', '"13"'))
  })
  await page.reload()
  await page.goto('#/')
  await expect(page.getByText('存储内容损坏，已用本机另存的一份修复')).toBeVisible()
  expect((await storedDraft(page, 'one'))?.report.entries).toMatchObject({ organ: { name: organ } })
  await page.goto('#/report/one/requests')
  await expect(field(page, cell)).toHaveValue('12')
})

test('a draft of a later version can be looked at, and is not changed', async ({ page }) => {
  const text = JSON.stringify({
    ...draftWith('one', { year: '2021', 'organ.name': organ, [cell]: '12' }),
    version: 9,
  })
  await page.addInitScript((value) => localStorage.setItem('nianbao:draft:one', value), text)
  await page.goto('#/')
  await page.getByRole('link', { name: '查看 one' }).click()
  await expect(page.getByText('由更新版本的年报通保存')).toBeVisible()
  await page.goto('#/report/one/requests')
  await expect(field(page, cell)).toHaveValue('12')
  await expect(field(page, cell)).not.toBeEditable()
  expect(await page.evaluate(() => localStorage.getItem('nianbao:draft:one'))).toBe(text)
})

test('with the storage full, typing goes on, a banner says so, and the file has everything', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key.startsWith('nianbao:draft:') && value.includes('"12"'))
        throw new DOMException('full', 'QuotaExceededError')
      set.call(this, key, value)
    }
  })
  await begin(page)
  await page.keyboard.type('12')
  await expect(page.getByRole('alert').filter({ hasText: '存储空间已满' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('34')
  expect(await backup(page)).toContain('"naturalPerson": "12"')
  // The journal has it: nothing is lost at the next start.
  await page.reload()
  await expect(field(page, cell)).toHaveValue('12')
  await expect(field(page, received('commercialEnterprise'))).toHaveValue('34')
})

test('where the browser stores nothing, the report can be filled and taken away as a file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
    Object.defineProperty(window, 'indexedDB', { get: () => undefined })
  })
  await begin(page)
  await page.keyboard.type('12')
  await expect(page.getByRole('alert').filter({ hasText: '不允许保存数据' })).toBeVisible()
  expect(await backup(page)).toContain('"naturalPerson": "12"')
})

test('清除本机全部数据 offers a backup and leaves nothing', async ({ page }) => {
  await restore(page, [
    draftWith('one', { year: '2021', 'organ.name': organ }),
    draftWith('two', { year: '2020', 'organ.name': organ }),
  ])
  await page.getByRole('link', { name: '本机数据' }).click()
  await expect(page.getByText('2 份年报')).toBeVisible()
  await page.getByRole('button', { name: '清除本机全部数据' }).click()
  expect(await backup(page, '下载全部备份')).toContain(organ)
  await page.getByRole('button', { name: '确定清除' }).click()
  await expect(page.getByText('已清除')).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await page.goto('#/')
  await page.reload()
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
})

test('a text of more than a million characters reaches the journal at each save: its early commit raises no InvalidStateError', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await restore(page, [
    draftWith('one', { year: '2021', 'organ.name': organ, other: '长'.repeat(1_200_000) }),
  ])
  await page.goto('#/report/one/requests')
  for (const typed of ['1', '12', '123']) {
    await field(page, cell).fill(typed)
    await expect.poll(() => journalledText(page, 'one')).toContain(`"naturalPerson":"${typed}"`)
  }
  // Saved once more on leaving, when nothing of the program has another turn.
  await field(page, cell).fill('1234')
  await page.reload()
  await expect(field(page, cell)).toHaveValue('1234')
  expect(await journalledText(page, 'one')).toContain('"naturalPerson":"1234"')
  expect(errors).toEqual([])
})
