import { expect, test } from 'vitest'
import { type Received, receivedOf } from '../../aggregate/received'
import { rosterOf } from '../../aggregate/roster'
import { overviewOf, sumsOf, type Task } from '../../aggregate/task'
import { documentOf } from '../../export/document'
import { toHtml } from '../../export/html'
import { currentEdition as edition } from '../../format/editions'
import { reportOf, textsOfProposal } from '../../import/apply'
import { readFile } from '../../import/files/read'
import { recognise } from '../../import/recognise'
import { filledReport } from '../../testing/filledReport'
import { take } from './intake'
import { settledFile } from './settled'
import { unusableWords } from './words'

const marked = 'tables.requests.received.naturalPerson'
const unread = 'tables.requests.carriedOver.naturalPerson'
const organ = '临江区教育局'

/** A web page as an office publishes it: one figure with a mark at it, one that is still a word. */
function page(name = organ): Uint8Array {
  const report = filledReport({ 'organ.name': name, year: '2024', [marked]: '771', [unread]: '772' })
  const html = toHtml(documentOf(report, edition, { draft: false, code: 'AAAA-AAAA-AAAA-AAAA' }))
  return new TextEncoder().encode(html.replace('>771<', '>771*<').replace('>772<', '>待定<'))
}
async function received(file: string, bytes: Uint8Array): Promise<Received> {
  const taken = await take({ name: file, bytes })
  if ('problem' in taken) throw new Error(taken.problem)
  return taken.report
}
/** What a person makes of it beside the source. */
async function settledBy(bytes: Uint8Array, base: string, texts: [string, string][]) {
  const read = await readFile(bytes, 'a.html')
  if ('problem' in read) throw new Error(read.problem)
  const { entered, sourceTotals } = textsOfProposal(recognise(read.source, edition), edition)
  const file = await settledFile(reportOf([...entered, ...texts], sourceTotals, edition), base, 'a.html')
  if (!file) throw new Error('not read back')
  return file
}
const taskOf = (reports: Received[], decisions: Task['decisions'] = []): Task => ({
  year: 2024,
  units: rosterOf([[organ]]).units,
  reports,
  decisions,
})
const settled = (of: string, base: string, version: string): Task['decisions'][number] => ({
  kind: 'settled',
  of,
  base,
  version,
  changed: {},
  confirmed: [],
})

test('a recognised report says how many of its figures are doubtful or missing, and is summed without them until a person has settled them', async () => {
  const original = await received('a.html', page())
  expect(original.recognised).toBe(true)
  expect(unusableWords(original)).toBe('2 处存疑')
  const before = sumsOf(overviewOf(taskOf([original])))
  expect([marked, unread].map((address) => before.get(address)?.missing)).toEqual([1, 1])

  const { received: version, bytes } = await settledBy(page(), original.code, [[unread, '3']])
  expect(version.base).toBe(original.code)
  expect(await received('再读.json', bytes)).toEqual({ ...version, file: '再读.json' })
  const overview = overviewOf(
    taskOf([version, original], [settled(original.code, original.code, version.code)]),
  )
  expect(overview.standings).toMatchObject([
    { state: 'received', current: { code: version.code }, settledFrom: original.code },
  ])
  expect(unusableWords(version)).toBe('')
  const after = sumsOf(overview)
  expect([marked, unread].map((address) => after.get(address))).toEqual([
    { value: '771', missing: 0 },
    { value: '3', missing: 0 },
  ])
})

test('settled as it was read, it still is a version of its own', async () => {
  const original = await received('a.html', page())
  const { received: version } = await settledBy(page(), original.code, [])
  expect(version.code).not.toBe(original.code)
  expect(unusableWords(version)).toBe('缺 1 个数')
})

test('two people who settle one report differently make a conflict, whatever came first; settled again it follows the one before', async () => {
  const original = await received('a.html', page())
  const [one, other] = await Promise.all(
    ['3', '4'].map(async (text) => (await settledBy(page(), original.code, [[unread, text]])).received),
  )
  if (!one || !other) throw new Error('nothing settled')
  const decisions = [one, other].map(({ code }) => settled(original.code, original.code, code))
  const fork = taskOf([original, one, other], decisions)
  const standings = overviewOf(fork).standings
  expect(standings).toMatchObject([{ state: 'conflict' }])
  expect(
    overviewOf({ ...fork, reports: [...fork.reports].reverse(), decisions: [...decisions].reverse() })
      .standings[0]?.state,
  ).toBe('conflict')
  const { received: again } = await settledBy(page(), one.code, [[unread, '5']])
  const chain = taskOf(
    [again, one, original],
    [settled(original.code, one.code, again.code), settled(original.code, original.code, one.code)],
  )
  expect(overviewOf(chain).standings).toMatchObject([
    { state: 'received', current: { code: again.code }, settledFrom: original.code },
  ])
})

test('a report whose organ was not read right goes to the unit that the settled one names, and nothing of it is left outside', async () => {
  const original = await received('a.html', page('临江区教肓局'))
  expect(overviewOf(taskOf([original])).standings.map(({ state }) => state)).toEqual(['missing', 'outside'])
  const { received: version } = await settledBy(page('临江区教肓局'), original.code, [['organ.name', organ]])
  const overview = overviewOf(
    taskOf([original, version], [settled(original.code, original.code, version.code)]),
  )
  expect(overview.standings.map(({ state, reports }) => [state, reports.length])).toEqual([['received', 2]])
})

test('the web page of a report and its own file are one document: nobody has to choose between them', async () => {
  const report = filledReport({ 'organ.name': organ, 'organ.code': '114102040000000011', year: '2024' })
  const page = toHtml(documentOf(report, edition, { draft: false, code: 'AAAA-AAAA-AAAA-AAAA' }))
  const text = await received('a.html', new TextEncoder().encode(page))
  const file = receivedOf(report, edition, 'a.json')
  expect(file.code).not.toBe(text.code)
  expect(overviewOf(taskOf([text, file])).standings).toMatchObject([{ state: 'received', current: file }])
})
