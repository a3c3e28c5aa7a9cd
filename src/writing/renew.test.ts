import { expect, test } from 'vitest'
import { neutralReport } from '../checks/rules/neutralReport'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import { carriedInto } from '../report/carry/carry'
import { stillPending } from '../report/carry/pending'
import { pendingOf } from '../report/carry/pendingNotes'
import { waitingIn } from '../report/carry/waiting'
import { applyChanges, blankReport, textAt, withTexts } from '../report/report'
import { staleLinks } from './links'
import { renewed } from './renew'

const TEXT = 'overview.onRequest'
const received = 'tables.requests.received.naturalPerson'
const upheld = 'tables.reviewAndLitigation.administrativeReview.upheld'

function carriedReport(prose: string, then: Record<string, string>, now: Record<string, string>) {
  const last = neutralReport(edition, { [TEXT]: prose, ...then }, 2022)
  const blank = blankReport(edition)
  const { changes, notes } = carriedInto(blank, edition, last)
  const entries = withTexts(applyChanges(blank.entries, changes), [
    ...Object.entries(neutralReport(edition, now, 2023).entries.tables ? now : {}),
  ])
  return { ...blank, entries, notes }
}
const after = (report: ReturnType<typeof carriedReport>) => {
  const { changes, notes, count } = renewed(report, edition)
  const full = changes.map((change) => ({ ...change, before: '' }))
  const entries = applyChanges(report.entries, full)
  const text = textAt(entries, TEXT)
  const left = pendingOf(notes)
    .filter((each) => each.text === TEXT)
    .flatMap((each) => stillPending(each, text).map(({ start, end }) => text.slice(start, end)))
  return { text, left, notes, entries, count }
}
const zeros = neutralReport(edition)
const cells = (some: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(
    [
      'naturalPerson',
      'commercialEnterprise',
      'researchInstitution',
      'publicWelfareOrganization',
      'legalServiceInstitution',
      'otherOrganization',
    ].map((column) => [
      `tables.requests.received.${column}`,
      textAt(zeros.entries, `tables.requests.received.${column}`),
    ]),
  ),
  ...some,
})

test('a figure that last year took from its tables becomes this year’s, and the year of the report this year', () => {
  const report = carriedReport(
    '2022年，本机关新收政府信息公开申请25件，召开会议3次，2022年5月印发方案。',
    { [received]: '25' },
    cells({ [received]: '31' }),
  )
  const { text, left, notes, entries } = after(report)
  expect(text).toBe('2023年，本机关新收政府信息公开申请31件，召开会议3次，2022年5月印发方案。')
  expect(left).toEqual(['3', '2022年', '5月'])
  expect(notes.links?.map(({ cell }) => cell)).toEqual(['tables.requests.received.total'])
  const [pending] = pendingOf(notes).filter((each) => each.text === TEXT)
  expect(pending && stillPending(pending, pending.carried), 'taken back, all of it waits again').toHaveLength(
    5,
  )
  const later = withTexts(entries, [[received, '32']])
  expect(staleLinks(edition, later, notes, TEXT).map(({ now }) => now)).toEqual(['32'])
})

test('a figure that is the same this year waits no more; one whose cell is blank does', () => {
  const prose = '新收政府信息公开申请25件，行政复议结果维持4件。'
  const { text, left } = after(
    carriedReport(prose, { [received]: '25', [upheld]: '4' }, cells({ [received]: '25', [upheld]: '' })),
  )
  expect(text).toBe(prose)
  expect(left).toEqual(['4'])
})

