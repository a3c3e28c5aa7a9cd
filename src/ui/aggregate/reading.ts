import type { StoredReport } from '../../aggregate/store'
import { batchesOf } from './batches'
import { inCrew, shareOf } from './crew'
import { NEEDS_PDF_READER, type Taken, takenOf } from './intake'
import type { IntakeAnswer, IntakeWork, TakenFile } from './intake.worker'
import { readPdfReport } from './readPdf'

/** A file that was chosen or dropped, with the folders over it. */
export interface ChosenFile {
  name: string
  file: Blob
}
/** What came of one file: a report with its bytes, or a sentence. */
export type Outcome = { name: string } & ({ stored: StoredReport } | { problem: string })

/** Files that go to a worker together: a message for each of thousands costs more than reading it. */
const BATCH = { most: 16, size: 1_000_000 }
/** Reading leaves little behind: taking in three thousand files takes a sixth less of the processor than with a fresh worker for each 200. */
const FILES_A_WORKER = 800
const FAILED = '读取时出了问题，没有装入。'
/** Progress is said this often, ms: a page of thousands of units is not drawn again for each file. */
const SAID_EVERY_MS = 150

/**
 * Reads files beside the page, several at a time. `onRead` hears how many are done; nothing is kept where `signal` is aborted
 * before the end.
 */
export async function readFiles(
  files: readonly ChosenFile[],
  onRead: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { default: script } = await import('./intake.worker.ts?workerText')
  const outcomes = new Map<ChosenFile, Outcome[]>()
  let said = 0
  await inCrew<ChosenFile, IntakeWork, IntakeAnswer>(
    script,
    batchesOf(
      files,
      { ...BATCH, most: Math.min(BATCH.most, shareOf(files.length)) },
      ({ file }) => file.size,
    ),
    (files) => ({ message: { files: files.map(({ name, file }) => ({ name, file })) } }),
    async (batch, answer) => {
      for (const [n, one] of batch.entries()) {
        const taken = answer?.taken[n]
        outcomes.set(
          one,
          taken ? await Promise.all(taken.map(outcomeOf)) : [{ name: one.name, problem: FAILED }],
        )
      }
      const now = performance.now()
      if (now - said < SAID_EVERY_MS && outcomes.size < files.length) return
      said = now
      onRead(outcomes.size)
    },
    () => signal.aborted,
    FILES_A_WORKER,
  )
  return signal.aborted ? [] : files.flatMap((file) => outcomes.get(file) ?? [])
}

async function outcomeOf({ taken, bytes }: TakenFile): Promise<Outcome> {
  let found: Taken = taken
  // The reader of PDF files is large, and comes with the first of them.
  if ('problem' in found && found.problem === NEEDS_PDF_READER && bytes) {
    found = takenOf(taken.name, await readPdfReport(taken.name, bytes))
  }
  const { name } = found
  if ('problem' in found) return { name, problem: found.problem }
  return bytes ? { name, stored: { received: found.report, bytes } } : { name, problem: FAILED }
}
