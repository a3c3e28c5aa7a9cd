import { type UnitFinding, unitFindingOf } from '../../aggregate/review'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { readReport } from './intake'

/** A report to be judged by all rules, as of a local date. */
export interface ReviewWork {
  id: number
  name: string
  file: Blob
  today: string
}
/** What was found; undefined where the file could not be read again. */
export interface ReviewAnswer {
  id: number
  findings: UnitFinding[] | undefined
}

async function findingsIn({ name, file, today }: ReviewWork): Promise<UnitFinding[] | undefined> {
  const read = await readReport({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if ('problem' in read) return undefined
  const { report, edition } = read
  return reviewOf(runChecks(givenOf({ edition, report, today })), edition, report).findings.map(unitFindingOf)
}

self.onmessage = async ({ data }: MessageEvent<ReviewWork>) => {
  const answer: ReviewAnswer = { id: data.id, findings: await findingsIn(data).catch(() => undefined) }
  self.postMessage(answer)
}
