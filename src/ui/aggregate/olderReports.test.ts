import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeAll, expect, test } from 'vitest'
import { rosterOf } from '../../aggregate/roster'
import { type StoredReport, sumStore } from '../../aggregate/store'
import { overviewOf } from '../../aggregate/task'
import { documentOf } from '../../export/document'
import { toHtml } from '../../export/html'
import { currentEdition as edition } from '../../format/editions'
import { fileText } from '../../report/file'
import { filledReport } from '../../testing/filledReport'
import { take } from './intake'
import { renewed } from './olderReports'
import type { Outcome } from './reading'

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange
})

async function read(files: { name: string; file: Blob }[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, file } of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const taken = await take({ name, bytes })
    outcomes.push(
      'report' in taken
        ? { name, stored: { received: taken.report, bytes } }
        : { name, problem: taken.problem },
    )
  }
  return outcomes
}

test('a task of an earlier version knows after opening that a file and the printed page of it are one report, and keeps that', async () => {
  const report = filledReport({ 'organ.name': '教育局', year: '2024' })
  const [page, file] = [
    toHtml(documentOf(report, edition, { draft: false, code: 'AAAA-AAAA-AAAA-AAAA' })),
    fileText(report, edition, 'final'),
  ]
  const outcomes = await read([
    { name: '教育局.html', file: new Blob([page]) },
    { name: '教育局.json', file: new Blob([file]) },
  ])
  const stored = outcomes.flatMap((one): StoredReport[] => {
    if (!('stored' in one)) return []
    const { prints, ...received } = one.stored.received
    return [{ ...one.stored, received }]
  })
  const store = sumStore(new IDBFactory())
  const { units } = rosterOf([['教育局']])
  await store.put({ id: 'a', name: '汇总', year: 2024, units, decisions: [] }, stored)
  const stateOf = async () => {
    const task = await store.task('a')
    return task && overviewOf(task).standings.map(({ state }) => state)
  }
  expect(await stateOf()).toEqual(['conflict'])
  const reports = (await store.task('a'))?.reports ?? []
  expect((await renewed(store, 'a', reports, read)).every(({ prints }) => prints)).toBe(true)
  expect(await stateOf()).toEqual(['received'])
})
