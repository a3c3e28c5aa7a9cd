import type { Draft } from '../../drafts/draft'
import { createObservable, useObservable } from '../parts/observable'
import { useOnDisk } from './onDisk'
import { useNow } from './useNow'

/** When each draft was last downloaded as a backup, by its id; ISO date and time. */
const KEY = 'nianbao:last-backup'

function stored(): Record<string, string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return Object.fromEntries(
      Object.entries(value ?? {}).filter(([, at]) => typeof at === 'string' && !Number.isNaN(Date.parse(at))),
    )
  } catch {
    return {}
  }
}
const known = createObservable(stored())

/** A backup of these drafts has been handed to the browser. */
export function rememberBackup(drafts: Pick<Draft, 'id'>[], at: Date) {
  const next = { ...stored(), ...Object.fromEntries(drafts.map(({ id }) => [id, at.toISOString()])) }
  known.set(next)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Full or not allowed: known until the page is closed.
  }
}

/** So much time between two backups, or since a draft was begun, is a day's work. */
const DAY_OF_WORK = 8 * 3_600_000

const two = (n: number) => String(n).padStart(2, '0')
/** 11月28日 22:39, with the year where it is not the current one. */
function stamp(iso: string, now: Date): string {
  const time = new Date(iso)
  const year = time.getFullYear() === now.getFullYear() ? '' : `${time.getFullYear()}年`
  return `${year}${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`
}

/** How a draft stands with its backups, in a few words; `due` after a day's work without one. */
export function backupWords(
  { createdAt, savedAt }: Pick<Draft, 'createdAt' | 'savedAt'>,
  last: string | undefined,
  now: Date,
): { words: string; due: boolean } {
  const since = Date.parse(last ?? createdAt)
  const due = Date.parse(savedAt) - since > DAY_OF_WORK
  if (!last) return { words: due ? '还没有备份过' : '', due }
  return { words: `上次备份 ${stamp(last, now)}${due ? '，之后改过' : ''}`, due }
}

/** The same of one draft as it stands, the file on disk that follows each save among its backups. */
export function useBackupWords(draft: Pick<Draft, 'id' | 'createdAt' | 'savedAt'>) {
  const now = useNow()
  const times = useObservable(known)
  const state = useOnDisk()?.state
  const onDisk = state && 'writtenAt' in state ? state.writtenAt : undefined
  const last = [times[draft.id], onDisk].filter((at) => at !== undefined).sort()
  return backupWords(draft, last.at(-1), now)
}

/** The last backup of any of these drafts, and how many have a day's work without one. */
export function useBackups(drafts: Draft[]): { words: string; due: number } {
  const now = useNow()
  const times = useObservable(known)
  const last = drafts
    .flatMap(({ id }) => times[id] ?? [])
    .sort()
    .at(-1)
  const due = drafts.filter((draft) => backupWords(draft, times[draft.id], now).due).length
  return { words: last ? stamp(last, now) : '', due }
}
