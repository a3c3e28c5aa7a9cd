import { readMaterial } from '../import/reader'
import { type ReadReport, reportOfProposal } from './intake'

let turn: Promise<unknown> = Promise.resolve()

/** The report in a PDF file. Its reader is large and there is one of it: each file waits for its turn, and only then for the answer. */
export function readPdfReport(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadReport | { problem: string }> {
  const read = turn.then(async () => {
    const recognition = await readMaterial({ name, bytes })
    return 'problem' in recognition ? recognition : reportOfProposal(recognition.proposal)
  })
  turn = read.catch(() => undefined)
  return read
}
