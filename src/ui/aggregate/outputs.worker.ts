import type { TaskHead } from '../../aggregate/store'
import { type FiledReport, taskFileOf } from '../../aggregate/taskFile'
import type { PrintedList } from '../../export/lists'
import type { Output } from '../../export/outputs'
import { makeSumOutput } from './makeSumOutput'
import type { SumSource } from './sumFacts'
import type { SumOutputKind } from './sumFileName'

/** A file of a 汇总, a task as a whole, or lists for paper: all in one, or an archive with a Word file under each of `names`. */
export type OutputWork =
  | { kind: SumOutputKind; source: SumSource }
  | { kind: 'docx' | 'xlsx'; lists: PrintedList[]; names?: undefined }
  | { kind: 'zip'; lists: PrintedList[]; names: string[] }
  | { kind: 'task'; head: TaskHead; reports: FiledReport[] }
/** Progress, as often as it is worth a picture; at the end the file, or that there is none. */
export type OutputAnswer =
  | { done: number; of: number }
  | { output: Output }
  | { made: Uint8Array<ArrayBuffer> }
  | { failed: string }

const SAID_EVERY_MS = 100

self.onmessage = async ({ data }: MessageEvent<OutputWork>) => {
  const answer = (answer: OutputAnswer) => self.postMessage(answer)
  let said = 0
  const progress = (done: number, of: number) => {
    if (performance.now() - said < SAID_EVERY_MS) return
    said = performance.now()
    answer({ done, of })
  }
  try {
    if (!('source' in data)) {
      const made = 'lists' in data ? await listsMade(data, progress) : taskFileOf(data.head, data.reports)
      return self.postMessage({ made } satisfies OutputAnswer, { transfer: [made.buffer] })
    }
    const output = await makeSumOutput(data.kind, data.source, progress)
    // Texts go over as bytes, which are handed on and not copied: those of thousands of units would hold up the page.
    const { content } = output
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    self.postMessage({ output: { ...output, content: bytes } } satisfies OutputAnswer, {
      transfer: [bytes.buffer],
    })
  } catch (error) {
    answer({ failed: String(error) })
  }
}

async function listsMade(
  work: Extract<OutputWork, { lists: PrintedList[] }>,
  progress: (done: number, of: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { lists } = work
  if (work.kind === 'xlsx') return (await import('../../export/listXlsx')).listsToXlsx(lists)
  const { listsToDocx } = await import('../../export/listDocx')
  if (work.kind === 'docx') return listsToDocx('核对意见', lists)
  const { zipSync } = await import('fflate')
  const files: Record<string, Uint8Array> = Object.create(null)
  for (const [n, list] of lists.entries()) {
    files[work.names?.[n] ?? ''] = await listsToDocx('核对意见', [list])
    progress(n + 1, lists.length)
  }
  return zipSync(files, { level: 0 })
}
