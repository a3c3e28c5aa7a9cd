import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { zipSync } from 'fflate'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { newTask } from './newTask'

// 汇总 as a desk does it in January: a list, files as they come in, who is missing, the sums.

const received = 'tables.requests.received.naturalPerson'
const total = 'tables.requests.received.total'

/** A report file of a unit; the figures are those of one report, 新收 of natural persons apart. */
const fileOf = (organ: string, more: Record<string, string> = {}, name = `${organ}.json`) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(
    fileText(filledReport({ 'organ.name': organ, year: '2024', ...more }), currentEdition, 'draft'),
  ),
})
const unit = (page: Page, id: string) => page.locator(`[data-unit="${id}"]`)
const take = (page: Page, files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('装入下级报表').setInputFiles(files)
const figure = (page: Page, address: string) => page.locator(`output[id="${address}"]`)

test('sixty files in, one sum out, nobody missed @file', async ({ page }) => {
  await newTask(page, '教育局\n审计局\n水务局\n档案馆')
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'missing')
  const archive = zipSync({
    '各单位/水务局.json': fileOf('水务局', { [received]: '5' }).buffer,
    '各单位/说明.txt': new TextEncoder().encode('请查收'),
  })
  await take(page, [
    fileOf('教育局', { [received]: '7' }),
    fileOf('审计局', { [received]: '11' }),
    fileOf('审计局', { [received]: '11' }, '审计局（再发）.json'),
    fileOf('教育局', { year: '2023' }, '旧.json'),
    { name: '各单位.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) },
  ])
  const verdict = (name: string) => page.locator(`[data-file="${name}"]`)
  await expect(verdict('教育局.json')).toHaveAttribute('data-verdict', 'taken')
  await expect(page.locator('[data-verdict="same"]')).toHaveCount(1)
  await expect(verdict('旧.json')).toHaveAttribute('data-verdict', 'refused')
  await expect(verdict('各单位.zip/各单位/水务局.json')).toHaveAttribute('data-verdict', 'taken')
  await expect(verdict('各单位.zip/各单位/说明.txt')).toHaveAttribute('data-verdict', 'refused')
  await expect(page.getByText('收齐 3/4')).toBeVisible()
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'missing')
  await page.getByRole('button', { name: '未报 1' }).click()
  await expect(page.locator('[data-unit]')).toHaveCount(1)
  await page.getByRole('button', { name: '全部 4' }).click()
  await expect(page.locator('[data-unit]')).toHaveCount(4)
  // What is changed in 新收 no longer balances: the rules say so at each unit.
  await expect(unit(page, '教育局')).toHaveAttribute('data-findings', /^[1-9]\d*\/\d+$/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, received)).toHaveText('23')
  await expect(figure(page, received)).toHaveAttribute('data-missing', '1')
  await expect(page.locator('output[data-missing]')).toHaveCount(200)
  await figure(page, received).click()
  await expect(page.locator('[data-part]')).toHaveCount(4)
  expect(await page.locator('[data-part]').first().getAttribute('data-value')).toBe('11')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // What is needless is named with its reason, and then nobody is missing.
  await page.getByRole('link', { name: '单位与装入' }).click()
  await page.getByRole('button', { name: '不需报：档案馆' }).click()
  await page.getByLabel('不需报的原因：档案馆').fill('与党史办合署')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'exempt')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, total)).toHaveAttribute('data-missing', '0')

  // All of it is there after closing the page, and none of it among the drafts.
  await page.reload()
  await expect(figure(page, received)).toHaveText('23')
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual(
    [],
  )
})

