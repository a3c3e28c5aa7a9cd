import { rmSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { backupText } from '../src/drafts/backup'
import { draftText } from '../src/drafts/draft'
import { draftKey } from '../src/drafts/shelf'
import { draftWith, field, fullDraft, received, storedDraft } from './drafts'
import { kept, laterBuild, type Site, startSite } from './site'

const cell = received('naturalPerson')
const routes = [
  '#/',
  '#/import',
  '#/help',
  '#/rules',
  '#/about',
  '#/archive',
  '#/trash',
  ...['basic', 'requests', 'overview', 'check', 'export', 'history'].map(
    (section) => `#/report/one/${section}`,
  ),
]

let site: Site
let next: string
test.beforeAll(() => {
  next = laterBuild()
})
test.afterAll(() => rmSync(next, { recursive: true, force: true }))
test.beforeEach(async () => {
  site = await startSite()
})
test.afterEach(() => site.stop())

const texts = { year: '2021', 'organ.name': '青禾县水务局', [cell]: '12' }

/** A browser that has a report; `anew` puts it back as it was at each start. */
const withReport = (page: Page, anew = false) =>
  page.addInitScript(
    ([key, text, always]) => {
      if (always) {
        localStorage.clear()
        indexedDB.deleteDatabase('nianbao')
      }
      if (!localStorage.getItem(key)) localStorage.setItem(key, text)
    },
    [draftKey('one'), draftText(draftWith('one', texts)), anew] as const,
  )

/** A page of the earlier build. */
async function openBefore(page: Page, route: string) {
  site.serve(site.folder)
  // Loaded once: by its hash alone it would be the document that is open already.
  if (page.url().startsWith(site.address)) {
    await page.evaluate((hash) => history.replaceState(null, '', hash), route)
    await page.reload()
  } else await page.goto(site.address + route)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  // On the pages of a report the way through the findings shows that the rules have come and looked.
  if (route.startsWith('#/report/'))
    await expect(page.getByRole('button', { name: /下一处/ }).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}

const again = (page: Page) => page.getByRole('button', { name: '重新打开' })

/** What a clerk may never see, whatever was clicked: a wait without an end, a browser's own words, an empty page. */
async function expectNoDeadEnd(page: Page) {
  if (site.missed.length) await expect(again(page).first()).toBeVisible()
  await expect(page.locator('#root')).toContainText(/[一-龥]{4}/)
  await expect(page.locator('#root')).not.toContainText(
    /正在识别|正在核对|正在生成|Failed to fetch|TypeError|imported module/,
  )
}

/** Every button and link of the page, by its place. Files that are chosen on the disk have tests of their own. */
const actionsOf = (page: Page): Locator => page.locator('button:enabled, a[href^="#/"], summary')

/** What stands around all pages, and around all pages of a report, is tried on the first of them. */
const withFrame = ['#/', '#/report/one/basic']

/**
 * The places to try: of the same kind one, a line of a table like another, a sentence with another number. Beside a page
 * without its frame only what is its own.
 */
async function placesOf(page: Page, route: string): Promise<number[]> {
  const kinds = await actionsOf(page).evaluateAll((all) =>
    all.map((each) => {
      const kind = each.matches('summary, table *')
        ? `${each.tagName} ${each.className}`
        : (each as HTMLElement).innerText.replace(/\d+/g, '')
      return { kind, own: each.closest('main') !== null && each.closest('[data-page-bar]') === null }
    }),
  )
  const framed = withFrame.includes(route)
  const places = new Map<string, number>()
  for (const [place, { kind, own }] of kinds.entries()) if (own || framed) places.set(kind, place)
  return [...places.values()]
}

/** Resolves when what the page has asked for has come, or has not. */
function watchRequests(page: Page) {
  let open = 0
  page.on('request', () => open++)
  page.on('requestfinished', () => open--)
  page.on('requestfailed', () => open--)
  return async () => {
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    await expect.poll(() => open).toBe(0)
  }
}

test.describe('without a service worker', () => {
  for (const route of routes) {
    test(`every action of ${route} works or offers to open again`, async ({ page }) => {
      test.setTimeout(240_000)
      page.on('dialog', (dialog) => dialog.accept())
      await page.addInitScript(() => {
        window.print = () => undefined
        delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker
      })
      await withReport(page, true)
      const settled = watchRequests(page)
      await openBefore(page, route)
      const places = await placesOf(page, route)
      const all = await actionsOf(page).count()
      let tried = 0
      for (const at of places) {
        await expect(actionsOf(page)).toHaveCount(all)
        const action = actionsOf(page).nth(at)
        // Folded away, or shown to the keyboard alone.
        if (!(await action.isVisible())) continue
        site.missed.length = 0
        site.serve(next)
        await action.dispatchEvent('click')
        tried++
        await settled()
        await expectNoDeadEnd(page)
        await openBefore(page, route)
      }
      expect(tried).toBeGreaterThan(0)
    })
  }

  test('what was typed just before is there when the page is open again', async ({ page }) => {
    await withReport(page)
    await openBefore(page, '#/report/one/requests')
    site.serve(next)
    await field(page, cell).click()
    await page.keyboard.type('34')
    // By its address: where the rules had not come yet, the bar that says so lies over the link.
    await page.evaluate(() => {
      window.location.hash = '#/report/one/history'
    })
    await again(page).first().click()
    await expect(page.locator('body[data-build="next"]')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1, name: '历史版本' })).toBeVisible()
    await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /^三/ }).click()
    await expect(field(page, cell)).toHaveValue('34')
    expect((await storedDraft(page, 'one'))?.revision).toBeGreaterThan(1)
  })

  test('a file that cannot be read for want of its reader says so, and a pasted text is kept', async ({
    page,
  }) => {
    await openBefore(page, '#/import')
    site.serve(next)
    const backup = backupText([fullDraft('two')])
    await page.getByLabel('选择文件').setInputFiles({
      name: '备份.json',
      mimeType: 'application/json',
      buffer: Buffer.from(backup),
    })
    await expect(page.getByText('没有完成：程序的文件可能已更新')).toBeVisible()
    await page.getByLabel('粘贴年报内容').fill('青禾县水务局 2021 年政府信息公开工作年度报告')
    await page.getByRole('button', { name: '识别' }).click()
    await expect(page.getByText('正在识别')).toHaveCount(0)
    await again(page).click()
    await expect(page.locator('body[data-build="next"]')).toHaveCount(1)
    await expect(page.getByLabel('粘贴年报内容')).toHaveValue('青禾县水务局 2021 年政府信息公开工作年度报告')
  })

  for (const name of ['导出 Word', '导出网页', '导出 Excel', '导出 JSON', '复制为网页内容']) {
    test(`${name} says in its place why nothing came`, async ({ page }) => {
      await withReport(page)
      await openBefore(page, '#/report/one/export')
      site.serve(next)
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('alert').filter({ hasText: '没有生成' })).toContainText(
        '程序的文件可能已更新',
      )
      await expect(again(page)).toBeVisible()
    })
  }

  test('清除本机全部数据 says that it was not done', async ({ page }) => {
    await withReport(page)
    await openBefore(page, '#/about')
    site.serve(next)
    await page.getByRole('button', { name: '清除本机全部数据' }).click()
    await page.getByRole('button', { name: '确定清除' }).click()
    await expect(page.getByText('没有完成：程序的文件可能已更新')).toBeVisible()
    expect(await storedDraft(page, 'one')).not.toBeNull()
  })

  test('where nothing can be stored, opening again asks for a backup first', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    })
    site.serve(site.folder)
    await page.goto(site.address)
    await page.getByRole('button', { name: '新建年报' }).first().click()
    await expect(page.getByLabel('机关名称')).toBeVisible()
    site.serve(next)
    await page.getByLabel('机关名称').fill('青禾县水务局')
    await page.getByRole('link', { name: '历史版本' }).click()
    // The program's own notice may offer the same beside the page that could not be fetched.
    await page.locator('#main').getByRole('button', { name: '重新打开' }).click()
    await expect(page.getByText('没有存下最近的修改，请先下载备份')).toBeVisible()
    await expect(page.locator('body[data-build="next"]')).toHaveCount(0)
  })
})

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('an open page of the earlier build goes on with its own files', async ({ page }) => {
    test.setTimeout(120_000)
    await withReport(page)
    await openBefore(page, '#/report/one/requests')
    await kept(page)
    site.serve(next)
    site.missed.length = 0
    await field(page, cell).click()
    await page.keyboard.type('34')
    for (const route of routes) {
      await page.goto(site.address + route)
      await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
    }
    await page.goto(`${site.address}#/report/one/export`)
    for (const name of ['导出 Word', '导出网页', '导出 Excel', '导出 JSON']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).click()
      await download
    }
    await page.goto(`${site.address}#/import`)
    await page.getByLabel('粘贴年报内容').fill('青禾县水务局 2021 年政府信息公开工作年度报告')
    await page.getByRole('button', { name: '识别' }).click()
    await expect(page.getByText('正在识别')).toHaveCount(0)
    await expect(again(page)).toHaveCount(0)
    expect(site.missed).toEqual([])
    await page.goto(`${site.address}#/report/one/requests`)
    await expect(field(page, cell)).toHaveValue('34')
  })
})
