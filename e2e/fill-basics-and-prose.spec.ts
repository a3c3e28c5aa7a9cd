import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { blankReport, textAt, withTexts } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field, storedDraft, untilSaved } from './drafts'
import { DRAFT, openDraft } from './openDraft'

const INTRODUCTION = 'overview.introduction'
const PROACTIVE = 'overview.proactive'

const accessibleDescription = (page: Page, address: string) =>
  field(page, address).evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
const heightOf = async (page: Page, address: string) =>
  (await field(page, address).boundingBox())?.height ?? 0

test('基本信息 by keyboard: the date follows the kind of organ, and stays a default', async ({ page }) => {
  await openDraft(page, blankReport(currentEdition), 'basic')
  await page.getByRole('textbox', { name: '机关名称' }).focus()
  await page.keyboard.insertText('青禾县水务局')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('２０１９')
  await page.keyboard.press('Tab')
  await expect(page.locator('header')).toContainText('青禾县水务局')

  const year = page.getByRole('textbox', { name: '年度' })
  await expect(year).toHaveValue('2019')
  await expect(year).toHaveAttribute('aria-invalid', 'true')
  await expect.poll(() => accessibleDescription(page, 'year')).toContain('不在 2021 年至今年之间')
  await year.fill('2021')
  await page.getByLabel('机关类型').selectOption({ label: '县级以上地方人民政府部门' })
  await expect(year).not.toHaveAttribute('aria-invalid')
  await expect.poll(() => accessibleDescription(page, 'deadline')).toContain('2022年1月31日')
  await page.getByLabel('机关类型').selectOption({ label: '乡镇人民政府' })
  await expect.poll(() => accessibleDescription(page, 'deadline')).toContain('本地通知')
  await page.getByLabel('机关类型').selectOption({ label: '县级以上地方人民政府部门' })
  await expect(page.getByText(/应于 2022年1月31日前公布/)).toBeVisible()

  const stored = async (address: string) => {
    const draft = await storedDraft(page, 'testdraft001')
    return draft && textAt(draft.report.entries, address)
  }
  await expect.poll(() => stored('organ.kind')).toBe('department')
  await expect.poll(() => stored('year')).toBe('2021')
  expect(await stored('deadline')).toBe('')
})

test('a new report is the one of last year, and its name proposes the kind of organ until a clerk chooses', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2022-01-10T08:00:00+08:00'))
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await expect(page.getByLabel('年度')).toHaveValue('2021')
  await expect(page.getByText('暂填上一年度')).toBeVisible()

  const kind = page.getByLabel('机关类型')
  const mark = page.getByText('由名称推断')
  const name = page.getByRole('textbox', { name: '机关名称' })
  await name.fill('青禾市人民政府')
  await name.blur()
  await expect(page.getByText(/从名称看不出是“设区的市.*还是“县.*请选择。/)).toBeVisible()
  await expect(kind).toHaveValue('')
  await name.fill('青禾市人民政府办公室')
  await name.blur()
  await expect(kind).toHaveValue('governmentOffice')
  await expect(mark).toBeVisible()
  await page.reload()
  await expect(mark).toBeVisible()
  await name.fill('青禾市水务局')
  await name.blur()
  await expect(kind).toHaveValue('department')

  await kind.focus()
  await page.keyboard.press('ArrowDown')
  await expect(kind).toHaveValue('authorizedOrganization')
  await expect(mark).toHaveCount(0)
  await name.fill('青禾县人民政府')
  await name.blur()
  await page.getByLabel('年度').click()
  await expect(page.getByText('暂填上一年度')).toHaveCount(0)
  await expect(kind).toHaveValue('authorizedOrganization')
})

test('a date of a local notice is kept', async ({ page }) => {
  await openDraft(page, filledReport(), 'basic')
  await page.getByLabel('公布期限').fill('2022-01-20')
  await expect(page.getByText(/应于 2022年1月20日前公布/)).toBeVisible()
  await untilSaved(page, DRAFT, 'deadline', '2022-01-20')
  await page.reload()
  await expect(page.getByLabel('公布期限')).toHaveValue('2022-01-20')
})

