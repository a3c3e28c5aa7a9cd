import type { StoredReport } from '../../aggregate/store'
import { readTaskFile, united } from '../../aggregate/taskFile'
import { readFiles } from './reading'
import { NOT_KEPT, theStore } from './useTask'

/**
 * Opens a 汇总 file. What it holds is read anew, never believed; a task of the same id that is here already is united with it: nothing
 * that was received or decided here is lost. `lost` are reports that it should hold and that could not be read.
 */
export async function openTaskFile(
  file: File,
): Promise<{ id: string; lost: string[] } | { problem: string }> {
  const read = readTaskFile(new Uint8Array(await file.arrayBuffer()))
  if ('problem' in read) return read
  const files = read.files.map(({ name, bytes }) => ({ name, file: new Blob([bytes]) }))
  const outcomes = await readFiles(files, () => undefined, new AbortController().signal)
  const reports = outcomes.flatMap((outcome): StoredReport[] => ('stored' in outcome ? [outcome.stored] : []))
  const unread = outcomes.flatMap((outcome) => ('problem' in outcome ? [outcome.name] : []))
  const { id } = read.head
  try {
    const store = theStore()
    // United with what is stored at that moment, and in one transaction: another window may be at work on it.
    if (!(await store.change(id, (here) => united(here, read.head), reports)))
      await store.put(read.head, reports)
  } catch {
    return { problem: NOT_KEPT }
  }
  return { id, lost: [...read.lost, ...unread] }
}
