import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { documentOf } from '../src/export/document'
import { makeOutput, type OutputKind } from '../src/export/outputs'
import { readDocx } from '../src/export/readDocx'
import { readXlsx } from '../src/export/readXlsx'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition as edition } from '../src/format/editions'
import { contentCode } from '../src/report/contentCode'
import type { Report } from '../src/report/report'
import { textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { newTask } from './newTask'
import { printedPages } from './printedPages'

// January at the desk of a district, from the list of its units to the print job.

const person = 'tables.requests.received.naturalPerson'
const granted = 'tables.requests.outcome.granted.naturalPerson'
const DISTRICT = '临江区人民政府'
const OFFICES = ['教育局', '审计局', '水务局', '民政局', '财政局', '司法局', '林业局', '统计局', '信访局']
const LATE = ['档案局', '气象局']
const UNITS = [DISTRICT, ...OFFICES, ...LATE]

/** A report of 2024 whose prose speaks of that year. */
function reportOf(organ: string, more: Record<string, string> = {}): Report {
  const introduction = `现公布${organ}2024年政府信息公开工作年度报告。所列数据的统计期限为2024年1月1日至12月31日。`
  return filledReport({
    'organ.name': organ,
    year: '2024',
    'overview.introduction': introduction,
    ...more,
  })
}
/** The 全辖汇总 of the district: its units, without those named. */
function sumOf(reports: Report[], more: Record<string, string> = {}): Report {
  const sums = enteredCellsOf(edition).map(({ address }): [string, string] => [
    address,
    String(reports.reduce((sum, { entries }) => sum + Number(textAt(entries, address)), 0)),
  ])
  return reportOf(DISTRICT, { ...Object.fromEntries(sums), scope: 'all', ...more })
}
const corrected = (report: Report, before: Report): Report => ({
  ...report,
  notes: { ...report.notes, base: contentCode(before, edition) },
})
async function fileOf(kind: OutputKind, name: string, report: Report) {
  const document = documentOf(report, edition, { draft: false, code: '' })
  const { content, type } = await makeOutput(kind, { report, edition, document })
  return { name: `${name}.${kind}`, mimeType: type, buffer: Buffer.from(content) }
}
const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const unit = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
async function saved(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) }
}
const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
test('a desk gets the reports of its units in, finds what is wrong with them, sends it back and prints the sum', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const reports = new Map(UNITS.map((name) => [name, reportOf(name)]))
  const of = (name: string) => reports.get(name) as Report
  const wrong = reportOf('审计局', { [person]: '25' })
  reports.set('教育局', reportOf('教育局', { [person]: '31', [granted]: '21' }))
  const others = UNITS.filter((name) => name !== '教育局')
  const wrongSum = sumOf(others.map(of))

  // The list, and twelve files, Word and our own.
  await newTask(
    page,
    [
      '名称,上级,期限',
      `${DISTRICT},,`,
      ...[...OFFICES, ...LATE].map((name) => `${name},${DISTRICT},2025-01-15`),
    ].join('\n'),
  )
  await expect(page.getByText('收齐 0/12')).toBeVisible()
  const kinds: OutputKind[] = ['docx', 'json']
  const files = await Promise.all([
    fileOf('docx', DISTRICT, of(DISTRICT)),
    ...OFFICES.map((name, n) =>
      fileOf(kinds[n % 2] as OutputKind, `${name}2024年报`, name === '审计局' ? wrong : of(name)),
    ),
    fileOf('docx', '水务局最新', reportOf('水务局', { other: '年报补充了收费情况。' })),
    fileOf('json', '全辖汇总', wrongSum),
  ])
  expect(files).toHaveLength(12)
  await page.getByLabel('装入下级报表').setInputFiles(files)
  await expect(page.getByText('共 12 份，装入 12 份。')).toBeVisible()
  await expect(page.getByText('收齐 9/12')).toBeVisible()

  await clean(page)

  // Two versions of one report are no sum before somebody has chosen.
  await expect(unit(page, '水务局')).toHaveAttribute('data-state', 'conflict')
  await expect(unit(page, '水务局')).toContainText('表中的数相同，“其他需要报告的事项”不同')
  // A Word file whose totals are right is not said to add up wrongly; a sum that came in is called one.
  await expect(unit(page, '教育局')).toContainText('由文本识别')
  await expect(page.getByText('总计与各项之和不符')).toHaveCount(0)
  await expect(page.locator('[data-file="全辖汇总.json"]')).toContainText('全辖汇总，在“节点检查”里对照')
  await page.getByRole('button', { name: '采用此份：水务局最新.docx' }).press('Enter')
  await expect(page.getByText('收齐 10/12')).toBeVisible()
  // What was answered by keyboard is gone; the next key goes on in the line of the unit.
  await expect(page.locator(':focus')).toHaveAccessibleName(/：水务局$/)

  // Who has not reported hears of it.
  await page.getByRole('button', { name: '复制催报' }).press('Enter')
  await expect(page.getByText('已复制，可以粘贴到微信或 OA。')).toBeVisible()
  const reminder = await page.evaluate(() => navigator.clipboard.readText())
  expect(reminder.split('\n').slice(1)).toEqual([
    '1. 档案局（2025年1月15日前报送，已逾期）',
    '2. 气象局（2025年1月15日前报送，已逾期）',
  ])

  await tab(page, '审核')
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(page.getByText('已审核 10 家。')).toBeVisible()
  const balance = page.getByRole('region', { name: '阻断：表三勾稽关系' })
  await expect(balance.getByRole('row', { name: /^审计局/ })).toBeVisible()
  await clean(page)
  const back = readDocx((await saved(page, '导出核对意见')).bytes)
  const sheets = ['教育局', '审计局', '水务局', '民政局', '财政局'].filter((name) =>
    back.paragraphs.includes(`${name}：`),
  )
  expect(sheets).toEqual(['教育局', '审计局'])
  expect(back.paragraphs).toContain('核对的文件：审计局2024年报.json')
  expect(back.paragraphs.join('\n')).toMatch(/核对规则版本：[A-Z2-7]{4}-[A-Z2-7]{4}/)
  const cells = back.tables.map((table) => table.map(({ text }) => text).join('\n'))
  expect(cells[0]).toContain('正文改为 31')
  expect(cells[0]).not.toContain('不是指这一格')
  expect(cells[1]).toContain('第一项＋第二项＝26，第三项＋第四项＝23，差 3')
  expect(cells[1]).toContain('必须改正')
  // The same, a file for each of the two; and all that was found as a table.
  const archive = unzipSync((await saved(page, '核对意见 每家一份')).bytes)
  expect(Object.keys(archive)).toEqual(['001_教育局_核对意见.docx', '002_审计局_核对意见.docx'])
  expect(readDocx(archive['002_审计局_核对意见.docx'] as Uint8Array).paragraphs).toContain('审计局：')
  const [sheet] = readXlsx((await saved(page, '审核结果表 Excel')).bytes)
  const found = sheet?.cells.map(({ text }) => text) ?? []
  for (const text of ['阻断', '表三勾稽关系', '审计局', '单位的说明']) expect(found).toContain(text)

  await tab(page, '节点检查')
  await expect(page.getByText('缺 2 家：档案局、气象局')).toBeVisible()

  // Those who were late come in; what the sum of the district then still lacks is 教育局.
  await tab(page, '单位与装入')
  await page
    .getByLabel('装入下级报表')
    .setInputFiles([
      await fileOf('json', '审计局更正', corrected(of('审计局'), wrong)),
      ...(await Promise.all(LATE.map((name) => fileOf('docx', name, of(name))))),
      await fileOf('json', '全辖汇总更正', corrected(sumOf(UNITS.map(of)), wrongSum)),
    ])
  await expect(page.getByText('收齐 12/12')).toBeVisible()
  await tab(page, '审核')
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(page.getByText('已审核 12 家。')).toBeVisible()
  await expect(balance).toHaveCount(0)
  await tab(page, '节点检查')
  await expect(page.getByText('与各单位之和相符')).toBeVisible()

  // What reconciles becomes the report of the desk itself, whose figures say what they come from.
  const task = new URL(page.url()).hash.replace('/check', '')
  await page.goto(`${task}/sums`)
  await page.getByRole('button', { name: '回填到年报' }).click()
  const fill = page.getByRole('region', { name: '回填到年报' })
  await expect(fill).toContainText('汇总 12 家 · 集合码')
  await fill.getByRole('button', { name: '填入 166 处' }).click()
  await page.getByRole('link', { name: '打开这份年报' }).click()
  await expect(page).not.toHaveURL(/aggregate/)
  await page.goto(`${new URL(page.url()).hash.replace(/\/\w+$/, '')}/requests`)
  const figure = page.locator(`[id="${person}"]`)
  await expect(figure).toHaveValue('273')
  await expect(figure).toHaveAccessibleDescription(/汇总 12 家 · 集合码 [A-Z2-7]{8}$/)

  await page.goto(`${task}/output`)
  await expect(page.getByText('— 1 —')).toBeAttached()
  // The page on which all reports are published, and the reports behind its links.
  const site = unzipSync((await saved(page, '导出列表页和年报')).bytes)
  const list = await context.newPage()
  await list.setContent(strFromU8(site['列表页.html'] as Uint8Array))
  const links = await list
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links).toHaveLength(12)
  for (const link of links) expect(site).toHaveProperty([decodeURIComponent(link ?? '')])
  await clean(list)
  await list.close()

  const pages = await printedPages(page, { format: 'A4' })
  expect(pages).toHaveLength(5)
  const [cover = '', ...tables] = pages
  for (const words of ['临江区汇总', '收齐12/12', '参加汇总12家', '12气象局']) expect(cover).toContain(words)
  for (const [at, words] of [
    [0, '行政许可123504'],
    [1, '一、本年新收政府信息公开申请数量27300000273'],
    [2, '60000'],
    [3, '审核说明'],
    [3, '节点检查:对照报来的汇总1份,都与各单位之和相符'],
  ] as const)
    expect(tables[at]).toContain(words)
})
