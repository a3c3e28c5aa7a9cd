import { expect, test } from '@playwright/test'
import { type DocumentPart, documentOf, figuresOf } from '../src/export/document'
import { currentEdition } from '../src/format/editions'
import { blankReport, type Report } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'
import { printedPages, printedText, squeezed } from './printedPages'

const withoutNumbers = (pages: string[]) =>
  pages.map((text, index) => text.replace(`—${index + 1}—`, '')).join('')

const documentFor = (report: Report) => documentOf(report, currentEdition, { draft: false, code: '' })
/** Each row of the statutory tables as its innermost label and its figures. */
const rowsOf = (parts: DocumentPart[]) =>
  parts
    .flatMap((part) => (part.kind === 'table' ? part.rows : []))
    .filter(({ cells }) => cells.some(({ role }) => role === 'figure'))
    .map(({ cells }) => ({
      label: cells.filter(({ role }) => role === 'rowHead').at(-1)?.text ?? '',
      figures: cells.flatMap(({ role, text }) => (role === 'figure' ? [text] : [])),
    }))

test('the printed report holds every row and all 200 figures in order, table 3 on one page', async ({
  page,
}) => {
  const report = filledReport()
  await openDraft(page, report, 'export')
  const pages = await printedPages(page, { format: 'A4' })
  const text = withoutNumbers(pages)
  const content = documentFor(report)
  expect(figuresOf(content)).toHaveLength(200)
  const rows = rowsOf(content.parts)
  expect(rows).toHaveLength(6 + 25 + 1)
  let from = 0
  for (const { label, figures } of rows) {
    const row = squeezed(label + figures.join(''))
    const at = text.indexOf(row, from)
    expect(at, row).toBeGreaterThanOrEqual(from)
    from = at + row.length
  }
  const third = pages.filter((one) => one.includes('一、本年新收') || one.includes('四、结转下年度'))
  expect(third).toHaveLength(1)
})

test('printing shows the official document and nothing of the program', async ({ page }) => {
  await openDraft(page, filledReport(), 'export')
  // Without a format the sheet is Letter: the pages are scaled to it, and stay the same pages.
  const pages = await printedPages(page)
  const text = pages.join('')
  expect(text).toMatch(/^示例区人民政府2021年政府信息公开工作年度报告按照/)
  for (const word of ['年报通', '下载备份', '已完成', '导出', '打印', '草稿', '前往下一处'])
    expect(text).not.toContain(word)
  for (const [index, part] of pages.entries()) expect(part).toContain(`—${index + 1}—`)
  expect(await printedPages(page, { format: 'A4' })).toEqual(pages)
})

test('an unfinished report and an empty form print with the mark on every page', async ({ page }) => {
  await openDraft(page, blankReport(currentEdition), 'export')
  const pages = await printedPages(page, { format: 'A4' })
  expect(pages.length).toBeGreaterThanOrEqual(3)
  for (const part of pages) expect(part).toContain('草稿')
  const text = pages.join('')
  for (const section of currentEdition.sections)
    expect(text).toContain(squeezed(`${section.numeral}、${section.heading}`))
})

test('long prose goes on from page to page without losing a character', async ({ page }) => {
  const sentences = Array.from({ length: 400 }, (_, n) => `第${n + 1}项公开信息${n * 37}条，按期答复；`).join(
    '',
  )
  const organ = '某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局'
  const report = filledReport({
    'overview.proactive': sentences,
    problems: `${sentences}\n（二）改进情况\n${sentences}`,
    'organ.name': organ,
    'tables.requests.received.naturalPerson': '1234568',
    'tables.requests.outcome.granted.naturalPerson': '1234558',
  })
  await openDraft(page, report, 'export')
  const pages = await printedPages(page, { format: 'A4' })
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.filter((text) => text.length < 40)).toEqual([])
  const text = withoutNumbers(pages)
  for (const part of documentFor(report).parts)
    if (part.kind !== 'table') expect(text).toContain(squeezed(part.text))
  for (const { label, figures } of rowsOf(documentFor(report).parts))
    expect(text).toContain(squeezed(label + figures.join('')))
})

test('no line begins with what closes a sentence, and dates, telephone numbers, codes and hosts stay on one', async ({
  page,
}) => {
  const address = 'https://www.example.gov.cn/zwgk/xxgknb/index_20220114.shtml?id=7788&key=123456'
  const paragraphs = Array.from({ length: 30 }, (_, length) =>
    ['，', '。', '）'].map(
      (close) =>
        `${'网'.repeat(length % 10)}${address.slice(0, 45 + length)}${close}${'欢迎查阅'.repeat(9)}。`,
    ),
  ).flat()
  const kept = ['2022年1月20日', '0600-5550100', 'ABCD-EFGH-2345-67AB', '2022-03-01']
  for (let length = 0; length < 15; length++)
    paragraphs.push(`${'网'.repeat(length)}${kept.map((one) => `公布按期${one}，`).join('')}欢迎查阅。`)
  await openDraft(page, filledReport({ other: paragraphs.join('\n') }), 'export')
  await expect(page.getByText('— 1 —')).toBeAttached()
  const printed = (await printedText(page, { format: 'A4' }, '-layout')).split(/[\n\f]/)
  // Below the tables, whose upright label is read a character at a time.
  const lines = printed.slice(printed.findIndex((line) => line.includes('example.gov.cn')))
  expect(lines.filter((line) => line.includes('example.gov.cn')).length).toBeGreaterThanOrEqual(90)
  expect(lines.filter((line) => /^\s*[，。、；：）！？]/.test(line))).toEqual([])
  const on = (text: string) => lines.filter((line) => squeezed(line).includes(text)).length
  expect(kept.map(on)).toEqual(kept.map(() => 15))
  expect(on('https://www.example.gov.cn')).toBe(90)
  const whole = squeezed(lines.join('')).replace(/—\d+—/g, '')
  for (const paragraph of paragraphs) expect(whole).toContain(squeezed(paragraph))
})
