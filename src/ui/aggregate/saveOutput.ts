import { nameOfRange } from '../../aggregate/sumReport'
import { isLacking } from '../../aggregate/task'
import { taskFileOf } from '../../aggregate/taskFile'
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
export const nameOfOutput = (kind: SumOutputKind, { task, range, standings }: SumSource): string =>
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
  const worker = startWorker(text)
  try {
    const { content, type, comparison } = await new Promise<Output>((resolve, reject) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason))
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.onmessage = ({ data }: MessageEvent<OutputAnswer>) => {
        if ('output' in data) resolve(data.output)
        else if ('failed' in data) reject(new Error(data.failed))
        else onProgress(data.done, data.of)
      }
      worker.postMessage({ kind, source: { ...source, files } } satisfies OutputWork)
    })
    const name = nameOfOutput(kind, source)
    if (!comparison.differences.length) download(name, content, type)
    return { name, comparison }
  } finally {
    worker.terminate()
  }
}

/** Saves the whole task, whatever range is chosen, as one file. Rejects where the database does not answer. */
export async function saveTask({ task }: Pick<OpenTask, 'task'>): Promise<string> {
  const name = `${task.name}_${task.year}.nbsum`
  download(name, taskFileOf(headOf(task), await theStore().reports(task.id)), 'application/zip')
  return name
}
