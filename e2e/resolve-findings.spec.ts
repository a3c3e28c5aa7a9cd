import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { documentOf } from '../src/export/document'
import { toDocx } from '../src/export/docx'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { blankReport, type Report, textAt, withTexts } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field, storedDraft } from './drafts'
import { DRAFT, openDraft } from './openDraft'

const RECEIVED = 'tables.requests.received.naturalPerson'
const GRANTED = 'tables.requests.outcome.granted.naturalPerson'
const OUTCOME_TOTAL = 'tables.requests.outcomeTotal.naturalPerson'
const FEE = 'tables.proactiveDisclosure.administrativeFees.amount'
const REGULATIONS = 'tables.proactiveDisclosure.regulations.inForce'

const changed = (report: Report, texts: Record<string, string>): Report => ({
  ...report,
  entries: withTexts(report.entries, Object.entries(texts)),
})
const found = (page: Page, rule: string): Locator => page.locator(`main [data-rule="${rule}"]`)
const verdict = (page: Page) => page.getByRole('status')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

test('an empty report says what is missing, row by row, and each blank leads to its cell', async ({
  page,
}) => {
  await openDraft(page, blankReport(currentEdition), 'check')
  await expect(verdict(page)).toHaveText(/还不能定稿：0 项阻断，172 项未填/)
  await expect(verdict(page)).toHaveAttribute('data-blank', '172')
  await expect(verdict(page)).toBeFocused()
  await expect(found(page, 'cell.blank')).toHaveCount(enteredCellsOf(currentEdition).length)
  await page.locator(`[data-cells="${FEE}"]`).click()
  await expect(field(page, FEE)).toBeFocused()
})

test('a failed identity leads to its cells, outlined in order, and 返回核对 to its place in the list', async ({
  page,
}) => {
  const report = changed(filledReport(), { [RECEIVED]: '99', [REGULATIONS]: '6' })
  await openDraft(page, report, 'check')
  const finding = found(page, 'requests.balance')
  await expect(finding).toHaveCount(1)
  await expect(finding).toHaveAttribute('data-severity', 'block')
  await expect(finding).toContainText('第一项＋第二项＝100')
  expect((await finding.getAttribute('data-cells'))?.split(' ')).toEqual([
    RECEIVED,
    'tables.requests.carriedOver.naturalPerson',
    OUTCOME_TOTAL,
    'tables.requests.carriedForward.naturalPerson',
  ])
  await finding.getByRole('link').press('Enter')
  await expect(field(page, RECEIVED)).toBeFocused()
  await expect(page.locator('[data-operand]')).toHaveCount(4)
  await page.getByRole('link', { name: '返回核对' }).click()
  await expect(found(page, 'requests.balance').getByRole('link')).toBeFocused()

  // Set right, the finding is gone, and its place in the list is where the next one stands.
  await found(page, 'requests.balance').getByRole('button', { name: '前往' }).click()
  await field(page, RECEIVED).fill(textAt(filledReport().entries, RECEIVED))
  await page.getByRole('link', { name: '返回核对' }).click()
  await expect(found(page, 'requests.balance')).toHaveCount(0)
  await expect(found(page, 'proactive.regulations-organ').getByRole('link')).toBeFocused()
})

test('every finding, of tables, prose and 基本信息, leads to the first of its cells', async ({ page }) => {
  const faults = {
    year: '2019',
    'organ.postcode': '12',
    [RECEIVED]: '99',
    [REGULATIONS]: '6',
    [FEE]: '882元',
    'tables.reviewAndLitigation.litigationDirect.upheld': '-1',
    'overview.proactive': '全年加强政府信息工作。',
    problems: '无',
    other: '',
  }
  await openDraft(page, changed(filledReport(), faults), 'check')
  await expect(verdict(page)).toBeFocused()
  const findings = page.locator('main [data-rule]')
  const cells = await findings.evaluateAll((all) => all.map((one) => one.getAttribute('data-cells') ?? ''))
  expect(cells.length).toBeGreaterThan(10)
  for (const [at, addresses] of cells.entries()) {
    const [first = ''] = addresses.split(' ')
    const finding = findings.nth(at)
    if (at % 2) await finding.click({ position: { x: 8, y: 8 } })
    else await finding.locator('a, :scope:is(button)').first().press('Enter')
    await expect(field(page, first)).toBeFocused()
    await page.getByRole('link', { name: '返回核对' }).click()
    await expect(verdict(page)).toBeVisible()
    await expect.poll(() => focused(page)).toMatch(/^finding\./)
  }
})

test('差额定位 names the likely cells of a failed identity, and leads to each', async ({ page }) => {
  await openDraft(page, changed(filledReport(), { [GRANTED]: '21' }), 'check')
  const likely = found(page, 'requests.balance').getByRole('button', { name: /可能是 12，两位数字写颠倒了/ })
  await likely.press('Enter')
  await expect(field(page, GRANTED)).toBeFocused()
  await expect(field(page, GRANTED)).toHaveValue('21')
})

