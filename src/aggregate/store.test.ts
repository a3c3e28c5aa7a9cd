import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { unzipSync, zipSync } from 'fflate'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Received } from './received'
import { rosterOf } from './roster'
import { sumStore, type TaskHead } from './store'
import { readTaskFile, taskFileOf, united } from './taskFile'

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
})

const head = (id: string, more: Partial<TaskHead> = {}): TaskHead => ({
  id,
  name: '全区汇总',
  year: 2024,
  units: rosterOf([['教育局'], ['审计局']]).units,
  decisions: [],
  ...more,
})
const report = (code: string, file = `${code}.json`) => ({
  received: {
    file,
    code,
    base: null,
    edition: '2021',
    year: 2024,
    scope: 'organ',
    organ: { code: '', region: '', name: '教育局', address: '' },
    figures: [1, null, 2n],
    unequalTotals: [],
    recognised: false,
  } satisfies Received as Received,
  bytes: new TextEncoder().encode(`content of ${code}`),
})

test('a task comes back with its list, its decisions and its reports, and knows nothing of another one', async () => {
  const factory = new IDBFactory()
  const store = sumStore(factory)
  await store.put(head('a'), [report('1'), report('2')])
  await store.put(head('ab'), [report('3')])
  const again = await sumStore(factory).task('a')
  expect(again?.reports).toEqual([report('1').received, report('2').received])
  expect(again?.units.map(({ name }) => name)).toEqual(['教育局', '审计局'])
  expect(new TextDecoder().decode(await store.file('a', '2'))).toBe('content of 2')
  await store.remove('a')
  expect(await store.task('a')).toBeUndefined()
  expect(await store.file('a', '2')).toBeUndefined()
  expect((await store.task('ab'))?.reports).toHaveLength(1)
})
test('a report that is there already stays as it is, under its first file name', async () => {
  const store = sumStore(new IDBFactory())
  await store.put(head('a'), [report('1')])
  await store.put(head('a'), [report('1', '同一份.json'), report('2')])
  expect((await store.task('a'))?.reports.map(({ file }) => file)).toEqual(['1.json', '2.json'])
})
test('a change is made to what is stored at that moment, and not to a task that is gone', async () => {
  const store = sumStore(new IDBFactory())
  await store.put(head('a'))
  const decide = (code: string) =>
    store.change('a', (now) => ({
      ...now,
      decisions: [...now.decisions, { kind: 'zero', code, by: '', reason: '' }],
    }))
  await Promise.all([decide('1'), decide('2')])
  expect((await store.task('a'))?.decisions).toHaveLength(2)
  await store.remove('a')
  expect(await decide('3')).toBe(false)
  expect(await store.tasks()).toEqual([])
})

test('hundreds of reports added to a task leave its list as it is now, and come back in whole whatever is known of them', async () => {
  const store = sumStore(new IDBFactory())
  const codes = Array.from({ length: 350 }, (_, n) => String(1000 + n))
  await store.put(head('a'), [report('1100')])
  // Another window has changed the list meanwhile.
  await store.change('a', (now) => ({ ...now, units: [] }))
  expect(
    await store.change(
      'a',
      (now) => now,
      codes.map((code) => report(code)),
    ),
  ).toBe(true)
  const whole = await store.task('a')
  expect(whole?.units).toEqual([])
  expect(whole?.reports.map(({ code }) => code)).toEqual(codes)
  const known = new Map(['1000', '1007', '1349'].map((code) => [code, report(code, '已知.json').received]))
  const again = await store.task('a', known)
  expect(again?.reports.map(({ code }) => code)).toEqual(codes)
  expect(again?.reports.filter(({ file }) => file === '已知.json')).toHaveLength(3)
})
test('a write that fails in the middle leaves the task as it was', async () => {
  const store = sumStore(new IDBFactory())
  await store.put(head('a'), [report('0')])
  const many = Array.from({ length: 250 }, (_, n) => report(String(1000 + n)))
  // What cannot be stored comes when two hundred have been written.
  Object.assign(many[220]?.received ?? {}, { figures: [() => 1] })
  await expect(store.change('a', (now) => ({ ...now, name: '新名' }), many)).rejects.toBeDefined()
  const task = await store.task('a')
  expect(task?.name).toBe('全区汇总')
  expect(task?.reports.map(({ code }) => code)).toEqual(['0'])
  expect(await store.file('a', '1000')).toBeUndefined()
})

test('the file of a task holds the reports as they came in, and says the same whatever their order', () => {
  const decisions: TaskHead['decisions'] = [
    { kind: 'choose', chosen: '1', over: ['2'] },
    { kind: 'zero', code: '1', by: '王芳', reason: '已核实' },
    { kind: 'zero', code: '1', by: '李明', reason: '电话核实', day: '2025-01-06' },
    { kind: 'returned', code: '2', reason: '表三不平', day: '2025-01-07' },
    { kind: 'belongs', organ: '||教委', unit: '教育局' },
  ]
  const reports = [report('1', '甲/年报.docx'), report('2')]
  const file = taskFileOf(head('a', { decisions }), reports)
  expect(taskFileOf(head('a', { decisions }), [...reports].reverse())).toEqual(file)
  const read = readTaskFile(file)
  expect(read).toMatchObject({ head: head('a', { decisions }) })
  if ('problem' in read) throw new Error(read.problem)
  expect(read.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['甲/年报.docx', 'content of 1'],
    ['2.json', 'content of 2'],
  ])
})
test.each([
  ['no archive', new Uint8Array([1, 2, 3])],
  ['cut off', taskFileOf(head('a'), [report('1')]).slice(0, 60)],
])('a file that is %s gives a sentence', (_, bytes) => {
  expect(readTaskFile(bytes)).toHaveProperty('problem')
})
test('a task file that does not hold a report which it lists names it', () => {
  const entries = unzipSync(taskFileOf(head('a'), [report('1', '甲.docx'), report('2', '乙.docx')]))
  const path = Object.keys(entries).find((name) => name.endsWith('甲.docx')) ?? ''
  delete entries[path]
  expect(readTaskFile(zipSync(entries))).toMatchObject({ files: [{ name: '乙.docx' }], lost: ['甲.docx'] })
})
test('what was settled, and who succeeds whom, goes along with the file of a task', () => {
  const decisions: TaskHead['decisions'] = [
    {
      kind: 'settled',
      of: '1',
      base: '1',
      version: '2',
      changed: { 'organ.name': '教育局' },
      confirmed: ['x'],
    },
  ]
  const { units } = rosterOf([
    ['名称', '设立日期', '撤销日期', '并入或更名为'],
    ['扶贫办', '2016-01-01', '2024-06-30', '农业农村局'],
    ['农业农村局', '', '', ''],
  ])
  const whole = head('a', { units, decisions })
  expect(readTaskFile(taskFileOf(whole, []))).toMatchObject({ head: whole })
})
test('two copies of a task are united: nothing twice, nothing lost', () => {
  const [first] = head('a').units
  const zero = { kind: 'zero', code: '1', by: '', reason: '' } as const
  const mine = head('a', { units: first ? [first] : [], decisions: [zero] })
  const theirs = head('a', { decisions: [zero, { ...zero, code: '2' }] })
  const both = united(mine, theirs)
  expect(both.units.map(({ id }) => id)).toEqual(['教育局', '审计局'])
  expect(both.decisions).toHaveLength(2)
})
