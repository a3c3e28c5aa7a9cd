import { outputRecord, recordOutput } from '../../aggregate/late'
import type { Range } from '../../aggregate/range'
import { nameOfRange } from '../../aggregate/sumReport'
import { localDate } from '../parts/localDate'
import type { OpenTask } from './useTask'

/** Remembers with the task that a 汇总 went out and which reports it was made of, so that 户数变动 can say when it is no longer true. */
export async function noteOutput({ task, overview, change }: OpenTask, range: Range, what: string) {
  const words = nameOfRange(task, range, overview.standings)
  const record = outputRecord(overview, range, { what, words, day: localDate() })
  await change((head) => recordOutput(head, record))
}
