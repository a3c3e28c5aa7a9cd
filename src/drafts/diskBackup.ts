import { decodeText } from '../report/decode'
import { backupParts } from './backup'
import { type Draft, hasSameContent, isNewer } from './draft'
import { readBackup } from './readBackup'
import type { DraftStore } from './store'
import { realTimers, type Timers } from './timers'

/** The part of `FileSystemFileHandle` that is used here. */
export interface BackupFile {
  readonly name: string
  getFile(): Promise<{ size: number; lastModified: number; arrayBuffer(): Promise<ArrayBuffer> }>
  /** What is written stands in the file only once it is closed: a file is never half written. */
  createWritable(): Promise<{
    write(text: string): Promise<void>
    close(): Promise<void>
    abort(): Promise<void>
  }>
  queryPermission?(how: { mode: 'readwrite' }): Promise<Permission>
  requestPermission?(how: { mode: 'readwrite' }): Promise<Permission>
  isSameEntry?(other: BackupFile): Promise<boolean>
}
type Permission = 'granted' | 'denied' | 'prompt'

/**
 * Why the file was not written. `gone`: moved, or its disk is away. `refused`: no permission. `busy`: another program holds
 * it. `full`: the disk. `foreign`: it holds what this browser does not have, so that it was left as it is. `noAnswer`: the disk
 * does not answer. `other`: anything else.
 */
export type DiskProblem = 'gone' | 'refused' | 'busy' | 'full' | 'foreign' | 'noAnswer' | 'other'

/**
 * - `off`: nothing is written any more;
 * - `asleep`: after a restart the browser wants the clerk's consent again;
 * - `on`: kept up to date; `writtenAt` is when the file last had everything, absent before the first time;
 * - `failed`: tried again after the next save.
 */
export type DiskState =
  | { step: 'off' }
  | { step: 'asleep' }
  | { step: 'on'; writtenAt?: string }
  | { step: 'failed'; problem: DiskProblem; writtenAt?: string }

export interface DiskBackup {
  readonly fileName: string
  state(): DiskState
  subscribe(listener: () => void): () => void
  /** A page that is hidden writes at once what is not yet in the file, and leaves what follows to the page that is shown. */
  setShown(shown: boolean): Promise<void>
  /** Asks for permission where it is missing, and writes; only where the clerk has just clicked, else browsers refuse. */
  resume(): Promise<void>
  /** Nothing is written any more; the file stays as it is. */
  stop(): void
}

/** After a save so long until the file follows, and between two writes. */
const DELAY = 3000
const EVERY = 30_000
/** A network drive that is away can keep a write waiting for ever. */
const PATIENCE = 60_000

/**
 * Keeps one file on the clerk's disk equal to 下载全部备份: after each save, at most every half minute. It writes only over what
 * this browser has as well, never an empty backup, and a failure touches nothing else. `wanted` is asked before each
 * write: another tab may have ended it, or cleared everything.
 */
