import { expect, type Page, test } from '@playwright/test'
import { cellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'

const fields = {
  'overview.introductionPlace': 'within',
  'signOff.phrase': '特此报告。',
  'signOff.organ': '示例区人民政府',
  'signOff.date': '2022-01-20',
}
/** A copy that is final, and a draft, which has its mark on every page: an identity fails; signed by a name that is broken over lines. */
const copies = {
  final: filledReport(fields),
  draft: filledReport({
    ...fields,
    'signOff.organ': '某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局',
    'tables.requests.carriedForward.naturalPerson': '77',
  }),
}

const previewed = (page: Page): Promise<Map<string, string>> =>
  page
    .locator('[data-cell]')
    .evaluateAll((elements) =>
      elements.map((element): [string, string] => [
        element.getAttribute('data-cell') ?? '',
        element.getAttribute('data-value') ?? '',
      ]),
    )
    .then((pairs) => new Map(pairs))

async function importFile(page: Page, name: string, buffer: Buffer) {
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

for (const [status, report] of Object.entries(copies)) {
  test(`the printed PDF of a report comes back with every figure and paragraph: ${status}`, {
    tag: '@file',
  }, async ({ page }) => {
    await page.goto('#/import')
    await importFile(
      page,
      '年报.json',
      Buffer.from(fileText(report, currentEdition, status === 'final' ? 'final' : 'draft')),
    )
    await page.getByRole('button', { name: '导入为新年报' }).click()
    await expect(page).toHaveURL(/basic/)
    await page.goto(page.url().replace('/basic', '/export'))
    await expect(page.getByRole('button', { name: '打印' })).toBeVisible()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    await page.goto('#/import')
    await importFile(page, '年报.pdf', pdf)
    await expect(page.getByText('预览，还没有写入任何年报')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('没有存疑').first()).toBeVisible()
    await expect(page.getByText(/未能放置/)).toHaveCount(0)
    const figures = await previewed(page)
    for (const { address, parts } of cellsOf(currentEdition))
      if (!parts)
        expect(`${address} ${figures.get(address)}`).toBe(`${address} ${textAt(report.entries, address)}`)
    expect(figures.size).toBe(200)
    for (const address of [
      'overview.introduction',
      'overview.introductionPlace',
      'overview.proactive',
      'problems',
      'other',
      'signOff.phrase',
      'signOff.organ',
      'signOff.date',
    ])
      expect(await page.locator(`[id="preview.${address}"]`).inputValue()).toBe(
        textAt(report.entries, address),
      )
  })
}
