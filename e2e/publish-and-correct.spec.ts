import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enteredCellsOf } from '../src/format/cells'
import { currentEdition } from '../src/format/editions'
import { contentCode, printedCode } from '../src/report/contentCode'
import { textAt } from '../src/report/report'
import { filledReport } from '../src/testing/filledReport'
import { field, received, untilSaved } from './drafts'
import { DRAFT, openDraft } from './openDraft'

const CELL = received('naturalPerson')
const question = (page: Page) => page.getByRole('alertdialog', { name: /已于.*公布/ })
/** What is being typed goes on in the question. */
const waiting = (page: Page) => question(page).getByRole('textbox')

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}
const open = (page: Page, part: RegExp) =>
  page.getByRole('navigation', { name: '年报各部分' }).getByRole('link', { name: part }).click()

test('a report is published, one figure is found wrong, and a correction says what changed and why', async ({
  page,
}) => {
  const report = filledReport({ 'tables.requests.outcome.granted.naturalPerson': '12' })
  await openDraft(page, report, 'export')
  const steps = page.getByRole('list', { name: '定稿、公布、更正' })
  await steps.getByRole('button', { name: '记为今天公布' }).click()
  await expect(page.getByText('公布的这一份已存入“历史版本”。')).toBeVisible()
  await expect(page.getByText('已公布', { exact: true })).toBeVisible()
  // No key takes the publication back unseen.
  await page.keyboard.press('Control+z')
  await expect(question(page)).toContainText('这一步会撤销公布')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await question(page).getByRole('button', { name: '撤销公布', exact: true }).click()
  await expect(page.getByText('已公布', { exact: true })).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+z')
  await question(page).getByRole('button', { name: '不撤销' }).click()
  await expect(question(page)).toHaveCount(0)
  await expect(page.getByText('已公布', { exact: true })).toBeVisible()
  const published = await saved(page, '导出 JSON')

  await open(page, /^二 /)
  const penalties = field(page, 'tables.proactiveDisclosure.administrativePenalties.decisions')
  await penalties.fill('98')
  await expect(waiting(page)).toBeFocused()
  await expect(penalties).toHaveValue('97')
  await question(page).getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(page.getByText('更正版', { exact: true })).toBeVisible()
  await expect(field(page, 'correction.reason')).toBeFocused()
  await field(page, 'correction.reason').fill('行政处罚漏计一件。')
  await field(page, 'correction.requestedBy').fill('区司法局')
  await expect(field(page, 'correction.date')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
  // What was typed before the question is in the copy.
  await open(page, /^二 /)
  await expect(question(page)).toHaveCount(0)
  await expect(penalties).toHaveValue('98')

  await open(page, /^导出/)
  const web = await saved(page, '导出网页')
  expect(web).toContain('附：更正说明')
  expect(web).toContain('行政处罚漏计一件。')
  expect(web).not.toContain('区司法局')
  const row = /<td>1<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/.exec(
    web.slice(web.indexOf('附：更正说明')),
  )
  expect(row?.[1]).toContain('行政处罚')
  expect(row?.slice(2)).toEqual(['97', '98'])
  const file = JSON.parse(await saved(page, '导出 JSON'))
  expect(file.base).toBe(contentCode(report, currentEdition))
  expect(file.correction).toMatchObject({ reason: '行政处罚漏计一件。', requestedBy: '区司法局' })

  // The first version is among the versions of both, to the byte.
  for (const id of [undefined, DRAFT]) {
    if (id) await page.goto(`#/report/${id}/history`)
    else await page.getByRole('link', { name: '历史版本' }).click()
    // It was published, taken back and published again: the newest one is what the site has.
    const version = page.locator('details').filter({ hasText: '公布的版本' }).first()
    await version.locator('summary').click()
    await expect(version).toContainText(printedCode(contentCode(report, currentEdition)))
    expect(await saved(page, '下载这一版的 JSON')).toBe(published)
  }
})

test('送审包 is one print: the marked copy, 审签单, the reasons, and what was mended since the last one', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { prints: 0 })
    window.print = () => {
      Object.assign(window, { prints: (window as unknown as { prints: number }).prints + 1 })
    }
  })
  const prints = () => page.evaluate(() => (window as unknown as { prints: number }).prints)
  const doubtful = filledReport({ 'tables.proactiveDisclosure.regulations.inForce': '5' })
  await openDraft(page, doubtful, 'check')
  await page.getByRole('button', { name: /说明/ }).first().click()
  await page.getByRole('radio').first().check()
  await page
    .getByRole('button', { name: /^(保存|确定)/ })
    .first()
    .click()
  await open(page, /^导出/)
  const paper = page.getByRole('region', { name: '打印预览' })
  // On paper the reasons go with the report from the start.
  await expect(paper).toContainText('附：数据审核说明')
  await page.getByRole('button', { name: '送审包' }).click()
  await expect.poll(prints).toBe(1)
  for (const part of ['审签单', '附：数据审核说明', '草稿']) await expect(paper).toContainText(part)
  await expect(paper).not.toContainText('附：修改对照')
  const rows = await paper
    .locator('tr')
    .filter({ hasText: /拟稿人|保密审查|签发/ })
    .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  const sheet = await paper
    .locator('article')
    .first()
    .evaluate((own) => own.getBoundingClientRect().width)
  // The preview is scaled; A4 is 210 mm wide.
  for (const height of rows) expect((height / sheet) * 210).toBeGreaterThanOrEqual(15)
  expect(rows).toHaveLength(3)

  await open(page, /^六/)
  await page.getByRole('textbox', { name: '其他需要报告的事项' }).fill('本年度未收取信息处理费。新增一句。')
  await open(page, /^导出/)
  await page.getByRole('button', { name: '送审包' }).click()
  await expect.poll(prints).toBe(2)
  await expect(paper).toContainText('附：修改对照')
  await expect(paper).toContainText('新增一句。')
  await page.getByRole('button', { name: '改印定稿' }).click()
  await expect(paper).not.toContainText('审签单')
  await expect(paper.getByText('草稿', { exact: true })).toHaveCount(0)
  // The page for the public has the reasons only when asked for.
  await expect(paper).toContainText('附：数据审核说明')
  expect(await saved(page, '导出网页')).not.toContain('附：数据审核说明')
})

