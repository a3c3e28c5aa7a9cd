import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { documentOf } from '../src/export/document'
import { toDocx } from '../src/export/docx'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { textAt, withTexts } from '../src/report/report'
import { YEAR } from '../src/testing/randomReport'
import { lastYear, thisYear } from '../src/testing/secondYear'
import { copyTable } from '../src/ui/tables/copy'
import { field, storedDraft } from './drafts'
import { DRAFT, openDraft } from './openDraft'

const paste = (page: Page, text: string, html: string) =>
  page.evaluate(
    ([plain, markup]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      data.setData('text/html', markup)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [text, html] as const,
  )

/** The figures of the prose that no table has, as this year has them. */
const OTHER: Record<string, string> = { 860: '912', 24: '26', 18: '21', 3: '4' }

test('from last year’s Word file and this year’s figures to a final report in at most 60 key presses and clicks', {
  tag: '@file',
}, async ({ page }) => {
  test.setTimeout(120_000)
  let actions = 0
  const press = async (key: string) => {
    actions++
    await page.keyboard.press(key)
  }
  const click = async (name: string) => {
    actions++
    await page.getByRole('button', { name, exact: true }).click()
  }
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')

  const word = await toDocx(documentOf(lastYear(), currentEdition, { draft: false, code: '' }))
  await page.goto('#/')
  await click('新建年报')
  const region = page.getByRole('region', { name: '沿用上年' })
  await expect(region).toBeVisible()
  // Opening the chooser, and choosing the file in it.
  actions += 2
  await region.getByLabel('选择上年文件').setInputFiles({
    name: '上年.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(word),
  })
  await expect(page.getByText(/^已沿用正文/)).toBeVisible({ timeout: 30_000 })
  await expect(field(page, 'year')).toHaveValue(String(YEAR))
  await expect(field(page, 'organ.name')).toHaveValue('示例市人民政府')
  // 市 alone does not tell the kind, and it is asked: the list is opened, a line chosen.
  actions += 2
  await field(page, 'organ.kind').selectOption('prefectureGovernment')
  await press('Alt+PageDown')

  for (const { key, table } of currentEdition.sections) {
    if (!table) continue
    await press('Alt+PageDown')
    await expect.poll(focused).toContain(`tables.${table.key}.`)
    const { text, html } = copyTable(currentEdition, thisYear.entries, table)
    actions++
    await paste(page, text, html)
    const cells = enteredCellsOf(currentEdition).filter((cell) => cell.table.key === table.key)
    const { address } = cells.at(-1) ?? { address: '' }
    await expect(field(page, address), key).toHaveValue(textAt(thisYear.entries, address))
  }

  actions++
  await page.locator('a[href$="/overview"]').first().click()
  const waiting = page.getByRole('group', { name: '沿用上年的数字' })
  await expect(waiting).toContainText('待改')
  await expect(page.locator('mark[data-pending]').first()).toBeAttached()
  await click('全部按本年数据更新')
  await expect(page.getByText(/^已按本年数据更新/)).toBeVisible()
  await expect(field(page, 'overview.introduction')).toHaveValue(new RegExp(`${YEAR}年1月1日至12月31日`))

  // What is left is looked at paragraph by paragraph; the next figure is selected each time.
  const selected = () =>
    page.evaluate(() => {
      const field = document.activeElement
      return field instanceof HTMLTextAreaElement
        ? field.value.slice(field.selectionStart, field.selectionEnd)
        : ''
    })
  for (let turn = 0; turn < 40 && (await waiting.count()); turn++) {
    await press('Alt+k')
    await expect.poll(async () => (await waiting.count()) === 0 || (await selected()) !== '').toBe(true)
    await page.keyboard.type(OTHER[await selected()] ?? '')
  }
  await expect(waiting).toHaveCount(0)

  actions++
  await page.locator('a[href$="/check"]').first().click()
  const verdict = page.locator('[data-blocking]')
  await expect(verdict).toHaveAttribute('data-blocking', '0')
  await expect(verdict).toHaveAttribute('data-blank', '0')
  await expect(page.locator('[data-severity="verify"][data-status="open"]')).toHaveCount(0)
  await expect(verdict).toContainText('可以定稿')
  expect(actions).toBeLessThanOrEqual(60)
  test.info().annotations.push({ type: 'actions', description: String(actions) })
})

test('a text writes itself from the tables; a changed cell is offered to it, and one undo takes it back', async ({
  page,
}) => {
  const report = { ...thisYear, entries: withTexts(thisYear.entries, [['overview.management', '']]) }
  await openDraft(page, report, 'overview')
  await page.locator('[data-text="overview.management"]').click()
  const text = field(page, 'overview.management')
  const issued = 'tables.proactiveDisclosure.normativeDocuments.issued'
  const said = textAt(report.entries, issued)
  await expect(text).toHaveValue(new RegExp(`行政规范性文件${said}件`))
  await expect(page.locator('mark[data-linked]').first()).toBeAttached()
  const first = await text.inputValue()
  await page.getByRole('button', { name: '换一种写法' }).click()
  await expect(text).not.toHaveValue(first)
  await page.goto(`#/report/${DRAFT}/proactive`)
  await field(page, issued).fill('99')
  await page.keyboard.press('Tab')
  await page.goto(`#/report/${DRAFT}/overview`)
  const line = page.locator(`[data-link="${issued}"]`)
  await expect(line).toHaveAttribute('data-now', '99')
  await expect(page.locator('[data-link]')).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])
  await line.getByRole('button', { name: '更新' }).click()
  await expect(text).toHaveValue(/行政规范性文件99件/)
  await expect(page.locator('[data-link]')).toHaveCount(0)
  await expect
    .poll(async () => (await storedDraft(page, DRAFT))?.report.notes.links?.length)
    .toBeGreaterThan(0)
})

