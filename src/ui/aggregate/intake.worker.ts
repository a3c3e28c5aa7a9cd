import { type UnitFinding, unitFindingOf } from '../../aggregate/review'
import { type SumStore, sumStore } from '../../aggregate/store'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { editionByKey } from '../../format/editions'
import { isPdf } from '../../import/files/kind'
import type { Report } from '../../report/report'
import { type IncomingFile, readReport, type Taken, take, unpacked } from './intake'

/** Files to be read together. */
export interface IntakeWork {
  id: number
  files: { name: string; file: Blob }[]
}
/** Reports of a task to be judged by the rules as of a local date: as they are stored, or what another reader has read in one. */
export interface JudgeWork {
  id: number
  judge: string
  task: string
  reports: ({ name: string; code: string } | { report: Report })[]
}
/** What came of one file; `bytes` are those of what is to be kept. */
export type TakenFile = { taken: Taken; bytes?: Uint8Array<ArrayBuffer> }
/** For each file the reports or sentences in it, an archive has several. */
export interface IntakeAnswer {
  id: number
  taken: TakenFile[][]
}
/** For each report what the rules found; `pdf` where its file is for another reader, undefined where it could not be read. */
export interface JudgeAnswer {
  id: number
  judged: (UnitFinding[] | 'pdf' | undefined)[]
}

const FAILED = '文件读不出来，没有装入。请确认它还在原处、没有损坏。'

async function read(name: string, content: Promise<ArrayBuffer>): Promise<TakenFile[]> {
  const bytes = new Uint8Array(await content)
  const answers: TakenFile[] = []
  for (const one of unpacked([{ name, bytes }])) {
    const taken = 'bytes' in one ? await takeOne(one) : one
    answers.push('bytes' in one ? { taken, bytes: one.bytes as Uint8Array<ArrayBuffer> } : { taken })
  }
  return answers
}
/** An error of a reader is this file's, and not that of the others in its archive. */
const takeOne = (file: IncomingFile) => take(file).catch((): Taken => ({ name: file.name, problem: FAILED }))

/** Files are read here: on the page what has been read stays until it tidies up. */
let store: SumStore | undefined

async function judged({ judge: today, task, reports }: JudgeWork): Promise<JudgeAnswer['judged']> {
  store ??= sumStore(indexedDB)
  const files = await store.files(
    task,
    reports.flatMap((one) => ('code' in one ? one.code : [])),
  )
  const answers: JudgeAnswer['judged'] = []
  for (const one of reports) {
    const bytes = 'code' in one ? files.shift() : undefined
    answers.push(await judgedOne(one, bytes, today).catch(() => undefined))
  }
  return answers
}
async function judgedOne(
  one: JudgeWork['reports'][number],
  bytes: Uint8Array | undefined,
  today: string,
): Promise<JudgeAnswer['judged'][number]> {
  if ('report' in one) return judgedReport(one.report, today)
  if (!bytes) return undefined
  if (isPdf(bytes)) return 'pdf'
  const read = await readReport({ name: one.name, bytes })
  return 'problem' in read ? undefined : judgedReport(read.report, today)
}
function judgedReport(report: Report, today: string): UnitFinding[] | undefined {
  const edition = editionByKey(report.edition)
  if (!edition) return undefined
  const outcomes = runChecks(givenOf({ edition, report, today }))
  return reviewOf(outcomes, edition, report).findings.map(unitFindingOf)
}

/** What is handed over with an answer instead of being copied: buffers that are a file's own. */
const ownBuffers = (taken: TakenFile[][]) => [
  ...new Set(
    taken
      .flat()
      .flatMap(({ bytes }) => (bytes && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : [])),
  ),
]

self.onmessage = async ({ data }: MessageEvent<IntakeWork | JudgeWork>) => {
  const { id } = data
  if ('judge' in data) {
    const answer: JudgeAnswer = { id, judged: await judged(data).catch(() => []) }
    return self.postMessage(answer)
  }
  const answer: IntakeAnswer = { id, taken: [] }
  // The disk is asked for all of them at once: the next is there when the one before it has been read.
  const contents = data.files.map(({ file }) => file.arrayBuffer())
  for (const content of contents) content.catch(() => undefined)
  for (const [n, { name }] of data.files.entries()) {
    const taken = await read(name, contents[n] as Promise<ArrayBuffer>).catch(() => undefined)
    answer.taken.push(taken ?? [{ taken: { name, problem: FAILED } }])
  }
  self.postMessage(answer, { transfer: ownBuffers(answer.taken) })
}
