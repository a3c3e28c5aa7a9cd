import type { UnitReview } from '../../aggregate/review'
import type { Standing } from '../../aggregate/task'
import { judgeAll, judgedOf } from './judging'

const findingsOf = (today: string, code: string) => {
  const judged = judgedOf(today, code)
  return typeof judged === 'object' ? judged.findings : undefined
}

/** What is known already of the current reports; 单位与装入 has the same rules run over what came in. */
export const reviewsKnown = (standings: readonly Standing[], today: string): UnitReview[] =>
  standings.flatMap(({ id, current }) => {
    const findings = current && findingsOf(today, current.code)
    return current && findings ? [{ unit: id, code: current.code, findings }] : []
  })

/** 全部审核: all rules over all current reports, beside the page. Says how far it is; returns the ids of those that could not be judged. */
export async function reviewAll(
  task: string,
  standings: readonly Standing[],
  today: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const todo = standings.flatMap(({ current }) =>
    current && !findingsOf(today, current.code) ? current : [],
  )
  let done = standings.length - todo.length
  const judged = (count: number) => {
    done += count
    onProgress(done)
  }
  await judgeAll(task, todo, today, judged, () => signal.aborted)
  return standings.flatMap(({ id, current }) =>
    current && judgedOf(today, current.code) === 'failed' ? id : [],
  )
}
