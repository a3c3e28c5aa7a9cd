import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { madeUpEdition } from '../testing/madeUpEdition'
import { progressOf, requiredOf } from './progress'
import { addressesOf, blankEntries, withTexts } from './report'

const short = (form = edition, texts: Record<string, string> = {}) =>
  progressOf(form, withTexts(blankEntries(form), Object.entries(texts))).map(
    ({ key, filled, total, next }) => `${key} ${filled}/${total} → ${next ?? '完'}`,
  )

test('a blank report asks for basics, five texts, 166 figures and two more texts, in printed order', () => {
  expect(short()).toEqual([
    'basic 0/3 → organ.name',
    'overview 0/5 → overview.proactive',
    'proactive 0/10 → tables.proactiveDisclosure.regulations.issued',
    'requests 0/144 → tables.requests.received.naturalPerson',
    'review 0/12 → tables.reviewAndLitigation.administrativeReview.upheld',
    'problems 0/1 → problems',
    'other 0/1 → other',
  ])
})

test('what was typed counts, also what is no figure; white space and the introduction do not', () => {
  expect(
    short(edition, {
      'organ.name': '示例局',
      year: '2023',
      'overview.introduction': '本报告……',
      'tables.requests.received.naturalPerson': '12a',
      'tables.requests.received.commercialEnterprise': '0',
      problems: ' \n',
    }),
  ).toEqual([
    'basic 2/3 → organ.kind',
    'overview 0/5 → overview.proactive',
    'proactive 0/10 → tables.proactiveDisclosure.regulations.issued',
    'requests 2/144 → tables.requests.received.researchInstitution',
    'review 0/12 → tables.reviewAndLitigation.administrativeReview.upheld',
    'problems 0/1 → problems',
    'other 0/1 → other',
  ])
})

test('a filled report has nothing left', () => {
  const all = Object.fromEntries(addressesOf(edition).map((address) => [address, '1']))
  expect(short(edition, all).filter((line) => !line.endsWith('完'))).toEqual([])
})

test('another form has its own parts', () => {
  expect(requiredOf(madeUpEdition).map(({ key, addresses }) => `${key} ${addresses.length}`)).toEqual([
    'basic 1',
    'words 1',
    'stock 22',
  ])
})
