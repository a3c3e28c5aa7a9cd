import { expect, test } from 'vitest'
import { editions } from '../format/editions'
import { textsOf } from '../format/names'
import { addressesOf, blankEntries, withTexts } from './report'
import { startedText } from './startedText'

const template =
  '编制{organ.name}{year}年年报[，电话：{organ.phone}][，{organ.address}（{organ.postcode}）]。'
const entries = (texts: Record<string, string>) => withTexts({}, Object.entries(texts))

test('values take their places, parts without a value are left out', () => {
  const filled = {
    'organ.name': '示例局',
    year: '2023',
    'organ.phone': '0551-60000000',
    'organ.address': '一号路',
  }
  expect(startedText(template, entries(filled))).toEqual({
    text: '编制示例局2023年年报，电话：0551-60000000。',
  })
})

test('without organ or year nothing is started; blanks are not values', () => {
  expect(startedText(template, entries({ year: ' ' }))).toEqual({ missing: ['organ.name', 'year'] })
})

test('a value with braces or brackets is put in as it is', () => {
  const filled = { 'organ.name': '{year}[局]', year: '2023' }
  expect(startedText(template, entries(filled))).toEqual({ text: '编制{year}[局]2023年年报。' })
})

test('every template speaks of fields that exist, and closes its brackets', () => {
  for (const edition of editions)
    for (const { starter } of textsOf(edition)) {
      if (!starter) continue
      const known = addressesOf(edition)
      const all = withTexts(
        blankEntries(edition),
        known.map((address) => [address, '甲']),
      )
      const started = startedText(starter, all)
      expect(started).toHaveProperty('text')
      expect('text' in started && started.text).not.toMatch(/[{}[\]]/)
      for (const [, address] of starter.matchAll(/\{([^}]+)\}/g)) expect(known).toContain(address)
    }
})