test('two versions are summed only after a person has chosen; that a report of zeros is meant so is marked with who made sure, and when', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2025-01-06T09:00:00+08:00'))
  await newTask(page, '教育局\n档案馆\n史志办')
  const zeros = Object.fromEntries(enteredCellsOf(currentEdition).map(({ address }) => [address, '0']))
  await take(page, [fileOf('档案馆', zeros), fileOf('史志办', zeros)])
  await page.getByRole('button', { name: '标为零报告：档案馆' }).click()
  await page.keyboard.type('王芳')
  await page.getByLabel('标为零报告的原因：档案馆').fill('电话核实')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(unit(page, '档案馆')).toHaveAttribute('data-state', 'zero')
  await expect(unit(page, '档案馆')).toContainText('王芳核实，2025-01-06，电话核实')
  await page.getByRole('button', { name: '标为零报告：史志办' }).click()
  await expect(page.getByLabel('零报告的核实人：史志办')).toHaveValue('王芳')
  await page.keyboard.press('Escape')

  await take(page, [
    fileOf('教育局', { [received]: '7' }),
    fileOf('教育局', { [received]: '8' }, '另一份.json'),
  ])
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'conflict')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, received)).toHaveText('0')
  await expect(figure(page, received)).toHaveAttribute('data-missing', '1')
  await page.getByRole('link', { name: '单位与装入' }).click()
  await page.getByRole('button', { name: '采用此份：另一份.json' }).click()
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  await expect(figure(page, received)).toHaveText('8')

  // It is sent back: it counts no longer, its unit is asked for another one, and a mistake in that is put right.
  await page.getByRole('link', { name: '单位与装入' }).click()
  await page.getByRole('button', { name: '退回：教育局' }).click()
  await page.keyboard.type('表三不平')
  await page.keyboard.press('Enter')
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'returned')
  await expect(unit(page, '教育局')).toContainText('“另一份.json”已退回，2025-01-06，表三不平')
  await page.getByRole('button', { name: '取消退回：教育局' }).click()
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
})

test('which of two units of one name a file is of is asked once and remembered', async ({ page }) => {
  await newTask(
    page,
    '名称,上级\n临江区人民政府,\n北城区人民政府,\n财政局,临江区人民政府\n财政局,北城区人民政府',
  )
  await take(page, [fileOf('财政局', { 'organ.address': '' }, '来文.json')])
  const question = page.locator('[data-ask="来文.json"]')
  await question.getByRole('radio').nth(1).check()
  await question.getByRole('button', { name: '确定' }).click()
  await expect(unit(page, '财政局（北城区人民政府）')).toHaveAttribute('data-state', 'received')
  await take(page, [fileOf('财政局', { 'organ.address': '', [received]: '9' }, '又来.json')])
  await expect(unit(page, '财政局（北城区人民政府）')).toHaveAttribute('data-state', 'conflict')
  await expect(page.locator('[data-ask]')).toHaveCount(0)
})

test('a task goes to another browser as a file, whole', async ({ page, browser }) => {
  await newTask(page, '教育局\n审计局')
  await take(page, [fileOf('教育局', { [received]: '7' })])
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await page.getByRole('link', { name: '汇总', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存汇总文件' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('临江区汇总_2024.nbsum')
  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  await other.goto(page.url().replace(/#.*/, '#/aggregate'))
  await other.getByLabel('汇总文件').setInputFiles(await file.path())
  await expect(unit(other, '教育局')).toHaveAttribute('data-state', 'received')
  await expect(unit(other, '审计局')).toHaveAttribute('data-state', 'missing')
})

test('a task cleared in another window is gone from this one, too, and nothing here writes it back', async ({
  page,
}) => {
  await newTask(page, '教育局\n财政局')
  await expect(page.locator('[data-unit]')).toHaveCount(2)
  const other = await page.context().newPage()
  await other.goto('#/aggregate')
  await other.getByRole('button', { name: /^清除/ }).click()
  await other.getByRole('button', { name: '确定清除' }).click()
  await expect(other.getByText('还没有汇总任务。')).toBeVisible()
  await expect(page.getByText('可能已经清除')).toBeVisible()
  await expect(page.locator('[data-unit]')).toHaveCount(0)

  // Cleared where no window is told of it: the next thing that is decided here says so.
  await newTask(page, '教育局\n财政局')
  await expect(page.locator('[data-unit]')).toHaveCount(2)
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opened = indexedDB.open('nianbao-sums')
        opened.onsuccess = () => {
          const emptied = opened.result.transaction('tasks', 'readwrite')
          emptied.objectStore('tasks').clear()
          emptied.oncomplete = () => resolve()
        }
      }),
  )
  await page.getByRole('button', { name: '不需报：教育局' }).click()
  await page.getByLabel('不需报的原因：教育局').fill('与财政局合署')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('可能已经清除')).toBeVisible()
  await page.getByRole('link', { name: '回到汇总' }).click()
  await expect(page.getByText('还没有汇总任务。')).toBeVisible()
})
