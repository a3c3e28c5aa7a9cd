import { type UnitFinding, type UnitReview, unitFindingOf } from '../../aggregate/review'
import type { Standing } from '../../aggregate/task'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { isPdf } from '../../import/files/kind'
import { readMaterial } from '../import/reader'
import { startWorker } from '../worker'
import { reportOfProposal } from './intake'
import type { ReviewAnswer, ReviewWork } from './review.worker'
import { theStore } from './useTask'

/** What the rules found, by day and content code: the same content is not judged twice while the program runs. */
const known = new Map<string, UnitFinding[]>()
const WORKERS = 2
/** Rules over a very long text take seconds. */
const PATIENCE_MS = 120_000
const keyOf = (today: string, code: string) => `${today} ${code}`

/** What is known already of the current reports. */
export const reviewsKnown = (standings: readonly Standing[], today: string): UnitReview[] =>
  standings.flatMap(({ id, unit, current }) => {
    const findings = current && known.get(keyOf(today, current.code))
    return current && findings
      ? [{ unit: id, name: unit?.name ?? current.organ.name, code: current.code, findings }]
      : []
  })

/** 全部审核: all rules over all current reports, beside the page. Says how far it is; returns those that could not be judged. */
export async function reviewAll(
  task: string,
  standings: readonly Standing[],
  today: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const todo = standings.filter(({ current }) => current && !known.has(keyOf(today, current.code)))
  const failed: string[] = []
  const { default: text } = await import('./review.worker.ts?workerText')
  let next = 0
  let done = standings.length - todo.length
  async function work() {
    let worker = startWorker(text)
    while (next < todo.length && !signal.aborted) {
      const n = next++
      const { id, unit, current } = todo[n] as Standing
      if (!current) continue
      const bytes = await theStore()
        .file(task, current.code)
        .catch(() => undefined)
      let findings: UnitFinding[] | undefined
      if (bytes && isPdf(bytes)) findings = await judgedPdf(current.file, bytes, today).catch(() => undefined)
      else if (bytes) {
        const answer = await ask(worker, { id: n, name: current.file, file: new Blob([bytes]), today })
        if (!answer) {
          worker.terminate()
          worker = startWorker(text)
        }
        findings = answer?.findings
      }
      if (findings) known.set(keyOf(today, current.code), findings)
      else failed.push(unit?.name ?? id)
      onProgress(++done)
    }
    worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(WORKERS, todo.length) }, work))
  return failed
}

/** The answer to one report; undefined where the worker broke down over it or takes for ever. */
const ask = (worker: Worker, work: ReviewWork): Promise<ReviewAnswer | undefined> =>
  new Promise((resolve) => {
    const end = (answer?: ReviewAnswer) => {
      clearTimeout(timer)
      worker.onmessage = worker.onerror = null
      resolve(answer)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    worker.onmessage = ({ data }: MessageEvent<ReviewAnswer>) => end(data)
    worker.onerror = () => end()
    worker.postMessage(work)
  })

/** The reader of PDF files is large and not in the worker. */
async function judgedPdf(name: string, bytes: Uint8Array<ArrayBuffer>, today: string) {
  const read = await readMaterial({ name, bytes })
  const found = 'problem' in read ? read : reportOfProposal(read.proposal)
  if ('problem' in found) return undefined
  const { report, edition } = found
  return reviewOf(runChecks(givenOf({ edition, report, today })), edition, report).findings.map(unitFindingOf)
}
