import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { field } from './drafts'
import { focusedId, tabTo } from './keyboard'

/** Published figures of a district's report of 2021, row by row; what is not named is 0. */
const naturalPersons: Record<string, string> = {
  received: '22',
  carriedOver: '1',
  'outcome.granted': '12',
  'outcome.partiallyGranted': '2',
  'outcome.denied.thirdPartyRights': '3',
  'outcome.unavailable.notHeld': '5',
  'outcome.notProcessed.repeated': '1',
}
const disclosure = ['0', '0', '0', '6', '13', '44', '10,292', '９７', '1', '882']
const cases = ['5', '0', '0', '0', '5', '0', '1', '0', '3', '0', '0', '0']

const prose: Record<string, string> = {
  'overview.introduction':
    '本报告由示例区人民政府编制，统计期限为2021年1月1日至12月31日，可在示例区人民政府网站查阅。',
  'overview.proactive': '全年按照目录主动公开各类政府信息，重点公布财政、教育、医疗等群众关心的内容。',
  'overview.onRequest': '本年新收政府信息公开申请22件，上年结转1件，全年答复23件，没有结转到下年度的申请。',
  'overview.management': '对拟制的公文逐件确定公开属性，定期清理并公布行政规范性文件的效力。',
  'overview.platform': '维护政府网站的公开专栏，在政务大厅和图书馆设查阅点。',
  'overview.oversight':
    '公开工作纳入年度考核，委托第三方开展社会评议，本年度未发生责任追究情况，举办培训一期。',
  problems: '存在的主要问题是个别栏目更新不够及时。\n下一步将明确更新时限，加强检查和培训。',
  other: '本年度未收取信息处理费。没有其他需要报告的事项。',
}

/** What the published report prints in every computed cell that is not 0. */
const printedTotals: Record<string, string> = {
  'tables.requests.received.total': '22',
  'tables.requests.carriedOver.total': '1',
  'tables.requests.outcome.granted.total': '12',
  'tables.requests.outcome.partiallyGranted.total': '2',
  'tables.requests.outcome.denied.thirdPartyRights.total': '3',
  'tables.requests.outcome.unavailable.notHeld.total': '5',
  'tables.requests.outcome.notProcessed.repeated.total': '1',
  'tables.requests.outcomeTotal.naturalPerson': '23',
  'tables.requests.outcomeTotal.total': '23',
  'tables.reviewAndLitigation.administrativeReview.total': '5',
  'tables.reviewAndLitigation.litigationDirect.total': '6',
  'tables.reviewAndLitigation.litigationAfterReview.total': '3',
}

async function fillBasics(page: Page) {
  await tabTo(page, field(page, 'organ.name'))
  await page.keyboard.insertText('示例区人民政府')
  await tabTo(page, field(page, 'year'))
  await page.keyboard.type('2021')
  await tabTo(page, field(page, 'organ.kind'))
  // The name has told the kind.
  await expect(field(page, 'organ.kind')).toHaveValue('countyGovernment')
}

async function fillProse(page: Page, section: string) {
  for (const [address, text] of Object.entries(prose)) {
    if (address !== section && !address.startsWith(`${section}.`)) continue
    await tabTo(page, field(page, address))
    await page.keyboard.insertText(text)
  }
}

/** Figures one after the other; Tab leads along the row and on to the next. */
async function typeAcross(page: Page, figures: string[]) {
  for (const [at, figure] of figures.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(figure)
  }
}

/** Column 自然人 from top to bottom with Enter; the rest of the table is 0. */
async function fillRequests(page: Page) {
  const visited: string[] = []
  for (let row = 0; row < 24; row++) {
    const id = await focusedId(page)
    visited.push(id)
    await page.keyboard.type(naturalPersons[id.replace(/^tables\.requests\.|\.naturalPerson$/g, '')] ?? '0')
    await page.keyboard.press('Enter')
  }
  expect(new Set(visited).size).toBe(24)
  expect(visited.every((id) => id.endsWith('.naturalPerson'))).toBe(true)
  expect(await focusedId(page)).toBe('tables.requests.received.commercialEnterprise')
  await page.keyboard.press('Alt+Shift+Z')
}

/** Alt+PageDown leads to the next section and into its first field. */
async function turnTo(page: Page, section: string, first: string) {
  await page.keyboard.press('Alt+PageDown')
  await expect(page).toHaveURL(new RegExp(`/${section}$`))
  await expect(field(page, first)).toBeFocused()
}

async function expectTotals(page: Page, table: string) {
  const outputs = page.locator(`output[id^="tables.${table}."]`)
  await expect(outputs).toHaveCount(table === 'requests' ? 31 : 3)
  const shown = await outputs.evaluateAll((all) =>
    all.map(({ id, textContent }) => [id, textContent?.trim()]),
  )
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(shown.map(([id]) => [id, printedTotals[id ?? ''] ?? '0'])),
  )
}

const taskLink = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name })

/** Goes to an entry of the task list and opens it, without the mouse. */
async function openFromTaskList(page: Page, name: RegExp) {
  await tabTo(page, taskLink(page, name))
  await page.keyboard.press('Enter')
}

