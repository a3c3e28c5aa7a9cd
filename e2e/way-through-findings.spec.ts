import { expect, type Page, test } from '@playwright/test'
import { textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field } from './drafts'
import { openDraft } from './openDraft'

const RECEIVED = 'tables.requests.received.naturalPerson'
const OTHER_ROW = 'tables.requests.outcome.unavailable.notHeld.naturalPerson'
const LAST_ROW = 'tables.requests.carriedForward.naturalPerson'
const REGULATIONS = 'tables.proactiveDisclosure.regulations.inForce'
const UPHELD = 'tables.reviewAndLitigation.litigationDirect.upheld'
const FEE = 'tables.proactiveDisclosure.administrativeFees.amount'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const steps = (page: Page) => page.getByRole('toolbar', { name: '核对发现的问题' })
const turnTo = (page: Page, section: string) =>
  page.evaluate((key) => {
    window.location.hash = window.location.hash.replace(/[^/]+$/, key)
  }, section)
const scrollOf = (page: Page) =>
  page.evaluate(() => document.querySelector('table')?.closest('[data-scrolls]')?.scrollTop ?? 0)

test('F8 leads from the cell with the focus to the next finding in printed order, and on and round', async ({
  page,
}) => {
  const faults = {
    [REGULATIONS]: '6',
    [RECEIVED]: '12a',
    [UPHELD]: '-1',
    other: '【待补充】，本年度未收取信息处理费。',
  }
  await openDraft(page, filledReport(faults), 'requests')
  await expect(steps(page)).toContainText(/发现 \d+ 处/)
  // From a cell in the middle of table three on to table four, not to what comes first in the report.
  await field(page, OTHER_ROW).focus()
  const seen: (string | undefined)[] = []
  for (let n = 0; n < 2; n++) {
    await page.keyboard.press('F8')
    await expect.poll(() => focused(page)).toBe([UPHELD, 'other'][n])
    seen.push(await focused(page))
  }
  await expect(steps(page)).toContainText(/第 (\d+)\/\1 处/)
  await page.keyboard.press('F8')
  await expect(steps(page)).toContainText('第 1/')
  // All of them, one by one, come back to the first; no place is led to twice.
  const total = Number(/第 1\/(\d+) 处/.exec(await steps(page).innerText())?.[1])
  for (let n = 2; n <= total; n++) {
    await page.keyboard.press('F8')
    await expect(steps(page)).toContainText(`第 ${n}/${total} 处`)
  }
  await field(page, 'other').focus()
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => focused(page)).toBe(UPHELD)
})

test('the way through the findings and the heading stay in view on every page, however far it is scrolled', async ({
  page,
}) => {
  const long = Array.from({ length: 60 }, (_, n) => `第${n + 1}段，公开工作有序开展。`).join('\n')
  await openDraft(page, filledReport({ problems: long, [RECEIVED]: '99' }), 'check')
  await page.getByRole('main').getByRole('link').first().press('Enter')
  await expect(field(page, RECEIVED)).toBeFocused()
  for (const section of ['problems', 'overview', 'basic', 'requests', 'export']) {
    await turnTo(page, section)
    const heading = page.getByRole('main').getByRole('heading', { level: 1 }).last()
    await expect(heading).toBeVisible()
    await page.evaluate(() => document.getElementById('main')?.scrollTo(0, 100_000))
    await expect(heading).toBeInViewport()
    await expect(steps(page).getByRole('button', { name: '下一处' })).toBeInViewport()
    await expect(page.getByRole('link', { name: '返回核对' })).toBeInViewport()
  }
})

test('undo and redo give back the cell and the scroll of the time, also from another part', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 600 })
  const report = filledReport()
  await openDraft(page, report, 'requests')
  await field(page, LAST_ROW).click()
  await page.keyboard.type('7')
  const then = await scrollOf(page)
  expect(then).toBeGreaterThan(100)
  await page.keyboard.press('Control+Home')
  await expect(field(page, RECEIVED)).toBeFocused()
  await expect.poll(() => scrollOf(page)).toBeLessThan(30)

  await page.keyboard.press('Control+z')
  await expect(field(page, LAST_ROW)).toBeFocused()
  await expect(field(page, LAST_ROW)).toHaveValue(textAt(report.entries, LAST_ROW))
  expect(Math.abs((await scrollOf(page)) - then)).toBeLessThan(28)

  await turnTo(page, 'problems')
  await field(page, 'problems').focus()
  await page.keyboard.press('Control+y')
  await expect(field(page, LAST_ROW)).toBeFocused()
  await expect(field(page, LAST_ROW)).toHaveValue('7')
  await expect.poll(async () => Math.abs((await scrollOf(page)) - then)).toBeLessThan(28)
})

