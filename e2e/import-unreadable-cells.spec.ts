import { expect, type Page, test } from '@playwright/test'

const heading = '二、主动公开政府信息情况'
const rows = (permits: string) => [
  ['第二十条第（五）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', permits],
  ['第二十条第（六）项', ''],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '12'],
  ['行政强制', '7'],
]
const page = (permits: string) =>
  `<html><body><p>${heading}</p><table>${rows(permits)
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`
const files: Record<string, (permits: string) => string> = {
  'a.html': page,
  'a.csv': (permits) =>
    `${heading},\n${rows(permits)
      .map((row) => row.join(','))
      .join('\n')}\n`,
  'a.mhtml': (permits) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page(permits)).toString('base64')}\r\n--b--\r\n`,
}
const choose = async (at: Page, name: string, content: string) => {
  await at.goto('#/import')
  await at
    .getByLabel('选择文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
}
const inSource = (at: Page) => at.locator('[data-value]')
const tab = (at: Page) => at.getByRole('tab', { name: /^二/ })

for (const name of Object.keys(files))
  test(`${name}: the part with an unreadable cell is in doubt until the clerk has settled it`, async ({
    page: at,
  }) => {
    await choose(at, name, files[name]?.('####') ?? '')
    await expect(at.locator('[data-unplaced]')).toContainText('####')
    await expect(tab(at)).toContainText('有存疑')
    await expect(at.getByText('未能放置 1 处').first()).toBeVisible()
    await expect(
      inSource(at).and(
        at.locator('[data-cell="tables.proactiveDisclosure.administrativePenalties.decisions"]'),
      ),
    ).toHaveAttribute('data-value', '12')
    await at.locator('[data-unplaced]').getByRole('button', { name: '不要' }).click()
    await expect(tab(at)).toContainText('没有存疑')
  })

for (const [cell, figure] of [
  ['约5', '5'],
  ['l5l', '151'],
])
  test(`“${cell}” pasted is read as ${figure} and in doubt`, async ({ page: at }) => {
    await at.goto('#/import')
    await at.getByLabel('粘贴年报内容').fill(
      `${heading}\n${rows(cell ?? '')
        .map((row) => row.join('\t'))
        .join('\n')}`,
    )
    await at.getByRole('button', { name: '识别' }).click()
    await expect(at.getByText('存疑 1 个').first()).toBeVisible()
    await expect(tab(at)).toContainText('有存疑')
    await expect(
      at.locator('[data-cell="tables.proactiveDisclosure.administrativeLicenses.decisions"]'),
    ).toHaveAttribute('data-value', figure ?? '')
  })

for (const name of ['a.rtf', 'a.doc'])
  test(`RTF named ${name} says what to do`, async ({ page: at }) => {
    await choose(at, name, '{\\rtf1\\ansi 151}')
    await expect(at.getByRole('alert')).toContainText('另存为 .docx')
  })
