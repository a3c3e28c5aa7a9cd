import { expect, type Page, test } from '@playwright/test'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { blankReport, textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field, storedDraft } from './drafts'
import { openDraft } from './openDraft'

const requests = (path: string) => `tables.requests.${path}`
const review = (path: string) => `tables.reviewAndLitigation.${path}`

/** The id of what has the focus. */
const focus = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

/** Presses keys one after the other and gives where each led. */
async function walk(page: Page, ...keys: string[]): Promise<string[]> {
  const places: string[] = []
  for (const key of keys) {
    await page.keyboard.press(key)
    places.push((await focus(page)).replace(/^tables\.\w+\./, ''))
  }
  return places
}

const blank = () => blankReport(currentEdition)

test.describe('moving', () => {
  test('Enter and ↓ go down the column, over totals, and on at the top of the next', async ({ page }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('outcome.other.feeOverdue.naturalPerson')).focus()
    expect(await walk(page, 'Enter', 'ArrowDown', 'Enter')).toEqual([
      'outcome.other.other.naturalPerson',
      'carriedForward.naturalPerson',
      'received.commercialEnterprise',
    ])
    expect(await walk(page, 'ArrowUp', 'Shift+Enter')).toEqual([
      'carriedForward.naturalPerson',
      'outcome.other.other.naturalPerson',
    ])
  })

  test('Tab goes along the row and on in the next row, and leaves after the last cell', async ({ page }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('received.otherOrganization')).focus()
    expect(await walk(page, 'Tab', 'Shift+Tab')).toEqual([
      'carriedOver.naturalPerson',
      'received.otherOrganization',
    ])
    await field(page, requests('carriedForward.otherOrganization')).focus()
    const [after] = await walk(page, 'Tab')
    expect(after).not.toContain('carriedForward')
  })

  test('← and → leave a cell only from the edge of its text, or when all of it is selected', async ({
    page,
  }) => {
    await openDraft(page, filledReport({ [requests('received.commercialEnterprise')]: '4567' }), 'requests')
    await field(page, requests('received.commercialEnterprise')).focus()
    expect(await walk(page, 'ArrowRight', 'ArrowLeft')).toEqual([
      'received.researchInstitution',
      'received.commercialEnterprise',
    ])
    await page.keyboard.press('F2')
    expect(await walk(page, 'ArrowLeft')).toEqual(['received.commercialEnterprise'])
    expect(await walk(page, 'ArrowRight', 'ArrowRight')).toEqual([
      'received.commercialEnterprise',
      'received.researchInstitution',
    ])
  })

  test('Ctrl+Home and Ctrl+End go to the ends of the table', async ({ page }) => {
    await openDraft(page, blank(), 'review')
    await field(page, review('litigationDirect.corrected')).focus()
    expect(await walk(page, 'Control+End', 'Control+Home')).toEqual([
      'litigationAfterReview.pending',
      'administrativeReview.upheld',
    ])
  })

  test('table 2 is walked too, with its merged cells', async ({ page }) => {
    await openDraft(page, blank(), 'proactive')
    await field(page, 'tables.proactiveDisclosure.normativeDocuments.issued').focus()
    expect(await walk(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter')).toEqual([
      'administrativeLicenses.decisions',
      'administrativePenalties.decisions',
      'administrativeCompulsion.decisions',
      'administrativeFees.amount',
      'regulations.repealed',
    ])
  })

  test('Alt+PageDown and Alt+PageUp turn to the next and the previous section, into its first field', async ({
    page,
  }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('received.naturalPerson')).focus()
    await page.keyboard.press('Alt+PageDown')
    await expect(field(page, review('administrativeReview.upheld'))).toBeFocused()
    await page.keyboard.press('Alt+PageUp')
    await expect(field(page, requests('received.naturalPerson'))).toBeFocused()
  })
})

