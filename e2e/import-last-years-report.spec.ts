import { expect, type Page, test } from '@playwright/test'
import { cellsOf } from '../src/format/cells'
import { edition2021 } from '../src/format/edition2021/edition'
import { layouts } from '../src/testing/published/layouts'
import { randomOf } from '../src/testing/published/random'
import { publishedReport } from '../src/testing/published/report'

const made = (name: string, seed: number) => {
  const random = randomOf(seed)
  const report = publishedReport(random)
  const build = layouts[name]
  if (!build) throw new Error(name)
  return { report, layout: build(report, random) }
}

/** All figures of the preview by address. */
const previewed = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('[data-cell]')
    .evaluateAll((elements) =>
      Object.fromEntries(
        elements.map((element) => [
          element.getAttribute('data-cell') ?? '',
          element.getAttribute('data-value') ?? '',
        ]),
      ),
    )

test('a report pasted as text becomes a new draft, every figure in its cell', async ({ page }) => {
  const { report, layout } = made('tabs, shifted by stubs', 3)
  await page.goto('#/import')
  await page.getByLabel('粘贴年报内容').fill(layout.content)
  await page.getByRole('button', { name: '识别' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${report.organ} ${report.year} 年度`)
  expect(await previewed(page)).toEqual(Object.fromEntries(layout.figures))

  await page.getByRole('button', { name: '导入为新年报' }).click()
  await expect(page).toHaveURL(/#\/report\/[\w-]+\/basic/)
  await page.goto(page.url().replace('/basic', '/requests'))
  for (const cell of cellsOf(edition2021)) {
    if (cell.section.key !== 'requests' || cell.parts) continue
    await expect(page.locator(`[id="${cell.address}"]`)).toHaveValue(layout.figures.get(cell.address) ?? '')
  }
  await page.goto(page.url().replace('/requests', '/problems'))
  await expect(page.locator('[id="problems"]')).toHaveValue(report.texts.get('problems')?.join('\n') ?? '')
})

test('figures and totals of five digits fit the preview, at the sizes of office screens', async ({
  page,
}) => {
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const row = (label: string, figures: number[]) => [label, ...figures].join('\t')
  const received = [30211, 12087, 10758, 12849, 13750, 13519]
  const text = [
    '三、收到和处理政府信息公开申请情况',
    row('', []) + columns.join('\t'),
    row('一、本年新收政府信息公开申请数量', [...received, 93175]),
    row('（一）予以公开', [...received, 93174]),
    row('（七）总计', [...received, 93174]),
  ].join('\n')
  await page.goto('#/import')
  await page.getByLabel('粘贴年报内容').fill(text)
  await page.getByRole('button', { name: '识别' }).click()
  await page.getByRole('tab', { name: /^三/ }).click()
  const table = page.getByRole('tabpanel').locator('table').first()
  await expect(table.getByText('来文 93175')).toBeVisible()
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    const over = (of: Element) => of.scrollWidth - of.clientWidth
    expect(await page.getByRole('tabpanel').evaluate(over)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(
      await table
        .locator('td')
        .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length),
    ).toBe(0)
  }
})

test('a web page with scripts is read from its file; nothing runs and nothing is loaded', async ({
  page,
}) => {
  const { layout } = made('web page, laid out by tables', 5)
  const requests: string[] = []
  await page.goto('#/import')
  page.on('request', (request) => requests.push(request.url()))
  const hostile = layout.content.replace(
    '<body>',
    '<body><img src="https://example.invalid/x.png" onerror="document.title=\'ran\'"><script>document.title="ran"</script>',
  )
  await page.getByLabel('选择文件').setInputFiles({
    name: '年报.html',
    mimeType: 'text/html',
    buffer: Buffer.from(hostile),
  })
  await expect(page.getByText('预览，还没有写入任何年报')).toBeVisible()
  expect(await previewed(page)).toEqual(Object.fromEntries(layout.figures))
  expect(await page.title()).not.toBe('ran')
  expect(requests.filter((url) => url.includes('example.invalid'))).toEqual([])
})

test('an undivided 其他处理 waits for the clerk to say which row it is', async ({ page }) => {
  const { layout } = made('one cell on a line, one row 其他处理', 4)
  await page.goto('#/import')
  await page.getByLabel('粘贴年报内容').fill(layout.content)
  await page.getByRole('button', { name: '识别' }).click()
  const item = page.locator('[data-unplaced]').filter({ hasText: '其他处理' })
  await expect(item).toBeVisible()
  const cell = page.locator('[data-cell="tables.requests.outcome.other.other.naturalPerson"]')
  await expect(cell).toHaveCount(0)
  await item.getByRole('button', { name: '归入 3.其他' }).click()
  await expect(cell).toHaveCount(1)
  await expect(item).toHaveCount(0)
})

test('a click on a figure in the source shows its cell, and the other way round', async ({ page }) => {
  const { layout } = made('web page', 6)
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name: '年报.html',
    mimeType: 'text/html',
    buffer: Buffer.from(layout.content),
  })
  const address = 'tables.requests.outcome.denied.thirdPartyRights.naturalPerson'
  const inSource = page.locator(`[data-source="${address}"]`)
  const inResult = page.locator(`[data-cell="${address}"]`)
  await inSource.click()
  await expect(inResult).toBeVisible()
  await expect(inResult).toHaveAttribute('data-selected', '')
  await page.getByLabel('三（三）5.属于三类内部事务信息，自然人').focus()
  await expect(inSource).not.toHaveAttribute('data-selected', '')
})

test('files dropped anywhere on 导入 are read like chosen ones; a dropped text leaves the page as it is', async ({
  page,
}) => {
  const [first, second] = [made('web page', 7), made('markdown', 8)]
  await page.goto('#/import')
  await expect(page.getByLabel('选择文件')).toBeAttached()
  /** Drags over the page, then drops; whether the page has taken the drop upon itself. */
  const drop = (files: { name: string; type: string; content: string }[], text = '') =>
    page.evaluate(
      ([given, words]) => {
        const dataTransfer = new DataTransfer()
        for (const { name, type, content } of given)
          dataTransfer.items.add(new File([content], name, { type }))
        if (words) dataTransfer.setData('text/plain', words)
        const send = (kind: string) =>
          !document
            .querySelector('h1')
            ?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }))
        // A drop comes only where the drag was accepted.
        return send('dragover') && send('drop')
      },
      [files, text] as const,
    )
  expect(await drop([], '一段文字')).toBe(false)
  await expect(page.getByRole('heading', { name: '识别结果' })).toHaveCount(0)

  const taken = await drop([
    { name: '甲.html', type: 'text/html', content: first.layout.content },
    { name: '乙.md', type: 'text/markdown', content: second.layout.content },
  ])
  expect(taken, 'a browser left to itself would leave the page to show the file').toBe(true)
  await expect(page.getByText('识别 200 个数据')).toHaveCount(2)
  await expect(page).toHaveURL(/#\/import$/)
  // Nothing is written before it is confirmed.
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nianbao:draft:'))),
  ).toEqual([])
})

test('several files give a list with a verdict each', async ({ page }) => {
  const [first, second] = [made('web page', 7), made('markdown', 8)]
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles([
    { name: '甲.html', mimeType: 'text/html', buffer: Buffer.from(first.layout.content) },
    { name: '乙.md', mimeType: 'text/markdown', buffer: Buffer.from(second.layout.content) },
    {
      name: '丙.doc',
      mimeType: 'application/msword',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    },
  ])
  await expect(page.getByText('识别 200 个数据')).toHaveCount(2)
  await expect(page.getByRole('alert')).toContainText('另存为 .docx')
  await page.getByRole('button', { name: '全部导入' }).click()
  await expect(page).toHaveURL(/#\/$/)
  await expect(page.getByText(first.report.organ).first()).toBeVisible()
})

test('a recognised report serves as last year’s data, and can be merged with one undo', async ({ page }) => {
  const { layout } = made('web page', 9)
  await page.goto('#/')
  await page.getByRole('button', { name: '新建年报' }).first().click()
  await expect(page).toHaveURL(/basic/)
  const draft = page.url()
  await page.getByLabel('机关名称').fill('示例区司法局')
  await expect(page.getByText(/已自动保存/)).toBeVisible()
  await page.goto('#/import')
  await page.getByLabel('选择文件').setInputFiles({
    name: '上年.html',
    mimeType: 'text/html',
    buffer: Buffer.from(layout.content),
  })
  await page.getByRole('button', { name: '用到已有年报' }).click()
  await expect(page.getByText('机关不同：')).toBeVisible()
  await page.getByRole('button', { name: '只填空白' }).click()
  await page.getByRole('button', { name: '合并到当前草稿' }).click()
  await expect(page.getByText(/已合并 \d+ 处/)).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '作为上年数据' }).click()
  await expect(page.getByText('已作为上年数据载入')).toBeVisible()
  await page.goto(draft)
  await expect(page.getByLabel('机关名称')).toHaveValue('示例区司法局')
  await page.goto(draft.replace('/basic', '/requests'))
  await expect(page.locator('[id="tables.requests.received.naturalPerson"]')).toHaveValue('')
})
