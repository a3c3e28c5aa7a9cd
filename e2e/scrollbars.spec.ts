import { expect, type Page, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { openDraft } from './openDraft'
import { pages } from './pages'

// The scrollbars of an office computer take their place from the page; the suite's browser hides them.
test.use({
  viewport: { width: 1280, height: 720 },
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] }),
    { scope: 'worker' },
  ],
})

/** What can be scrolled sideways, by its class. */
const wider = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
          !(element instanceof HTMLInputElement),
      )
      .map((element) => `${element.tagName} ${element.className}`),
  )

test('on a small screen with scrollbars nothing has to be scrolled sideways', async ({ page }) => {
  await openDraft(page, filledReport({ 'tables.requests.received.naturalPerson': '99' }), 'basic')
  const sections = ['basic', 'overview', 'proactive', 'requests', 'review', 'problems', 'check', 'export']
  for (const section of sections) {
    await page.goto(page.url().replace(/[^/]+$/, section))
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    if (section === 'export') await expect(page.getByText('— 1 —')).toBeAttached()
    expect([section, ...(await wider(page))]).toEqual([section])
  }
  for (const route of pages) {
    await page.goto(`#/${route}`)
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
    expect([route, ...(await wider(page))]).toEqual([route])
  }
  // A page that is longer than the screen has one.
  await page.goto('#/rules')
  await expect
    .poll(() => page.evaluate(() => window.innerWidth - document.documentElement.clientWidth))
    .toBeGreaterThan(0)
})