async function pressFor(page: Page, button: string): Promise<Download> {
  await tabTo(page, page.getByRole('button', { name: button }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return download
}
const contentOf = async (download: Download) => JSON.parse(readFileSync(await download.path(), 'utf8'))

async function choose(page: Page, path: string) {
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles(path)
}

test('a clerk without a mouse fills a new report, checks it and hands it in as a file', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await page.goto('#/')
  await tabTo(page, page.getByRole('button', { name: '新建年报' }).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/report\/[^/]+\/basic$/)
  await fillBasics(page)

  await turnTo(page, 'overview', 'overview.introduction')
  await fillProse(page, 'overview')
  await turnTo(page, 'proactive', 'tables.proactiveDisclosure.regulations.issued')
  await typeAcross(page, disclosure)
  await turnTo(page, 'requests', 'tables.requests.received.naturalPerson')
  await fillRequests(page)
  await expectTotals(page, 'requests')
  await expect(page.locator('[data-identity="equal"]')).toHaveCount(7)
  await turnTo(page, 'review', 'tables.reviewAndLitigation.administrativeReview.upheld')
  await typeAcross(page, cases)
  await expectTotals(page, 'reviewAndLitigation')
  await turnTo(page, 'problems', 'problems')
  await fillProse(page, 'problems')
  await turnTo(page, 'other', 'other')
  await fillProse(page, 'other')

  await openFromTaskList(page, /核对/)
  const verdict = page.locator('[role="status"][data-blocking]')
  await expect(verdict).toHaveAttribute('data-blocking', '0')
  await expect(verdict).toHaveAttribute('data-blank', '0')
  await expect(verdict).toContainText('可以定稿')
  await expect(page.locator('[data-rule][data-severity="block"]')).toHaveCount(0)

  await openFromTaskList(page, /导出/)
  const saved = await pressFor(page, '导出 JSON')
  expect(saved.suggestedFilename()).toBe('示例区人民政府_2021年政府信息公开工作年度报告.json')
  const file = await contentOf(saved)
  expect(file.status).toBe('final')
  expect(file.tables.proactiveDisclosure.administrativeLicenses.decisions).toBe(10292)
  expect(file.tables.proactiveDisclosure.administrativePenalties.decisions).toBe(97)
  expect(file.tables.requests.outcomeTotal).toEqual({
    naturalPerson: 23,
    commercialEnterprise: 0,
    researchInstitution: 0,
    publicWelfareOrganization: 0,
    legalServiceInstitution: 0,
    otherOrganization: 0,
    total: 23,
  })
  expect(file.deadline).toBe('2022-03-31')
  expect(file.problems).toBe(prose.problems)

  const id = page.url().split('/').at(-2) ?? ''
  const backup = await pressFor(page, '下载备份')
  const backedUp = await contentOf(backup)

  await test.step('the file opens as a new report that is equal by value', async () => {
    await choose(page, await saved.path())
    await tabTo(page, page.getByRole('button', { name: '导入为新年报' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/report\/[^/]+\/basic$/)
    expect(page.url()).not.toContain(id)
    await openFromTaskList(page, /导出/)
    expect(await contentOf(await pressFor(page, '导出 JSON'))).toEqual(file)
  })

  await test.step('the backup, restored on another computer, is equal to the letter', async () => {
    const elsewhere = await browser.newContext()
    const other = await elsewhere.newPage()
    await choose(other, await backup.path())
    await other.getByRole('button', { name: '恢复' }).click()
    await expect(other).toHaveURL(/#\/($|report)/)
    const restored = await other.evaluate((key) => localStorage.getItem(key), `nianbao:draft:${id}`)
    const original = await page.evaluate((key) => localStorage.getItem(key), `nianbao:draft:${id}`)
    expect(JSON.parse(restored ?? '{}').report).toEqual(backedUp.drafts[0].report)
    expect(JSON.parse(restored ?? '{}').report).toEqual(JSON.parse(original ?? '{}').report)
    await elsewhere.close()
  })
})

test('one figure more breaks exactly the identities it is part of; taken back, it mends them', async ({
  page,
}) => {
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await fillBasics(page)
  await page.keyboard.press('Alt+PageDown')
  await page.keyboard.press('Alt+PageDown')
  await turnTo(page, 'requests', 'tables.requests.received.naturalPerson')
  await fillRequests(page)

  const broken = page.locator('[data-rule="requests.balance"]')
  const unequal = page.locator('[data-identity="unequal"]')
  const check = async () => {
    await taskLink(page, /核对/).click()
    await expect(page.locator('[role="status"][data-blocking]')).toBeVisible()
  }
  const back = () => taskLink(page, /三 收到和处理/).click()
  const change = async (address: string, text: string) => {
    await field(page, address).focus()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }

  await expect(unequal).toHaveCount(0)
  await change('tables.requests.outcome.granted.naturalPerson', '13')
  // The column and the column of totals; the finding is told once, for the column that causes it.
  await expect(unequal).toHaveText([/23.*≠.*24.*差 1/, /23.*≠.*24.*差 1/])
  await check()
  await expect(broken).toHaveCount(1)
  await expect(broken).toContainText(/自然人.*第一项＋第二项＝23，第三项＋第四项＝24，差 1。/)
  await expect(broken).toHaveAttribute('data-severity', 'block')
  await expect(broken).toHaveAttribute(
    'data-cells',
    ['received', 'carriedOver', 'outcomeTotal', 'carriedForward']
      .map((row) => `tables.requests.${row}.naturalPerson`)
      .join(' '),
  )
  await back()
  await change('tables.requests.carriedForward.otherOrganization', '1')
  await check()
  await expect(broken).toHaveCount(2)
  await expect(broken.last()).toContainText(/其他.*第一项＋第二项＝0，第三项＋第四项＝1，差 1。/)

  await back()
  await change('tables.requests.outcome.granted.naturalPerson', '12')
  await change('tables.requests.carriedForward.otherOrganization', '0')
  await expect(unequal).toHaveCount(0)
  await check()
  await expect(broken).toHaveCount(0)
})
