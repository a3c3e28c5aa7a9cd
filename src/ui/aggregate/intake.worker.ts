import { type IncomingFile, type Taken, take, unpacked } from './intake'

/** A file to be read, by its number. */
export interface IntakeWork {
  id: number
  name: string
  file: Blob
}
/** One report or sentence for each file in it, an archive has several; with the bytes of what is to be kept. */
export interface IntakeAnswer {
  id: number
  taken: { taken: Taken; bytes?: Uint8Array<ArrayBuffer> }[]
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

self.onmessage = async ({ data: { id, name, file } }: MessageEvent<IntakeWork>) => {
  const taken = await read(name, file).catch(() => [{ taken: { name, problem: FAILED } }])
  self.postMessage({ id, taken } satisfies IntakeAnswer)
}