test('the published report itself is changed after one question, and its published state is kept', async ({
  page,
}) => {
  await openDraft(page, filledReport({ publishedAt: '2022-01-20' }), 'requests')
  for (const hash of ['#/', `#/report/${DRAFT}/requests`]) await page.goto(hash)
  await field(page, CELL).click()
  await page.keyboard.type('2')
  await expect(waiting(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question(page)).toHaveCount(0)
  await expect(field(page, CELL)).toBeFocused()
  await expect(field(page, CELL)).toHaveValue('22')
  await page.keyboard.type('2')
  await expect(waiting(page)).toHaveValue('2')
  // What waits is there again, whatever way led away from it.
  const requests = `#/report/${DRAFT}/requests`
  for (const leave of [
    () => page.getByRole('link', { name: '我的年报', exact: true }).click(),
    () => page.goBack(),
    () => page.evaluate(() => history.back()),
  ]) {
    await leave()
    await expect(question(page)).toHaveCount(0)
    for (const hash of ['#/', '#/help', requests]) await page.goto(hash)
    await expect(waiting(page)).toHaveValue('2')
  }
  await page.reload()
  await expect(waiting(page)).toHaveValue('2')
  await expect(field(page, CELL)).toHaveValue('22')
  await question(page).getByRole('button', { name: '仍在此修改' }).click()
  await expect(field(page, CELL)).toBeFocused()
  await expect(field(page, CELL)).toHaveValue('2')
  await page.reload()
  await field(page, CELL).fill('24')
  await expect(field(page, CELL)).toHaveValue('24')
  await expect(question(page)).toHaveCount(0)
  await page.getByRole('link', { name: '历史版本' }).click()
  await expect(page.getByText('公布的版本')).toHaveCount(1)
  // A correction of it corrects what the public has seen.
  await page.goto(`#/report/${DRAFT}/export`)
  const steps = page.getByRole('list', { name: '定稿、公布、更正' })
  await expect(steps).toContainText('公布以后在这里改动过，与公布的版本不同')
  await steps.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await open(page, /导出/)
  const code = contentCode(filledReport({ publishedAt: '2022-01-20' }), currentEdition)
  await expect(steps).toContainText(`本稿更正内容码 ${printedCode(code)} 的版本`)
})

test('words that are composed, typed on and pasted while the question comes and stands are neither lost nor doubled', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDraft(page, filledReport({ publishedAt: '2022-01-20', problems: '原文。' }), 'problems')
  const problems = field(page, 'problems')
  await problems.click()
  await page.keyboard.press('Control+End')
  const ime = await context.newCDPSession(page)
  const compose = async (steps: string[], word: string) => {
    for (const text of steps)
      await ime.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await ime.send('Input.insertText', { text: word })
  }
  await compose(['n', 'ni', 'nihao'], '你好')
  await expect(waiting(page)).toBeFocused()
  await expect(waiting(page)).toHaveValue('原文。你好')
  await compose(['z', 'zai', 'zaijian'], '再见')
  await page.keyboard.type('12')
  await page.evaluate(() => navigator.clipboard.writeText('粘贴'))
  await page.keyboard.press('Control+V')
  await expect(waiting(page)).toHaveValue('原文。你好再见12粘贴')
  await expect(problems).toHaveValue('原文。')
  await question(page).getByRole('button', { name: '仍在此修改' }).click()
  await expect(problems).toHaveValue('原文。你好再见12粘贴')
  await untilSaved(page, DRAFT, 'problems', '原文。你好再见12粘贴')
})

