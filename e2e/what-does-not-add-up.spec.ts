import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { exceptionFor } from '../src/checks/exceptions'
import { reviewOf } from '../src/checks/review'
import { givenOf, runChecks } from '../src/checks/run'
import { currentEdition as edition } from '../src/format/editions'
import { contentCode } from '../src/report/contentCode'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { longestTask } from './longestTask'
import { newTask } from './newTask'

// The second half of January: what does not add up, whose it is, and what goes back.

const person = 'tables.requests.received.naturalPerson'
const granted = 'tables.requests.outcome.granted.naturalPerson'
const report = (organ: string, more: Record<string, string> = {}, base: string | null = null) => {
  const one = filledReport({ 'organ.name': organ, year: '2024', ...more })
  one.notes.base = base
  return one
}
const fileOf = (
  organ: string,
  more: Record<string, string> = {},
  name = organ,
  base: string | null = null,
) => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(fileText(report(organ, more, base), edition, 'draft')),
})
async function begin(page: Page, name: string, year: string, list: string) {
  await newTask(page, list, { name, year })
  await expect(page.locator('[data-unit]').first()).toBeVisible()
}
const take = (page: Page, files: ReturnType<typeof fileOf>[]) =>
  page.getByLabel('装入下级报表').setInputFiles(files)
const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const unit = (page: Page, id: string) => page.locator(`tr[data-unit="${id}"]`)

const OFFICES = ['教育局', '审计局', '水务局', '民政局']
const LIST = ['名称,上级', '临江区人民政府,', ...OFFICES.map((name) => `${name},临江区人民政府`)].join('\n')
/** Sums of the government and its four offices, each with 22 of natural persons but for what is said. */
const all = (figures: Record<string, string>) => {
  const times = (address: string, value: string) => {
    if (/^\d+$/.test(value) && address.startsWith('tables.')) return String(Number(value) * 5)
    return value
  }
  const one = filledReport({ 'organ.name': '临江区人民政府', year: '2024' })
  const texts: Record<string, string> = {}
  const walk = (tree: object, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const at = path ? `${path}.${key}` : key
      if (typeof value === 'string') texts[at] = times(at, value)
      else if (value && typeof value === 'object') walk(value, at)
    }
  }
  walk({ tables: (one.entries as { tables: object }).tables }, '')
  return { ...texts, scope: 'all', ...figures }
}

test('one mistake in three reports is one group, goes back in plain words, and is gone with the correction', async ({
  page,
}) => {
  await begin(page, '临江区汇总', '2024', LIST)
  const first = report('教育局', { [person]: '25' })
  await take(page, [
    fileOf('教育局', { [person]: '25' }),
    fileOf('审计局', { [person]: '26' }),
    fileOf('水务局', { [person]: '27' }),
    fileOf('民政局'),
  ])
  await expect(unit(page, '民政局')).toHaveAttribute('data-state', 'received')
  await tab(page, '审核')
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(page.getByText('已审核 4 家。')).toBeVisible()
  await expect(page.getByRole('region', { name: '阻断：表三勾稽关系' })).toContainText('3 家同错')
  const balance = page.locator('[data-rule="requests.balance"]')
  await expect(balance).toHaveCount(3)
  await expect(balance.first()).toHaveAttribute('data-severity', 'block')
  await expect(balance.first()).toHaveAttribute('data-cells', new RegExp(person))
  await clean(page)

  await page.getByLabel('单位').selectOption('审计局')
  await page.getByLabel('程度').selectOption('阻断')
  await expect(balance).toHaveCount(1)
  const [word] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出核对意见' }).click(),
  ])
  expect(word.suggestedFilename()).toBe('临江区汇总_2024_核对意见_审计局.docx')
  await page.getByLabel('单位').selectOption('')
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '核对意见 Excel' }).click(),
  ])
  const parts = unzipSync(new Uint8Array(readFileSync(await book.path())))
  expect(Object.keys(parts).filter((name) => name.includes('worksheets/'))).toHaveLength(4)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('教育局：')
  expect(sheet).not.toMatch(/requests\.|tables\./)

  // The sums go out.
  await tab(page, '汇总')
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出汇总 Excel' }).click(),
  ])

  // The correction comes in: no longer three.
  await tab(page, '单位与装入')
  await take(page, [fileOf('教育局', {}, '教育局更正', contentCode(first, edition))])
  await expect(page.locator('[data-file="教育局更正.json"]')).toHaveAttribute('data-verdict', 'taken')
  await tab(page, '审核')
  await expect(page.getByText(/上次审核：.*4 家/)).toBeVisible()
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(balance).toHaveCount(2)
  await tab(page, '户数变动')
  await expect(page.locator('[data-stale="all"]')).toContainText(
    '导出 Excel的结果（临江区汇总）已经不是现在的数：更正 教育局。',
  )
  await expect(page.locator('[data-correction="教育局"]')).toContainText('临江区人民政府全辖')
  await clean(page)
})

