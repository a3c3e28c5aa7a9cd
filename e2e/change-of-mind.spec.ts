import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { readHtml } from '../src/export/readHtml'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { newTask } from './newTask'

// A desk has decided wrongly, or has a new list: what was decided is taken back, and nothing that came in is lost.

const received = 'tables.requests.received.naturalPerson'
const fileOf = (organ: string, figure: string, name = `${organ}.json`) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(
    fileText(
      filledReport({ 'organ.name': organ, 'organ.address': '', year: '2024', [received]: figure }),
      currentEdition,
      'draft',
    ),
  ),
})
const unit = (page: Page, id: string) => page.locator(`tr[data-unit="${id}"]`)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('whose a file is, which version counts and who need not report are taken back, and a new list leaves what came in @file', async ({
  page,
}) => {
  await newTask(
    page,
    '名称,上级\n临江区人民政府,\n北城区人民政府,\n财政局,临江区人民政府\n财政局,北城区人民政府\n教育局,临江区人民政府\n档案馆,临江区人民政府',
  )
  await page
    .getByLabel('装入下级报表')
    .setInputFiles([
      fileOf('财政局', '5', '来文.json'),
      fileOf('教育局', '7'),
      fileOf('教育局', '8', '另一份.json'),
    ])
  const question = page.locator('[data-ask="来文.json"]')
  const answer = async (choose: () => Promise<void>) => {
    await choose()
    await question.getByRole('button', { name: '确定' }).click()
    await expect(question).toHaveCount(0)
  }

  // None of the two; on second thoughts the one of 北城区.
  await answer(() => question.getByRole('radio', { name: '都不是' }).check())
  await expect(page.locator('tr[data-state="outside"]')).toHaveCount(1)
  await press(page, '撤回归属：财政局')
  await expect(page.locator('tr[data-state="outside"]')).toHaveCount(0)
  await answer(() => question.getByRole('radio').nth(1).check())
  const north = unit(page, '财政局（北城区人民政府）')
  await expect(north).toHaveAttribute('data-state', 'received')

  await press(page, '采用此份：另一份.json')
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await press(page, '撤回采用此份：教育局')
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'conflict')
  await page.reload()
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'conflict')
  await press(page, '采用此份：另一份.json')

  await press(page, '不需报：档案馆')
  await page.keyboard.type('与党史办合署')
  await page.keyboard.press('Enter')
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'exempt')
  await press(page, '撤回不需报：档案馆')
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'missing')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // 北城区 has a 汇总 of its own from now on.
  await page.getByText('单位名单（6 家，可以更新）').click()
  await page
    .getByLabel('粘贴单位名单')
    .fill('名称,上级\n临江区人民政府,\n教育局,临江区人民政府\n档案馆,临江区人民政府')
  await press(page, '更新名单')
  await expect(page.getByText(/名单共 3 家。.*不再有 3 家：.*它们交来的年报仍在，不计入汇总。/)).toBeVisible()
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await expect(page.locator('tr[data-state="outside"]')).toContainText('财政局')

  await page.getByRole('link', { name: '输出', exact: true }).click()
  await expect(page.getByText('— 1 —')).toBeAttached()
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, '导出列表页')])
  const list = readHtml(readFileSync(await file.path(), 'utf8'))
  const words = JSON.stringify(list)
  expect(words).toContain('教育局2024年政府信息公开工作年度报告')
  expect(words).not.toContain('财政局')
})
