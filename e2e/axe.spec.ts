import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { currentEdition } from '../src/format/editions'
import { blankReport, type Report } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { layouts } from '../src/testing/published/layouts'
import { randomOf } from '../src/testing/published/random'
import { publishedReport } from '../src/testing/published/report'
import { openDraft } from './openDraft'
import { pages } from './pages'

// axe measures every text against its ground: long pages take their time.
test.describe.configure({ timeout: 120_000 })

/** What axe finds on the page as it stands, in one line each. */
async function violations(page: Page, skip: string[]): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).disableRules(skip).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`))
}

async function expectClean(page: Page, skip: string[] = []) {
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await violations(page, skip)).toEqual([])
}

for (const route of pages)
  test(`axe finds nothing on #/${route}`, async ({ page }) => {
    await page.goto(`#/${route}`)
    await expectClean(page)
  })

test('axe finds nothing on the register with drafts in it', async ({ page }) => {
  await openDraft(page, filledReport(), 'basic')
  await page.goto('#/')
  await expect(page.getByText('示例区人民政府').first()).toBeVisible()
  await expect(page.getByText('本机存储')).toBeVisible()
  await expectClean(page)
  await page.getByRole('link', { name: '归档到文件' }).click()
  await page.getByRole('checkbox').last().check()
  await expectClean(page)
  await page.getByRole('button', { name: /^下载归档文件/ }).click()
  await expectClean(page)
})

test('axe finds nothing on the preview of a recognised report', async ({ page }) => {
  const random = randomOf(3)
  const layout = layouts['tabs, shifted by stubs']?.(publishedReport(random), random)
  await page.goto('#/import')
  await page.getByLabel('粘贴年报内容').fill(layout?.content ?? '')
  await page.getByRole('button', { name: '识别' }).click()
  await expect(page.getByRole('button', { name: '导入为新年报' })).toBeVisible()
  await expectClean(page)
})

test('axe finds nothing on what opens beside a report: guidance, reasons, keys, finding and replacing', async ({
  page,
}) => {
  const doubtful = filledReport({ 'tables.proactiveDisclosure.regulations.inForce': '5' })
  await openDraft(page, doubtful, 'check')
  await page.getByRole('button', { name: /说明/ }).first().click()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expectClean(page)
  await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^二 / }).click()
  await page.getByRole('button', { name: '规章，填报口径' }).click()
  await page.getByRole('button', { name: '快捷键' }).click()
  await expectClean(page)
  await page.getByRole('button', { name: '查找' }).click()
  await expectClean(page)
})

/** Reports on the pages where they look different: as they are begun, corrected and handed in; every page is among them. */
const reports: { name: string; report: Report; pages: string[]; skip?: string[] }[] = [
  {
    name: 'an empty report',
    report: blankReport(currentEdition),
    pages: ['basic', 'overview', 'requests', 'other', 'check', 'export'],
    // It has no colour that the others lack, and measuring them is most of the work.
    skip: ['color-contrast'],
  },
  { name: 'a finished report', report: filledReport(), pages: ['requests', 'check', 'export', 'history'] },
  {
    name: 'a faulty report',
    pages: ['basic', 'overview', 'proactive', 'requests', 'review', 'problems', 'check'],
    report: filledReport({
      year: '2019',
      problems: '',
      'tables.proactiveDisclosure.administrativeFees.amount': '882元',
      'tables.requests.received.naturalPerson': '12a',
      'tables.requests.outcome.granted.commercialEnterprise': '3',
      'tables.requests.outcome.granted.otherOrganization': '',
      'tables.reviewAndLitigation.litigationDirect.upheld': '-1',
    }),
  },
]

for (const { name, report, pages, skip } of reports)
  for (const section of pages)
    test(`axe finds nothing on ${section} of ${name}`, async ({ page }) => {
      // 核对 has been opened, so that everything may show beside its place.
      await openDraft(page, report, 'check')
      await expect(page.locator('[role="status"][data-blocking]')).toBeVisible()
      await page.evaluate((key) => {
        window.location.hash = window.location.hash.replace(/[^/]+$/, key)
      }, section)
      await expect(page).toHaveURL(new RegExp(`/${section}$`))
      await expectClean(page, skip)
    })
