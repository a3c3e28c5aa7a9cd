import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { contentCode, printedCode } from '../src/report/contentCode'
import { readFileText } from '../src/report/schema'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'

/** Presses the button of an output and gives the file that was saved. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}
const NAME = '示例区人民政府_2021年政府信息公开工作年度报告'

test('the JSON file holds the report and opens again equal by value', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  const { name, content } = await saved(page, '导出 JSON')
  expect(name).toBe(`${NAME}.json`)
  const file = JSON.parse(content.toString('utf8'))
  expect(file).toMatchObject({ format: 'nianbao', schemaVersion: 1, edition: '2021', status: 'final' })
  expect(file.tables.requests.outcomeTotal.total).toBe(23)
  const read = readFileText(content.toString('utf8'))
  expect('report' in read && read.report).toEqual(report)
})

test('Word, web page and Excel are saved after they have been read again and compared', async ({ page }) => {
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await openDraft(page, filledReport(), 'export')
  for (const [button, ending, begin] of [
    ['导出 Word', 'docx', 'PK'],
    ['导出 Excel', 'xlsx', 'PK'],
    ['导出网页', 'html', '<!DOCTYPE html>'],
  ] as const) {
    const { name, content } = await saved(page, button)
    expect(name).toBe(`${NAME}.${ending}`)
    expect(content.subarray(0, begin.length).toString()).toBe(begin)
    await expect(page.getByRole('status')).toContainText(`${button}：已生成并重新读入核对`)
    await expect(page.getByRole('status')).toContainText('200 个数值')
  }
  expect(problems).toEqual([])
})

test('a report that cannot be final is saved as a draft, and the file name says so', async ({ page }) => {
  const report = filledReport({ 'organ.name': '某/局', 'tables.requests.received.naturalPerson': '12a' })
  await openDraft(page, report, 'export')
  const { name, content } = await saved(page, '导出 JSON')
  expect(name).toBe('某_局_2021年政府信息公开工作年度报告_草稿.json')
  await expect(page.getByText(name)).toBeVisible()
  expect(JSON.parse(content.toString('utf8')).status).toBe('draft')
})

test('a copy for review is marked, carries its code and lists what was changed since', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  await saved(page, '导出 JSON')
  await page.getByRole('link', { name: /^六/ }).click()
  await page
    .getByRole('textbox', { name: '其他需要报告的事项' })
    .fill('本年度未收取信息处理费。今年新增一句。')
  await page.getByRole('link', { name: /^导出/ }).click()
  await page.getByRole('checkbox', { name: /作为送审稿/ }).check()
  await page.getByRole('checkbox', { name: /修改对照/ }).check()
  const paper = page.getByRole('region', { name: '打印预览' })
  await expect(paper).toContainText('附：修改对照')
  await expect(paper).toContainText('今年新增一句。')
  await expect(paper.getByText('草稿', { exact: true }).first()).toBeVisible()
  const after = filledReport({ other: '本年度未收取信息处理费。今年新增一句。' })
  await expect(paper).toContainText(`内容码 ${printedCode(contentCode(after, currentEdition))}`)
  const { name } = await saved(page, '导出 JSON')
  expect(name).toBe(`${NAME}_草稿.json`)
})

test('a correction of a final report names the version it corrects', async ({ page }) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  await page.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await page.getByRole('link', { name: /^导出/ }).click()
  const { name, content } = await saved(page, '导出 JSON')
  // In a folder with the published files it is told from them.
  expect(name).toMatch(new RegExp(`^${NAME}_更正版\\d{4}-\\d{2}-\\d{2}(?:_草稿)?\\.json$`))
  expect(JSON.parse(content.toString('utf8')).base).toBe(contentCode(report, currentEdition))
})

test('the page for the clipboard of an editor is put there as HTML and as text', async ({ page }) => {
  await openDraft(page, filledReport(), 'export')
  await page.getByRole('button', { name: '复制为网页内容' }).click()
  await expect(page.getByRole('status')).toContainText('已复制')
  await page.getByRole('link', { name: /^六/ }).click()
  const field = page.getByRole('textbox', { name: '其他需要报告的事项' })
  await field.fill('')
  await field.press('ControlOrMeta+v')
  await expect(field).toHaveValue(/三、收到和处理政府信息公开申请情况/)
})

test('axe finds nothing in the published web page, nor in a draft with all that it may carry', async ({
  page,
}) => {
  test.slow()
  await openDraft(page, filledReport(), 'export')
  const published = await saved(page, '导出网页')
  for (const option of ['作为送审稿', '附：审签单', '附：数据审核说明', '三张表作为附表'])
    await page.getByRole('checkbox', { name: option }).check()
  const draft = await saved(page, '导出网页')
  await page.goto('about:blank')
  for (const { content } of [published, draft]) {
    await page.setContent(content.toString('utf8'))
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
})
