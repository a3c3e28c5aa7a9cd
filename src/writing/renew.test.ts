import { expect, test } from 'vitest'
import { neutralReport } from '../checks/rules/neutralReport'
import { currentEdition as edition } from '../format/editions'
import { carriedInto } from '../report/carry/carry'
import { stillPending } from '../report/carry/pending'
import { pendingOf } from '../report/carry/pendingNotes'
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
  expect(left).toEqual(['3', '2022年5月'])
  expect(notes.links?.map(({ cell }) => cell)).toEqual(['tables.requests.received.total'])
  const [pending] = pendingOf(notes).filter((each) => each.text === TEXT)
  expect(pending && stillPending(pending, pending.carried), 'taken back, all of it waits again').toHaveLength(
    4,
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
