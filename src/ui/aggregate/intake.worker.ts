import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { type IncomingFile, readReport, type Taken, take, unpacked } from './intake'

/** A file to be read, by its number. */
export interface IntakeWork {
  id: number
  name: string
  file: Blob
  /** Judged by the rules as of this local date, instead of being taken in. */
  judge?: string
}
/** How many findings of the two severities that a unit has to mend. */
export interface Counts {
  block: number
  verify: number
}
/** One report or sentence for each file in it, an archive has several; with the bytes of what is to be kept. */
export interface IntakeAnswer {
  id: number
  taken: { taken: Taken; bytes?: Uint8Array<ArrayBuffer> }[]
  counts?: Counts
}

const FAILED = '文件读不出来，没有装入。请确认它还在原处、没有损坏。'

async function read(name: string, file: Blob): Promise<IntakeAnswer['taken']> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const answers: IntakeAnswer['taken'] = []
  for (const one of unpacked([{ name, bytes }])) {
    const taken = 'bytes' in one ? await takeOne(one) : one
    answers.push('bytes' in one ? { taken, bytes: one.bytes as Uint8Array<ArrayBuffer> } : { taken })
  }
  return answers
}
/** An error of a reader is this file's, and not that of the others in its archive. */
const takeOne = (file: IncomingFile) => take(file).catch((): Taken => ({ name: file.name, problem: FAILED }))

async function judged(name: string, file: Blob, today: string): Promise<Counts | undefined> {
  const read = await readReport({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if ('problem' in read) return undefined
  const { report, edition } = read
  const outcomes = runChecks(givenOf({ edition, report, today }))
  const { block, verify } = reviewOf(outcomes, edition, report).verdict
  return { block, verify }
}

self.onmessage = async ({ data: { id, name, file, judge } }: MessageEvent<IntakeWork>) => {
  const answer: IntakeAnswer = judge
    ? { id, taken: [], counts: await judged(name, file, judge).catch(() => undefined) }
    : { id, taken: await read(name, file).catch(() => [{ taken: { name, problem: FAILED } }]) }
  self.postMessage(answer)
}