test.describe('filling one cell', () => {
  test('the focus selects the whole value, so that typing replaces it; Esc gives back the text on entry', async ({
    page,
  }) => {
    await openDraft(page, filledReport(), 'requests')
    const cell = field(page, requests('received.naturalPerson'))
    await cell.click()
    await page.keyboard.type('9')
    await expect(cell).toHaveValue('9')
    await expect(field(page, requests('received.total'))).toHaveText('9')
    await page.keyboard.press('Escape')
    await expect(cell).toHaveValue('22')
    await expect(field(page, requests('received.total'))).toHaveText('22')
  })

  test('a wheel changes no figure', async ({ page }) => {
    await openDraft(page, filledReport(), 'requests')
    const cell = field(page, requests('received.naturalPerson'))
    await cell.click()
    await page.mouse.wheel(0, 300)
    await expect(cell).toHaveValue('22')
  })

  test('no error while typing; on leaving, the text stays as typed and its error is read with the cell', async ({
    page,
  }) => {
    await openDraft(page, blank(), 'requests')
    const cell = field(page, requests('received.naturalPerson'))
    await cell.focus()
    await page.keyboard.type('12a')
    // The rules have looked at what is there by now: the quiet count of the part goes along, the cell does not.
    await expect(page.getByRole('link', { name: /^三 .*有问题（1）$/ })).toBeVisible()
    await expect(cell).not.toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await expect(cell).toHaveValue('12a')
    await expect(cell).toHaveAccessibleDescription(/“12a”不是整数/)
    await expect(cell).toHaveAccessibleName(/一、本年新收政府信息公开申请数量，自然人/)
  })

  test('keys do nothing while Chinese is being composed', async ({ page, context }) => {
    await openDraft(page, blank(), 'requests')
    const cell = field(page, requests('received.naturalPerson'))
    await cell.focus()
    const client = await context.newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 })
    await page.keyboard.press('Enter')
    expect(await focus(page)).toBe(requests('received.naturalPerson'))
    await client.send('Input.insertText', { text: '十' })
    await expect(cell).toHaveValue('十')
    await page.keyboard.press('Enter')
    expect(await focus(page)).toBe(requests('carriedOver.naturalPerson'))
  })

  test('F1 opens the 口径 of the row beside it and closes it again', async ({ page }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('carriedOver.naturalPerson')).focus()
    await page.keyboard.press('F1')
    await expect(page.getByRole('region', { name: '填报口径：上年结转' })).toBeVisible()
    expect(await focus(page)).toBe(requests('carriedOver.naturalPerson'))
    await page.keyboard.press('F1')
    await expect(page.getByRole('region', { name: /填报口径/ })).toHaveCount(0)
  })
})

test.describe('other blanks become 0', () => {
  test('Alt+Z fills the row, Alt+Shift+Z the table; only blanks change, and one undo takes it back', async ({
    page,
  }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('received.naturalPerson')).focus()
    await page.keyboard.type('22')
    await page.keyboard.press('Alt+z')
    await expect(field(page, requests('received.naturalPerson'))).toHaveValue('22')
    await expect(field(page, requests('received.otherOrganization'))).toHaveValue('0')
    await expect(field(page, requests('received.otherOrganization'))).toHaveAttribute('data-filled', '')
    await expect(field(page, requests('carriedOver.naturalPerson'))).toHaveValue('')
    await page.keyboard.press('Alt+Shift+z')
    await expect(page.getByRole('status').filter({ hasText: '已填 0：138 格' })).toBeVisible()
    await expect(field(page, requests('outcomeTotal.total'))).toHaveText('0')
    await page.keyboard.press('Control+z')
    await expect(field(page, requests('carriedForward.otherOrganization'))).toHaveValue('')
    await expect(field(page, requests('received.otherOrganization'))).toHaveValue('0')
    await page.keyboard.press('Control+z')
    await expect(field(page, requests('received.otherOrganization'))).toHaveValue('')
    await expect(field(page, requests('received.naturalPerson'))).toHaveValue('22')
  })

  test('a column is filled by its button', async ({ page }) => {
    await openDraft(page, blank(), 'requests')
    await field(page, requests('received.researchInstitution')).click()
    await page.getByRole('button', { name: '本列其余填 0' }).click()
    await expect(field(page, requests('outcomeTotal.researchInstitution'))).toHaveText('0')
    await expect(field(page, requests('received.naturalPerson'))).toHaveValue('')
  })
})

test('Ctrl+Z and Ctrl+Y go back and forth across cells and sections, to the exact text', async ({ page }) => {
  await openDraft(page, filledReport(), 'requests')
  await field(page, requests('received.naturalPerson')).focus()
  await page.keyboard.type('２2 ')
  await page.keyboard.press('Enter')
  await page.keyboard.type('7')
  await page.keyboard.press('Alt+PageDown')
  await expect(field(page, review('administrativeReview.upheld'))).toBeFocused()
  await page.keyboard.type('8')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+z')
  await expect(field(page, review('administrativeReview.upheld'))).toHaveValue('5')
  await expect(field(page, review('administrativeReview.upheld'))).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(field(page, requests('carriedOver.naturalPerson'))).toBeFocused()
  await expect(field(page, requests('carriedOver.naturalPerson'))).toHaveValue('1')
  await page.keyboard.press('Control+z')
  await expect(field(page, requests('received.naturalPerson'))).toHaveValue('22')
  await page.keyboard.press('Control+y')
  await expect(field(page, requests('received.naturalPerson'))).toHaveValue('２2 ')
  await page.keyboard.press('Control+Shift+z')
  await expect(field(page, requests('carriedOver.naturalPerson'))).toHaveValue('7')
})

