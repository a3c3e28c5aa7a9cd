import type { Doubt } from '../report/doubts'
import { blankNotes, type Entries, type Exception, type Notes, type Report } from '../report/report'
import { DRAFT_VERSION, migrated, SEALED_SINCE } from './migrations'
import { sealed, sealOf } from './seal'
import { changesFrom } from './threeWay'

/** One report in progress as it is stored: every text exactly as typed, malformed ones included. */
export interface Draft {
  version: typeof DRAFT_VERSION
  /** Letters, digits, “-” and “_”: it stands in addresses (`#/report/<id>/…`) and storage keys. */
  id: string
  /** Counts the saved states of the draft; the higher one is the newer one. */
  revision: number
  /** ISO date and time, as `savedAt`. */
  createdAt: string
  savedAt: string
  report: Report
}

/** Why a stored text is no draft: not readable, or written by a later version of the program. */
export type DraftProblem = 'damaged' | 'newer'

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567'
/** A fresh id of 12 characters (60 bits). `crypto.randomUUID` is missing on plain-http hosts, this works everywhere. */
export const newDraftId = (crypto: Pick<Crypto, 'getRandomValues'>): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => DIGITS[byte & 31]).join('')

export const newDraft = (report: Report, now: Date, id: string): Draft => ({
  version: DRAFT_VERSION,
  id,
  revision: 1,
  createdAt: now.toISOString(),
  savedAt: now.toISOString(),
  report,
})

/** The same report as a draft of its own. */
export const copyOf = (draft: Draft, now: Date, id: string): Draft =>
  newDraft(structuredClone(draft.report), now, id)

/** The stored text of a draft, with a check sum; `parseDraft` gives back the same texts to the letter. */
export const draftText = (draft: Draft): string => sealed(JSON.stringify(draft))

/** Whether a stored text that can be read was written by an earlier version of the program. */
export const isOlder = (text: string): boolean => !text.startsWith(`{"version":${DRAFT_VERSION},`)

/**
 * Whether a clerk would call the content of two reports the same: opening a draft, which completes its blanks, must not
 * count as a change. Asked at each save, in the midst of typing.
 */
export const hasSameContent = (a: Report, b: Report): boolean =>
  a === b ||
  (a.edition === b.edition &&
    changesFrom(a.entries, b.entries).length === 0 &&
    (a.notes === b.notes || JSON.stringify(a.notes) === JSON.stringify(b.notes)))

/** Which of two states of a draft is to be kept: the higher revision, of equal ones the later save. */
export function isNewer(
  draft: Pick<Draft, 'revision' | 'savedAt'>,
  than: Pick<Draft, 'revision' | 'savedAt'>,
): boolean {
  if (draft.revision !== than.revision) return draft.revision > than.revision
  return Date.parse(draft.savedAt) > Date.parse(than.savedAt)
}

/** Reads a stored text. Addresses may be missing; a text that is no text is refused, never guessed at. */
export function parseDraft(text: string): Draft | { problem: DraftProblem } {
  const seal = sealOf(text)
  if (seal === 'broken') return { problem: 'damaged' }
  try {
    const value: unknown = JSON.parse(text)
    const needsSeal = isTree(value) && value.version !== undefined && Number(value.version) >= SEALED_SINCE
    const read = readDraft(value)
    return needsSeal && seal === 'none' && !('problem' in read) ? { problem: 'damaged' } : read
  } catch {
    // No JSON, or nested so deep that reading it overflows the stack.
    return { problem: 'damaged' }
  }
}

/** The guard behind `parseDraft`, for a value out of `JSON.parse`. Written by hand: zod stays off the first screen. */
export function readDraft(value: unknown): Draft | { problem: DraftProblem } {
  const damaged = { problem: 'damaged' } as const
  if (!isTree(value)) return damaged
  if (typeof value.version === 'number' && value.version > DRAFT_VERSION) return { problem: 'newer' }
  const current = migrated(value)
  if (!current) return damaged
  const { id, revision, createdAt, savedAt, report } = current
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return damaged
  if (!isCount(revision) || !isTime(createdAt) || !isTime(savedAt) || !isTree(report)) return damaged
  const read = readReport(report)
  const counted = revision > MOST_REVISIONS ? MOST_REVISIONS : revision
  return read ? { version: DRAFT_VERSION, id, revision: counted, createdAt, savedAt, report: read } : damaged
}

