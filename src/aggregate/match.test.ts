import { expect, test } from 'vitest'
import { matcherOf, NONE_OF_THEM, organKey } from './match'
import type { Organ } from './received'
import { rosterOf } from './roster'

const { units } = rosterOf([
  ['代码', '名称', '别名', '上级'],
  ['', '青禾市人民政府', '', ''],
  ['', '临江区人民政府', '', '青禾市人民政府'],
  ['', '北城区人民政府', '', '青禾市人民政府'],
  ['114102040000000011', '区财政局', '', '临江区人民政府'],
  ['114102050000000022', '区财政局', '', '北城区人民政府'],
  ['', '市场监督管理局', '工商局', '临江区人民政府'],
  ['', '区市场监督管理局', '', '北城区人民政府'],
  ['', '临江区住房和城乡建设局', '', '临江区人民政府'],
  ['', '滨河街道办事处', '', '临江区人民政府'],
  ['', '青禾市审计局', '', '青禾市人民政府'],
])
const idOf = (name: string, parent: string) =>
  units.find((unit) => unit.name === name && unit.parent === parent)?.id
const organ = (name: string, more: Partial<Organ> = {}): { organ: Organ } => ({
  organ: { name, code: '', region: '', address: '', ...more },
})
const match = matcherOf(units)

test.each([
  [
    'the code decides, whatever the name',
    organ('财政所', { code: '114102050000000022' }),
    '114102050000000022',
  ],
  ['the district before the name', organ('青禾市临江区财政局'), '114102040000000011'],
  ['the region in place of the district', organ('财政局', { region: '410205' }), '114102050000000022'],
  [
    'the address in place of the district',
    organ('区财政局', { address: '青禾市北城区光明路 1 号' }),
    '114102050000000022',
  ],
  ['市场 is no 市', organ('临江区市场监督管理局'), idOf('市场监督管理局', '临江区人民政府')],
  ['an alias', organ('临江区工商局'), idOf('市场监督管理局', '临江区人民政府')],
  ['a short form', organ('临江区住建局'), '临江区住房和城乡建设局'],
  ['a government by its place', organ('河南省青禾市北城区人民政府'), '北城区人民政府'],
  ['a name that one unit has', organ('市审计局'), '青禾市审计局'],
  ['a street office', organ('临江区滨河街道办事处'), '滨河街道办事处'],
])('%s', (_, file, unit) => {
  expect(match(file)).toEqual({ unit })
})

test('where nothing tells two units of one name apart, it asks, and remembers the answer', () => {
  const file = organ('财政局')
  expect(match(file)).toEqual({ ask: ['114102040000000011', '114102050000000022'] })
  const answered = matcherOf(units, new Map([[organKey(file.organ), '114102040000000011']]))
  expect(answered(file)).toEqual({ unit: '114102040000000011' })
  // For this file's organ alone.
  expect(answered(organ('财政局', { region: '410205' }))).toEqual({ unit: '114102050000000022' })
})
test('two units of one name and different codes stay two', () => {
  expect(match(organ('临江区财政局', { code: '114102040000000099' }))).toEqual({ outside: true })
})
test('an office of a district outside the list is never taken for one of the list', () => {
  expect(match(organ('南山区财政局'))).toHaveProperty('ask')
  expect(match(organ('南山区住建局'))).toHaveProperty('ask')
  expect(match(organ('南山区气象局'))).toEqual({ outside: true })
})

const { units: one } = rosterOf([
  ['代码', '名称', '上级'],
  ['', '临江区人民政府', ''],
  ['114102040000000011', '财政局', '临江区人民政府'],
  ['', '教育局', '临江区人民政府'],
])
test.each([
  ['a county', organ('东海县财政局')],
  ['a city', organ('江北省东海市财政局')],
  ['the level of a city', organ('市财政局')],
  ['a place in brackets', organ('教育局（东海县）')],
  ['the beginning of another name', organ('教育财政局')],
  ['a region', organ('财政局', { region: '320722' })],
  ['the region of a city in another province', organ('财政局', { region: '320700' })],
])('%s that speaks against the only unit of that name makes it a question', (_, file) => {
  const found = matcherOf(one)(file)
  expect(found).toMatchObject({ against: true })
  expect(found).toHaveProperty('ask.length', 1)
  const answered = matcherOf(one, new Map([[organKey(file.organ), NONE_OF_THEM]]))
  expect(answered(file)).toEqual({ outside: true })
})
test.each([
  '财政局',
  '区财政局',
  '临江区财政局',
  '江北省青禾市临江区财政局',
  '临江区人民政府财政局',
  '财政局（临江区）',
])('%s is the only unit of that name without a question', (name) => {
  expect(matcherOf(one)(organ(name))).toEqual({ unit: '114102040000000011' })
})
test('where the list names no place at all, a place before the name says nothing against it', () => {
  const flat = matcherOf(rosterOf([['财政局'], ['教育局']]).units)
  expect(flat(organ('江北省东海市临江区财政局'))).toEqual({ unit: '财政局' })
  expect(flat(organ('教育财政局'))).toMatchObject({ ask: ['财政局'], against: true })
})
