import { useEffect, useReducer } from 'react'
import type { Received } from '../../aggregate/received'
import type { Standing } from '../../aggregate/task'
import { startWorker } from '../worker'
import type { Counts } from './intake.worker'
import { ask } from './reading'
import { theStore } from './useTask'

/** What the rules say of a report stands as long as the program runs: content and rules are the same. By day and content code. */
const known = new Map<string, Counts | 'failed'>()
/** While thousands are judged, the page is drawn again this often, ms. */
const DRAW_EVERY_MS = 500

const keyOf = (today: string, code: string) => `${today} ${code}`

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
      const { default: text } = await import('./intake.worker.ts?workerText')
      let worker = startWorker(text)
      let drawn = performance.now()
      for (const [n, { code, file }] of todo.entries()) {
        if (gone) break
        const bytes = await theStore()
          .file(id, code)
          .catch(() => undefined)
        const answer =
          bytes && (await ask(worker, { id: n, name: file, file: new Blob([bytes]), judge: today }))
        if (bytes && !answer) {
          worker.terminate()
          worker = startWorker(text)
        }
        known.set(keyOf(today, code), answer?.counts ?? 'failed')
        if (performance.now() - drawn < DRAW_EVERY_MS && n < todo.length - 1) continue
        drawn = performance.now()
        redraw()
      }
      worker.terminate()
    })().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [id, standings, today])
  return ({ code }) => known.get(keyOf(today, code))
}
