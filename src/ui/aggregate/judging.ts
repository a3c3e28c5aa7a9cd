import { startTransition, useEffect, useReducer } from 'react'
import type { Received } from '../../aggregate/received'
import { type Counts, countsOf, type UnitFinding } from '../../aggregate/review'
import type { Standing } from '../../aggregate/task'
import { batchesOf } from './batches'
import { inCrew, shareOf } from './crew'
import type { JudgeAnswer, JudgeWork } from './intake.worker'
import { readPdfReport } from './readPdf'
import { theStore } from './useTask'

export interface Judged {
  findings: UnitFinding[]
  counts: Counts
}

/** What the rules say of a report stands as long as the program runs: content and rules are the same. By day and content code. */
const known = new Map<string, Judged | 'failed'>()
/** Reports that go to a worker together. */
const MOST = 8
/** While thousands are judged, the page is drawn again this often, ms. */
const DRAW_EVERY_MS = 500

const keyOf = (today: string, code: string) => `${today} ${code}`

/** What is known of a report, by its content code. `failed`: it could not be read or judged; undefined: not yet known. */
export const judgedOf = (today: string, code: string): Judged | 'failed' | undefined =>
  known.get(keyOf(today, code))

/** All rules over reports of a task, beside the page. `onJudged` hears of each batch; what was found is kept for `judgedOf`. */
export async function judgeAll(
  task: string,
  reports: readonly Received[],
  today: string,
  onJudged: (count: number) => void,
  stopped: () => boolean,
): Promise<void> {
  if (!reports.length) return
  const { default: script } = await import('./intake.worker.ts?workerText')
  const pdfs: Received[] = []
  const judge = (most: number, all: readonly Received[], asked: (one: Received) => Promise<Asked[]>) =>
    inCrew<Received, JudgeWork, JudgeAnswer>(
      script,
      batchesOf(all, { most }),
      async (batch) => ({
        message: { judge: today, task, reports: (await Promise.all(batch.map(asked))).flat() },
      }),
      (batch, answer) => {
        // One that was stopped has no answer, and is not at fault.
        if (stopped()) return
        let count = 0
        for (const [n, report] of batch.entries()) {
          const findings = answer?.judged[n]
          if (findings === 'pdf') {
            pdfs.push(report)
            continue
          }
          count++
          known.set(keyOf(today, report.code), findings ? { findings, counts: countsOf(findings) } : 'failed')
        }
        onJudged(count)
      },
      stopped,
    )
  await judge(Math.min(MOST, shareOf(reports.length)), reports, async ({ file: name, code }) => [
    { name, code },
  ])
  await judge(1, pdfs, ({ file, code }) => readPdf(task, file, code))
}

type Asked = JudgeWork['reports'][number]
/** PDF files have a reader of their own; a worker judges what that has read. Nothing where it has not read it. */
async function readPdf(task: string, name: string, code: string): Promise<Asked[]> {
  const bytes = await theStore()
    .file(task, code)
    .catch(() => undefined)
  const read = bytes && (await readPdfReport(name, bytes))
  return read && 'report' in read ? [{ report: read.report }] : []
}

/** All rules over the current reports, beside the page, after everything else. Undefined: not yet known. */
export function useJudged(
  id: string,
  standings: readonly Standing[],
  today: string,
): (report: Received) => Counts | 'failed' | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let gone = false
    const todo = standings
      .flatMap(({ current }) => current ?? [])
      .filter(({ code }) => !judgedOf(today, code))
    let drawn = performance.now()
    const draw = () => {
      if (performance.now() - drawn < DRAW_EVERY_MS) return
      drawn = performance.now()
      startTransition(redraw)
    }
    void judgeAll(id, todo, today, draw, () => gone)
      .then(() => gone || !todo.length || startTransition(redraw))
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [id, standings, today])
  return ({ code }) => {
    const judged = judgedOf(today, code)
    return typeof judged === 'object' ? judged.counts : judged
  }
}
