import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { findingsOf, givenOf, runChecks } from '../src/checks/run'
import { verdictOf } from '../src/checks/verdict'
import type { Draft } from '../src/drafts/draft'
import { currentEdition } from '../src/format/editions'
import { progressOf } from '../src/report/progress'
import { filledReport } from '../src/testing/filledReport'
import { layouts } from '../src/testing/published/layouts'
import { type Random, randomOf } from '../src/testing/published/random'
import { publishedReport } from '../src/testing/published/report'
import { completedOf, reviewState } from '../src/ui/form/taskState'
import { field, storedDraft } from './drafts'
import { openDraft } from './openDraft'

const SECTIONS = ['basic', 'overview', 'proactive', 'requests', 'review', 'problems', 'other']
const TEXTS: [string, string[]][] = [
  ['year', ['2021', '2019', '二〇二一', '']],
  ['overview.oversight', ['全年培训两次。', '', '【待补充】', '全年新收申请99件，答复3件。']],
  ['problems', ['', '存在公开不及时的问题。', '无']],
  ['other', ['', '本年度未收取信息处理费。', 'XX局']],
  ['tables.proactiveDisclosure.administrativeFees.amount', ['882元', '0', '']],
  ['tables.proactiveDisclosure.regulations.inForce', ['6', '0']],
  ['tables.requests.received.naturalPerson', ['22', '99', '', '12a', '-1']],
  ['tables.requests.outcome.granted.naturalPerson', ['12', '21', '']],
  ['tables.reviewAndLitigation.litigationDirect.upheld', ['5', '-1', '']],
]

interface Counts {
  block: number
  verify: number
  note: number
  blank: number
  completed: number
  /** 阻断 and 核实 part by part. */
  parts: Record<string, number>
}

/** What the rules say of the draft as it is stored: the one truth. */
function truthOf({ report }: Draft): Counts {
  const today = new Date().toISOString().slice(0, 10)
  const outcomes = runChecks(givenOf({ edition: currentEdition, report, today }))
  const findings = findingsOf(outcomes, report.notes.exceptions, currentEdition, report)
  const progress = progressOf(currentEdition, report.entries)
  const verdict = verdictOf(outcomes, findings)
  const states = reviewState(currentEdition, { progress, findings, verdict })
  return {
    block: verdict.block,
    verify: verdict.verify,
    note: verdict.note,
    blank: verdict.blank,
    completed: completedOf(states).length,
    parts: Object.fromEntries(states.map(({ key, problems }) => [key, problems.block + problems.verify])),
  }
}

const numberBefore = (text: string, word: string) =>
  Number(new RegExp(`(\\d+) 项${word}`).exec(text)?.[1] ?? 0)
const numberAfter = (text: string, word: string) => Number(new RegExp(`${word} (\\d+)`).exec(text)?.[1] ?? 0)

const hashOf = (page: Page) => new URL(page.url()).hash
const idOf = (page: Page) => /report\/([^/]+)/.exec(hashOf(page))?.[1] ?? ''
const turnTo = (page: Page, section: string) =>
  page.evaluate((key) => {
    window.location.hash = window.location.hash.replace(/[^/]+$/, key)
  }, section)

async function rail(page: Page) {
  const list = page.getByRole('navigation', { name: '年报各部分' })
  const links = await list.getByRole('link').evaluateAll((all) =>
    all.map((link) => ({
      key: link.getAttribute('href')?.split('/').at(-1) ?? '',
      words: `${link.getAttribute('aria-label')} ${link.textContent}`,
    })),
  )
  const parts = Object.fromEntries(
    links
      .filter(({ key }) => SECTIONS.includes(key))
      .map(({ key, words }) => [key, Number(/有问题（(\d+)）/.exec(words)?.[1] ?? 0)]),
  )
  const check = links.find(({ key }) => key === 'check')?.words ?? ''
  const completed = Number(/已完成 (\d+)\/6/.exec(await list.innerText())?.[1])
  return {
    parts,
    completed,
    segments: await list.locator('[data-amount="all"]').count(),
    block: numberBefore(check, '阻断'),
    verify: numberBefore(check, '核实'),
    note: numberBefore(check, '提示'),
    blank: numberBefore(check, '未填'),
    clear: check.includes('没有问题'),
  }
}

/** The bar at the bottom: what is open in the whole report, and how many findings the way beside it leads through. */
async function bar(page: Page) {
  const text = await page.locator('[data-page-bar]').innerText()
  return {
    whole: text.includes('全篇'),
    block: numberAfter(text, '阻断'),
    verify: numberAfter(text, '核实'),
    note: numberAfter(text, '提示'),
    blank: numberAfter(text, '未填'),
    found: Number(/(?:发现 |第 \d+\/)(\d+) 处/.exec(text)?.[1] ?? 0),
    clear: text.includes('没有问题'),
  }
}

