import { expect, test } from 'vitest'
import { readValue } from './values'

test.each([
  ['151', '151', 'certain'],
  ['１５１', '151', 'certain'],
  ['1,151', '1151', 'certain'],
  ['151件', '151', 'certain'],
  ['4166.241619万元', '4166.241619', 'certain'],
  ['38①', '38', 'marked'],
  ['151¹', '151', 'marked'],
  ['151*', '151', 'marked'],
  ['151〔2〕', '151', 'marked'],
  ['151（含转办）', '151', 'marked'],
  ["'151", '151', 'marked'],
  ['+151', '151', 'marked'],
  ['约5', '5', 'marked'],
  ['5人次', '5', 'marked'],
  ['15\u200b1', '151', 'marked'],
  ['一百五十一', '151', 'marked'],
  ['l5l', '151', 'marked'],
  ['1.', '1', 'marked'],
  ['减4', '-4', 'marked'],
  ['增1,204', '1204', 'marked'],
])('the cell “%s” is the figure %s, %s', (cell, figure, how) => {
  const value = readValue(cell)
  expect(value).toMatchObject({ kind: 'number', text: figure })
  expect(value?.kind === 'number' && value.doubt !== undefined).toBe(how === 'marked')
})

test.each([
  '####',
  '#REF!',
  '#DIV/0!',
  '1,51',
  '1.5.1',
  '15%',
  '=SUM(A1:A3)',
  '①',
  '□',
  '\\',
  'N/A',
  '4'.repeat(20),
  '4'.repeat(60),
])('the cell “%s” holds something that is no figure', (cell) => expect(readValue(cell)?.kind).toBe('unread'))

test.each(['规章', '（三）不予公开', '1.其他', '一'])('“%s” may be a label', (cell) =>
  expect(readValue(cell)).toBeUndefined(),
)