test('the introduction is started from 基本信息, and replaces nothing unasked', async ({ page }) => {
  const report = blankReport(currentEdition)
  await openDraft(page, report, 'overview')
  await page.getByRole('button', { name: '用模板起草' }).click()
  await expect(page.getByRole('alert')).toContainText('先填写机关名称、年度')
  await page.getByRole('button', { name: '前往填写' }).click()
  await expect(field(page, 'organ.name')).toBeFocused()
  await field(page, 'organ.name').fill('青禾县水务局')
  await field(page, 'year').fill('2021')
  await field(page, 'organ.phone').fill('0000-1234567')
  await page.getByRole('link', { name: '下一部分：一、总体情况' }).click()
  await page.getByRole('button', { name: '用模板起草' }).click()
  const introduction = field(page, INTRODUCTION)
  await expect(introduction).toBeFocused()
  await expect(introduction).toHaveValue(/青禾县水务局2021年.*2021年1月1日至12月31日.*电话：0000-1234567。$/)
  expect(await introduction.inputValue()).not.toMatch(/传真|邮编|[{}[\]]/)

  await introduction.fill('自己写的引言。')
  await page.getByRole('button', { name: '重新用模板起草' }).click()
  await page.getByRole('button', { name: '保留现有内容' }).click()
  await expect(introduction).toHaveValue('自己写的引言。')
  await page.getByRole('button', { name: '重新用模板起草' }).click()
  await page.getByRole('button', { name: '替换', exact: true }).click()
  await expect(introduction).toHaveValue(/青禾县水务局/)
})

test('a text is as high as what stands in it, and tells its length', async ({ page }) => {
  await openDraft(page, filledReport({ [PROACTIVE]: '' }), 'overview')
  await expect.poll(() => heightOf(page, PROACTIVE)).toBeGreaterThan(0)
  const before = await heightOf(page, PROACTIVE)
  await field(page, PROACTIVE).fill(`${'公开'.repeat(200)}\n\n第三段\n`)
  const after = await heightOf(page, PROACTIVE)
  expect(after).toBeGreaterThan(before + 200)
  expect(
    await field(page, PROACTIVE).evaluate((element) => element.scrollHeight - element.clientHeight),
  ).toBeLessThanOrEqual(1)
  await expect(page.getByText('403 字')).toBeVisible()
  await field(page, PROACTIVE).fill('')
  await expect.poll(() => heightOf(page, PROACTIVE)).toBe(before)
})

test('a correction of the wording is offered beside the text and can be taken back', async ({ page }) => {
  const written = '全年加强政府信息工作，政府信息工作有序开展。'
  const report = filledReport()
  report.entries = withTexts(report.entries, [[PROACTIVE, written]])
  await openDraft(page, report, 'check')
  const finding = page.locator('main [data-rule="text.term"]')
  await finding.getByRole('link').click()
  await expect(field(page, PROACTIVE)).toBeFocused()
  await page.locator('main').getByRole('button', { name: '全部替换' }).click()
  await expect(field(page, PROACTIVE)).toHaveValue('全年加强政府信息公开工作，政府信息公开工作有序开展。')
  await expect(finding).toHaveCount(0)
  await expect(field(page, PROACTIVE)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(field(page, PROACTIVE)).toHaveValue(written)
  await expect(finding).toHaveCount(1)
})

test('a figure that differs from the tables is marked where it stands, with the way to set it right', async ({
  page,
}) => {
  await openDraft(page, filledReport(), 'overview')
  const text = field(page, 'overview.onRequest')
  const marks = page.locator('mark[data-tone="verify"]')
  await text.fill('全年累计办理、答复政府信息公开申请22件，没有结转到下年度的申请。')
  await expect(page.getByText(/正文中的数字 \d+ 处/)).toBeVisible()
  await expect(marks).toHaveCount(0)
  await field(page, 'overview.management').focus()
  await expect(marks).toHaveCount(1)
  await expect(marks).toContainText('22件')
  const note = page.locator('main [data-rule="narrative.claim"]')
  await expect(note).toContainText('23')
  await page.keyboard.press('Shift+F8')
  await expect(text).toBeFocused()
  await note.getByRole('button', { name: '改为 23' }).click()
  await expect(text).toHaveValue(/申请23件/)
  await expect(marks).toHaveCount(0)
  await expect(text).toBeFocused()
})
