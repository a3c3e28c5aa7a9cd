import { startTransition, useEffect, useReducer } from 'react'
import type { Received } from '../../aggregate/received'
import { type Counts, countsOf, type UnitFinding } from '../../aggregate/review'
import type { Standing } from '../../aggregate/task'
import { isPdf } from '../../import/files/kind'
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

/** What a worker needs to judge a report: its file, or, of a PDF, which has a reader of its own, what that has read. */
async function toJudge(
  { file: name }: Received,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Promise<JudgeWork['reports'][number]> {
  if (!bytes) return { name, file: new Blob([]) }
  if (!isPdf(bytes)) return { name, file: new Blob([bytes]) }
  const read = await readPdfReport(name, bytes)
  return 'problem' in read ? { name, file: new Blob([]) } : { report: read.report }
}

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
  await inCrew<Received, JudgeAnswer>(
    script,
    batchesOf(reports, { most: Math.min(MOST, shareOf(reports.length)) }),
    async (id, batch): Promise<JudgeWork> => {
      const codes = batch.map(({ code }) => code)
      const files = await theStore()
        .files(task, codes)
        .catch(() => [])
      return {
        id,
        judge: today,
        reports: await Promise.all(batch.map((report, n) => toJudge(report, files[n]))),
      }
    },
    (batch, answer) => {
      // One that was stopped has no answer, and is not at fault.
      if (stopped()) return
      for (const [n, { code }] of batch.entries()) {
        const findings = answer?.judged[n]
        known.set(keyOf(today, code), findings ? { findings, counts: countsOf(findings) } : 'failed')
      }
      onJudged(batch.length)
    },
    stopped,
  )
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