/** As much of a draft of a later version as this one understands, to look at; undefined where that is nothing. */
export function parseNewer(text: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isTree(value) || typeof value.id !== 'string' || !isTree(value.report)) return undefined
    const { id, revision, createdAt, savedAt } = value
    const report = readReport(value.report)
    const time = isTime(savedAt) ? savedAt : new Date(0).toISOString()
    return (
      report && {
        version: DRAFT_VERSION,
        id,
        revision: isCount(revision) ? revision : 0,
        createdAt: isTime(createdAt) ? createdAt : time,
        savedAt: time,
        report,
      }
    )
  } catch {
    return undefined
  }
}

/** More saves than anybody makes; a hand-made file may say a number that cannot be counted on from. */
const MOST_REVISIONS = 2 ** 50

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTime = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))

/** A key of a hand-made file; assigned, it would replace the prototype of the copy. No address is called so. */
const PROTOTYPE = '__proto__'

function readEntries(value: unknown): Entries | undefined {
  if (!isTree(value)) return undefined
  const entries: Entries = {}
  for (const [key, child] of Object.entries(value)) {
    if (key === PROTOTYPE || child === null) continue
    const read = typeof child === 'string' ? child : readEntries(child)
    if (read === undefined) return undefined
    entries[key] = read
  }
  return entries
}

/** Texts under keys of any name; the prototype's is kept as a key like the others. */
function readTexts(value: unknown): Record<string, string> | undefined {
  if (!isTree(value)) return undefined
  const texts = Object.entries(value).filter((each): each is [string, string] => each[1] !== null)
  return texts.every(([, text]) => typeof text === 'string') ? Object.fromEntries(texts) : undefined
}

function readReport(value: unknown): Report | undefined {
  if (!isTree(value) || typeof value.edition !== 'string') return undefined
  const entries = readEntries(value.entries)
  const notes = readNotes(value.notes)
  return entries && notes ? { edition: value.edition, entries, notes } : undefined
}

function readNotes(value: unknown): Notes | undefined {
  if (value === undefined) return blankNotes()
  if (!isTree(value)) return undefined
  const { sourceTotals = {}, exceptions = [], base = null, unknown = {} } = value
  const totals = readTexts(sourceTotals)
  const read = Array.isArray(exceptions) ? exceptions.map(readException) : [undefined]
  if (!totals || !read.every((exception) => exception !== undefined)) return undefined
  if ((base !== null && typeof base !== 'string') || !isTree(unknown)) return undefined
  const { lastYear, corrected, doubts, ...others } = value
  // A note that a later program adds beside these survives a save by this one.
  const notes: Notes = { ...others, sourceTotals: totals, exceptions: read, base, unknown }
  const doubted = isTree(doubts) ? Object.entries(doubts).flatMap(readDoubt) : []
  if (doubted.length) notes.doubts = Object.fromEntries(doubted)
  // These are copies to compare with: one that cannot be read is left out, the draft itself is not lost.
  for (const [key, copy] of Object.entries({ lastYear, corrected })) {
    const read = copy === undefined ? undefined : readReport(copy)
    if (read) notes[key as 'lastYear' | 'corrected'] = read
  }
  return notes
}

/** A doubt that cannot be read is left out: the value that it is about stands in the report all the same. */
function readDoubt([address, value]: [string, unknown]): [string, Doubt][] {
  if (!isTree(value) || typeof value.text !== 'string' || typeof value.why !== 'string') return []
  return [[address, { text: value.text, why: value.why }]]
}

function readException(value: unknown): Exception | undefined {
  if (!isTree(value)) return undefined
  const { rule, reason, at } = value
  const cells = readTexts(value.cells)
  if (typeof rule !== 'string' || typeof reason !== 'string' || typeof at !== 'string' || !cells)
    return undefined
  return { ...value, rule, reason, at, cells }
}
