import { startTransition, useEffect, useReducer } from 'react'
import type { Received } from '../../aggregate/received'
import type { Standing } from '../../aggregate/task'
import { isPdf } from '../../import/files/kind'
import { batchesOf, inCrew } from './crew'
import type { Counts, JudgeAnswer, JudgeWork } from './intake.worker'
import { readPdfReport } from './readPdf'
import { theStore } from './useTask'

/** What the rules say of a report stands as long as the program runs: content and rules are the same. By day and content code. */
const known = new Map<string, Counts | 'failed'>()
/** Reports that go to a worker together. */
const BATCH = { most: 8 }
/** While thousands are judged, the page is drawn again this often, ms. */
const DRAW_EVERY_MS = 500

const keyOf = (today: string, code: string) => `${today} ${code}`

/** What a worker needs to judge a report: its file, or, of a PDF, which has a reader of its own, what that has read. */
async function toJudge(id: string, { code, file: name }: Received): Promise<JudgeWork['reports'][number]> {
  const bytes = await theStore()
    .file(id, code)
    .catch(() => undefined)
  if (!bytes) return { name, file: new Blob([]) }
  if (!isPdf(bytes)) return { name, file: new Blob([bytes]) }
  const read = await readPdfReport(name, bytes)
  return 'problem' in read ? { name, file: new Blob([]) } : { report: read.report }
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
      .filter(({ code }) => !known.has(keyOf(today, code)))
    if (!todo.length) return
    void (async () => {
      const { default: script } = await import('./intake.worker.ts?workerText')
      let drawn = performance.now()
      await inCrew<Received, JudgeAnswer>(
        script,
        batchesOf(todo, BATCH),
        async (n, batch): Promise<JudgeWork> => ({
          id: n,
          judge: today,
          reports: await Promise.all(batch.map((report) => toJudge(id, report))),
        }),
        (batch, answer) => {
          for (const [n, { code }] of batch.entries())
            known.set(keyOf(today, code), answer?.judged[n] ?? 'failed')
          if (performance.now() - drawn < DRAW_EVERY_MS) return
          drawn = performance.now()
          startTransition(redraw)
        },
        () => gone,
      )
      if (!gone) startTransition(redraw)
    })().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [id, standings, today])
  return ({ code }) => known.get(keyOf(today, code))
}
