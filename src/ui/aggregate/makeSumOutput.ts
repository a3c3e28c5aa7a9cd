import { ndjsonOf } from '../../aggregate/ndjson'
import { isSummed, summaryFor, summaryText } from '../../aggregate/task'
import type { Comparison } from '../../export/compare'
import { compareBook } from '../../export/compareBook'
import { FILE_TYPES } from '../../export/fileTypes'
import type { Output } from '../../export/outputs'
import { sumBook } from '../../export/sumBook'
import { sumDocument } from '../../export/sumDocument'
import { currentEdition } from '../../format/editions'
import { factsOf, type SumSource } from './sumFacts'
import type { SumOutputKind } from './sumFileName'

/** How far a long output has come. */
export type OnProgress = (done: number, of: number) => void

const NOTHING: Comparison = { figures: 0, labels: 0, paragraphs: 0, differences: [] }
function lines({ standings }: SumSource, onProgress: OnProgress): Output {
  let done = 0
  return {
    content: ndjsonOf(currentEdition, standings, () => onProgress(++done, standings.length)),
    type: 'application/x-ndjson',
    comparison: NOTHING,
  }
}

/** Makes one of the files, reads it again and compares it; takes seconds where there are thousands of units. */
export async function makeSumOutput(
  kind: SumOutputKind,
  source: SumSource,
  onProgress: OnProgress = () => undefined,
): Promise<Output> {
  if (kind === 'lines') return lines(source, onProgress)
  if (kind === 'data')
    return {
      content: summaryText(summaryFor({ year: source.task.year, standings: source.standings })),
      type: FILE_TYPES.json,
      comparison: NOTHING,
    }
  if (kind === 'list' || kind === 'site') {
    const { listPageArchive, listPageText } = await import('./listPage')
    const of = source.standings.filter(isSummed).length
    return kind === 'list'
      ? { content: listPageText(source), type: FILE_TYPES.html, comparison: NOTHING }
      : {
          content: listPageArchive(source, (done) => onProgress(done, of)),
          type: FILE_TYPES.zip,
          comparison: NOTHING,
        }
  }
  const { report, facts } = factsOf(source)
  if (kind === 'xlsx') {
    const content = sumBook(facts, (done) => onProgress(done, facts.units.length))
    return {
      content,
      type: FILE_TYPES.xlsx,
      comparison: compareBook(facts, content),
    }
  }
  // Word and the web page bring writers of their own along.
  const { makeOutput } = await import('../../export/outputs')
  const { edition } = facts
  const document = sumDocument(facts)
  // The texts of the six sections are not written yet, so as a report it is a draft; its tables are what they are.
  if (kind === 'report')
    return makeOutput('json', { report, edition, document: { ...document, draft: true } })
  return makeOutput(kind, { report, edition, document })
}
