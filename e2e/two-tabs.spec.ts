import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { textAt } from '../src/report/report'
import { draftWith, field, received, restore, storedDraft } from './drafts'

const cell = received('naturalPerson')
const other = received('commercialEnterprise')
const takeOver = (page: Page) => page.getByRole('button', { name: '在此编辑' })

/** Two tabs with the same draft at table 3; the first one has it. */
async function twoTabs(context: BrowserContext): Promise<[Page, Page]> {
  const first = await context.newPage()
  await first.goto('#/')
  await restore(first, [draftWith('shared', { year: '2021', 'organ.name': '青禾县水务局' })])
  await first.goto('#/report/shared/requests')
  await expect(field(first, cell)).toBeEditable()
  const second = await context.newPage()
  await second.goto('#/report/shared/requests')
  await expect(takeOver(second)).toBeVisible()
  return [first, second]
}
async function type(page: Page, address: string, text: string) {
  await field(page, address).click()
  await page.keyboard.type(text)
}

test('the second tab only reads until it takes over, and nothing is lost on either side', {
  tag: '@file',
}, async ({ context }) => {
  const [first, second] = await twoTabs(context)
  await expect(field(second, cell)).not.toBeEditable()
  await type(first, cell, '12')
  // What the other tab saves shows here.
  await expect(field(second, cell)).toHaveValue('12')

  // Typed in the same breath as the other tab takes over.
  await type(first, other, '34')
  await takeOver(second).click()
  await expect(field(second, other)).toBeEditable()
  await expect(field(second, other)).toHaveValue('34')
  await expect(field(first, cell)).not.toBeEditable()
  await type(second, received('otherOrganization'), '5')
  await expect(field(first, received('otherOrganization'))).toHaveValue('5')

  await takeOver(first).click()
  await expect(field(first, cell)).toBeEditable()
  await type(first, received('researchInstitution'), '6')
  await first.reload()
  await expect(field(first, received('researchInstitution'))).toHaveValue('6')
  const stored = await storedDraft(first, 'shared')
  expect(
    ['naturalPerson', 'commercialEnterprise', 'otherOrganization', 'researchInstitution'].map((column) =>
      stored ? textAt(stored.report.entries, received(column)) : undefined,
    ),
  ).toEqual(['12', '34', '5', '6'])
})

test('a closed tab leaves the draft to the other one', async ({ context }) => {
  const [first, second] = await twoTabs(context)
  await type(first, cell, '7')
  // As a clerk closes it: with the events of leaving, which a driver's own close leaves out in older browsers.
  await first.close({ runBeforeUnload: true })
  await expect(field(second, cell)).toBeEditable()
  await expect(field(second, cell)).toHaveValue('7')
  await expect(takeOver(second)).toHaveCount(0)
})

test('reloading the only tab never says that there is a second one', async ({ context }) => {
  const [first, second] = await twoTabs(context)
  await second.close()
  // Noted from the first moment of each page on, so that a banner that goes by itself is seen, too.
  await first.addInitScript(() => {
    const look = () => {
      if (document.body?.textContent?.includes('正在另一个标签页填写')) Object.assign(window, { said: true })
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  for (let time = 0; time < 5; time++) {
    await first.reload()
    await expect(field(first, cell)).toBeEditable()
    await expect
      .poll(() => first.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name)))
      .toContain('nianbao:draft:shared')
    expect(await first.evaluate(() => 'said' in window)).toBe(false)
  }
})

test('without Web Locks, as on plain-http hosts, the tabs agree by messages', async ({ browser }) => {
  const context = await browser.newContext()
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }))
  const [first, second] = await twoTabs(context)
  await type(first, cell, '12')
  await takeOver(second).click()
  await expect(field(second, cell)).toBeEditable()
  await expect(field(second, cell)).toHaveValue('12')
  await expect(field(first, cell)).not.toBeEditable()
  await second.close()
  await expect(field(first, cell)).toBeEditable()
  await context.close()
})
