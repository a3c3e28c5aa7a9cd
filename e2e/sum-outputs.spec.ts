import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { readDocx } from '../src/export/readDocx'
import { readHtml } from '../src/export/readHtml'
import { readXlsx } from '../src/export/readXlsx'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { newTask } from './newTask'
import { printedPages } from './printedPages'

// What a desk hands on of its 汇总: the files are read back as whoever gets them would.

const received = 'tables.requests.received.naturalPerson'
const fees = 'tables.proactiveDisclosure.administrativeFees.amount'

const fileOf = (organ: string, more: Record<string, string>) => ({
  name: `${organ}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    fileText(filledReport({ 'organ.name': organ, year: '2024', ...more }), currentEdition, 'draft'),
  ),
})
const LIST =
  '名称,上级,期限,不需报\n临江区人民政府,,,\n教育局,临江区人民政府,,\n审计局,临江区人民政府,,\n' +
  '水务局,临江区人民政府,2025-01-31,\n档案馆,临江区人民政府,,与党史办合署'

async function taskWithFiles(page: Page) {
  await newTask(page, LIST)
  await page
    .getByLabel('装入下级报表')
    .setInputFiles([
      fileOf('临江区人民政府', { [received]: '100', [fees]: '0.1' }),
      fileOf('教育局', { [received]: '7', [fees]: '0.2' }),
      fileOf('审计局', { [received]: '/', [fees]: '4166.241619' }),
    ])
  await expect(page.getByText('收齐 3/4')).toBeVisible()
  await page.getByRole('link', { name: '输出', exact: true }).click()
}
/** A file that a button makes, by mouse or keyboard. */
async function made(page: Page, name: string, act?: () => Promise<void>) {
  const button = page.getByRole('button', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), act ? act() : button.click()])
  await expect(page.getByRole('status').getByText(`${name}：已交给浏览器下载`)).toBeVisible()
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}
const INCOMPLETE = '临江区汇总_2024年政府信息公开工作年度报告汇总_不完整'
const jsonOf = ({ bytes }: { bytes: Buffer }) => JSON.parse(bytes.toString('utf8'))

test('a desk hands on its 汇总 in every form, and each says who is lacking @file', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await taskWithFiles(page)
  await expect(page.getByText('收齐 3/4，不完整，缺 1 家')).toBeVisible()
  await expect(page.getByText('— 1 —')).toBeAttached()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const excel = await made(page, '导出 Excel')
  expect(excel.name).toBe(`${INCOMPLETE}.xlsx`)
  const [, requests, , units] = readXlsx(excel.bytes)
  expect(requests?.formulas.D6).toBe("SUM('单位数据'!Q4:Q8)")
  expect(requests?.cells).toContainEqual({ row: 5, column: 3, text: '107' })
  expect(units?.cells.filter(({ row, column }) => row >= 3 && column === 2).map(({ text }) => text)).toEqual([
    '临江区人民政府',
    '教育局',
    '审计局',
    '水务局',
    '档案馆',
  ])
  const word = readDocx((await made(page, '导出 Word')).bytes)
  expect(word.paragraphs.join('')).toContain('不完整，缺 1 家：水务局')
  const web = readHtml((await made(page, '导出网页')).bytes.toString('utf8'))
  const cells = web.tables.flat().map(({ text }) => text)
  for (const text of ['4166.541619', '2025年1月31日，逾期', '与党史办合署']) expect(cells).toContain(text)

  const report = jsonOf(await made(page, '导出汇总年报'))
  expect(report).toMatchObject({ year: 2024, scope: 'all', organ: { name: '临江区汇总' } })
  expect(report.tables.requests.received.naturalPerson).toBe(107)
  expect(report.aggregate).toMatchObject({ lacking: ['水务局'] })
  expect(report.aggregate.parts).toHaveLength(3)
  const data = jsonOf(await made(page, '导出合计数据'))
  expect(data.sums[received]).toEqual({ value: '107', missing: 2 })
  const lines = (await made(page, '导出单位数据')).bytes.toString('utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).state)).toEqual([
    'received',
    'received',
    'received',
    'missing',
    'exempt',
  ])
  const { origin } = new URL(page.url())
  expect(requested.filter((url) => /^https?:/.test(url) && new URL(url).origin !== origin)).toEqual([])
})

test('the print job has a cover, the tables and who is lacking, and nothing of the page', async ({
  page,
}) => {
  await taskWithFiles(page)
  const pages = await printedPages(page, { format: 'A4' })
  const [cover = ''] = pages
  for (const text of ['临江区汇总', '2024年', '全部单位', '3/4', '不完整,缺1家', '教育局'])
    expect(cover).toContain(text.normalize('NFKC'))
  // A table that fits a page is never cut.
  expect(pages.filter((text) => text.includes('一、本年新收') || text.includes('四、结转'))).toHaveLength(1)
  const lacking = pages.find((text) => text.startsWith('未报单位名单')) ?? ''
  expect(lacking).toContain('水务局未报2025年1月31日')
  expect(pages.join('')).not.toContain('导出')
  expect(pages.join('')).not.toContain('我的年报')
})

test('part of the units is summed under a name of its own, by keyboard alone', async ({ page }) => {
  await taskWithFiles(page)
  await page.getByLabel('范围').selectOption({ label: '临江区人民政府全辖' })
  await expect(page.getByText('临江区人民政府_2024年政府信息公开工作年度报告汇总_不完整.xlsx')).toBeVisible()
  await page.getByLabel('范围').selectOption('选择汇总')
  await page.getByLabel('汇总名称').fill('两局/合计')
  await page.getByRole('button', { name: '全不选' }).press('Enter')
  await page.getByRole('checkbox', { name: '教育局' }).press('Space')
  await page.getByRole('checkbox', { name: '临江区人民政府' }).press('Space')
  await expect(page.getByText('收齐 2/2')).toBeVisible()
  const button = page.getByRole('button', { name: '导出合计数据' })
  const data = await made(page, '导出合计数据', () => button.press('Enter'))
  expect(data.name).toBe('两局_合计_2024年政府信息公开工作年度报告汇总_数据.json')
  expect(jsonOf(data).sums[fees]).toEqual({ value: '0.3', missing: 0 })
  // 汇总 shows the same range.
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(page.locator(`output[id="${received}"]`)).toHaveText('107')
})

test('汇总 prints the same job and makes the same workbook as 输出', async ({ page }) => {
  await taskWithFiles(page)
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出汇总 Excel' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${INCOMPLETE}.xlsx`)
  expect(readXlsx(readFileSync(await file.path()))[3]?.cells.length).toBeGreaterThan(600)
  // The dialog of the browser is beyond a test: what it is given is looked at when it is asked for.
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-asked', document.querySelectorAll('article').length.toString())
  })
  await page.getByRole('button', { name: '打印汇总' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-asked', /^[5-9]$/)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('2024年政府信息公开工作年度报告汇总')).toBeVisible()
  await expect(page.getByRole('button', { name: '保存汇总文件' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('article')).toHaveCount(0)
})

test('last year’s sums stand beside this year’s, with the units that make the difference and 户数变动表', async ({
  page,
}) => {
  const year = async (year: string, list: string, reports: [organ: string, received: string][]) => {
    await newTask(page, list, { name: '临江区', year })
    const files = reports.map(([organ, count]) => fileOf(organ, { year, [received]: count }))
    await page.getByLabel('装入下级报表').setInputFiles(files)
    await expect(page.getByText(`收齐 ${reports.length}/`)).toBeVisible()
  }
  await year('2023', '教育局\n审计局\n招商局', [
    ['教育局', '7'],
    ['审计局', '5'],
    ['招商局', '4'],
  ])
  await year('2024', '教育局\n审计局\n数据局', [
    ['教育局', '9'],
    ['审计局', '1050'],
  ])
  await page.getByRole('link', { name: '汇总', exact: true }).last().click()
  await expect(page.locator(`[data-last-of="${received}"]`)).toHaveText('16 ＋1043')
  const figure = page.locator('button', { has: page.locator(`output[id="${received}"]`) })
  await expect(figure).toHaveAccessibleName(/：1059，不完整，缺 1 家；上年 16 ＋1043$/)
  await figure.press('Enter')
  const parts = page.getByRole('complementary', { name: '构成' })
  await expect(parts).toContainText('2023 年度 16，本年 1059，多 1043')
  await expect(parts).toContainText('本年缺 1 家，两年的数不能直接比')
  await expect(parts.locator('[data-move]')).toHaveText([/审计局.*多 1045/, /教育局.*多 2/, /招商局.*少 4/])
  await expect(parts).toContainText('没有列入：数据局')
  // Beside the list the columns are at their narrowest.
  expect(
    await page.locator('[data-last-of]').evaluateAll((all) => ({
      shown: all.length,
      cut: all.filter((one) => one.scrollWidth > one.clientWidth).map(({ textContent }) => textContent),
    })),
  ).toEqual({ shown: 200, cut: [] })
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: '输出', exact: true }).click()
  await expect(page.getByText('— 1 —')).toBeAttached()
  const excel = await made(page, '导出 Excel')
  const sheets = readXlsx(excel.bytes).map(({ cells }) => cells.map(({ text }) => text))
  expect(sheets).toContainEqual(expect.arrayContaining(['减少', '招商局', '新增', '数据局']))
  await expect(page.getByText('新增 1，更名 0，合并 0，减少 1').first()).toBeAttached()
})