test('a tab that another one takes over asks no longer, and changes nothing', async ({ page, context }) => {
  await openDraft(page, filledReport({ publishedAt: '2022-01-20' }), 'requests')
  await field(page, CELL).click()
  await page.keyboard.type('2')
  await expect(waiting(page)).toBeFocused()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: '在此编辑' }).click()
  await expect(field(other, CELL)).toBeEditable()
  await expect(page.getByRole('button', { name: '在此编辑' })).toBeVisible()
  await expect(question(page)).toHaveCount(0)
  await expect(field(page, CELL)).toHaveValue('22')
  // What waited is asked for where the report is written now.
  await expect(waiting(other)).toHaveValue('2')
})

test('a date and a text that is dragged wait whole, each is named, and a correction of an old version leaves them', async ({
  page,
}) => {
  await openDraft(
    page,
    filledReport({ deadline: '2022-03-31', other: '未收取信息处理费，没有其他。' }),
    'export',
  )
  await page.getByRole('button', { name: '记为今天公布' }).click()
  await expect(page.getByText('公布的这一份已存入“历史版本”。')).toBeVisible()
  await open(page, /^基本信息/)
  // Each key makes a date; none of them is asked for before the field is left.
  const deadline = field(page, 'deadline')
  await deadline.focus()
  await page.keyboard.type('11302023', { delay: 20 })
  await expect(question(page)).toHaveCount(0)
  await deadline.blur()
  await expect(question(page)).toContainText('等着写入的是公布期限')
  await expect(deadline).toHaveValue('2022-03-31')

  await open(page, /^六/)
  const other = field(page, 'other')
  await other.evaluate((own: HTMLTextAreaElement) => {
    own.focus()
    own.setSelectionRange(3, 5)
  })
  const at = (character: number) =>
    other.evaluate((own, index) => {
      const { fontSize, paddingLeft, paddingTop } = getComputedStyle(own)
      const box = own.getBoundingClientRect()
      const size = Number.parseFloat(fontSize)
      const x = box.x + own.clientLeft + Number.parseFloat(paddingLeft) + size * index
      return { x, y: box.y + own.clientTop + Number.parseFloat(paddingTop) + size * 0.7 }
    }, character)
  const [from, to] = [await at(4), await at(12)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 1, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
  await expect(waiting(page)).toHaveValue(/^未收取处理费，.*信息/)
  await expect(other).toHaveValue('未收取信息处理费，没有其他。')
  const dragged = await waiting(page).inputValue()
  await expect(question(page)).toContainText('等着写入的是公布期限、第六部分')
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }

  await page.getByRole('link', { name: '历史版本' }).click()
  const version = page.locator('details').filter({ hasText: '公布的版本' })
  await version.locator('summary').click()
  await version.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(question(page)).toHaveCount(0)
  await page.goto(`#/report/${DRAFT}/other`)
  await expect(waiting(page)).toHaveValue(dragged)
  await question(page).getByRole('button', { name: '仍在此修改' }).click()
  await untilSaved(page, DRAFT, 'other', dragged)
  await untilSaved(page, DRAFT, 'deadline', '2023-11-30')
})

