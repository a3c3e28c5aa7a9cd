import { expect, type Locator, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { field, received } from './drafts'
import { openDraft } from './openDraft'

// Windows high contrast replaces every colour, and takes tints and shadows away: lines must say what those say.
test.use({ contextOptions: { forcedColors: 'active' } })

/** The line around an element, as `solid 2px`; `none` where there is no line to be seen. */
const lineOf = (element: Locator, which: 'outline' | 'border-top') =>
  element.evaluate((own, side) => {
    const style = getComputedStyle(own)
    const [line, width, colour] = ['style', 'width', 'color'].map((part) =>
      style.getPropertyValue(`${side}-${part}`),
    )
    const ground = getComputedStyle(document.body).backgroundColor
    return line === 'none' || width === '0px' || colour === ground || /^rgba.* 0\)$/.test(colour ?? '')
      ? 'none'
      : `${line} ${width}`
  }, which)

test('in high contrast the focus, a wrong figure, operands and a selected block each have a line of their own', async ({
  page,
}) => {
  const wrong = received('naturalPerson')
  const quiet = received('commercialEnterprise')
  await openDraft(page, filledReport({ [wrong]: '12a', [received('otherOrganization')]: '99' }), 'check')
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)

  await page
    .locator('main [data-rule="requests.balance"]')
    .first()
    .getByRole('button', { name: '前往' })
    .click()
  await expect(page.locator('[data-operand]')).toHaveCount(4)
  for (const operand of await page.locator('[data-operand]').all())
    if (!(await operand.evaluate((own) => own === document.activeElement)))
      expect(await lineOf(operand, 'outline')).toBe('dashed 2px')

  expect(await lineOf(field(page, quiet), 'outline')).toBe('none')
  await expect(field(page, wrong)).toHaveAttribute('aria-invalid', 'true')
  expect(await lineOf(field(page, wrong), 'outline')).toBe('solid 2px')
  await field(page, quiet).focus()
  expect(await lineOf(field(page, quiet), 'outline')).toMatch(/^solid [23]px$/)

  await page.keyboard.press('Shift+ArrowDown')
  const selected = page.locator('td[data-selected]')
  await expect(selected).toHaveCount(2)
  for (const cell of await selected.all()) expect(await lineOf(cell, 'outline')).toBe('solid 2px')
})

test('in high contrast a button has an edge, and a part that is filled differs from an empty one', async ({
  page,
}) => {
  await openDraft(page, filledReport({ problems: '', other: '' }), 'basic')
  await page.goto('#/')
  const button = page.getByRole('button', { name: '新建年报' }).first()
  expect(await lineOf(button, 'border-top')).toBe('solid 1px')
  const part = (amount: string) =>
    page
      .locator(`[data-amount="${amount}"]`)
      .first()
      .evaluate((own) => getComputedStyle(own).backgroundColor)
  expect(await part('all')).not.toBe(await part('none'))
})

test('in high contrast the sheets have edges, and the grey word of a draft does not hide the text', async ({
  page,
}) => {
  await openDraft(page, filledReport({ other: '' }), 'export')
  const sheet = page.getByRole('article', { name: '第 1 页' })
  expect(await lineOf(sheet.locator('..'), 'border-top')).toBe('solid 1px')
  expect(await lineOf(sheet.getByText('草稿', { exact: true }), 'border-top')).toMatch(/^solid/)
  const behind = await sheet.locator('[data-word]').evaluate((own) => getComputedStyle(own).color)
  expect(behind).toMatch(/, 0\)$/)
  // A sheet stays white where the clerk's colours are light on dark, so the box of its mark stays black.
  await page.emulateMedia({ colorScheme: 'dark' })
  const edge = sheet.getByText('草稿', { exact: true })
  expect(await edge.evaluate((own) => getComputedStyle(own).borderTopColor)).toBe('rgb(0, 0, 0)')
})