export function keepOnDisk({
  file,
  store,
  wanted = async () => true,
  timers = realTimers,
}: {
  file: BackupFile
  wanted?: () => Promise<boolean>
  store: Pick<DraftStore, 'list' | 'trash' | 'now' | 'subscribe'>
  timers?: Timers
}): DiskBackup {
  let state: DiskState = { step: 'on' }
  const listeners = new Set<() => void>()
  /** The drafts that stand in the file; undefined as long as it is not known what stands there. */
  let written: Draft[] | undefined
  /** The file as this page left it: while it looks the same, nobody else has written. */
  let mark: string | undefined
  let begunAt = Number.NEGATIVE_INFINITY
  let timer: unknown
  let running: Promise<void> | undefined
  let shown = true

  function publish(next: DiskState) {
    if (state.step === 'off') return
    state = next
    for (const listener of listeners) listener()
  }
  const lastTime = () => ('writtenAt' in state ? state.writtenAt : undefined)
  const isOff = () => state.step === 'off'
  const fail = (problem: DiskProblem) => publish({ step: 'failed', problem, writtenAt: lastTime() })

  const allowed = async () => (await file.queryPermission?.({ mode: 'readwrite' })) ?? 'granted'

  /** What the file holds: nothing that is not here too, exactly what is here, or something that would be lost. */
  function compare(text: string): 'older' | 'same' | 'foreign' {
    if (!text.trim()) return 'older'
    const backup = readBackup(text)
    if ('problem' in backup || backup.unreadable) return 'foreign'
    const list = store.list()
    const all = [...store.trash().map(({ draft }) => draft), ...list]
    const here = new Map(all.map((draft) => [draft.id, draft]))
    const others = backup.drafts.filter((draft) => {
      const own = here.get(draft.id)
      return !own || isNewer(draft, own)
    })
    // What was restored beside a draft of its id has an id of its own.
    if (!others.every(({ report }) => all.some((draft) => hasSameContent(draft.report, report))))
      return 'foreign'
    const states = new Set(backup.drafts.map(stateOf))
    return states.size === list.length && list.every((draft) => states.has(stateOf(draft))) ? 'same' : 'older'
  }

  async function write() {
    if (!(await wanted())) return stop()
    const permission = await allowed()
    if (permission !== 'granted') {
      if (permission === 'prompt') publish({ step: 'asleep' })
      else fail('refused')
      return
    }
    const found = await file.getFile()
    if (markOf(found) !== mark) {
      mark = undefined
      const holds = compare(decodeText(new Uint8Array(await found.arrayBuffer())))
      if (holds === 'foreign') return fail('foreign')
      if (holds === 'same') {
        mark = markOf(found)
        written = store.list()
        return publish({ step: 'on', writtenAt: new Date(found.lastModified).toISOString() })
      }
    }
    const drafts = store.list()
    if (!drafts.length) {
      written = drafts
      return publish({ step: 'on', writtenAt: lastTime() })
    }
    const at = store.now()
    const writable = await file.createWritable()
    for (const part of backupParts(drafts, at)) await writable.write(part)
    if (isOff()) return writable.abort()
    await writable.close()
    mark = markOf(await file.getFile())
    written = drafts
    publish({ step: 'on', writtenAt: at.toISOString() })
  }

  async function run() {
    begunAt = store.now().getTime()
    const waiting = timers.schedule(() => fail('noAnswer'), PATIENCE)
    try {
      await write()
    } catch (error) {
      fail(problemOf(error))
    }
    timers.cancel(waiting)
  }

  /** One write at a time; what is saved meanwhile comes with the next. */
  function begin(): Promise<void> {
    timers.cancel(timer)
    timer = undefined
    running ??= run().finally(() => {
      running = undefined
      // Other content in the file does not go away by itself.
      if (state.step === 'on' || (state.step === 'failed' && state.problem !== 'foreign')) changed()
    })
    return running
  }

  function changed() {
    if (!shown || isOff() || state.step === 'asleep' || timer !== undefined || store.list() === written)
      return
    // A clock that is set back must not put off a write.
    const since = Math.max(0, store.now().getTime() - begunAt)
    timer = timers.schedule(() => void begin(), Math.min(EVERY, Math.max(DELAY, EVERY - since)))
  }

  const unsubscribe = store.subscribe(changed)
  function stop() {
    timers.cancel(timer)
    unsubscribe()
    publish({ step: 'off' })
  }
  void begin()

  return {
    fileName: file.name,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async setShown(on) {
      shown = on
      if (isOff()) return
      if (on) {
        // The consent may have been given in another tab.
        if (state.step === 'asleep' && (await allowed()) === 'granted') await begin()
        else changed()
        return
      }
      await running
      if (state.step !== 'asleep' && store.list() !== written) await begin()
    },
    async resume() {
      if ((await allowed()) !== 'granted') {
        const answer = await file.requestPermission?.({ mode: 'readwrite' })
        if (answer === 'denied') fail('refused')
        if (answer !== 'granted') return
      }
      await begin()
    },
    stop,
  }
}

const stateOf = ({ id, revision, savedAt }: Draft) => `${id} ${revision} ${savedAt}`
const markOf = ({ size, lastModified }: { size: number; lastModified: number }) => `${size} ${lastModified}`

const problems: Record<string, DiskProblem> = {
  NotFoundError: 'gone',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NoModificationAllowedError: 'busy',
  QuotaExceededError: 'full',
}
const problemOf = (error: unknown): DiskProblem =>
  (error instanceof Error ? problems[error.name] : undefined) ?? 'other'