test('a typed sentence that agrees with its table is linked once it is left, and follows the table by one click', {
  tag: '@file',
}, async ({ page }) => {
  const received = 'tables.requests.received.naturalPerson'
  const total = 'tables.requests.received.total'
  await openDraft(page, thisYear, 'requests')
  const said = await field(page, total).textContent()
  await page.goto(`#/report/${DRAFT}/overview`)
  const text = field(page, 'overview.onRequest')
  await text.fill('')
  await text.pressSequentially(`本年新收政府信息公开申请${said}件。`)
  const linked = page.locator('mark[data-linked]')
  // The rules have read the sentence, and while it is typed it is nobody's.
  await expect(page.locator('mark[data-tone="checked"]').first()).toBeAttached()
  await expect(linked).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(linked).toHaveText([said ?? ''])
  await expect
    .poll(async () => (await storedDraft(page, DRAFT))?.report.notes.links?.map(({ cell }) => cell))
    .toEqual([total])

  await page.goto(`#/report/${DRAFT}/requests`)
  const own = textAt(thisYear.entries, received)
  await field(page, received).fill(String(Number(own) + 7))
  await page.keyboard.press('Tab')
  await page.goto(`#/report/${DRAFT}/overview`)
  const line = page.locator(`[data-link="${total}"]`)
  await expect(line).toHaveAttribute('data-now', String(Number(said) + 7))
  await expect(line).toContainText(`表中已改为 ${Number(said) + 7}`)
  await line.getByRole('button', { name: '更新' }).click()
  await expect(text).toHaveValue(`本年新收政府信息公开申请${Number(said) + 7}件。`)
  await expect(page.locator('[data-link]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue(`本年新收政府信息公开申请${said}件。`)
  await expect(line).toContainText('表中已改为')
  await page.keyboard.press('Control+y')

  // The sentence is changed, and no table: that is what the line says once the text is left, by keys alone.
  await text.fill(`本年新收政府信息公开申请${Number(said) + 8}件。`)
  await page.keyboard.press('Tab')
  await expect(line).toContainText(`正文写 ${Number(said) + 8}，表中是 ${Number(said) + 7}`)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])
  await text.focus()
  await page.keyboard.press('Tab')
  await expect(line.getByRole('button', { name: '按表改回' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(text).toHaveValue(`本年新收政府信息公开申请${Number(said) + 7}件。`)
  await expect(text).toBeFocused()
  await expect(page.getByText('正文已按表更新 1 处。')).toBeVisible()
})

test('last year’s figures stand in the cells, totals included, by a remembered switch, and move nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const report = { ...thisYear, notes: { ...thisYear.notes, lastYear: lastYear() } }
  await openDraft(page, report, 'requests')
  const last = page.locator('[data-last-of]')
  await expect(last).toHaveCount(6 * 24 + 25 + 6)
  const total = page.locator('[data-last-of="tables.requests.received.total"]')
  await expect(total).toHaveText(/^\d+ [＋－]\d+$/)
  const boxes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('td')].map((cell) => JSON.stringify(cell.getBoundingClientRect())),
    )
  const cut = await last.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)
  expect(cut, 'figures that do not fit').toBe(0)
  const shown = await boxes()
  await page.getByLabel('显示上年').uncheck()
  await expect(last).toHaveCount(0)
  expect(await boxes()).toEqual(shown)
  await page.reload()
  await expect(field(page, 'tables.requests.received.naturalPerson')).toBeVisible()
  await expect(page.getByLabel('显示上年')).not.toBeChecked()
  await page.getByLabel('显示上年').check()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])

  await page.goto(`#/report/${DRAFT}/overview`)
  await expect(page.locator('[id="last.overview.platform"]')).toContainText('维护栏目24个')
  await page.getByLabel('显示上年').uncheck()
  await expect(page.locator('[id="last.overview.platform"]')).toHaveCount(0)
})
