import { ndjsonOf } from '../../aggregate/ndjson'
import { summaryFor, summaryText } from '../../aggregate/task'
import type { Comparison } from '../../export/compare'
import type { Output } from '../../export/outputs'
import { safeFileName } from '../../report/safeFileName'
import { factsOf, type SumSource } from './sumFacts'

/** What a 汇总 is handed on as: `report` is the 汇总 report as JSON, `data` the sums for other programs, `lines` a line a unit. */
export type SumOutputKind = 'docx' | 'html' | 'xlsx' | 'report' | 'data' | 'lines'

/** How far a long output has come. */
export type OnProgress = (done: number, of: number) => void

const ENDINGS: Record<SumOutputKind, string> = {
  docx: '.docx',
  html: '.html',
  xlsx: '.xlsx',
  report: '.json',
  data: '_数据.json',
  lines: '_单位数据.ndjson',
}

/** 临江区汇总_2024年政府信息公开工作年度报告汇总_不完整.xlsx: what is incomplete says so in its name. */
export function sumFileName(kind: SumOutputKind, { name, year, incomplete }: NameFacts): string {
  const stem = `${name.slice(0, 80)}_${year}年政府信息公开工作年度报告汇总${incomplete ? '_不完整' : ''}`
  return safeFileName(stem + ENDINGS[kind])
}
interface NameFacts {
  name: string
  year: number
  incomplete: boolean
}

const NOTHING: Comparison = { figures: 0, labels: 0, paragraphs: 0, differences: [] }
const lines = async ({ standings }: SumSource, onProgress: OnProgress): Promise<Output> => {
  const { currentEdition } = await import('../../format/editions')
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
      type: 'application/json',
      comparison: NOTHING,
    }
  const { report, facts } = factsOf(source)
  if (kind === 'xlsx') {
    const [{ sumBook }, { compareBook }] = await Promise.all([
      import('../../export/sumBook'),
      import('../../export/compareBook'),
    ])
    const content = sumBook(facts, (done) => onProgress(done, facts.units.length))
    return {
      content,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      comparison: compareBook(facts, content),
    }
  }
  const [{ makeOutput }, { sumDocument }] = await Promise.all([
    import('../../export/outputs'),
    import('../../export/sumDocument'),
  ])
  const { edition } = facts
  const document = sumDocument(facts)
  // The texts of the six sections are not written yet, so as a report it is a draft; its tables are what they are.
  if (kind === 'report')
    return makeOutput('json', { report, edition, document: { ...document, draft: true } })
  return makeOutput(kind, { report, edition, document })
}
