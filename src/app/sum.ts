import type { Received } from '../aggregate/received'
import { rosterOfText } from '../aggregate/roster'
import { summaryOf } from '../aggregate/task'
import { readPdf } from '../import/files/pdf'
import { decodeText } from '../report/decode'
import { type IncomingFile, take, unpacked } from '../ui/aggregate/intake'

/** 汇总 without a screen: the files of a folder and a list of units → one object, and what could not be taken. */
export async function sumFiles(files: AsyncIterable<IncomingFile>, list?: IncomingFile) {
  const problems: string[] = []
  const reports: Received[] = []
  for await (const file of files)
    for (const one of unpacked([file])) {
      const taken = 'bytes' in one ? await take(one, readPdf) : one
      if ('report' in taken) reports.push(taken.report)
      else problems.push(`${taken.name}: ${taken.problem}`)
    }
  const roster = list ? rosterOfText(decodeText(list.bytes)) : { units: [], problems: [] }
  problems.push(...roster.problems)
  return {
    summary: summaryOf({ year: undefined, units: roster.units, reports, decisions: [] }),
    problems,
  }
}
