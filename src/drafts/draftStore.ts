import type { Draft } from './draft'
import type { Snapshot, SnapshotReason } from './journal'
import type { Places, Written } from './shelf'
import type { LeftAlone } from './stock'
import type { Timers } from './timers'

/** `storage` is localStorage, `journal` the database; `full` means that the newest state is not in localStorage. */
export interface Health {
  storage: Written
  journal: 'ok' | 'unavailable'
}
export type SaveProblem = 'full' | 'unavailable' | 'stale'
/** `unavailable`: the journal does not have it. `conflict`: another tab wrote too; the older state is kept as a snapshot. */
export type Journalled = 'ok' | 'conflict' | 'unavailable'
export type SaveResult = ({ ok: true } | { ok: false; problem: SaveProblem }) & {
  journalled: Promise<Journalled>
}

/**
 * What became of a draft that was written from outside the open report. `stored` is false only where the browser stores
 * nothing at all: then this page alone has it. `changed`: something else is there than the writer saw; with it and with
 * `full` nothing has been written.
 */
export type Placed = { ok: true; draft: Draft; stored: boolean } | { ok: false; problem: 'changed' | 'full' }
/**
 * What became of a draft in the trash. `there`: it is among the drafts again (another tab); `gone`: it is in the trash no
 * longer; `failed`: it could not be stored, or the database did not answer, and it stays in the trash.
 */
export type Moved = 'ok' | 'there' | 'gone' | 'failed'
/** What became of a deletion. `changed`: it was written to meanwhile; `gone`: it is not there; `failed`: it could not be stored. */
export type Removed = 'ok' | 'changed' | 'gone' | 'failed'

export interface TrashedDraft {
  draft: Draft
  deletedAt: string
}
/** A stored text that is no draft for this version. It is never changed; `key` names it in localStorage. */
export type DamagedDraft = LeftAlone

/**
 * All drafts of this browser. Functions need no `this`; lists are the same array until something in them changes. Nothing
 * throws: what fails is returned, and `health` says what is missing.
 */
export interface DraftStore {
  /**
   * Whether the journal has been looked into. Before, what localStorage has is shown, which is nearly always the newest;
   * where it is not, `subscribe` tells of it.
   */
  isOpen(): boolean
  /** The latest saved first. */
  list(): Draft[]
  /** Also a draft of a later version of the program, as far as it can be read: see `isNewer`. */
  get(id: string): Draft | undefined
  /** Whether a draft belongs to a later version of the program: it can be looked at, and is never written. */
  isNewer(id: string): boolean
  /**
   * Keeps a draft: at once in memory and localStorage, then in the journal. `before` is the state that the new one was made
   * from. `stale`: another tab has saved something else since (or, without `before`, the revision is not above the one that
   * is there); nothing is written. With `full` and `unavailable` memory has it, and the journal too where that works.
   */
  save(draft: Draft, before?: Draft): SaveResult
  /**
   * Keeps a new draft that is gone on with at once, under an id of its own. What could not be stored `health` says, and the
   * banner shows it.
   */
  create(draft: Draft): void
  /**
   * For every writer that is not the open report: looks into both places, writes `draft` there if `seen` (undefined: no
   * draft of its id) is still what is there, and reads it back. `alter` is built on it.
   */
  place(draft: Draft, seen: Draft | undefined): Promise<Placed>
  /** Moves a draft to the trash, if its content still is what was `seen`: by default, what this tab shows of it. */
  remove(id: string, seen?: Draft): Promise<Removed>
  /** The latest deleted first. */
  trash(): TrashedDraft[]
  /** Moves a draft back. */
  restore(id: string): Promise<Moved>
  /** Deletes a draft in the trash for good, with its versions. */
  purge(id: string): Promise<Moved>
  damaged(): DamagedDraft[]
  /** Drops a damaged text that the clerk has seen or saved elsewhere. */
  dropDamaged(key: string): void
  /** Takes in a draft that another tab has handed over, if it is newer than what is known here. */
  receive(text: string): void
  /** Looks for a newer state of a draft in both places. */
  reread(id: string): Promise<void>
  /** Keeps a state of a draft as a snapshot. False without a journal. */
  keep(draft: Draft, reason: SnapshotReason): Promise<boolean>
  /** States of a draft that lost a conflict, oldest first; empty without a journal. */
  snapshots(id: string): Promise<Snapshot[]>
  health(): Health
  /** What the drafts of this browser take of localStorage, in characters (it holds about 5.2 million). */
  usage(): number
  /**
   * Deletes everything of this program: drafts, trash, snapshots, damaged texts, the choice of a file on disk. True only when
   * nothing is left; false also when the database has not answered after five seconds.
   */
  clear(): Promise<boolean>
  subscribe(listener: () => void): () => void
  /** The clock handed in. */
  now(): Date
  /** Resolves when every write begun so far has ended. */
  settled(): Promise<void>
}

export interface StorePlaces {
  /** Null where reading `window.localStorage` throws. */
  storage: Places | null
  indexedDB: IDBFactory | null | undefined
  /** The first connection to the journal, where it has been asked for already. */
  connection?: Promise<IDBDatabase>
  now?: () => Date
  timers?: Timers
  /** Subscribes to the `storage` event of the page: key and new value, both null when all was cleared. */
  onOtherTab?: (listener: (key: string | null, newValue: string | null) => void) => void
  /** Milliseconds to wait for the database. */
  patience?: number
}