test('a figure is renewed wherever its sentence stands by now, and linked there', () => {
  const carried = carriedReport(
    '2022年，本机关新收政府信息公开申请25件。\n全年新收政府信息公开申请25件，召开会议3次。',
    { [received]: '25' },
    cells({ [received]: '31' }),
  )
  const [kept = '', moved = ''] = textAt(carried.entries, TEXT).split('\n')
  const report = {
    ...carried,
    entries: withTexts(carried.entries, [
      [TEXT, kept],
      ['problems', moved],
    ]),
  }
  const { entries, notes } = after(report)
  expect(textAt(entries, TEXT)).toBe('2023年，本机关新收政府信息公开申请31件。')
  expect(textAt(entries, 'problems')).toBe('全年新收政府信息公开申请31件，召开会议3次。')
  expect(notes.links?.map(({ text }) => text).sort()).toEqual([TEXT, 'problems'])
  const left = waitingIn(notes, 'problems', (other) => textAt(entries, other))
  expect(left.map(({ start, end }) => textAt(entries, 'problems').slice(start, end))).toEqual(['3'])
})

test('a fee is renewed in 万元', () => {
  const fee = 'tables.proactiveDisclosure.administrativeFees.amount'
  const { text, notes } = after(
    carriedReport('行政事业性收费金额9528.5万元。', { [fee]: '9528.5' }, { [fee]: '8942.1' }),
  )
  expect(text).toBe('行政事业性收费金额8942.1万元。')
  expect(notes.links?.map(({ cell, value }) => [cell, value])).toEqual([[fee, 8942.1]])
})

test('a figure that last year’s tables do not bear out is nobody’s', () => {
  const prose = '新收政府信息公开申请26件。'
  expect(after(carriedReport(prose, { [received]: '25' }, cells({ [received]: '31' }))).left).toEqual(['26'])
})

test('a year and a period that are written with spaces become this year’s with theirs', () => {
  const { text, left } = after(
    carriedReport('统计期限为 2022 年 1 月 1 日至 12 月 31 日。2022 年，本机关召开会议3次。', {}, cells({})),
  )
  expect(text).toBe('统计期限为 2023 年 1 月 1 日至 12 月 31 日。2023 年，本机关召开会议3次。')
  expect(left).toEqual(['3'])
})

test.each([
  '被评为2022年度全国先进单位。',
  '在2022年度第三方评估中名列前茅。',
  '2022年我局制定的实施方案继续执行。',
  '2022年度工作要点印发20份。',
  '2022年，我局认真落实要求。',
  '2022年我局发布的制度5项继续执行。',
])('a year that something is called after stays: %s', (prose) => {
  const { text, count } = after(carriedReport(prose, {}, cells({})))
  expect([text, count]).toEqual([prose, 0])
})

test.each([
  ['2022年度，收到申请25件。', '2023年度，收到申请31件。'],
  ['2022年我局共收到申请25件。', '2023年我局共收到申请31件。'],
  ['2022年度收到申请25件。', '2023年度收到申请31件。'],
  ['2022年，本机关未发生行政诉讼。', '2023年，本机关未发生行政诉讼。'],
  ['编制2022年度政府信息公开工作年度报告。', '编制2023年度政府信息公开工作年度报告。'],
  ['发布2022年度报告。', '发布2023年度报告。'],
])('the year of the report becomes this year: %s', (prose, now) =>
  expect(after(carriedReport(prose, { [received]: '25' }, cells({ [received]: '31' }))).text).toBe(now),
)

test.each([
  '其中结转5件。',
  '结转申请5件。',
  '受理并答复申请20件。',
  '收到申请20件，均已答复。',
  '收到申请20件，已全部办结。',
  '在法定期限内答复申请20件。',
  '办理政府信息公开申请20件。',
])('a figure that may be two of the tables waits: %s', (prose) => {
  const column = (row: string) => `tables.requests.${row}.naturalPerson`
  const all = (figures: Record<string, string>) =>
    Object.fromEntries(Object.entries(figures).map(([row, value]) => [column(row), value]))
  const then = { received: '20', carriedOver: '5', 'outcome.granted': '20', carriedForward: '5' }
  const now = { received: '40', carriedOver: '5', 'outcome.granted': '30', carriedForward: '15' }
  const this_ = neutralReport(edition, all(now), 2023)
  const table = Object.fromEntries(
    enteredCellsOf(edition).map(({ address }) => [address, textAt(this_.entries, address)]),
  )
  expect(after(carriedReport(prose, all(then), table)).text).toBe(prose)
})