test('on 核对 undo does not leave the page, and what was done stands in view with its way back', async ({
  page,
}) => {
  await openDraft(page, filledReport({ [FEE]: '', [RECEIVED]: '99' }), 'check')
  await page.getByRole('button', { name: '这 1 格填 0' }).click()
  await expect(page.locator('main [data-rule="cell.blank"]')).toHaveCount(0)
  await page.evaluate(() => document.getElementById('main')?.scrollTo(0, 100_000))
  await expect(page.getByText('已填 0：1 格')).toBeInViewport()
  await page.keyboard.press('Control+z')
  await expect(page.locator('main [data-rule="cell.blank"]')).toHaveCount(1)
  await expect(page).toHaveURL(/\/check$/)
  await page.keyboard.press('Control+y')
  await expect(page.locator('main [data-rule="cell.blank"]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/check$/)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator('main [data-rule="cell.blank"]')).toHaveCount(1)
  await expect(page).toHaveURL(/\/check$/)
})

test('插入示范句 leads to the words that are to be completed, says so, and 返回核对 leads back', async ({
  page,
}) => {
  const report = filledReport({
    'overview.oversight': '全年培训两次，接受社会评议，工作考核结果纳入年度评价。',
  })
  await openDraft(page, report, 'check')
  const finding = page.locator('main [data-rule="text.accountability"]')
  await finding.getByRole('button', { name: '插入示范句' }).click()
  const text = field(page, 'overview.oversight')
  await expect(text).toBeFocused()
  const selected = () =>
    text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
  await expect.poll(selected).toMatch(/^（请写明.*）$/)
  await expect(page.getByText('示范句已插入，请补写选中的部分')).toBeInViewport()
  await page.getByRole('link', { name: '返回核对' }).click()
  await expect(page.locator('[role="status"][data-blocking]')).toHaveAttribute('data-blocking', '1')
})

test('where another tab has the draft the way through the findings leads on, from tables too', async ({
  page,
  context,
}) => {
  await openDraft(page, filledReport({ [REGULATIONS]: '6', [RECEIVED]: '12a', [UPHELD]: '-1' }), 'requests')
  await expect(field(page, RECEIVED)).toBeEnabled()
  const other = await context.newPage()
  await other.goto(new URL(page.url()).hash)
  await expect(other.getByRole('button', { name: '在此编辑' })).toBeVisible()
  await expect(field(other, RECEIVED)).toBeDisabled()
  await steps(other).getByRole('button', { name: '下一处' }).click()
  await expect(steps(other)).toContainText(/第 \d+\/\d+ 处/)
  const before = await steps(other).innerText()
  await steps(other).getByRole('button', { name: '下一处' }).click()
  await expect(steps(other)).not.toHaveText(before)
})

test('after a reload in the middle the way goes on from where the clerk is, both ways', async ({ page }) => {
  await openDraft(
    page,
    filledReport({ [UPHELD]: '-1', problems: '存在公开不及时的问题。', other: '【待补充】' }),
    'review',
  )
  await expect(steps(page)).toContainText(/发现 \d+ 处/)
  await page.keyboard.press('F8')
  await expect.poll(() => focused(page)).toBe(UPHELD)
  await page.reload()
  await expect(steps(page)).toContainText(/发现 \d+ 处/)
  await field(page, UPHELD).focus()
  await page.keyboard.press('F8')
  // On the way from page to page nothing has the focus for a moment.
  const here = async () => ['', UPHELD].includes((await focused(page)) ?? '')
  await expect.poll(here).toBe(false)
  const next = await focused(page)
  await page.keyboard.press('Shift+F8')
  await expect.poll(() => focused(page)).toBe(UPHELD)
  await page.keyboard.press('F8')
  await expect.poll(() => focused(page)).toBe(next)
})
