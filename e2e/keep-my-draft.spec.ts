import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { killOnce } from '../scripts/kill.mjs'
import { backupText } from '../src/drafts/backup'
import { readBackup } from '../src/drafts/readBackup'
import {
  contentOf,
  draftWith,
  field,
  fullDraft,
  journalledText,
  received,
  restore,
  storedDraft,
  untilSaved,
} from './drafts'

/** A new report, opened at table 3; its id. */
async function begin(page: Page): Promise<string> {
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await page.waitForURL(/report\/[^/]+\/basic/)
  const id = page.url().split('/').at(-2) ?? ''
  await page.goto(`#/report/${id}/requests`)
  await field(page, received('naturalPerson')).waitFor()
  return id
}

/** The actions of a draft in the list. */
async function more(page: Page, title: string) {
  await page.goto('#/')
  await page.getByRole('button', { name: `更多：${title}` }).click()
  return page.getByRole('group', { name: `${title}的操作` })
}

test('what is typed is saved within a second, in both places', async ({ page }) => {
  const id = await begin(page)
  const address = received('naturalPerson')
  // The page's own clock, from the key to the text in storage: a busy driver adds nothing to it.
  await page.evaluate((key) => {
    const times = { took: 0 }
    Object.assign(window, { times })
    let typed = 0
    let value = ''
    document.addEventListener('input', ({ target }) => {
      typed = performance.now()
      value = JSON.stringify((target as HTMLInputElement).value)
      times.took = 0
    })
    const setItem = Storage.prototype.setItem
    Storage.prototype.setItem = function (name, text) {
      setItem.call(this, name, text)
      if (name === key && typed && !times.took && text.includes(`:${value}`))
        times.took = performance.now() - typed
    }
  }, `nianbao:draft:${id}`)
  // A computer that is busy with something else is late now and then, not each time.
  let text = 11
  await expect(async () => {
    text++
    await field(page, address).fill(`${text}`)
    await untilSaved(page, id, address, `${text}`)
    const { took } = await page.evaluate(() => (window as unknown as { times: { took: number } }).times)
    expect(took).toBeGreaterThan(0)
    expect(took).toBeLessThan(1000)
  }).toPass({ timeout: 30_000 })
  await expect.poll(() => journalledText(page, id)).toBe(JSON.stringify(await storedDraft(page, id)))
  await expect(page.getByText(/已自动保存 \d\d:\d\d/)).toBeVisible()
})

test('malformed texts survive leaving at once, reloading and changing the section', { tag: '@file' }, async ({
  page,
}) => {
  await begin(page)
  const typed = {
    naturalPerson: '12a',
    commercialEnterprise: '-1',
    researchInstitution: '882.',
    publicWelfareOrganization: '１，２３０',
    legalServiceInstitution: '/',
  }
  for (const [column, text] of Object.entries(typed)) {
    await field(page, received(column)).click()
    await page.keyboard.type(text)
  }
  // Not a moment to save: the page is gone in the same breath.
  await page.reload()
  // Full-width digits too stay as they were typed; only the totals read them.
  const expectAll = async () => {
    for (const [column, text] of Object.entries(typed))
      await expect(field(page, received(column))).toHaveValue(text)
  }
  await expectAll()
  await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /二/ }).first().click()
  await page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: /三/ }).first().click()
  await expectAll()
})