test('dates of publication and correction that have not come are said, and nothing counts as published', async ({
  page,
}) => {
  const ahead = filledReport({ publishedAt: '2099-01-20', 'correction.date': '2099-03-01' })
  await openDraft(page, { ...ahead, notes: { ...ahead.notes, base: 'a'.repeat(64) } }, 'export')
  const steps = page.getByRole('list', { name: '定稿、公布、更正' })
  await expect(steps).toContainText('公布日期填的是2099 年 1 月 20 日，还没有到')
  await expect(steps).toContainText('更正日期填的是2099 年 3 月 1 日，还没有到')
  await expect(page.getByText('已公布', { exact: true })).toHaveCount(0)
})

test('a correction can be made of a published report whatever its findings', async ({ page }) => {
  await openDraft(page, filledReport({ publishedAt: '2022-01-20', [CELL]: '12a' }), 'export')
  await page.getByRole('button', { name: '复制为更正版' }).click()
  await expect(page).toHaveURL(/#\/report\/(?!testdraft001)[\w-]+\/basic$/)
  await expect(page.getByText('更正版', { exact: true })).toBeVisible()
})

test('whoever signs 审签单 has the whole reason of a correction, and signs and seals on one page', async ({
  page,
}) => {
  const name = '某省某市某自治县高新技术产业开发区与综合保税区管理委员会行政审批和政务服务管理局'
  const long = filledReport({ publishedAt: '2022-01-20', 'organ.name': name })
  await openDraft(page, long, 'export')
  await page.getByRole('button', { name: '复制为更正版' }).click()
  const sheets = page.getByRole('region', { name: '打印预览' }).locator('article')
  const signed = sheets.filter({ hasText: '单位盖章' })
  // Some lines stand on the sheet itself; what no page holds goes before the rows to sign in.
  for (const [times, onTheSheet] of [
    [12, true],
    [312, false],
  ] as const) {
    await field(page, 'correction.reason').fill(`${'行政处罚漏计一件，已与台账核对。'.repeat(times)}完。`)
    await field(page, 'correction.requestedBy').fill('区司法局')
    await open(page, /^导出/)
    // Beside the paper the beginning of the reason is enough; the rest is a click away.
    const steps = page.getByRole('list', { name: '定稿、公布、更正' })
    await expect(steps).toContainText('原因：行政处罚漏计一件')
    expect((await steps.boundingBox())?.height).toBeLessThan(300)
    await steps.getByText(/^全文（\d+ 字）$/).click()
    await expect(steps.getByText(/已与台账核对。完。$/)).toBeVisible()
    await page.getByRole('checkbox', { name: /审签单/ }).check()
    await expect(signed).toHaveCount(1)
    await expect(signed).toContainText('拟稿人')
    await expect(sheets.filter({ hasText: '已与台账核对。完。' })).toHaveCount(2)
    await expect(
      sheets.filter({ hasText: '已与台账核对。完。' }).filter({ hasText: '单位盖章' }),
    ).toHaveCount(onTheSheet ? 1 : 0)
    // What is signed and sealed says what it is.
    for (const text of ['审签单', name, '区司法局', /内容码\s*[A-Z2-7]{4}-/])
      await expect(signed).toContainText(text)
    await open(page, /^基本信息/)
  }
})

test('the metadata that a site asks for is on the web page, whose tables scroll in their box on a small screen', async ({
  page,
}) => {
  await openDraft(page, filledReport(), 'export')
  await page.getByText('网页信息（可不填）').click()
  await field(page, 'page.index').fill('000014349/2022-00001')
  await field(page, 'page.date').fill('2022-01-20')
  const web = await saved(page, '导出网页')
  expect(web).toContain('<dt>索引号</dt><dd>000014349/2022-00001</dd>')
  await page.goto('about:blank')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.setContent(web)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const box = page.locator('.web-scroll').first()
  expect(await box.evaluate((own) => own.scrollWidth > own.clientWidth)).toBe(true)
  const hint = () => box.evaluate((own) => getComputedStyle(own, '::before').content)
  expect(await hint()).toContain('左右滑动')
  // No label of the form is broken inside its words: （三） stands over 不予公开.
  const lines = await page.locator('th[scope="rowgroup"]').evaluateAll((heads) =>
    heads.flatMap((head) =>
      [...head.childNodes].flatMap((node) => {
        if (!/^(不予公开|无法提供|不予处理|其他处理)$/.test(node.textContent ?? '')) return []
        const range = document.createRange()
        range.selectNode(node)
        return [range.getClientRects().length]
      }),
    ),
  )
  expect(lines).toEqual([1, 1, 1, 1])
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await hint()).toBe('none')
})

