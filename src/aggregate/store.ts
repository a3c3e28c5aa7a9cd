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
  /** A task with what is summed of its reports; those in `known`, by content code, are not read again. Undefined where there is none. */
  task(id: string, known?: ReadonlyMap<string, Received>): Promise<(TaskHead & Task) | undefined>
  /** Puts a task, and adds reports to it; one that is there already stays as it is. */
  put(head: TaskHead, reports?: readonly StoredReport[]): Promise<void>
  /**
   * Changes the list and the decisions of a task from what is stored at that moment, and adds reports to it. False where the task is
   * gone: nothing is written then.
   */
  change(
    id: string,
    change: (head: TaskHead) => TaskHead,
    reports?: readonly StoredReport[],
  ): Promise<boolean>
  /** Puts what is known of reports that are there in place of what was known of them, by content code. */
  renew(id: string, reports: readonly Received[]): Promise<void>
  /** The file of a report. */
  file(id: string, code: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The files of some reports of a task, by their content codes; undefined where there is none. */
  files(id: string, codes: readonly string[]): Promise<(Uint8Array<ArrayBuffer> | undefined)[]>
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
    if (!reports.length) return
    codesOf(at, id, (codes) => {
      const there = new Set(codes)
      const fresh = reports.filter(({ received: { code } }) => !there.has(code) && there.add(code))
      inTurn(fresh, ({ received, bytes }) => {
        const key = [id, received.code]
        at.reports.put(received, key)
        return at.files.put(bytes, key)
      })
    })
  }
  const filesOf: SumStore['files'] = async (id, codes) =>
    (await run<(Uint8Array<ArrayBuffer> | undefined)[]>('readonly', ({ files }, answer) => {
      const asked = codes.map((code) => files.get([id, code]))
      const last = asked.at(-1)
      if (last) last.onsuccess = () => answer(asked.map((file) => file.result))
    })) ?? []
  return {
    tasks: async () =>
      (await run<TaskHead[]>('readonly', ({ tasks }, answer) => {
        tasks.getAll().onsuccess = (event) => answer((event.target as IDBRequest<TaskHead[]>).result)
      })) ?? [],
    task: (id, known = new Map()) =>
      run('readonly', (at, answer) => {
        const found: Received[] = []
        const head = at.tasks.get(id)
        codesOf(at, id, (codes) => {
          if (!head.result) return
          answer({ ...head.result, reports: found })
          for (const run of runsOf(codes, (code) => known.get(code)))
            if ('known' in run) found.push(run.known)
            else {
              // Requests are answered in the order in which they were made: a known one waits for those before it.
              const place = found.length
              found.length += run.codes.length
              const range = IDBKeyRange.bound([id, run.codes[0]], [id, run.codes.at(-1)])
              at.reports.getAll(range).onsuccess = (event) => {
                const reports = (event.target as IDBRequest<Received[]>).result
                for (const [n, report] of reports.entries()) found[place + n] = report
              }
            }
        })
      }),
    async put(head, reports = []) {
      await run('readwrite', (at) => {
        at.tasks.put(head, head.id)
        addAll(at, head.id, reports)
      })
    },
    change: async (id, change, reports = []) =>
      (await run<boolean>('readwrite', (at, answer) => {
        const head = at.tasks.get(id)
        head.onsuccess = () => {
          if (!head.result) return
          at.tasks.put({ ...change(head.result), id }, id)
          addAll(at, id, reports)
          answer(true)
        }
      })) ?? false,
    async renew(id, reports) {
      await run('readwrite', (at) =>
        codesOf(at, id, (codes) => {
          const there = new Set(codes)
          const known = reports.filter(({ code }) => there.has(code))
          inTurn(known, (received) => at.reports.put(received, [id, received.code]))
        }),
      )
    },
    file: async (id, code) => (await filesOf(id, [code]))[0],
    files: filesOf,
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

/** Requests made at a time: thousands of reports must not hold up the page, on the way in and on the way out. */
const AT_ONCE = 100

/** Asks for each, some at a time, the next when the last of these is answered. Within one transaction, which stays open by it. */
function inTurn<T>(all: readonly T[], request: (one: T) => IDBRequest, from = 0) {
  let last: IDBRequest | undefined
  for (const one of all.slice(from, from + AT_ONCE)) last = request(one)
  if (last) last.onsuccess = () => inTurn(all, request, from + AT_ONCE)
}

/** The content codes of a task's reports, sorted. */
function codesOf({ reports }: Stores, id: string, found: (codes: string[]) => void) {
  const keys = reports.getAllKeys(ofTask(id))
  keys.onsuccess = () => found(keys.result.map((key) => (key as [string, string])[1]))
}

/** Codes in their order: what is known of one, or some in a row of which nothing is. */
function runsOf<T>(codes: readonly string[], knownOf: (code: string) => T | undefined) {
  const runs: ({ known: T } | { codes: string[] })[] = []
  for (const code of codes) {
    const known = knownOf(code)
    const last = runs.at(-1)
    if (known !== undefined) runs.push({ known })
    else if (last && 'codes' in last && last.codes.length < AT_ONCE) last.codes.push(code)
    else runs.push({ codes: [code] })
  }
  return runs
}
