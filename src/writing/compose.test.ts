import { expect, test } from 'vitest'
import { neutralReport } from '../checks/rules/neutralReport'
import { givenOf } from '../checks/run'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import { scoreDrafts } from '../testing/drafted'
import { draftsOf } from './compose'

test('over random valid reports every figure that was written is read, linked to its cell, and accused by no rule', () => {
  expect(scoreDrafts(150, 1)).toEqual({ reports: 150, accused: [], unread: [], unlinked: [], wrongLinks: [] })
})

const written = (entries: Record<string, string>, address: string, lastYear?: Record<string, string>) =>
  draftsOf(
    givenOf({
      edition,
      report: neutralReport(edition, entries),
      today: '2024-01-20',
      lastYear: lastYear && neutralReport(edition, lastYear, 2022),
    }),
    address,
  ).map(({ text }) => text)

test('a year in which nothing came says so, in each wording', () => {
  const texts = written({}, 'overview.onRequest')
  expect(texts.length).toBeGreaterThan(1)
  for (const text of texts) {
    expect(text).toMatch(/(?:未|没有)收到政府信息公开申请/)
    expect(text).toMatch(/未发生.*行政复议/)
    expect(text).not.toMatch(/\d/)
  }
})

test('what the tables do not say stays to be completed', () => {
  const blank = Object.fromEntries(enteredCellsOf(edition).map(({ address }) => [address, '']))
  for (const address of ['overview.proactive', 'overview.onRequest', 'overview.management', 'other'])
    for (const text of written(blank, address)) {
      expect(text).toContain('【待补充】')
      expect(text).not.toMatch(/\d/)
    }
})

test('growth is told where last year is loaded, and only there', () => {
  const received = 'tables.requests.received.naturalPerson'
  const entries = { [received]: '60', 'tables.requests.outcome.granted.naturalPerson': '60' }
  expect(written(entries, 'overview.onRequest').join()).not.toContain('同比')
  expect(written(entries, 'overview.onRequest', { [received]: '48' })[0]).toContain('60件，同比增长25%。')
  expect(written(entries, 'overview.onRequest', { [received]: '60' })[0]).toContain('60件，与上年持平。')
})