/** Rail, bar, 核对, 导出 and 我的年报 against the rules; the clerk comes back to the page. */
async function expectOneTruth(page: Page, home: Page, step: string) {
  const id = idOf(page)
  const section = hashOf(page).split('/').at(-1) ?? ''
  const truth = async () => {
    const draft = await storedDraft(page, id)
    if (!draft) throw new Error(`${id} is not stored`)
    return truthOf(draft)
  }
  const agree = async (place: string, said: () => Promise<unknown>, expected: (truth: Counts) => unknown) =>
    expect(
      async () => expect(await said()).toEqual(expected(await truth())),
      `${place} after ${step}`,
    ).toPass({
      timeout: 15_000,
    })
  const clearOf = ({ block, verify, note, blank }: Counts) => block + verify + note + blank === 0
  const inRail = (counts: Counts) => ({ ...counts, segments: counts.completed, clear: clearOf(counts) })
  const inBar = ({ block, verify, note, blank, ...rest }: Counts) => ({
    whole: true,
    ...{ block, verify, note, blank, found: block + verify + note },
    clear: clearOf({ block, verify, note, blank, ...rest }),
  })
  await agree('the list of parts', () => rail(page), inRail)
  await agree(`the bar of ${section}`, () => bar(page), inBar)

  await turnTo(page, 'check')
  const verdict = page.locator('[role="status"][data-blocking]')
  await agree(
    '核对',
    async () => ({
      block: Number(await verdict.getAttribute('data-blocking')),
      verify: Number(await verdict.getAttribute('data-verify')),
      blank: Number(await verdict.getAttribute('data-blank')),
      listed: await page.locator('main [data-severity="block"][data-status="open"]').count(),
    }),
    ({ block, verify, blank }) => ({ block, verify, blank, listed: block }),
  )
  await agree('the bar of 核对', () => bar(page), inBar)
  await agree('the list of parts on 核对', () => rail(page), inRail)

  await turnTo(page, 'export')
  const panel = page.getByRole('complementary', { name: '导出' })
  await agree(
    '导出',
    async () => {
      const text = await panel.getByText(/定稿：/).innerText()
      return {
        block: numberBefore(text, '阻断'),
        verify: numberBefore(text, '待核实'),
        note: numberBefore(text, '提示'),
        blank: numberBefore(text, '未填'),
      }
    },
    ({ block, verify, note, blank }) => ({ block, verify, note, blank }),
  )

  await home.goto('#/')
  await home.reload()
  const line = home.getByRole('row').filter({ has: home.locator(`a[href="#/report/${id}/basic"]`) })
  await agree(
    '我的年报',
    async () => {
      const text = await line.innerText()
      if (/正在核对/.test(text)) return 'not yet'
      return {
        block: numberAfter(text, '阻断'),
        verify: numberAfter(text, '待核实'),
        note: numberAfter(text, '提示'),
        blank: numberAfter(text, '未填'),
        completed: Number(/已完成 (\d+)\/6/.exec(text)?.[1]),
        segments: await line.locator('[data-amount="all"]').count(),
      }
    },
    ({ parts: _, ...counts }) => ({ ...counts, segments: counts.completed }),
  )
  await turnTo(page, section)
}

const sectionOf = (address: string) => {
  if (!address.includes('.') && address !== 'problems' && address !== 'other') return 'basic'
  const [first = '', table = ''] = address.split('.')
  return (
    { proactiveDisclosure: 'proactive', requests: 'requests', reviewAndLitigation: 'review' }[table] ?? first
  )
}

async function edit(page: Page, random: Random): Promise<string> {
  const [address, texts] = random.pick(TEXTS)
  const text = random.pick(texts)
  await turnTo(page, sectionOf(address))
  await field(page, address).fill(text)
  if (random.chance(0.5)) await field(page, address).blur()
  return `${address} = “${text}”`
}

async function walk(seed: number, steps: number, context: BrowserContext, first: Page) {
  const random = randomOf(seed)
  let page = first
  await openDraft(
    page,
    filledReport({ problems: '', 'tables.requests.received.naturalPerson': '99' }),
    'requests',
  )
  const home = await context.newPage()
  const done: string[] = []
  const actions: Record<string, () => Promise<unknown>> = {
    edit: () => edit(page, random),
    'edit again': () => edit(page, random),
    reload: () => page.reload(),
    'open 核对': () => turnTo(page, 'check'),
    'another part': () => turnTo(page, random.pick(SECTIONS)),
    async undo() {
      await edit(page, random)
      await page.getByRole('main').focus()
      await page.keyboard.press('Control+z')
    },
    async import() {
      const layout = layouts['tabs, shifted by stubs']?.(publishedReport(randomOf(seed)), randomOf(seed))
      await page.goto('#/import')
      await page.getByLabel('粘贴年报内容').fill(layout?.content ?? '')
      await page.getByRole('button', { name: '识别' }).click()
      await page.getByRole('button', { name: '导入为新年报' }).click()
      await page.waitForURL(/#\/report\/[^/]+\/basic/)
    },
    async 'another tab'() {
      const hash = hashOf(page)
      const other = await context.newPage()
      await other.goto(hash)
      await other.getByRole('button', { name: '在此编辑' }).click()
      await expect(other.getByRole('button', { name: '在此编辑' })).toHaveCount(0)
      await page.close()
      page = other
    },
  }
  // Each of them at least once, then as chance has it.
  const names = random.shuffled(Object.keys(actions))
  for (let at = 0; at < steps; at++) {
    const name = names[at] ?? random.pick(names)
    const detail = await actions[name]?.()
    done.push(typeof detail === 'string' ? `${name}: ${detail}` : name)
    await expectOneTruth(page, home, done.join(' → '))
  }
}

for (const seed of [1, 2])
  test(`whatever a clerk does, every screen says the same counts (walk ${seed})`, async ({
    page,
    context,
  }) => {
    test.setTimeout(300_000)
    await walk(seed, 9, context, page)
  })
