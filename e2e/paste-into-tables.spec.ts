import { expect, type Page, test } from '@playwright/test'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { blankReport, textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { copyTable } from '../src/ui/tables/copy'
import { field, storedDraft } from './drafts'
import { openDraft } from './openDraft'

const table = (key: string) => {
  const found = currentEdition.sections.find((section) => section.table?.key === key)?.table
  if (!found) throw new Error(`no table ${key}`)
  return found
}
const blank = () => blankReport(currentEdition)

/** A paste event as the browser makes it, on what has the focus. */
const paste = (page: Page, text: string, html = '') =>
  page.evaluate(
    ([plain, markup]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      if (markup) data.setData('text/html', markup)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [text, html] as const,
  )
const said = (page: Page) => page.getByRole('status').filter({ hasText: '已填' })

/** All texts of a table in the browser, by address. */
const texts = (page: Page, key: string) =>
  page.evaluate(
    (prefix) =>
      Object.fromEntries(
        [...document.querySelectorAll('td input')].flatMap((input) =>
          input instanceof HTMLInputElement && input.id.startsWith(prefix) ? [[input.id, input.value]] : [],
        ),
      ),
    `tables.${key}.`,
  )

/** Those of a report. */
const expected = (key: string) => {
  const { entries } = filledReport()
  return Object.fromEntries(
    enteredCellsOf(currentEdition)
      .filter((cell) => cell.table.key === key)
      .map(({ address }) => [address, textAt(entries, address)]),
  )
}

for (const [key, section, first] of [
  ['requests', 'requests', 'outcome.denied.stateSecret.researchInstitution'],
  ['proactiveDisclosure', 'proactive', 'administrativeFees.amount'],
  ['reviewAndLitigation', 'review', 'litigationDirect.corrected'],
] as const)
  test(`the whole of ${key}, as a spreadsheet hands it over, fits from any cell; one undo gives back the blanks`, async ({
    page,
  }) => {
    const { text, html } = copyTable(currentEdition, filledReport().entries, table(key))
    await openDraft(page, blank(), section)
    const cell = field(page, `tables.${key}.${first}`)
    for (const markup of [html, '']) {
      await cell.focus()
      await paste(page, text, markup)
      await expect(said(page)).toBeVisible()
      expect(await texts(page, key)).toEqual(expected(key))
      await page.keyboard.press('Control+z')
      expect(Object.values(await texts(page, key)).join('')).toBe('')
      await expect(said(page)).toHaveCount(0)
    }
  })

test('pasted totals are compared, never written: equal ones are ticked, a different one is shown beside the computed', async ({
  page,
}) => {
  const { text } = copyTable(currentEdition, filledReport().entries, table('requests'))
  await openDraft(page, blank(), 'requests')
  await field(page, 'tables.requests.received.naturalPerson').focus()
  await paste(page, text.replace(/(一、本年新收.*\t)22$/m, '$126'))
  await expect(said(page)).toContainText('来文总计')
  await expect(field(page, 'tables.requests.received.total')).toHaveText('22')
  await expect(page.getByText('来文26')).toBeVisible()
  await expect(page.getByText('来文✓').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('来文26')).toHaveCount(0)
  await expect
    .poll(async () => (await storedDraft(page, 'testdraft001'))?.report.notes.sourceTotals)
    .toEqual({})
})

test('a block of figures without labels fills from the focused cell, and text that is no figure is kept as it came', async ({
  page,
}) => {
  await openDraft(page, blank(), 'requests')
  await field(page, 'tables.requests.received.naturalPerson').focus()
  await paste(page, '２２\t1,230\r\n—\t/')
  await expect(field(page, 'tables.requests.received.commercialEnterprise')).toHaveValue(/^1,?230$/)
  await expect(field(page, 'tables.requests.received.naturalPerson')).toHaveValue(/22|２２/)
})

test('a single figure is pasted by the browser itself', async ({ page }) => {
  await openDraft(page, filledReport(), 'requests')
  await field(page, 'tables.requests.received.naturalPerson').focus()
  await paste(page, '7')
  await expect(said(page)).toHaveCount(0)
})

test('a row with more figures than columns is listed, not cut off', async ({ page }) => {
  await openDraft(page, blank(), 'requests')
  await field(page, 'tables.requests.received.naturalPerson').focus()
  await paste(
    page,
    '一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\t9\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
  )
  await expect(said(page)).toContainText('存疑')
  await page.getByRole('button', { name: '查看' }).click()
  const told = page.getByRole('status').getByRole('listitem')
  await expect(told.filter({ hasText: '多出这个' })).toHaveCount(1)
  // Which of its figures is the one too many, only the author knows: the row is in doubt.
  await expect(told.filter({ hasText: '各数可能错位' })).toHaveCount(1)
  await expect(told).toHaveCount(2)
})

test('one Ctrl+Z after a paste gives back the report to the letter, odd texts and all', async ({ page }) => {
  const odd = {
    'received.naturalPerson': '12a',
    'outcome.granted.naturalPerson': '８８２.0',
    'carriedForward.otherOrganization': ' 3 ',
  }
  const before = filledReport(
    Object.fromEntries(Object.entries(odd).map(([cell, text]) => [`tables.requests.${cell}`, text])),
  )
  const { text, html } = copyTable(currentEdition, filledReport().entries, table('requests'))
  await openDraft(page, before, 'requests')
  // Which figures of the prose are tied to cells is found out once something has changed, and is no text.
  const stored = async () => {
    const report = (await storedDraft(page, 'testdraft001'))?.report
    return JSON.stringify(report && { ...report, notes: { ...report.notes, links: undefined } })
  }
  const first = await stored()
  for (const markup of [html.replaceAll(/>\d+</g, '>7<'), '']) {
    await field(page, 'tables.requests.received.naturalPerson').focus()
    await paste(page, text.replaceAll(/\t\d+/g, '\t7'), markup)
    await expect(said(page)).toBeVisible()
    await expect.poll(stored).not.toBe(first)
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toBe(first)
  }
})
