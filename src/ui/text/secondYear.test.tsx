import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { neutralReport } from '../../checks/rules/neutralReport'
import { currentEdition as edition } from '../../format/editions'
import { blankReport, textAt } from '../../report/report'
import { oneDraft } from '../../testing/oneDraft'
import { useSessionOf } from '../../testing/session'
import { carry } from '../form/carry'
import { type ReportSession, SessionProvider } from '../form/session'
import { explain, withdraw } from '../notes/actions'
import { TextSection } from './TextSection'

const { draft, store } = oneDraft(blankReport(edition), '2024-01-10T08:00:00Z')
const section = edition.sections.find(({ key }) => key === 'overview')
const received = 'tables.requests.received.naturalPerson'
const TEXT = 'overview.onRequest'
const PROSE = '2022年，本机关新收政府信息公开申请25件。\n召开会议3次，依据国办公开办函〔2021〕30号。'

let session: ReportSession

function Report() {
  const own = useSessionOf(draft, store)
  session = own
  return <SessionProvider value={own}>{section && <TextSection section={section} />}</SessionProvider>
}

const text = () => textAt(session.entries(), TEXT)
const field = () => document.getElementById(TEXT) as HTMLTextAreaElement
const marked = (state: string) =>
  [...(field().parentElement?.querySelectorAll(`mark[data-${state}]`) ?? [])].map((mark) => mark.textContent)
const look = () => act(() => session.findings.now())
/** What answers may be a file that comes late. */
const click = async (name: string) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}
const altK = () => act(async () => void fireEvent.keyDown(field(), { code: 'KeyK', key: 'k', altKey: true }))

beforeEach(async () => {
  render(<Report />)
  act(() => {
    carry(session, neutralReport(edition, { [TEXT]: PROSE, [received]: '25' }, 2022))
    session.apply([{ address: received, after: '31' }])
    session.apply(
      [
        'commercialEnterprise',
        'researchInstitution',
        'publicWelfareOrganization',
        'legalServiceInstitution',
        'otherOrganization',
      ].map((column) => ({ address: `tables.requests.received.${column}`, after: '0' })),
    )
  })
  await look()
})

test('carried figures are marked, renewed where a cell is known, confirmed paragraph by paragraph, and marked again by undo', async () => {
  expect(text()).toBe(PROSE)
  expect(marked('pending')).toEqual(['2022年', '25', '3'])
  await click('全部按本年数据更新')
  await waitFor(() => expect(text()).toContain('2023年，本机关新收政府信息公开申请31件'))
  await look()
  expect(marked('pending')).toEqual(['3'])
  expect(marked('linked')).toEqual(['31'])
  act(() => {
    field().focus()
    field().setSelectionRange(text().length, text().length)
  })
  await altK()
  await look()
  expect(marked('pending')).toEqual([])
  const carriedRule = () =>
    session.findings
      .review()
      .findings.filter(({ rule, target }) => rule === 'text.carried' && target === TEXT)
  expect(carriedRule()).toEqual([])
  act(() => void session.undo())
  await look()
  expect(text()).toBe(PROSE)
  expect(marked('pending'), 'what was confirmed stays so').toEqual(['2022年', '25'])
  expect(carriedRule()).toHaveLength(1)
})