test('a reason that a unit gave is read, and where it is not accepted the finding goes back with the word @file', async ({
  page,
}) => {
  const one = report('教育局')
  const findings = () =>
    reviewOf(runChecks(givenOf({ edition, report: one, today: '2025-01-20' })), edition, one).findings
  const period = findings().find(({ rule }) => rule === 'year.period')
  if (!period) throw new Error('the made-up report speaks of another year')
  one.notes.exceptions = [exceptionFor(period, '沿用统一模板', '2025-01-20T08:00:00Z', edition, one)]
  await begin(page, '临江区汇总', '2024', '教育局')
  const buffer = Buffer.from(fileText(one, edition, 'draft'))
  await take(page, [{ name: '教育局.json', mimeType: 'application/json', buffer }])
  await expect(unit(page, '教育局')).toHaveAttribute('data-state', 'received')
  await tab(page, '审核')
  await page.getByRole('button', { name: '全部审核' }).click()
  const line = page.locator('[data-rule="year.period"]')
  await expect(line).toHaveAttribute('data-status', 'accepted')
  await expect(line).toContainText('说明：沿用统一模板')
  await line.getByRole('button', { name: '不认可：教育局' }).click()
  await page.keyboard.type('年度应当是2024年')
  await page.keyboard.press('Enter')
  await expect(line).toHaveAttribute('data-status', 'open')
  await expect(line).toContainText('不认可：年度应当是2024年')
  await expect(line).toContainText(/意见第 \d+ 条/)
  // A change of mind, and back.
  await line.getByRole('button', { name: '撤回不认可：教育局' }).press('Enter')
  await expect(line).toHaveAttribute('data-status', 'accepted')
  await expect(line).not.toContainText('不认可：')
  await line.getByRole('button', { name: '不认可：教育局' }).press('Enter')
  await page.keyboard.type('年度应当是2024年')
  await page.keyboard.press('Enter')
  await expect(line).toHaveAttribute('data-status', 'open')
  await page.getByLabel('核对意见的重报期限').fill('2025-01-25')
  await page.getByLabel('联系人、电话').fill('张三 88880000')
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '核对意见 Excel' }).click(),
  ])
  const parts = unzipSync(new Uint8Array(readFileSync(await book.path())))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  for (const text of [
    '报来的说明“沿用统一模板”没有认可：年度应当是2024年。',
    '请于2025年1月25日前',
    '答复请联系：张三 88880000',
  ])
    expect(sheet).toContain(text)
  await page.reload()
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(page.getByLabel('联系人、电话')).toHaveValue('张三 88880000')
})

test('a sum of the district that left one office out names this office, and one that is right is clean @file', async ({
  page,
}) => {
  await begin(page, '临江区汇总', '2024', LIST)
  const wrong = all({ [person]: '88', [granted]: '60' })
  await take(page, [
    fileOf('临江区人民政府'),
    ...OFFICES.map((name, n) => fileOf(name, n === 0 ? { [person]: '31' } : {})),
    fileOf('临江区人民政府', wrong, '全辖汇总'),
  ])
  await tab(page, '节点检查')
  await expect(page.getByLabel('节点')).toHaveValue('临江区人民政府')
  const line = page.locator(`[data-cell="${person}"]`)
  await expect(line).toHaveAttribute('data-left', '119')
  await expect(line).toHaveAttribute('data-right', '88')
  await expect(line).toHaveAttribute('data-suspect', '教育局')
  await expect(page.locator('[data-cell="tables.requests.received.total"]')).toHaveAttribute(
    'data-suspect',
    '教育局',
  )
  await expect(page.locator('[data-first]')).toContainText('教育局')
  await clean(page)
  await tab(page, '单位与装入')
  const before = report('临江区人民政府', wrong)
  await take(page, [
    fileOf(
      '临江区人民政府',
      all({ [person]: '119', [granted]: '60' }),
      '全辖汇总更正',
      contentCode(before, edition),
    ),
  ])
  await tab(page, '节点检查')
  await expect(page.getByText('与各单位之和相符')).toBeVisible()
  await expect(page.locator('[data-cell]')).toHaveCount(0)
})

