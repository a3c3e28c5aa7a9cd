import { openDatabase } from '../storage/openDatabase'
import type { Received } from './received'
import type { Unit } from './roster'
import type { Decision, Task } from './task'

/** The database of all 汇总任务, apart from the drafts: nothing of other units comes near these. */
export const SUMS_DATABASE = 'nianbao-sums'

/** What is known of a 汇总任务 without its reports. */
export interface TaskHead {
  id: string
  name: string
  year: number
  units: Unit[]
  decisions: Decision[]
}
/** A report with the file that it came in. */
export interface StoredReport {
  received: Received
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Object stores, all keyed beginning with the task's id: `tasks`; `reports`, what is summed of each (`Received`); `files`, the bytes as
 * they came, only read to be shown or saved. Each method is one transaction: a kill leaves the task as before or complete.
 */
const STORES = ['tasks', 'reports', 'files'] as const
const connect = (factory: IDBFactory) =>
  openDatabase(factory, SUMS_DATABASE, 1, (database) => {
    for (const name of STORES) database.createObjectStore(name)
  })

/** Everything of one task: [id], [id, code], and whatever is sorted between them. */
const ofTask = (id: string) => IDBKeyRange.bound([id], [id, []])

export interface SumStore {
  tasks(): Promise<TaskHead[]>
  /** A task with what is summed of its reports. Undefined where there is none of this id. */
  task(id: string): Promise<(TaskHead & Task) | undefined>
  /** Puts a task, and adds reports to it; one that is there already stays as it is. */
  put(head: TaskHead, reports?: readonly StoredReport[]): Promise<void>
  /** Changes the list and the decisions of a task from what is stored at that moment. False where the task is gone. */
  change(id: string, change: (head: TaskHead) => TaskHead): Promise<boolean>
  /** The file of a report. */
  file(id: string, code: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** All reports of a task with their files, to be saved as one file. */
  reports(id: string): Promise<StoredReport[]>
  remove(id: string): Promise<void>
}

export function sumStore(factory: IDBFactory): SumStore {
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= connect(factory).then((open) => {
      // A later version of the program, in another tab, is not kept waiting.
      open.onversionchange = () => {
        open.close()
        opened = undefined
      }
      open.onclose = () => {
        opened = undefined
      }
      return open
    })
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
  /** One transaction over all stores; resolves when it is on disk, with what `work` left in its answer. */
  async function run<T>(mode: IDBTransactionMode, work: (at: Stores, answer: (value: T) => void) => void) {
    const open = await database()
    return new Promise<T | undefined>((resolve, reject) => {
      const transaction = open.transaction(STORES, mode, { durability: 'strict' })
      let answer: T | undefined
      transaction.oncomplete = () => resolve(answer)
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      const at = (name: (typeof STORES)[number]) => transaction.objectStore(name)
      try {
        work({ tasks: at('tasks'), reports: at('reports'), files: at('files') }, (value) => {
          answer = value
        })
      } catch (error) {
        transaction.abort()
        reject(error)
      }
    })
  }
  const addAll = (at: Stores, id: string, reports: readonly StoredReport[]) => {
    for (const { received, bytes } of reports) {
      const key = [id, received.code]
      const known = at.reports.getKey(key)
      known.onsuccess = () => {
        if (known.result !== undefined) return
        at.reports.put(received, key)
        at.files.put(bytes, key)
      }
    }
  }
  return {
    tasks: async () =>
      (await run<TaskHead[]>('readonly', ({ tasks }, answer) => {
        tasks.getAll().onsuccess = (event) => answer((event.target as IDBRequest<TaskHead[]>).result)
      })) ?? [],
    task: (id) =>
      run('readonly', ({ tasks, reports }, answer) => {
        const head = tasks.get(id)
        const all = reports.getAll(ofTask(id))
        all.onsuccess = () => {
          if (head.result) answer({ ...head.result, reports: all.result })
        }
      }),
    async put(head, reports = []) {
      await run('readwrite', (at) => {
        at.tasks.put(head, head.id)
        addAll(at, head.id, reports)
      })
    },
    change: async (id, change) =>
      (await run<boolean>('readwrite', ({ tasks }, answer) => {
        const head = tasks.get(id)
        head.onsuccess = () => {
          if (!head.result) return
          tasks.put({ ...change(head.result), id }, id)
          answer(true)
        }
      })) ?? false,
    file: (id, code) =>
      run('readonly', ({ files }, answer) => {
        const file = files.get([id, code])
        file.onsuccess = () => answer(file.result)
      }),
    reports: async (id) =>
      (await run<StoredReport[]>('readonly', ({ reports, files }, answer) => {
        const all = reports.getAll(ofTask(id))
        const bytes = files.getAll(ofTask(id))
        // Both come in the order of their keys, which are the same.
        bytes.onsuccess = () =>
          answer(all.result.map((received: Received, n: number) => ({ received, bytes: bytes.result[n] })))
      })) ?? [],
    async remove(id) {
      await run('readwrite', ({ tasks, reports, files }) => {
        tasks.delete(id)
        reports.delete(ofTask(id))
        files.delete(ofTask(id))
      })
    },
  }
}

interface Stores {
  tasks: IDBObjectStore
  reports: IDBObjectStore
  files: IDBObjectStore
}
