import type { Report } from '../report/report'
import { copyOf, type Draft, hasSameContent, isNewer, newDraftId } from './draft'
import type { SnapshotReason } from './journal'
import type { DraftStore, SaveProblem, SaveResult } from './store'
import { type Merged, mergeReports } from './threeWay'
import { realTimers, type Timers } from './timers'

export interface AutosaveStatus {
  /** When something was last saved since the draft was opened; undefined before. */
  savedAt?: string
  /**
   * Why localStorage does not have the newest state. With `full` and `unavailable` the journal still may have it: then
   * `savedAt` moves on. `stale`: nothing of this tab may be written, not even beside what another tab has saved.
   */
  problem?: SaveProblem
  /** Two tabs have changed the draft, and one of the two states was not taken up. */
  conflict?: Conflict
}

/** Where the states are that lost against another one: in the database, among the snapshots, as far as not named here. */
export interface Conflict {
  /** Whether the database has yet to answer. */
  waiting: boolean
  /** States of another tab that the database has not taken: nothing but this page may have them. */
  unkept: Draft[]
}

export interface Autosave {
  /** Something was typed. Called on each key: sets timers, reads and compares nothing. */
  changed(): void
  /** The field that was typed into has been left: what is pending is written now, not between the keys of the next one. */
  rested(): void
  /** Writes at once if anything differs from what was saved; for a page that is hidden or closed. */
  flush(): AutosaveStatus
  /**
   * Takes in what another tab has saved since: its changes go into the form, and where both changed the same value mine
   * stays and theirs is kept as a snapshot. Also in a tab that does not write.
   */
  catchUp(): void
  /** Saves, and keeps that state as a snapshot before much of it changes. False where there is no journal for it. */
  keep(reason: SnapshotReason): Promise<boolean>
  /** Whether this tab writes. What is typed while it does not is not saved. */
  setWriting(on: boolean): void
  writing(): boolean
  /** Writes what is pending and clears the timers. A later `changed` starts again, so that nothing typed can be missed. */
  stop(): void
  status(): AutosaveStatus
  /**
   * The state that was last saved or taken in. It has an id of its own from when the draft has become another one elsewhere
   * (cleared, and restored as it once was): that one is not written over, and what is typed here is saved beside it.
   */
  saved(): Draft
  subscribe(listener: () => void): () => void
}

/** A pause in typing after which the report is saved, and the longest time without a save while typing goes on. */
const DELAY = 300
const LONGEST = 600
/** While a report is worked on, the state of so long ago is kept as a snapshot. */
const KEEP_EVERY = 15 * 60_000

/**
 * Saves an open report while it is being typed, at most 0.6 s after each change: the rest of a second is for a busy
 * machine. `read` gives the report as typed, one of its own at each call; `draft` is the state that the form was opened
 * with, `adopt` puts what another tab has saved into the form. Content that equals the last saved one is not written.
 */
