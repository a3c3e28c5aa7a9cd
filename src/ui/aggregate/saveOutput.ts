import { nameOfRange } from '../../aggregate/sumReport'
import { isLacking } from '../../aggregate/task'
import type { PrintedList } from '../../export/lists'
import type { Output } from '../../export/outputs'
import { download } from '../parts/download'
import { startWorker } from '../worker'
import { batchesOf } from './batches'
import { inCrew, shareOf } from './crew'
import type { OnProgress } from './makeSumOutput'
import type { EachAnswer, EachWork, OutputAnswer, OutputWork } from './outputs.worker'
import type { SumSource } from './sumFacts'
import { type SumOutputKind, sumFileName } from './sumFileName'
import { headOf, type OpenTask, theStore } from './useTask'

/** A file that was handed to the browser, or where it differs from the sums and was not. */
export type Saved = { name: string; comparison: Output['comparison'] }

/** What a file will be called. */
export const nameOfOutput = (
  kind: SumOutputKind,
  { task, range, standings }: Pick<SumSource, 'task' | 'range' | 'standings'>,
): string =>
  sumFileName(kind, {
    name: nameOfRange(task, range, standings),
    year: task.year,
    incomplete: standings.some(isLacking),
  })

/** The reports as they came. Rejects where the database does not answer. */
async function filesOf(source: SumSource): Promise<Map<string, Uint8Array>> {
  const { publishedCodes } = await import('./listPage')
  const codes = publishedCodes(source)
  const files = await theStore().files(source.task.id ?? '', codes)
  return new Map(codes.flatMap((code, n): [string, Uint8Array][] => (files[n] ? [[code, files[n]]] : [])))
}

/** Makes a file beside the page and hands it to the browser. Rejects where it came to nothing, with an AbortError where it was stopped. */
export async function saveOutput(
  kind: SumOutputKind,
  source: SumSource,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Saved> {
  const [{ default: text }, files] = await Promise.all([
    import('./outputs.worker.ts?workerText'),
    kind === 'site' ? filesOf(source) : undefined,
  ])
  const answer = await askWorker(text, { kind, source: { ...source, files } }, onProgress, signal)
  if (!('output' in answer)) throw new Error('no output')
  const { content, type, comparison } = answer.output
  const name = nameOfOutput(kind, source)
  if (!comparison.differences.length) download(name, content, type)
  return { name, comparison }
}

/** What goes to a worker and comes back as one file. */
type FileWork = Exclude<OutputWork, { source: unknown } | EachWork>

/** Lists for paper (核对意见, 审核结果表), a task or an archive as a file, made beside the page. Rejects where it came to nothing. */
export async function makeFile(work: FileWork, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { default: text } = await import('./outputs.worker.ts?workerText')
  const answer = await askWorker(text, work, () => undefined, signal)
  if (!('made' in answer)) throw new Error('no file')
  return answer.made
}

/** Lists that go to a worker together. */
const MOST_LISTS = 16

/** Lists for paper as an archive, each a Word file under one of `names`: thousands take all cores half a minute. Rejects as `makeFile` does. */
export async function makeArchive(
  lists: readonly PrintedList[],
  names: readonly string[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: text } = await import('./outputs.worker.ts?workerText')
  const papers = lists.map((list, n) => ({ list, name: names[n] ?? '' }))
  const made = new Map<string, Uint8Array<ArrayBuffer>>()
  await inCrew<(typeof papers)[number], EachWork, EachAnswer>(
    text,
    batchesOf(papers, { most: Math.min(MOST_LISTS, shareOf(papers.length)) }),
    (batch) => ({ message: { kind: 'each', lists: batch.map(({ list }) => list) } }),
    (batch, answer) => {
      for (const [n, { name }] of batch.entries()) {
        const file = answer?.each[n]
        if (file) made.set(name, file)
      }
      onProgress(made.size, papers.length)
    },
    () => signal.aborted,
  )
  signal.throwIfAborted()
  // In the order of their numbers, whichever was made first.
  const files: Record<string, Uint8Array<ArrayBuffer>> = Object.create(null)
  for (const { name } of papers) {
    const file = made.get(name)
    if (!file) throw new Error(`not made: ${name}`)
    files[name] = file
  }
  return makeFile({ kind: 'zip', files }, signal)
}

async function askWorker(text: string, work: OutputWork, onProgress: OnProgress, signal: AbortSignal) {
  const worker = startWorker(text)
  try {
    return await new Promise<Exclude<OutputAnswer, { failed: string } | { done: number }>>(
      (resolve, reject) => {
        signal.throwIfAborted()
        signal.addEventListener('abort', () => reject(signal.reason))
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.onmessage = ({ data }: MessageEvent<OutputAnswer>) => {
          if ('failed' in data) reject(new Error(data.failed))
          else if ('done' in data) onProgress(data.done, data.of)
          else resolve(data)
        }
        worker.postMessage(work, handedOn(work))
      },
    )
  } finally {
    worker.terminate()
  }
}

/** Files are handed on and not copied. */
function handedOn(work: OutputWork): ArrayBuffer[] {
  if (work.kind === 'task') return work.reports.map(({ bytes }) => bytes.buffer)
  return work.kind === 'zip' ? Object.values(work.files).map(({ buffer }) => buffer) : []
}

/** Saves the whole task, whatever range is chosen, as one file. Rejects where the database does not answer, or it was stopped. */
export async function saveTask({ task }: Pick<OpenTask, 'task'>, signal: AbortSignal): Promise<string> {
  const name = `${task.name}_${task.year}.nbsum`
  const reports = (await theStore().reports(task.id)).map(({ received: { code, file }, bytes }) => ({
    received: { code, file },
    bytes,
  }))
  download(name, await makeFile({ kind: 'task', head: headOf(task), reports }, signal), 'application/zip')
  return name
}