test('a text is drafted, another wording can be had, and what stands there is replaced only after a question', async () => {
  const button = () => document.querySelector<HTMLElement>(`[data-text="${TEXT}"]`)
  await act(async () => void fireEvent.click(button() as HTMLElement))
  await screen.findByText('现有内容将被按表起草的文字替换。')
  expect(text()).toBe(PROSE)
  expect(document.activeElement?.textContent).toBe('保留现有内容')
  act(() => void fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' }))
  expect(screen.queryByText('现有内容将被按表起草的文字替换。')).toBeNull()
  expect([text(), document.activeElement]).toEqual([PROSE, field()])
  await act(async () => void fireEvent.click(button() as HTMLElement))
  await click('替换')
  expect(text()).toContain('31件')
  await look()
  expect(marked('pending'), 'what the tables say needs no second look').toEqual([])
  const first = text()
  await click('换一种写法')
  expect(text()).not.toBe(first)
  expect(text()).toContain('31件')
  act(() => session.apply([{ address: received, after: '25' }]))
  await look()
  await click('全部更新')
  await look()
  expect(marked('pending'), 'nor where it says the same as last year').toEqual([])
  act(() => session.apply([{ address: received, after: '32' }]))
  await look()
  const line = document.querySelector<HTMLElement>('[data-link="tables.requests.received.total"]')
  expect(line?.dataset.now).toBe('32')
  expect(line?.textContent).toContain('表中已改为 32')
  const notes = () => document.querySelectorAll(`article[data-rule="narrative.claim"]`).length
  expect(notes(), 'the line tells it, and no note tells it again').toBe(0)
  expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(line?.id)
  await click('全部更新')
  expect(text()).toContain('32件')
  await look()
  expect(document.querySelector('[data-link]')).toBeNull()

  // Now the sentence is changed, and no table: nothing is called changed that was not, and 全部更新 leaves it alone.
  const typed = text().replace('32件', '33件')
  act(() => {
    session.enter(TEXT)
    session.form.setValue(TEXT, typed)
    session.typed(TEXT, typed)
  })
  await look()
  expect(document.querySelector('[data-link]'), 'while it is typed').toBeNull()
  act(() => session.leave())
  await look()
  const own = document.querySelector<HTMLElement>('[data-link="tables.requests.received.total"]')
  expect(own?.textContent).toContain('正文写 33，表中是 32')
  expect(own?.textContent).not.toContain('已改')
  expect(screen.queryByRole('button', { name: '全部更新' })).toBeNull()
  await click('按表改回')
  expect([text(), session.said.get()?.words]).toEqual([
    typed.replace('33件', '32件'),
    '正文已按表更新 1 处。',
  ])
  act(() => void session.undo())
  await look()
  // Who has said that the figure is not this cell's is not asked again.
  const finding = session.findings.review().findings.find(({ rule }) => rule === 'narrative.claim')
  if (!finding) throw new Error('the check says it, too')
  await act(() => explain(session, finding, '不是指这一格'))
  await look()
  expect(document.querySelector('[data-link]')).toBeNull()
  await act(() => withdraw(session, finding))
  await look()
  await click('不再跟随')
  await look()
  expect([text(), document.querySelector('[data-link]')]).toEqual([typed, null])
  expect(notes(), 'without a line the note tells it').toBe(1)
})

test('last year’s text stands beside the box with what it says otherwise, and can be filled in', async () => {
  act(() => session.apply([{ address: TEXT, after: PROSE.replace('25件', '31件') }]))
  await look()
  const last = () => document.getElementById(`last.${TEXT}`)
  expect(last()?.textContent).toBe(PROSE)
  expect([...(last()?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['25'])
  const own = last()?.parentElement?.querySelector('button')
  act(() => void fireEvent.click(own as HTMLElement))
  await look()
  expect(text()).toBe(PROSE)
  expect(marked('pending')).toEqual(['2022年', '25', '3'])
  act(() => void fireEvent.click(screen.getByRole('checkbox', { name: '显示上年' })))
  expect(last()).toBeNull()
  act(() => void fireEvent.click(screen.getByRole('checkbox', { name: '显示上年' })))
})

test('figures that are the same this year wait again once the step that looked at them is taken back', async () => {
  act(() => session.apply([{ address: received, after: '25' }]))
  await look()
  await click('全部按本年数据更新')
  await waitFor(() => expect(text()).toContain('2023年，本机关新收政府信息公开申请25件'))
  await look()
  expect(marked('pending')).toEqual(['3'])
  act(() => void session.undo())
  await look()
  expect(marked('pending')).toEqual(['2022年', '25', '3'])
  act(() => void session.redo())
  await look()
  expect(marked('pending')).toEqual(['3'])
  act(() => void session.undo())
  await act(
    async () =>
      void fireEvent.click(document.querySelector<HTMLElement>(`[data-text="${TEXT}"]`) as HTMLElement),
  )
  await click('替换')
  await look()
  expect(text()).toContain('25件')
  expect(marked('pending')).toEqual([])
  act(() => void session.undo())
  await look()
  expect([text(), marked('pending')]).toEqual([PROSE, ['2022年', '25', '3']])
})

test('what is drafted or renewed takes its links away with the step, and without last year nothing is offered to renew', async () => {
  const links = () => session.notes.get().links ?? []
  await click('全部按本年数据更新')
  await waitFor(() => expect(links()).toHaveLength(1))
  act(() => void session.undo())
  expect(links()).toEqual([])
  act(() => void session.redo())
  expect(links()).toHaveLength(1)
  act(() => void session.undo())
  await look()
  await act(
    async () =>
      void fireEvent.click(document.querySelector<HTMLElement>(`[data-text="${TEXT}"]`) as HTMLElement),
  )
  await click('替换')
  expect(links().length).toBeGreaterThan(0)
  act(() => void session.undo())
  expect(links()).toEqual([])
  await look()
  expect(screen.queryByRole('button', { name: '全部按本年数据更新' })).not.toBeNull()
  act(() => session.note(({ lastYear: _, ...notes }) => notes))
  await look()
  expect(screen.queryByRole('button', { name: '本段已核对' })).not.toBeNull()
  expect(screen.queryByRole('button', { name: '全部按本年数据更新' })).toBeNull()
})
