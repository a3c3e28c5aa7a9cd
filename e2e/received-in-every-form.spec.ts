import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { zipSync } from 'fflate'
import { documentOf } from '../src/export/document'
import { toDocx } from '../src/export/docx'
import { toPastedHtml, toPlainText } from '../src/export/html'
import { toXlsx } from '../src/export/xlsx'
import { currentEdition as edition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { tabTo } from './keyboard'
import { newTask } from './newTask'

// What units send is no tidy set of files: figures with marks, damaged files, and a desk that has no mouse at hand.

const marked = 'tables.requests.received.naturalPerson'
const unread = 'tables.requests.carriedOver.naturalPerson'

const reportOf = (organ: string, more: Record<string, string> = {}) =>
  filledReport({ 'organ.name': organ, year: '2024', ...more })
const jsonOf = (organ: string, more: Record<string, string> = {}) =>
  Buffer.from(fileText(reportOf(organ, more), edition, 'final'))
const printed = (organ: string, more: Record<string, string> = {}) =>
  documentOf(reportOf(organ, more), edition, { draft: false, code: '' })
const pageOf = (organ: string, more: Record<string, string> = {}) =>
  `<html><meta charset="utf-8"><body>${toPastedHtml(printed(organ, more))}</body></html>`
const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const unit = (page: Page, id: string) => page.locator(`[data-unit="${id}"]`)
const figure = (page: Page, address: string) => page.locator(`output[id="${address}"]`)

test('the doubts of a recognised report are settled beside its source, and only then its figures are summed @file', async ({
  page,
}) => {
  const html = pageOf('教育局', { [marked]: '771', [unread]: '772' })
  const came = file('教育局.html', html.replace('>771<', '>771*<').replace('>772<', '>待定<'))
  await newTask(page, '教育局')
  await page.getByLabel('装入下级报表').setInputFiles(came)
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await expect(unit(page, '教育局')).toContainText('2 处存疑')
  await expect(page.locator('[data-file="教育局.html"]')).toContainText('2 处存疑')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, marked)).toHaveAttribute('data-missing', '1')
  await expect(page.getByText('1 家有存疑或缺的数：教育局')).toBeVisible()

  await page.getByRole('link', { name: '单位与装入' }).click()
  await page.getByRole('link', { name: '核定：教育局' }).click()
  await expect(page.getByRole('region', { name: '来文' })).toContainText('771*')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: '保存核定稿' }).click()
  await expect(page.getByRole('alert')).toContainText('还有 2 处存疑')
  await page.getByRole('button', { name: /^照此采用/ }).click()
  await page.getByRole('tab', { name: /^三/ }).click()
  await page.locator(`[id="preview.${unread}"]`).fill('3')
  await page.getByRole('button', { name: '保存核定稿' }).click()
  await expect(unit(page, '教育局')).toContainText('已对照来文核定')
  await expect(unit(page, '教育局')).not.toContainText('存疑')

  // Looked at again, it stands as it was settled; the file is there as it came.
  await page.getByRole('link', { name: '查看核定：教育局' }).click()
  await expect(page.locator(`[id="preview.${unread}"]`)).toHaveValue('3')
  await expect(page.getByRole('region', { name: '来文' })).toContainText('待定')
  await page.goBack()
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, marked)).toHaveText('771')
  await expect(page.locator('output[data-missing="0"]')).toHaveCount(200)
  await expect(page.getByText('1 家都已汇总。')).toBeVisible()
})