test('last year had other units: what became of them is listed with reasons, and a jump with who makes it', async ({
  page,
}) => {
  await begin(page, '去年', '2023', '教育局\n审计局\n档案馆')
  await take(page, [fileOf('教育局', { year: '2023' }), fileOf('审计局', { year: '2023' })])
  await expect(unit(page, '审计局')).toHaveAttribute('data-state', 'received')
  await begin(page, '今年', '2024', '名称,别名\n教育体育局,教育局\n审计局,\n数据局,')
  await take(page, [fileOf('教育体育局', { [person]: '300' }), fileOf('审计局')])
  await tab(page, '户数变动')
  await expect(
    page.getByText('2023 年度 3 家，2024 年度 3 家：新增 1，更名 1，合并 0，减少 1。'),
  ).toBeVisible()
  await expect(page.locator(`[data-jump="${person}"]`)).toContainText('教育体育局多 278')
  await page.getByLabel('减少的原因：档案馆').fill('并入党史办')
  await page.getByLabel('减少的原因：档案馆').press('Tab')
  await page.getByLabel(/^新增的原因/).focus()
  await clean(page)
  await page.reload()
  await expect(page.getByLabel('减少的原因：档案馆')).toHaveValue('并入党史办')
})

test('among hundreds of units no key is kept waiting, and what many have in common is gone through by keyboard', async ({
  page,
}) => {
  const names = Array.from({ length: 600 }, (_, n) => `第${n + 1}局`)
  await begin(page, '临江区汇总', '2024', names.join('\n'))
  await take(
    page,
    names.slice(0, 60).map((name) => fileOf(name, { [person]: '25' })),
  )
  await expect(page.getByText('收齐 60/600')).toBeVisible({ timeout: 30_000 })
  await tab(page, '审核')
  await page.getByRole('button', { name: '全部审核' }).click()
  await expect(page.getByText('已审核 60 家。')).toBeVisible({ timeout: 30_000 })
  const balance = page.getByRole('region', { name: '阻断：表三勾稽关系' })
  await expect(balance.locator('[data-rule]')).toHaveCount(20)
  await balance.getByRole('button', { name: '显示其余 40 条' }).press('Enter')
  const window = balance.getByRole('group', { name: '阻断：表三勾稽关系，全部 60 条' })
  await expect(window).toBeFocused()
  await expect(window.getByRole('table')).toHaveAttribute('aria-rowcount', '61')
  await page.keyboard.press('End')
  await expect(window.locator('[aria-rowindex="61"]')).toBeInViewport()
  await expect(window.getByRole('row', { name: /^第60局/ })).toBeVisible()
  await clean(page)

  // A worker that does not come to an end is stopped, and what is begun after it is made.
  const lost = await page.evaluateHandle(() => {
    const { postMessage } = Worker.prototype
    const seen = { once: false }
    Worker.prototype.postMessage = () => {
      seen.once = true
      Worker.prototype.postMessage = postMessage
    }
    return seen
  })
  await page.getByRole('button', { name: '核对意见 每家一份' }).click()
  await expect(page.getByText('正在生成……')).toBeVisible()
  // Stopped before the worker was asked, the next one would be left without its question.
  await expect.poll(() => lost.evaluate(({ once }) => once)).toBe(true)
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已取消。')).toBeVisible()
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '核对意见 每家一份' }).click(),
  ])
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(await archive.path()))))).toHaveLength(60)
  await expect(page.getByText('60 家的核对意见已交给浏览器下载。')).toBeVisible()

  await tab(page, '汇总')
  await page.locator('button', { has: page.locator(`output[id="${person}"]`) }).press('Enter')
  const parts = page.getByRole('complementary', { name: '构成' })
  await expect(parts.locator('[data-part]')).toHaveCount(600)
  const longest = await longestTask(page, async () => {
    // The button that closes it, and then beyond its last line.
    for (let n = 0; n < 3; n++) await page.keyboard.press('Tab')
  })
  expect(longest).toBeLessThan(100)
})