test.describe('a block', () => {
  test('Shift+arrows select it, the status line adds it up, Delete blanks it, Ctrl+C copies it', async ({
    page,
  }) => {
    await openDraft(page, filledReport(), 'requests')
    await field(page, requests('received.naturalPerson')).focus()
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'])
      await page.keyboard.press(key)
    await expect(page.locator('td[data-selected]')).toHaveCount(6)
    await expect(page.getByText('计数 6　合计 35')).toBeVisible()
    const { text, html } = await page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      return { text: data.getData('text/plain'), html: data.getData('text/html') }
    })
    expect(text).toBe('22\t0\r\n1\t0\r\n12\t0')
    expect(html).toContain('<tr><td>12</td><td>0</td></tr>')
    await page.keyboard.press('Delete')
    await expect(field(page, requests('outcome.granted.naturalPerson'))).toHaveValue('')
    await expect(field(page, requests('outcome.partiallyGranted.naturalPerson'))).toHaveValue('2')
    await page.keyboard.press('Control+z')
    await expect(field(page, requests('outcome.granted.naturalPerson'))).toHaveValue('12')
  })

  test('the mouse drags one over cells', async ({ page }) => {
    await openDraft(page, filledReport(), 'requests')
    const from = field(page, requests('received.naturalPerson'))
    const to = field(page, requests('carriedOver.total'))
    await from.hover()
    await page.mouse.down()
    await to.hover()
    await page.mouse.up()
    await expect(page.locator('td[data-selected]')).toHaveCount(14)
    await expect(from).toBeFocused()
  })
})

test('a total explains itself: formula in the status line, its parts outlined', async ({ page }) => {
  await openDraft(page, filledReport(), 'requests')
  await field(page, requests('outcomeTotal.naturalPerson')).hover()
  await expect(page.getByText('＝ 12＋2＋3＋5＋1＝23')).toBeVisible()
  await expect(page.locator('td[data-part]')).toHaveCount(21)
  await page.getByRole('button', { name: /自然人，第一项＋第二项/ }).focus()
  await expect(page.getByText('第一项＋第二项：22＋1＝23；第三项＋第四项：23＋0＝23')).toBeVisible()
  await expect(page.locator('td[data-part]')).toHaveCount(4)
})

test('heads and row labels stay in view while the table scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openDraft(page, filledReport(), 'requests')
  await field(page, requests('carriedForward.naturalPerson')).focus()
  await expect(page.getByRole('columnheader', { name: '自然人' })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 683, height: 384 })
  await field(page, requests('outcome.denied.stateSecret.otherOrganization')).focus()
  await expect(page.getByRole('rowheader', { name: /1.属于国家秘密/ })).toBeInViewport({ ratio: 1 })
})

test('the 200 figures of a real report are typed from an empty form in at most 100 key presses', async ({
  page,
}) => {
  await openDraft(page, blank(), 'overview')
  await field(page, 'overview.introduction').focus()
  let presses = 0
  const press = async (keys: string) => {
    for (const key of keys.split(' ')) {
      await page.keyboard.press(key)
      presses++
    }
  }
  const turn = async (first: string) => {
    await press('Alt+PageDown')
    await expect(field(page, first)).toBeFocused()
  }
  await turn('tables.proactiveDisclosure.regulations.issued')
  await press('Enter 6 Tab 1 3 Tab 4 4 Tab 1 0 2 9 2 Enter 9 7 Enter 1 Enter 8 8 2 Alt+Shift+Z')
  await turn(requests('received.naturalPerson'))
  await press('2 2 Enter 1 Enter 1 2 Enter 2 Enter ArrowDown ArrowDown ArrowDown 3')
  await press(
    'ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown 5 ArrowDown ArrowDown ArrowDown ArrowDown 1 Alt+Shift+Z',
  )
  for (const [path, total] of [
    ['received.total', '22'],
    ['outcomeTotal.naturalPerson', '23'],
    ['outcomeTotal.total', '23'],
    ['carriedForward.total', '0'],
  ] as const)
    await expect(field(page, requests(path))).toHaveText(total)
  await turn(review('administrativeReview.upheld'))
  await press('5 Tab Tab Tab Tab 5 Tab Tab 1 Tab Tab 3 Alt+Shift+Z')
  await expect(field(page, review('litigationDirect.total'))).toHaveText('6')
  expect(presses).toBeLessThanOrEqual(100)

  const { entries } = filledReport()
  const cells = enteredCellsOf(currentEdition)
  await expect
    .poll(async () => {
      const draft = await storedDraft(page, 'testdraft001')
      return cells.filter(
        ({ address }) => textAt(draft?.report.entries ?? {}, address) !== textAt(entries, address),
      ).length
    })
    .toBe(0)
})
