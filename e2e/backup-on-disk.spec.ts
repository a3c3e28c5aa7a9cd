import { expect, type Page, test } from '@playwright/test'
import { readBackup } from '../src/drafts/readBackup'
import { draftWith, field, received, restore, untilSaved } from './drafts'

const FILE = '年报通_自动备份.json'
const organ = '青禾县水务局'
const cell = received('naturalPerson')

/**
 * The file that the clerk chooses lies in the browser's own file system: a real handle, kept over restarts like one on a
 * disk. `window.disk` is what happens to the disk.
 */
async function withDisk(page: Page, { offered = true } = {}) {
  await page.addInitScript(
    ({ name, offer }) => {
      const disk = {
        permission: sessionStorage.getItem('permission') ?? 'granted',
        gone: false,
        names: [] as string[],
      }
      const picker = async ({ suggestedName }: { suggestedName: string }) => {
        disk.names.push(suggestedName)
        const folder = await navigator.storage.getDirectory()
        return folder.getFileHandle(name, { create: true })
      }
      Object.assign(window, { disk, showSaveFilePicker: offer ? picker : undefined })
      const own = FileSystemFileHandle.prototype
      const write = own.createWritable
      own.createWritable = function (options) {
        if (disk.gone) return Promise.reject(new DOMException('', 'NotFoundError'))
        return write.call(this, options)
      }
      Object.assign(own, {
        queryPermission: async () => disk.permission,
        requestPermission: async () => {
          disk.permission = 'granted'
          return disk.permission
        },
      })
    },
    { name: FILE, offer: offered },
  )
}
interface Disk {
  permission: string
  gone: boolean
  names: string[]
}
const setDisk = (page: Page, change: Partial<Disk>) =>
  page.evaluate((own) => {
    Object.assign((window as unknown as { disk: Disk }).disk, own)
  }, change)

/** What the file holds, as text. While the browser puts a new one in its place there is none for a moment. */
const onDisk = (page: Page) =>
  page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory()
    const read = async () => (await (await folder.getFileHandle(name)).getFile()).text()
    return read().catch(async () => {
      await new Promise((done) => setTimeout(done, 200))
      return read()
    })
  }, FILE)
async function figureOnDisk(page: Page) {
  const backup = readBackup(await onDisk(page))
  return 'problem' in backup ? backup.problem : JSON.stringify(backup.drafts[0]?.report.entries)
}
/** The page is hidden, as when the clerk turns to another program. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })

async function begin(page: Page) {
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': organ, [cell]: '12' })])
  await page.goto('#/')
  await page.getByRole('button', { name: '新建备份文件' }).click()
  await expect(page.getByText(`“${FILE}”，今天`)).toBeVisible()
}

test('a file chosen once follows what is typed, also after a restart, and can be restored', async ({
  page,
}) => {
  await withDisk(page)
  await begin(page)
  expect(await figureOnDisk(page)).toContain('"naturalPerson":"12"')
  await page.goto('#/report/one/requests')
  await field(page, cell).fill('34')
  await untilSaved(page, 'one', cell, '34')
  await hide(page)
  await expect.poll(() => figureOnDisk(page)).toContain('"naturalPerson":"34"')

  // After a restart the browser asks for consent once more: one click.
  await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'))
  await page.goto('#/help')
  await page.reload()
  await page.goto('#/')
  const resume = page.getByRole('button', { name: `继续备份到“${FILE}”` })
  await expect(resume).toBeVisible()
  await page.goto('#/report/one/requests')
  await field(page, cell).fill('56')
  await untilSaved(page, 'one', cell, '56')
  await hide(page)
  expect(await figureOnDisk(page)).toContain('"naturalPerson":"34"')
  await page.goto('#/')
  await resume.click()
  await expect(resume).toHaveCount(0)
  await expect.poll(() => figureOnDisk(page)).toContain('"naturalPerson":"56"')

  // It is a backup like any other.
  const text = await onDisk(page)
  const actions = page.getByRole('group', { name: `${organ} 2021 年度的操作` })
  await page.getByRole('button', { name: `更多：${organ} 2021 年度` }).click()
  await actions.getByRole('button', { name: '删除' }).click()
  await page.goto('#/trash')
  await page.getByRole('button', { name: /^彻底删除/ }).click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await page.goto('#/import')
  await page
    .getByLabel('选择文件')
    .setInputFiles({ name: FILE, mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '恢复 1 份草稿' }).click()
  await page.goto('#/report/one/requests')
  await expect(field(page, cell)).toHaveValue('56')
})

test('a disk that is away is said in a line; typing goes on, and the file catches up', async ({ page }) => {
  await withDisk(page)
  await begin(page)
  await page.goto('#/report/one/requests')
  await setDisk(page, { gone: true })
  await field(page, cell).fill('34')
  await untilSaved(page, 'one', cell, '34')
  await hide(page)
  await expect(page.getByRole('alert').filter({ hasText: `自动备份没有写入“${FILE}”` })).toBeVisible()
  await field(page, cell).fill('56')
  await expect(page.getByText(/已自动保存/)).toBeVisible()
  await page.getByRole('link', { name: '查看' }).click()
  await expect(page.getByText('U盘或网络盘可能已断开')).toBeVisible()
  expect(await figureOnDisk(page)).toContain('"naturalPerson":"12"')
  await setDisk(page, { gone: false })
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('button', { name: '再试一次' })).toHaveCount(0)
  expect(await figureOnDisk(page)).toContain('"naturalPerson":"56"')
})

test('a file with reports that are not here is not written over', async ({ page }) => {
  await withDisk(page)
  await begin(page)
  const theirs = await page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle(name)
    const text = (await (await file.getFile()).text())
      .replace('"id": "one"', '"id": "other"')
      .replace('"12"', '"99"')
    const writable = await file.createWritable()
    await writable.write(text)
    await writable.close()
    return text
  }, FILE)
  await page.getByRole('button', { name: `更多：${organ} 2021 年度` }).click()
  await page.getByRole('button', { name: '复制', exact: true }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  await hide(page)
  await expect(page.getByText('文件里有这个浏览器没有的内容')).toBeVisible()
  expect(await onDisk(page)).toBe(theirs)
})

test('停止 leaves the file as it is, and 清除本机全部数据 forgets it', async ({ page }) => {
  await withDisk(page)
  await begin(page)
  await page.getByRole('button', { name: '停止自动备份' }).click()
  await expect(page.getByText('自动备份', { exact: true }).locator('..')).toContainText('还没有设置')
  await page.reload()
  await expect(page.getByRole('button', { name: '新建备份文件' })).toBeVisible()

  await page.getByRole('button', { name: '新建备份文件' }).click()
  await expect(page.getByText(`“${FILE}”，今天`)).toBeVisible()
  const text = await onDisk(page)
  await page.goto('#/about')
  await page.getByRole('button', { name: '清除本机全部数据' }).click()
  await page.getByRole('button', { name: '确定清除' }).click()
  await expect(page.getByText('已清除')).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await page.goto('#/')
  await page.reload()
  await expect(page.getByRole('button', { name: '新建备份文件' })).toBeVisible()
  expect(await onDisk(page)).toBe(text)
})

test('where the browser cannot write files, it is not offered', async ({ page }) => {
  await withDisk(page, { offered: false })
  await restore(page, [draftWith('one', { year: '2021', 'organ.name': organ })])
  await page.goto('#/')
  await expect(page.getByText('本机存储')).toBeVisible()
  await expect(page.getByText('自动备份')).toHaveCount(0)
})
