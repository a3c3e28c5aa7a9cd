import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { fileText } from '../src/report/file'
import { filledReport } from '../src/testing/filledReport'
import { field } from './drafts'
import { newTask } from './newTask'
import { openDraft } from './openDraft'

const RECEIVED = 'tables.requests.received.naturalPerson'
const TOTAL = 'tables.requests.received.total'

/** Rows of the table that are whole on the screen, below what sticks to its upper edge. */
const wholeRows = (page: Page) =>
  page.evaluate(() => {
    const table = document.querySelector('main table')
    const scrolls = table?.closest('[data-scrolls]')
    const pane = scrolls?.getBoundingClientRect()
    // As high as a scrollbar of Windows, which the test's browser does not draw.
    const bar = scrolls && scrolls.scrollWidth > scrolls.clientWidth ? 15 : 0
    const heads = [...(table?.querySelectorAll('thead th') ?? [])].map(
      (head) => head.getBoundingClientRect().bottom,
    )
    const top = Math.max(pane?.top ?? 0, ...heads)
    return [...(table?.querySelectorAll('tbody tr') ?? [])].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.top >= top - 1 && box.bottom <= (pane?.bottom ?? 0) - bar + 1
    }).length
  })

test('at 200 % zoom table three shows eight rows, and help, search and keys are reachable', async ({
  page,
}) => {
  await page.setViewportSize({ width: 683, height: 384 })
  await openDraft(page, filledReport(), 'requests')
  await expect(field(page, RECEIVED)).toBeVisible()
  await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(8)
  // In the middle of the table only the last row of its head stays.
  await field(page, 'tables.requests.outcome.unavailable.notHeld.naturalPerson').focus()
  await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(8)
  await expect(page.getByRole('link', { name: '帮助' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await expect(page.getByRole('complementary', { name: '查找和替换' })).toBeInViewport()
  await page.getByRole('button', { name: '关闭查找和替换' }).click()
  await page.getByRole('button', { name: '快捷键', exact: true }).click()
  await expect(page.getByRole('complementary', { name: '快捷键' })).toBeInViewport()
})

test('on a phone the head bears the organ’s name and the preview is one page wide', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDraft(page, filledReport(), 'export')
  await expect(page.locator('header').getByText('示例区人民政府')).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('article', { name: '第 2 页' })).toBeAttached()
  const [first, second] = await Promise.all(
    ['第 1 页', '第 2 页'].map((name) => page.getByRole('article', { name }).boundingBox()),
  )
  expect(second?.x).toBe(first?.x)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('at 1366 a panel beside the work leaves 总计 in view', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await openDraft(page, filledReport(), 'requests')
  for (const name of ['查找', '快捷键']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('complementary', { name: new RegExp(name) })).toBeVisible()
    await expect(field(page, TOTAL)).toBeInViewport({ ratio: 1 })
    const panel = await page.getByRole('complementary', { name: new RegExp(name) }).boundingBox()
    const total = await field(page, TOTAL).boundingBox()
    expect((total?.x ?? 0) + (total?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
  }
})

test('at 1280 the parts have their names', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openDraft(page, filledReport(), 'requests')
  const list = page.getByRole('navigation', { name: '年报各部分' })
  for (const name of ['总体情况', '其他需要报告的事项'])
    await expect(list.getByText(name.slice(0, 2)).first()).toBeVisible()
})

for (const [width, height] of [
  [1366, 768],
  [1366, 657],
  [1280, 720],
] as const)
  test(`all parts are in sight at once at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openDraft(page, filledReport(), 'requests')
    const list = page.getByRole('navigation', { name: '年报各部分' })
    for (const name of ['基本信息', '历史版本'])
      await expect(list.getByRole('link', { name })).toBeInViewport({ ratio: 1 })
  })

/** The number of an operand and its figure, both as drawn: whether one lies over the other. */
const overlaps = (page: Page, address: string) =>
  page.evaluate((id) => {
    const place = document.getElementById(id)
    const disc = place?.closest('td')?.querySelector('[data-severity]')?.getBoundingClientRect()
    const box = place?.closest('[data-operand]')
    const pen = document.createElement('canvas').getContext('2d')
    if (!place || !disc || !box || !pen) return 'no operand'
    const { font, paddingTop, paddingRight, lineHeight } = getComputedStyle(box)
    pen.font = font
    const text = place instanceof HTMLInputElement ? place.value : (place.textContent ?? '')
    const { width, actualBoundingBoxAscent: height } = pen.measureText(text)
    const { top, bottom, right } = box.getBoundingClientRect()
    const middle =
      place instanceof HTMLInputElement
        ? (top + Number.parseFloat(paddingTop) + bottom) / 2
        : top + Number.parseFloat(lineHeight) / 2
    const left = right - Number.parseFloat(paddingRight) - width
    return disc.right > left + 1 && disc.bottom > middle - height / 2 + 1 ? 'over the figure' : 'beside it'
  }, address)

for (const [width, height] of [
  [1366, 768],
  [683, 384],
] as const)
  test(`the number of an operand leaves a figure of seven digits free at ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await openDraft(page, filledReport({ [RECEIVED]: '1234567' }), 'check')
    await page
      .locator('main [data-rule="requests.balance"]')
      .first()
      .getByRole('button', { name: '前往' })
      .click()
    await expect(page.locator(`td:has([id="${RECEIVED}"]) [data-severity]`).first()).toBeVisible()
    expect(await overlaps(page, RECEIVED)).toBe('beside it')
  })

test('figures of seven digits stay in their cells, beside 来文 marks and under the columns', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const report = filledReport({
    [RECEIVED]: '1234567',
    'tables.requests.outcome.granted.naturalPerson': '7654321',
  })
  report.notes = { ...report.notes, sourceTotals: { [TOTAL]: '1234' } }
  await openDraft(page, report, 'requests')
  await expect(field(page, TOTAL)).toHaveText('1234567')
  const apart = await page.evaluate((address) => {
    const range = document.createRange()
    const boxOf = (node: Element | null | undefined) => {
      if (!node) return undefined
      range.selectNodeContents(node)
      return range.getBoundingClientRect()
    }
    const output = document.getElementById(address)
    const cell = output?.closest('td')
    const mark = cell?.querySelector('[title^="来文总计"]')
    const lines = [...document.querySelectorAll('tfoot button b')].map((line) => ({
      text: boxOf(line)?.width ?? 0,
      cell: line.closest('td')?.getBoundingClientRect().width ?? 0,
    }))
    return {
      mark: (mark?.getBoundingClientRect().right ?? 0) <= (boxOf(output)?.left ?? 0),
      lines: lines.filter(({ text, cell: width }) => text > width),
    }
  }, TOTAL)
  expect(apart).toEqual({ mark: true, lines: [] })
})