test('a reason accepts a finding until an operand changes, and again when the value comes back', async ({
  page,
}) => {
  await openDraft(page, changed(filledReport(), { [REGULATIONS]: '6' }), 'check')
  const finding = found(page, 'proactive.regulations-organ')
  const waiting = Number(await verdict(page).getAttribute('data-verify'))
  await finding.getByRole('button', { name: '例外说明' }).press('Enter')
  const form = page.getByRole('form', { name: '例外说明' })
  await expect(form.getByRole('radio').first()).toBeFocused()
  expect((await new AxeBuilder({ page }).include('article form').analyze()).violations).toEqual([])

  // One's own reason needs five characters.
  await form.getByRole('radio', { name: '其他' }).check()
  await form.getByRole('textbox').fill('有授权')
  await form.getByRole('textbox').press('Enter')
  await expect(form.getByRole('alert')).toContainText('至少 5 个字')
  await form.getByRole('textbox').fill('经授权可以制定规章')
  await form.getByRole('button', { name: '保存说明' }).click()
  await expect(finding).toHaveAttribute('data-status', 'accepted')
  await expect(finding).toContainText('经授权可以制定规章')
  await expect(verdict(page)).toHaveAttribute('data-verify', String(waiting - 1))

  const saved = async () => (await storedDraft(page, DRAFT))?.report.notes
  await expect.poll(async () => (await saved())?.exceptions).toHaveLength(1)
  await page.reload()
  await expect(finding).toHaveAttribute('data-status', 'accepted')

  await finding.getByRole('button', { name: '前往' }).click()
  await field(page, REGULATIONS).fill('7')
  await page.getByRole('link', { name: '返回核对' }).click()
  await expect(finding).toHaveAttribute('data-status', 'open')
  await expect(finding).toContainText('原说明：经授权可以制定规章')
  await finding.getByRole('button', { name: '前往' }).click()
  await field(page, REGULATIONS).fill('6')
  await page.getByRole('link', { name: '返回核对' }).click()
  await expect(finding).toHaveAttribute('data-status', 'accepted')
  await finding.getByRole('button', { name: '撤回' }).click()
  await expect(finding).toHaveAttribute('data-status', 'open')
})

test('填 0 fills only the blanks and is one step back', async ({ page }) => {
  const blanks = {
    [FEE]: '',
    'tables.proactiveDisclosure.administrativePenalties.decisions': '',
  }
  await openDraft(page, changed(filledReport(), blanks), 'check')
  await expect(found(page, 'cell.blank')).toHaveCount(2)
  await page.getByRole('button', { name: '这 2 格都填 0' }).click()
  await expect(found(page, 'cell.blank')).toHaveCount(0)
  await expect(verdict(page)).toHaveAttribute('data-blank', '0')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(found(page, 'cell.blank')).toHaveCount(2)
})

test('a report without a finding says what was looked at', async ({ page }) => {
  await openDraft(page, filledReport(), 'check')
  await expect(verdict(page)).toHaveText(/可以定稿/)
  await expect(page.getByRole('heading', { name: '本次核对了什么' })).toBeVisible()
  const themes = page.locator('aside summary')
  await expect(themes.filter({ hasText: '表三' })).toContainText(/\d+ 项相符/)
  await themes.filter({ hasText: '表三' }).press('Enter')
  await expect(page.locator('details[open]').getByText('未载入上年').first()).toBeVisible()
})

test('last year’s report is loaded from a file and its figures are compared', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'check')
  await expect(verdict(page)).toBeVisible()
  const year = Number(textAt(report.entries, 'year'))
  const { toFile } = await import('../src/report/file')
  const before = changed(report, {
    year: String(year - 1),
    'tables.requests.carriedForward.naturalPerson': '77',
  })
  const upload = (name: string, content: string) =>
    page.getByLabel('选择上年文件').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    })
  await upload('坏.json', '{')
  await expect(page.getByRole('alert')).toContainText('没有载入', { timeout: 15_000 })
  await upload('上年.json', JSON.stringify(toFile(before, currentEdition, 'draft')))
  await expect(page.getByText('已载入：')).toContainText(`${year - 1} 年`)
  const finding = found(page, 'requests.carried-over-vs-last-year')
  await expect(finding.first()).toContainText('77')
  await expect.poll(async () => (await storedDraft(page, DRAFT))?.report.notes.lastYear).toBeDefined()
  await page.reload()
  await expect(finding.first()).toContainText('77')
  await page.getByRole('button', { name: '移除' }).click()
  await expect(finding).toHaveCount(0)
  // The button is gone; the keyboard goes on where another file can be chosen.
  await expect(page.getByLabel('选择上年文件')).toBeFocused()
})

test('last year’s report is loaded from Word or text, and what is doubtful in it is named', async ({
  page,
}) => {
  const report = filledReport()
  await openDraft(page, report, 'check')
  await expect(verdict(page)).toBeVisible()
  const before = changed(report, { year: '2020', 'tables.requests.carriedForward.naturalPerson': '77' })
  const word = await toDocx(documentOf(before, currentEdition, { draft: false, code: '' }))
  const choose = (name: string, content: Uint8Array | string) =>
    page.getByLabel('选择上年文件').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })
  const finding = found(page, 'requests.carried-over-vs-last-year')
  await choose('上年.docx', word)
  await expect(page.getByText('已载入：')).toContainText('2020 年', { timeout: 15_000 })
  await expect(finding.first()).toContainText('77')
  await expect(page.getByText('没有把握')).toHaveCount(0)

  await page.getByRole('button', { name: '更换' }).click()
  await choose(
    '上年.txt',
    `示例区人民政府2020年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
（六）其他处理\t3\t0\t0\t0\t0\t0\t3
（七）总计\t3\t0\t0\t0\t0\t0\t3
四、结转下年度继续办理\t55\t0\t0\t0\t0\t0\t55`,
  )
  await expect(page.getByText(/没有放置“（六）其他处理/)).toBeVisible()
  await expect(finding.first()).toContainText('55')
})