test('figures of seven digits and their totals are as large on the web page as others, each within its cell', async ({
  page,
}) => {
  const cells = enteredCellsOf(currentEdition).map(({ address }) => [address, '1234567'])
  await openDraft(page, filledReport(Object.fromEntries(cells)), 'export')
  const web = await saved(page, '导出网页')
  await page.goto('about:blank')
  await page.setContent(web)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    const figures = await page.locator('td').evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        const spare = cell.getBoundingClientRect().width - range.getBoundingClientRect().width
        return { size: Number.parseFloat(getComputedStyle(cell).fontSize), spare }
      }),
    )
    expect(figures).toHaveLength(200)
    expect(Math.min(...figures.map(({ size }) => size))).toBeGreaterThanOrEqual(12)
    expect(Math.min(...figures.map(({ spare }) => spare))).toBeGreaterThanOrEqual(3)
  }
})

test('the file for the level above is named, and a backup says that it is done with what was just typed', async ({
  page,
}) => {
  await openDraft(page, filledReport(), 'requests')
  await field(page, CELL).fill('21')
  // What was saved at the moment of the press; links of the prose are written a little later.
  const [download, stored] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载备份', exact: true }).evaluate((button, key) => {
      ;(button as HTMLButtonElement).click()
      return JSON.parse(localStorage.getItem(key) ?? 'null')
    }, `nianbao:draft:${DRAFT}`),
  ])
  const backup = JSON.parse(readFileSync(await download.path(), 'utf8'))
  await expect(page.getByText(/^已下载“示例区人民政府_2021年_备份\.json”/)).toBeVisible()
  await expect(page.getByText(/^上次备份 \d+月\d+日 \d\d:\d\d$/)).toBeVisible()
  expect(backup.drafts[0]).toMatchObject({ revision: stored.revision, savedAt: stored.savedAt })
  expect(textAt(backup.drafts[0].report.entries, CELL)).toBe('21')

  await open(page, /^导出/)
  const handed = JSON.parse(await saved(page, '交给上级'))
  expect(handed.format).toBe('nianbao')
  await expect(page.getByText('示例区人民政府_2021年政府信息公开工作年度报告_草稿.json”')).toBeVisible()
})

test('the example is marked in the list and in the head, and offered as nobody’s last year', async ({
  page,
}) => {
  await page.goto('#/')
  await page.getByRole('button', { name: '载入示例' }).click()
  await expect(page.getByRole('banner').getByText('示例', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: '我的年报', exact: true }).click()
  await expect(
    page.getByRole('rowheader', { name: /云汀县/ }).getByText('示例', { exact: true }),
  ).toBeVisible()
  await page.getByRole('button', { name: '新建年报' }).click()
  await field(page, 'year').fill('2025')
  await expect(page.getByRole('heading', { name: /上年/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /云汀县/ })).toHaveCount(0)
})