export function startAutosave({
  read,
  adopt,
  draft,
  store,
  timers = realTimers,
  newId = () => newDraftId(crypto),
  delay = DELAY,
  longest = LONGEST,
}: {
  read: () => Report
  adopt: (merged: Merged) => void
  draft: Draft
  store: Pick<DraftStore, 'save' | 'now' | 'get' | 'keep' | 'isOpen'>
  timers?: Timers
  newId?: () => string
  delay?: number
  longest?: number
}): Autosave {
  let saved = draft
  /** A state that localStorage has refused: tried again as it is, under the same revision. */
  let refused: Draft | undefined
  let pause: unknown
  let limit: unknown
  let status: AutosaveStatus = {}
  let keptAt: number | undefined
  let writing = true
  /** Whether the draft was in no list since this tab last saved it. */
  let gone = false
  /** The store tells of our own saves too. */
  let saving = false
  /** What another tab had saved and this one did not take in whole, until it is a version; `kept` is false where it was refused. */
  const left: { draft: Draft; kept?: boolean }[] = []
  const listeners = new Set<() => void>()

  function publish(next: AutosaveStatus) {
    const same =
      next.savedAt === status.savedAt && next.problem === status.problem && next.conflict === status.conflict
    if (same) return
    status = next
    for (const listener of listeners) listener()
  }

  function clear() {
    timers.cancel(pause)
    timers.cancel(limit)
    pause = limit = undefined
  }

  function keepLeft(own: (typeof left)[number]) {
    own.kept = undefined
    void store.keep(own.draft, 'conflict').then((kept) => {
      own.kept = kept
      if (kept) left.splice(left.indexOf(own), 1)
      publish({ ...status, conflict: conflictNow() })
    })
  }
  const conflictNow = (): Conflict => ({
    waiting: left.some(({ kept }) => kept === undefined),
    unkept: left.flatMap(({ draft, kept }) => (kept === false ? draft : [])),
  })

  /** False when there was nothing new. */
  function catchUp(): boolean {
    const theirs = store.get(saved.id)
    if (saving) return false
    if (!theirs) gone = true
    if (!theirs || !isNewer(theirs, saved)) return false
    // It was gone in between, so that what came back has not gone on from here: nothing of this tab is given up for it.
    if (gone && writing && !hasSameContent(theirs.report, saved.report)) {
      gone = false
      saveBeside({ ...saved, report: read() })
      return false
    }
    gone = false
    const merged = mergeReports(saved.report, read(), theirs.report)
    if (merged.conflict) {
      const own = { draft: theirs }
      left.push(own)
      keepLeft(own)
    }
    saved = theirs
    refused = undefined
    adopt(merged)
    publish({ savedAt: theirs.savedAt, conflict: merged.conflict ? conflictNow() : status.conflict })
    return true
  }

  /** The state before this save: as it was opened, then every quarter of an hour, also when the clock is set back. */
  function keepByTime(now: number) {
    if (saved.revision === 1 || (keptAt !== undefined && Math.abs(now - keptAt) < KEEP_EVERY)) return
    keptAt = now
    void store.keep(saved, 'time')
  }

  function save(next: Draft, before?: Draft): SaveResult {
    saving = true
    const result = store.save(next, before)
    saving = false
    if (result.ok || result.problem !== 'stale') gone = false
    return result
  }

  /** Goes on as a draft of its own. */
  function saveBeside(own: Draft) {
    const next = copyOf(own, store.now(), newId())
    const result = save(next)
    if (!result.ok && result.problem === 'stale') return publish({ ...status, problem: 'stale' })
    status = {}
    took(next, result)
  }

  function write(closing = false) {
    clear()
    if (!writing) return
    if (!closing && !store.isOpen()) {
      // The journal may still turn out to have a newer state: what is typed is merged into that one then.
      pause = timers.schedule(() => write(), delay)
      return
    }
    const report = read()
    if (!refused && hasSameContent(report, saved.report)) return
    const next =
      refused && hasSameContent(report, refused.report)
        ? refused
        : { ...saved, revision: saved.revision + 1, savedAt: store.now().toISOString(), report }
    const result = save(next, saved)
    if (!result.ok && result.problem === 'stale') {
      // Once more on top of what is there, if that has gone on from what this tab knows.
      if (catchUp()) return write(closing)
      if (saved.id === next.id) saveBeside(next)
      return
    }
    keepByTime(Date.parse(next.savedAt))
    took(next, result)
  }

  function took(next: Draft, result: SaveResult) {
    // In memory and on its way into the journal it is the newest state, also where localStorage has refused it.
    saved = next
    refused = result.ok ? undefined : next
    const { conflict } = status
    publish(result.ok ? { savedAt: next.savedAt, conflict } : { ...status, problem: result.problem })
    const own = next
    void result.journalled.then((journalled) => {
      // The database answers again.
      if (journalled !== 'unavailable') for (const each of left) if (each.kept === false) keepLeft(each)
      if (saved !== own) return
      if (journalled === 'conflict') publish({ ...status, conflict: conflictNow() })
      else if (journalled === 'ok') publish({ ...status, savedAt: own.savedAt })
    })
  }

  return {
    changed() {
      if (!writing) return
      // Two timers and no clock: a clock that is set back must not put off a save.
      if (pause !== undefined) timers.cancel(pause)
      pause = timers.schedule(() => write(), delay)
      if (limit === undefined) limit = timers.schedule(() => write(), longest)
    },
    rested() {
      if (pause !== undefined) write()
    },
    flush() {
      write(true)
      return status
    },
    keep(reason) {
      write()
      return store.keep(saved, reason)
    },
    catchUp: () => void catchUp(),
    setWriting(on) {
      writing = on
      if (!on) clear()
    },
    writing: () => writing,
    stop() {
      if (pause !== undefined) write(true)
    },
    status: () => status,
    saved: () => saved,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