test('six open notes: three stand beside the table, and the line on the others lies under them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const applicants = ['commercialEnterprise', 'researchInstitution', 'publicWelfareOrganization']
  const more = [...applicants, 'legalServiceInstitution', 'otherOrganization']
  const offs = more.map((path, at) => [`tables.requests.received.${path}`, `${at + 1}`])
  await openDraft(page, filledReport({ [RECEIVED]: '99', ...Object.fromEntries(offs) }), 'check')
  await page
    .locator('main [data-rule="requests.balance"]')
    .first()
    .getByRole('button', { name: '前往' })
    .click()
  const others = page.getByText('另有 3 条批注')
  await expect(others).toBeAttached()
  const notes = page.locator('main article[data-rule="requests.balance"]')
  await expect(notes).toHaveCount(3)
  await expect
    .poll(async () => {
      const boxes = await Promise.all([...(await notes.all()), others].map((box) => box.boundingBox()))
      const edges = boxes.map((box) => [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)] as const)
      return edges.every(([top], at) => at === 0 || top >= (edges[at - 1]?.[1] ?? 0))
    })
    .toBe(true)
})

test('notes on the last row of a table are seen whole while the row is', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 980 })
  const wrong = ['naturalPerson', 'commercialEnterprise', 'researchInstitution'].map((path) => [
    `tables.requests.carriedForward.${path}`,
    '1o',
  ])
  await openDraft(page, filledReport(Object.fromEntries(wrong)), 'requests')
  const notes = page.locator('main article')
  await expect(notes).toHaveCount(3)
  const bar = page.getByRole('toolbar', { name: '核对发现的问题' })
  await expect
    .poll(async () => {
      const [box, edge] = [await notes.last().boundingBox(), await bar.boundingBox()]
      return box && edge && box.y + box.height <= edge.y
    })
    .toBe(true)
})

test('at 1280 a long name gives way to the state of the report and to what is said of saving', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const name = '示例市高新技术产业开发区管理委员会综合行政执法局'
  await openDraft(page, filledReport({ 'organ.name': name }), 'check')
  const head = page.getByRole('banner')
  const state = await head
    .getByText('可定稿', { exact: true })
    .or(head.getByText('草稿', { exact: true }))
    .first()
    .boundingBox()
  const saved = await head.getByText(/保存/).first().boundingBox()
  expect((state?.x ?? 0) + (state?.width ?? 0)).toBeLessThanOrEqual(saved?.x ?? 0)
})

test('at 200 % zoom the tables of 汇总 scroll in themselves, and code and buttons of a unit stand beside each other', async ({
  page,
}) => {
  await page.setViewportSize({ width: 683, height: 384 })
  await newTask(page, '教育局\n审计局')
  const report = filledReport({ 'organ.name': '教育局', year: '2024', [RECEIVED]: '1234567' })
  const buffer = Buffer.from(fileText(report, currentEdition, 'draft'))
  await page
    .getByLabel('装入下级报表')
    .setInputFiles([{ name: '教育局.json', mimeType: 'application/json', buffer }])
  const unit = page.locator('[data-unit="教育局"]')
  await expect(unit).toHaveAttribute('data-state', 'received')
  const code = await unit.getByText(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/).boundingBox()
  const act = await unit.getByRole('button', { name: '退回：教育局' }).boundingBox()
  expect((code?.x ?? 0) + (code?.width ?? 0)).toBeLessThanOrEqual(act?.x ?? 0)

  await page.getByRole('link', { name: '汇总', exact: true }).click()
  const table = page.locator(`table:has([id="${RECEIVED}"])`)
  await expect(table).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(683)
  const heading = await page.getByRole('heading', { name: /收到和处理/ }).boundingBox()
  expect((heading?.x ?? 0) + (heading?.width ?? 0)).toBeLessThanOrEqual(683)
  // A figure of seven digits lies within its cell.
  const figure = await page.locator(`[id="${RECEIVED}"]`).boundingBox()
  const cell = await page.locator(`td:has([id="${RECEIVED}"])`).boundingBox()
  expect((figure?.x ?? 0) + (figure?.width ?? 0)).toBeLessThanOrEqual((cell?.x ?? 0) + (cell?.width ?? 0))
  expect(figure?.x ?? 0).toBeGreaterThanOrEqual(cell?.x ?? 0)
})
