import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { changesBetween, changesOfContent } from './changes'

const changes = (before: Record<string, string>, after: Record<string, string>) =>
  changesBetween(filledReport(before), filledReport(after), currentEdition).map(
    ({ place, before, after }) => `${place}：${before}→${after}`,
  )

test('the same report has no changes', () => {
  expect(changes({}, { 'tables.requests.received.naturalPerson': '２２' })).toEqual([])
})

test('a changed figure is listed with the totals it changes', () => {
  expect(changes({}, { 'tables.requests.received.naturalPerson': '24' })).toEqual([
    '表三·本年新收·自然人：22→24',
    '表三·本年新收·总计：22→24',
  ])
})

test('sentences are compared one by one, wherever they stand', () => {
  expect(changes({ other: '甲。乙。丙。' }, { other: '甲。新。丙。' })).toEqual(['第六部分：乙。→新。'])
  expect(changes({ other: '甲。乙。' }, { other: '甲。乙。丙。' })).toEqual(['第六部分：→丙。'])
  expect(changes({ other: '甲。乙。丙。丁。' }, { other: '乙。丁。' })).toEqual([
    '第六部分：甲。→',
    '第六部分：丙。→',
  ])
  expect(changes({ other: '甲。乙。' }, { other: '甲。\n乙。' })).toEqual([])
})

test('a field of 基本信息 is listed in the words of the form', () => {
  expect(changes({}, { scope: 'level' })).toEqual(['口径：本机关→本级汇总'])
})

test('the introduction that was moved and the 落款 that came are listed', () => {
  expect(changes({}, { 'overview.introductionPlace': 'within', 'signOff.organ': '某局' })).toEqual([
    '引言放在哪里：“一、总体情况”之前→“一、总体情况”之内',
    '落款机关：→某局',
  ])
})

test('what is said about a report is no change of its content', () => {
  const about = {
    publishedAt: '2022-01-20',
    'correction.reason': '漏计一件。',
    'correction.date': '2022-03-01',
    'page.index': '1',
    'page.date': '2022-01-20',
  }
  const [before, after] = [filledReport(), filledReport({ ...about, 'organ.phone': '0600-5550100' })]
  const changed = changesOfContent(before, after, currentEdition)
  expect(changed).toEqual([{ place: '联系电话', before: '', after: '0600-5550100' }])
  expect(changesBetween(before, after, currentEdition).length).toBeGreaterThan(1)
})
