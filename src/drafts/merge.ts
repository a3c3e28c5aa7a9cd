import { type Draft, type DraftProblem, hasSameContent, isNewer, parseDraft } from './draft'
import type { JournalRecord, TrashRecord } from './journal'

/** What is known of one draft when the app starts. */
export interface Traces {
  id: string
  /** The text in localStorage. */
  stored?: string
  journalled?: JournalRecord
  /** Its record in the trash of the journal, or in the trash of localStorage. */
  buried?: TrashRecord
  buriedLocally?: TrashRecord
}

/**
 * - `live`: the draft to go on with; `stored` says whether localStorage has it already, `journal` whether the journal has it,
 *   lacks it (or has an older one), holds a damaged text, or `forked`: other content under the same revision.
 * - `deleted`: a deletion whose second half was cut off by a crash.
 * - `newer`: written by a later version of the program; to be left alone.
 * - `lost`: no readable text anywhere.
 */
export type Start =
  | {
      state: 'live'
      draft: Draft
      text: string
      stored: boolean
      journal: 'has' | 'lacks' | 'damaged' | 'forked'
      damaged: string[]
    }
  | { state: 'deleted' }
  | { state: 'newer'; text: string }
  | { state: 'lost'; damaged: string[] }

/** Decides which state of a draft counts: the newer revision, wherever it is. */
export function startOf(
  { id, stored, journalled, buried, buriedLocally }: Traces,
  read: typeof readAs = readAs,
): Start {
  const local = read(id, stored)
  // As a rule both places have the same text, and it is read once: this is most of what a start with many drafts costs.
  const same = journalled !== undefined && journalled.text === stored
  const journal = same ? local : read(id, journalled?.text)
  if (local === 'newer') return { state: 'newer', text: stored ?? '' }
  if (journal === 'newer') return { state: 'newer', text: journalled?.text ?? '' }
  const damaged = [local === 'damaged' && stored, journal === 'damaged' && journalled?.text].filter(
    (text) => typeof text === 'string',
  )
  const localDraft = isDraft(local) ? local : undefined
  const journalDraft = isDraft(journal) ? journal : undefined

  // The journal deletes in one transaction, localStorage follows and may reach the disk late, or never.
  if (localDraft && buried && !journalled && localDraft.revision <= buried.revision)
    return { state: 'deleted' }
  if (
    journalDraft &&
    buriedLocally &&
    stored === undefined &&
    journalDraft.revision <= buriedLocally.revision
  )
    return { state: 'deleted' }

  if (localDraft && (!journalDraft || !isNewer(journalDraft, localDraft))) {
    const forked =
      !same &&
      journalDraft?.revision === localDraft.revision &&
      !hasSameContent(journalDraft.report, localDraft.report)
    const has = journalDraft?.revision === localDraft.revision
    return {
      state: 'live',
      draft: localDraft,
      text: stored as string,
      stored: true,
      damaged,
      journal: journal === 'damaged' ? 'damaged' : forked ? 'forked' : has ? 'has' : 'lacks',
    }
  }
  if (journalDraft) {
    const forked =
      localDraft?.revision === journalDraft.revision &&
      !hasSameContent(localDraft.report, journalDraft.report)
    return {
      state: 'live',
      draft: journalDraft,
      text: journalled?.text as string,
      stored: false,
      damaged,
      journal: forked ? 'forked' : 'has',
    }
  }
  return { state: 'lost', damaged }
}

export const isDraft = (read: Draft | DraftProblem | undefined): read is Draft => typeof read === 'object'

/** A text under the key of another draft is damaged too. */
export function readAs(id: string, text: string | undefined): Draft | DraftProblem | undefined {
  if (text === undefined) return undefined
  const read = parseDraft(text)
  if ('problem' in read) return read.problem
  return read.id === id ? read : 'damaged'
}

/** The draft in a trash record, undefined where this version cannot read it. */
export function draftIn(record: TrashRecord): Draft | undefined {
  const read = readAs(record.id, record.text)
  return isDraft(read) ? read : undefined
}

/** A trash record out of localStorage; undefined when it is none. */
export function parseTrash(text: string): TrashRecord | undefined {
  try {
    const { id, revision, deletedAt, text: draft } = JSON.parse(text)
    const good =
      typeof id === 'string' &&
      typeof revision === 'number' &&
      typeof deletedAt === 'string' &&
      typeof draft === 'string'
    return good ? { id, revision, deletedAt, text: draft } : undefined
  } catch {
    return undefined
  }
}