test('a mixed folder: each file is accounted for by its name, and what can be read is summed', async ({
  page,
  context,
}) => {
  const paper = await context.newPage()
  await paper.setContent(pageOf('水务局'))
  const pdf = await paper.pdf({ format: 'A4' })
  await paper.close()
  const docx = await toDocx(printed('财政局'))
  const inner = zipSync({ '审计局.json': jsonOf('审计局'), '空.docx': new Uint8Array() })
  await newTask(page, '教育局\n财政局\n司法局\n民政局\n水务局\n审计局\n商务局\n档案馆')
  await page
    .getByLabel('装入下级报表')
    .setInputFiles([
      file('教育局.json', jsonOf('教育局')),
      file('财政局.docx', docx),
      file('司法局.html', pageOf('司法局')),
      file('民政局.xlsx', toXlsx(printed('民政局'))),
      file('水务局.pdf', pdf),
      file('商务局.txt', toPlainText(printed('商务局'))),
      file('收.zip', zipSync({ '里.zip': inner })),
      file('坏.docx', docx.slice(0, docx.length / 2)),
      file('图.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
      file('新.json', jsonOf('档案馆').toString().replace('"schemaVersion": 1', '"schemaVersion": 99')),
    ])
  await expect(page.getByText('共 11 份，装入 7 份。')).toBeVisible()
  const refused = page.locator('[data-verdict="refused"]')
  const names = await refused.evaluateAll((all) => all.map((one) => one.getAttribute('data-file')))
  expect(names.sort()).toEqual(['图.png', '坏.docx', '收.zip/里.zip/空.docx', '新.json'].sort())
  await expect(unit(page, '水务局')).toContainText('由文本识别')
  // Whatever the file is, the rules are run over what was read in it.
  await expect(page.locator('tr[data-findings]')).toHaveCount(7)
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, marked)).toHaveText(String(7 * 22))
  await expect(page.locator('output[data-missing="1"]')).toHaveCount(200)
})

test('a desk without a mouse comes from the list of tasks to the printed 汇总', async ({ page }) => {
  const clean = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const press = async (role: 'button' | 'link', name: string, key?: 'Shift+Tab') => {
    await tabTo(page, page.getByRole(role, { name, exact: true }), key)
    await page.keyboard.press('Enter')
  }
  await page.goto('#/aggregate')
  await press('button', '新建汇总')
  await page.keyboard.insertText('临江区汇总')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('2024')
  await clean()
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByLabel('粘贴单位名单'))
  await page.keyboard.insertText(
    '名称,上级\n临江区人民政府,\n北城区人民政府,\n财政局,临江区人民政府\n财政局,北城区人民政府\n档案馆,',
  )
  await press('button', '更新名单')
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'missing')

  const choosing = page.waitForEvent('filechooser')
  await tabTo(page, page.getByLabel('装入下级报表'))
  await page.keyboard.press('Enter')
  await (await choosing).setFiles([
    file('财政局.json', jsonOf('财政局', { 'organ.address': '' })),
    file('外.json', jsonOf('档案中心')),
  ])
  await expect(page.locator('[data-ask]')).toBeVisible()
  await clean()
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await press('button', '确定')
  await expect(unit(page, '财政局（北城区人民政府）')).toHaveAttribute('data-state', 'received')
  await press('button', '归到单位：档案中心')
  for (let units = 0; units < 4; units++) await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('归到哪一家：档案中心')).toHaveValue('档案馆')
  await press('button', '确定')
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'received')
  await press('button', '不需报：北城区人民政府')
  await page.keyboard.insertText('由市里汇总')
  await page.keyboard.press('Enter')
  await expect(unit(page, '北城区人民政府')).toHaveAttribute('data-state', 'exempt')

  await press('link', '汇总')
  await expect(figure(page, marked)).toHaveText('44')
  await tabTo(page, page.locator('button').filter({ has: figure(page, marked) }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: '构成' })).toBeFocused()
  await page.keyboard.press('Escape')
  await press('link', '输出', 'Shift+Tab')
  await tabTo(page, page.getByRole('button', { name: '打印汇总' }))
  for (const name of ['审核', '节点检查', '户数变动']) {
    await press('link', name, 'Shift+Tab')
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  }
  await press('link', '全部汇总', 'Shift+Tab')
  await expect(page.getByRole('link', { name: '临江区汇总' })).toBeVisible()
})
