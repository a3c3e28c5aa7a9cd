import type { TaskHead } from '../../aggregate/store'
import { type FiledReport, taskFileOf } from '../../aggregate/taskFile'
import type { PrintedList } from '../../export/lists'
import type { Output } from '../../export/outputs'
import { makeSumOutput } from './makeSumOutput'
import type { SumSource } from './sumFacts'
import type { SumOutputKind } from './sumFileName'

/**
 * A file of a 汇总, a task as a whole, lists for paper all in one, or each as a Word file of its own, several of which make an archive.
 */
export type OutputWork =
  | { kind: SumOutputKind; source: SumSource }
  | { kind: 'docx' | 'xlsx'; lists: PrintedList[] }
  | EachWork
  | { kind: 'zip'; files: Record<string, Uint8Array<ArrayBuffer>> }
  | { kind: 'task'; head: TaskHead; reports: FiledReport[] }
/** Lists for paper, each as a Word file of its own. */
export interface EachWork {
  kind: 'each'
  id: number
  lists: PrintedList[]
}
export interface EachAnswer {
  id: number
  each: Uint8Array<ArrayBuffer>[]
}
/** Progress, as often as it is worth a picture; at the end the file, or that there is none. */
export type OutputAnswer =
  | { done: number; of: number }
  | { output: Output }
  | { made: Uint8Array<ArrayBuffer> }
  | EachAnswer
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
    if (data.kind === 'each') {
      const each = await eachMade(data.lists)
      return self.postMessage({ id: data.id, each } satisfies EachAnswer, {
        transfer: each.map(({ buffer }) => buffer),
      })
    }
    if (!('source' in data)) {
      const made = await fileMade(data)
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

async function eachMade(lists: readonly PrintedList[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const { listsToDocx } = await import('../../export/listDocx')
  const made: Uint8Array<ArrayBuffer>[] = []
  for (const list of lists) made.push(await listsToDocx('核对意见', [list]))
  return made
}

async function fileMade(
  work: Exclude<OutputWork, { source: unknown } | EachWork>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (work.kind === 'task') return taskFileOf(work.head, work.reports)
  // What is in it is packed already.
  if (work.kind === 'zip') return (await import('fflate')).zipSync(work.files, { level: 0 })
  if (work.kind === 'xlsx') return (await import('../../export/listXlsx')).listsToXlsx(work.lists)
  return (await import('../../export/listDocx')).listsToDocx('核对意见', work.lists)
}
