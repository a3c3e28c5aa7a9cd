import { nameOfRange } from '../../aggregate/sumReport'
import { isLacking } from '../../aggregate/task'
import type { Output } from '../../export/outputs'
import { download } from '../parts/download'
import { startWorker } from '../worker'
import type { OnProgress } from './makeSumOutput'
import type { OutputAnswer, OutputWork } from './outputs.worker'
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

/** Lists for paper (核对意见, 审核结果表) or a task as a file, made beside the page. Rejects where it came to nothing. */
export async function makeFile(
  work: Exclude<OutputWork, { source: unknown }>,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: text } = await import('./outputs.worker.ts?workerText')
  const answer = await askWorker(text, work, onProgress, signal)
  if (!('made' in answer)) throw new Error('no file')
  return answer.made
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
        // The reports as they came are handed on and not copied.
        worker.postMessage(work, 'reports' in work ? work.reports.map(({ bytes }) => bytes.buffer) : [])
      },
    )
  } finally {
    worker.terminate()
  }
}

/** Saves the whole task, whatever range is chosen, as one file. Rejects where the database does not answer, or it was stopped. */
export async function saveTask({ task }: Pick<OpenTask, 'task'>, signal: AbortSignal): Promise<string> {
  const name = `${task.name}_${task.year}.nbsum`
  const reports = (await theStore().reports(task.id)).map(({ received: { code, file }, bytes }) => ({
    received: { code, file },
    bytes,
  }))
  download(
    name,
    await makeFile({ kind: 'task', head: headOf(task), reports }, () => undefined, signal),
    'application/zip',
  )
  return name
}
