// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { receivedOf } from '../../aggregate/received'
import { rosterOf } from '../../aggregate/roster'
import { overviewOf } from '../../aggregate/task'
import { readTaskFile, taskFileOf } from '../../aggregate/taskFile'
import { currentEdition as edition } from '../../format/editions'
import { filledReport } from '../../testing/filledReport'
import { download } from '../parts/download'
import { startWorker } from '../worker'
import { annexesOf } from './annexes'
import type { OutputWork } from './outputs.worker'
import { makeArchive, saveTask } from './saveOutput'
import { useSumSource } from './useSumSource'
import { type OpenTask, theStore } from './useTask'

vi.mock('../worker')
vi.mock('../parts/download')
vi.mock('./outputs.worker.ts?workerText', () => ({ default: '' }))
vi.mock('./annexes', { spy: true })
vi.mock('./useTask', () => ({ theStore: vi.fn(), headOf: (head: object) => head }))

const LIST = { title: '核对意见', lines: [], columns: [], rows: [], ending: [] }
const received = receivedOf(filledReport({ 'organ.name': '教育局', year: '2024' }), edition, '教育局.json')
const task = {
  id: 'one',
  name: '临江区',
  year: 2024,
  units: rosterOf([['教育局'], ['审计局']]).units,
  reports: [received],
  decisions: [],
}

test('a task of thousands of reports is packed beside the page, which hands their files on', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const store = { reports: async () => [{ received, bytes }] }
  vi.mocked(theStore).mockReturnValue(store as unknown as ReturnType<typeof theStore>)
  const worker = {
    onmessage: undefined as ((answer: { data: unknown }) => void) | undefined,
    postMessage(work: OutputWork, handedOn: ArrayBuffer[]) {
      if (work.kind !== 'task') throw new Error(`no work for this: ${work.kind}`)
      expect(handedOn).toEqual([bytes.buffer])
      this.onmessage?.({ data: { made: taskFileOf(work.head, work.reports) } })
    },
    terminate: vi.fn(),
  }
  vi.mocked(startWorker).mockReturnValue(worker as unknown as Worker)
  expect(await saveTask({ task }, new AbortController().signal)).toBe('临江区_2024.nbsum')
  const [[, file] = []] = vi.mocked(download).mock.calls
  expect(readTaskFile(file as Uint8Array)).toMatchObject({
    head: { id: 'one', units: [{ name: '教育局' }, { name: '审计局' }] },
    files: [{ name: '教育局.json', bytes }],
    lost: [],
  })
  expect(worker.terminate).toHaveBeenCalled()
})

test('no tick of 选择汇总 waits for the annexes of an output that nobody has asked for', () => {
  const open = { task, overview: overviewOf(task) } as unknown as OpenTask
  const source = renderHook(({ units }) => useSumSource(open, { kind: 'chosen', units: new Set(units) }), {
    initialProps: { units: ['教育局'] },
  })
  source.rerender({ units: ['教育局', '审计局'] })
  expect(source.result.current.standings).toHaveLength(2)
  expect(annexesOf).not.toHaveBeenCalled()
  expect(source.result.current.whole().annexes).toEqual([])
})

test('核对意见 of many units are made by several workers at once, and lie in the archive in the order of their numbers', async () => {
  const waiting: (() => void)[] = []
  let started = 0
  let most = 0
  vi.mocked(startWorker).mockImplementation(() => {
    const worker = {
      onmessage: undefined as ((answer: { data: unknown }) => void) | undefined,
      postMessage(work: OutputWork) {
        if (work.kind === 'zip') {
          const made = zipSync(work.files, { level: 0 })
          return queueMicrotask(() => this.onmessage?.({ data: { made } }))
        }
        if (work.kind !== 'each') throw new Error(`no work for this: ${work.kind}`)
        most = Math.max(most, ++started)
        const each = work.lists.map(({ sheet }) => new TextEncoder().encode(sheet))
        waiting.push(() => {
          started--
          this.onmessage?.({ data: { id: work.id, each } })
        })
        // The last one that was given work answers first.
        setTimeout(() => waiting.pop()?.())
      },
      terminate: () => undefined,
    }
    return worker as unknown as Worker
  })
  const lists = Array.from({ length: 100 }, (_, n) => ({ ...LIST, sheet: `第${n}局` }))
  const names = lists.map((_, n) => `${String(n + 1).padStart(3, '0')}.docx`)
  const progress = vi.fn()
  const made = unzipSync(await makeArchive(lists, names, progress, new AbortController().signal))
  expect(Object.keys(made)).toEqual(names)
  expect(new TextDecoder().decode(made['042.docx'])).toBe('第41局')
  expect(most).toBe(Math.max(1, Math.min(4, navigator.hardwareConcurrency)))
  expect(progress).toHaveBeenLastCalledWith(100, 100)
})
