import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWord, hasLongWord, piecesOf } from './together'

const whole = (text: string) => piecesOf(text).flatMap(({ kind, text }) => (kind === 'whole' ? text : []))

test('dates, telephone numbers, codes and addresses are whole, with the mark behind them', () => {
  expect(whole('于2022年1月20日公布，电话：0600-5550100。')).toEqual(['2022年1月20日', '0600-5550100。'])
  expect(whole('内容码 ABCD-EFGH-2345-67AB，更正日期：2022-03-01。')).toEqual([
    'ABCD-EFGH-2345-67AB，',
    '2022-03-01。',
  ])
  expect(whole('2021年度，1月1日至12月31日')).toEqual(['2021年', '1月1日', '12月31日'])
  expect(whole('网址：www.example.gov.cn/xxgk，欢迎查阅')).toEqual(['www.example.gov.cn/xxgk，'])
  expect(whole('全年公开1230条，占98%')).toEqual(['98%'])
})

test('of an address that is longer than a line the host is whole, and the end with the mark behind it', () => {
  const pieces = piecesOf(`网址：https://www.example.gov.cn/${'a/'.repeat(40)}b.html，欢迎`)
  expect(pieces.map(({ kind }) => kind)).toEqual(['plain', 'whole', 'endless', 'whole', 'plain'])
  expect(pieces[1]?.text).toBe('https://www.example.gov.cn')
  expect(pieces[3]?.text).toBe('html，')
})

test('a paragraph with a long word is not justified, one with short ones is', () => {
  for (const text of [
    '电话：0600-5550100。',
    '于2022年1月20日公布。',
    `见${'x'.repeat(9)}。`,
    `见${'x'.repeat(90)}`,
  ])
    expect(hasLongWord(text)).toBe(true)
  for (const text of ['全年公开1230条。', '1月1日起', '2021年全年']) expect(hasLongWord(text)).toBe(false)
})

test('the beginning of a line tells how much room it would have taken on the one before', () => {
  expect(firstWord('2022年1月20日，公布')).toBe(15)
  expect(firstWord('公布')).toBe(0)
})

test('the pieces of any text are the text, and none but an endless one is long', () => {
  const letters = fc.constantFrom(...'年月日0123456789-，。/:aZ 公开（）\u{20000}')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 120 }), (text) => {
      const pieces = piecesOf(text)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece.text).not.toBe('')
        if (piece.kind === 'whole') expect(piece.text.length).toBeLessThan(37)
      }
    }),
  )
})