test('twenty reloads ask nothing and change nothing', async ({ page }) => {
  test.setTimeout(120_000)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
  const id = await begin(page)
  await field(page, received('naturalPerson')).fill('7')
  await untilSaved(page, id, received('naturalPerson'), '7')
  const saved = await storedDraft(page, id)
  for (let time = 0; time < 20; time++) {
    await page.reload()
    await expect(field(page, received('naturalPerson'))).toHaveValue('7')
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  expect(asked).toEqual([])
  expect(await storedDraft(page, id)).toEqual(saved)
})

test('a killed browser loses at most the last second', async ({ baseURL }) => {
  const executablePath = findBrowser()
  if (!executablePath || !baseURL) throw new Error('no browser')
  test.setTimeout(90_000)
  for (let run = 0; run < 2; run++) {
    const result = await killOnce({ executablePath, address: baseURL })
    expect(result).toMatchObject({ damaged: false })
    expect(result.typed).toBeGreaterThan(0)
    expect(result.lostSeconds).toBeLessThanOrEqual(1)
  }
})

test('several drafts side by side, one deleted and brought back', async ({ page }) => {
  const one = draftWith('one', { year: '2021', 'organ.name': '青禾县水务局', other: '甲' })
  const two = draftWith('two', { year: '2021', 'organ.name': '青禾县水务局', other: '乙' })
  const three = draftWith('three', { year: '2020', 'organ.name': '青禾县教育局', other: '丙' })
  await restore(page, [one, two, three])
  await expect(page.getByRole('link', { name: '青禾县水务局', exact: true })).toHaveCount(2)

  const actions = await more(page, '青禾县教育局 2020 年度')
  await actions.getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('已删除“青禾县教育局 2020 年度”')).toBeVisible()
  await expect(page.getByRole('link', { name: '青禾县教育局', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('link', { name: '青禾县教育局', exact: true })).toHaveCount(1)
  for (const draft of [one, two, three]) {
    await expect
      .poll(async () => {
        const stored = await storedDraft(page, draft.id)
        return stored && contentOf(stored.report)
      })
      .toEqual(contentOf(draft.report))
  }
})

test('a deleted draft stays deleted after a reload, and comes back from 回收站 to the letter', async ({
  page,
}) => {
  const draft = fullDraft('gone')
  await restore(page, [draft])
  const actions = await more(page, '青禾县水务局 2021 年度')
  await actions.getByRole('button', { name: '删除' }).click()
  // The line goes once the deletion is stored.
  await expect(page.getByRole('link', { name: '青禾县水务局', exact: true })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('link', { name: '回收站' })).toBeVisible()
  await expect(page.getByRole('link', { name: '青禾县水务局', exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: '回收站' }).click()
  await page.getByRole('button', { name: '恢复：青禾县水务局 2021 年度' }).click()
  await expect.poll(() => storedDraft(page, 'gone')).toBeTruthy()
  await page.reload()
  await page.goto('#/')
  await expect(page.getByRole('link', { name: '青禾县水务局', exact: true })).toHaveCount(1)
  const stored = await storedDraft(page, 'gone')
  expect(stored && contentOf(stored.report)).toEqual(contentOf(draft.report))
})

test('复制 makes a second draft of the same content', async ({ page }) => {
  const draft = fullDraft('source')
  await restore(page, [draft])
  const actions = await more(page, '青禾县水务局 2021 年度')
  await actions.getByRole('button', { name: '复制', exact: true }).click()
  await page.getByRole('link', { name: '打开副本' }).click()
  await page.waitForURL(/report\/(?!source)[^/]+\//)
  const copy = await storedDraft(page, page.url().split('/').at(-2) ?? '')
  expect(copy && contentOf(copy.report)).toEqual(contentOf(draft.report))
})

for (const take of [true, false])
  test(`复制为下一年度 keeps the organ and the prose and no figures, 上年结转 ${take ? 'taken' : 'not taken'}`, async ({
    page,
  }) => {
    const draft = draftWith('source', {
      ...Object.fromEntries(
        Object.entries({ name: '青禾县水务局', kind: 'governmentDepartment', phone: '0371-11111111' }).map(
          ([key, text]) => [`organ.${key}`, text],
        ),
      ),
      year: '2021',
      problems: '问题',
      other: '其他',
      'overview.introduction': '概述',
      'tables.requests.carriedForward.naturalPerson': '3',
      'tables.requests.carriedForward.commercialEnterprise': '0',
      'tables.requests.received.naturalPerson': '9',
    })
    await restore(page, [draft])
    const actions = await more(page, '青禾县水务局 2021 年度')
    await actions.getByRole('button', { name: '复制为下一年度' }).click()
    await expect(actions.getByText('3 件')).toBeVisible()
    await actions.getByRole('button', { name: take ? '填入' : '不填', exact: true }).click()
    await page.waitForURL(/report\/(?!source)[^/]+\//)
    const next = await storedDraft(page, page.url().split('/').at(-2) ?? '')
    const expected = draftWith('next', {
      'organ.name': '青禾县水务局',
      'organ.kind': 'governmentDepartment',
      'organ.phone': '0371-11111111',
      year: '2022',
      problems: '问题',
      other: '其他',
      'overview.introduction': '概述',
      ...(take && {
        'tables.requests.carriedOver.naturalPerson': '3',
        'tables.requests.carriedOver.commercialEnterprise': '0',
      }),
    })
    // Last year's report comes along for comparison, beside the values and not among them.
    const own = next && { ...next.report, notes: { ...next.report.notes, lastYear: undefined } }
    expect(own && contentOf(own)).toEqual(contentOf(expected.report))
    expect(next?.report.notes.lastYear?.entries).toEqual(draft.report.entries)
  })

test('a backup, restored in another browser, is equal to the letter', { tag: '@file' }, async ({
  page,
  browser,
}) => {
  const drafts = [fullDraft('one'), draftWith('two', { year: '２０２１', other: ' 12a\t\r\n“/”\u3000' })]
  await restore(page, drafts)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载全部备份' }).click()
  const file = readFileSync(await (await downloading).path(), 'utf8')

  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  const read = readBackup(file)
  if ('problem' in read) throw new Error(read.problem)
  await restore(elsewhere, read.drafts)
  for (const draft of drafts) {
    const stored = await storedDraft(elsewhere, draft.id)
    expect(stored?.report).toEqual(draft.report)
  }
  // Restored once more where all of it is: nothing is doubled, nothing asked.
  expect(backupText(read.drafts)).toContain('"nianbao-backup"')
  await elsewhere.goto('#/import')
  await elsewhere.getByLabel('选择文件').setInputFiles({
    name: '备份.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  })
  await expect(elsewhere.getByRole('button', { name: /^恢复/ })).toHaveCount(0)
  await other.close()
})
