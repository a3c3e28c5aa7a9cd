import { expect, type Page, test } from '@playwright/test'
import { documentOf } from '../src/export/document'
import { toDocx } from '../src/export/docx'
import { currentEdition } from '../src/format/editions'
import { blankReport, textAt, withTexts } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { storedDraft } from './drafts'
import { openDraft } from './openDraft'

const ID = 'testdraft001'
const LONG = '某某省某某市某某自治县某某工业园区与综合保税区管理委员会行政审批和政务服务管理局'

/** A draft that has nothing but who reports for which year. */
function draftOf(name: string, year: string) {
  const report = blankReport(currentEdition)
  const texts: [string, string][] = [
    ['organ.name', name],
    ['year', year],
    ['other', '原有的一句。'],
  ]
  return { ...report, entries: withTexts(report.entries, texts) }
}
const published = documentOf(filledReport(), currentEdition, { draft: false, code: '' })

async function previewPage(page: Page) {
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name: '年报.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await toDocx(published)),
  })
  await expect(page.getByText('预览，还没有写入任何年报')).toBeVisible()
}
const opener = (page: Page) => page.getByRole('button', { name: '用到已有年报' })
const panel = (page: Page) => page.getByRole('dialog', { name: '用到已有年报' })
const ticked = (page: Page) => panel(page).getByRole('checkbox', { checked: true }).count()

test('what another tab is filling in is not written, and the page says so', async ({ page, context }) => {
  await openDraft(page, draftOf('示例区人民政府', '2021'), 'other')
  await expect(page.locator('[id="other"]')).toBeVisible()
  const before = await storedDraft(page, ID)
  const other = await context.newPage()
  await previewPage(other)
  await opener(other).click()
  await panel(other).getByRole('button', { name: '合并到当前草稿' }).click()
  await expect(panel(other).getByRole('alert')).toContainText('正在另一个标签页填写，什么都没有写入')
  await expect(other.getByText(/已合并/)).toHaveCount(0)
  expect((await storedDraft(other, ID))?.report).toEqual(before?.report)

  await page.close()
  await panel(other).getByRole('button', { name: '合并到当前草稿' }).click()
  await expect(panel(other).getByText(/已合并 \d+ 处/)).toBeVisible()
  const after = await storedDraft(other, ID)
  expect(after && textAt(after.report.entries, 'tables.requests.received.naturalPerson')).toBe('22')
  await panel(other).getByRole('button', { name: '撤销' }).click()
  await expect(panel(other).getByRole('button', { name: '合并到当前草稿' })).toBeVisible()
  expect((await storedDraft(other, ID))?.report).toEqual(before?.report)
})

test('a published report asks before a merge; on the 更正版 it is made, and what is published stays', async ({
  page,
}) => {
  const report = draftOf('示例区人民政府', '2021')
  await openDraft(
    page,
    { ...report, entries: withTexts(report.entries, [['publishedAt', '2022-01-20']]) },
    'basic',
  )
  await expect(page.getByText('已公布', { exact: true })).toBeVisible()
  const before = await storedDraft(page, ID)
  await previewPage(page)
  await opener(page).click()
  await panel(page).getByRole('button', { name: '合并到当前草稿' }).click()
  await expect(panel(page).getByRole('alert')).toContainText('还没有写入')
  // Whatever way leads away: the report itself asks.
  await page.goto('#/')
  await page.reload()
  await page.goto(`#/report/${ID}/requests`)
  const question = page.getByRole('alertdialog', { name: /已于.*公布/ })
  await expect(question).toContainText('等着写入的是')
  expect((await storedDraft(page, ID))?.report).toEqual(before?.report)
  await question.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(page.getByText('更正版', { exact: true })).toBeVisible()
  const [id = ''] = /(?<=report\/)[\w-]+/.exec(page.url()) ?? []
  const made = await storedDraft(page, id)
  expect(id).not.toBe(ID)
  expect(made && textAt(made.report.entries, 'tables.requests.received.naturalPerson')).toBe('22')
  expect(made?.report.notes.base).toBeTruthy()
  expect((await storedDraft(page, ID))?.report).toEqual(before?.report)
})

test('another organ or year is said before anything is ticked; text or tables alone can be taken', async ({
  page,
}) => {
  await openDraft(page, draftOf(LONG, '2022'), 'basic')
  await page.setViewportSize({ width: 683, height: 384 })
  await previewPage(page)
  await opener(page).click()
  await expect(panel(page)).toContainText(`机关不同：来文是“示例区人民政府”，这份年报是“${LONG}”`)
  await expect(panel(page)).toContainText('年度不同：来文是“2021”，这份年报是“2022”')
  expect(await ticked(page)).toBe(0)
  const box = await panel(page).boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 683).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  await panel(page).getByRole('button', { name: '只要正文' }).click()
  expect(await ticked(page)).toBe(8)
  await panel(page).getByRole('button', { name: '只要表格' }).click()
  expect(await ticked(page)).toBe(166)
  await panel(page).getByRole('button', { name: '全不选' }).click()
  await expect(panel(page).getByRole('button', { name: '合并到当前草稿' })).toBeDisabled()

  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(opener(page)).toBeFocused()
  await opener(page).click()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(panel(page)).toHaveCount(0)
})

for (const [width, height] of [
  [1280, 720],
  [1366, 768],
] as const)
  test(`at ${width}×${height} an undivided row is read above its buttons, none of them cut`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('#/import')
    await page
      .getByLabel('粘贴年报内容')
      .fill(
        '三、收到和处理政府信息公开申请情况\n（六）其他处理\t3\t0\t0\t0\t0\t0\t3\n（七）总计\t3\t0\t0\t0\t0\t0\t3',
      )
    await page.getByRole('button', { name: '识别' }).click()
    const item = page.locator('[data-unplaced]')
    const text = await item.locator('p').boundingBox()
    expect(text?.width).toBeGreaterThan(300)
    expect(text?.height).toBeLessThan(80)
    for (const button of await item.getByRole('button').all()) {
      await expect(button).toBeInViewport({ ratio: 1 })
      expect(await button.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
    }
    await item.getByRole('button', { name: /^归入 3\.其他$/ }).click()
    await expect(item).toHaveCount(0)
  })
