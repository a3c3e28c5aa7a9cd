import type { StoredReport } from '../../aggregate/store'
import { readMaterial } from '../import/reader'
import { startWorker } from '../worker'
import { NEEDS_PDF_READER, reportOfProposal, type Taken, takenOf } from './intake'
import type { IntakeAnswer, IntakeWork } from './intake.worker'

/** A file that was chosen or dropped, with the folders over it. */
export interface ChosenFile {
  name: string
  file: Blob
}
/** What came of one file: a report with its bytes, or a sentence. */
export type Outcome = { name: string } & ({ stored: StoredReport } | { problem: string })

const WORKERS = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2))
/** One report takes a second or two, an archive of thousands a while. */
const PATIENCE_MS = 120_000
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
  const { default: text } = await import('./intake.worker.ts?workerText')
  const outcomes: Outcome[][] = []
  let next = 0
  let done = 0
  let said = 0
  const sayDone = () => {
    done++
    const now = performance.now()
    if (now - said < SAID_EVERY_MS && done < files.length) return
    said = now
    onRead(done)
  }
  async function work() {
    let worker = startWorker(text)
    while (next < files.length && !signal.aborted) {
      const id = next++
      const { name, file } = files[id] as ChosenFile
      const answer = await ask(worker, { id, name, file })
      if (!answer) {
        worker.terminate()
        worker = startWorker(text)
      }
      outcomes[id] = answer ? await Promise.all(answer.taken.map(outcomeOf)) : [{ name, problem: FAILED }]
      sayDone()
    }
    worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(WORKERS, files.length) }, work))
  return signal.aborted ? [] : outcomes.flat()
}

async function outcomeOf({ taken, bytes }: IntakeAnswer['taken'][number]): Promise<Outcome> {
  let found: Taken = taken
  // The reader of PDF files is large, and comes with the first of them.
  if ('problem' in found && found.problem === NEEDS_PDF_READER && bytes) {
    const read = await readMaterial({ name: taken.name, bytes })
    found = takenOf(taken.name, 'problem' in read ? read : reportOfProposal(read.proposal))
  }
  const { name } = found
  if ('problem' in found) return { name, problem: found.problem }
  return bytes ? { name, stored: { received: found.report, bytes } } : { name, problem: FAILED }
}

/** The answer to one file; undefined where the worker broke down over it or takes for ever. */
export function ask(worker: Worker, work: IntakeWork): Promise<IntakeAnswer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: IntakeAnswer) => {
      clearTimeout(timer)
      worker.onmessage = worker.onerror = null
      resolve(answer)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    worker.onmessage = ({ data }: MessageEvent<IntakeAnswer>) => data.id === work.id && end(data)
    worker.onerror = () => end()
    worker.postMessage(work)
  })
}
