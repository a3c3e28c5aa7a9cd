import type { Range } from '../../aggregate/range'
import { rangeWords } from '../../aggregate/range'
import type { TaskHead } from '../../aggregate/store'
import { nameOfRange, sumReport } from '../../aggregate/sumReport'
import { isLacking, isSummed, type Standing, sumsOf } from '../../aggregate/task'
import { unitRows } from '../../aggregate/unitRows'
import type { DocumentPart } from '../../export/document'
import type { SumFacts } from '../../export/sumFacts'
import { currentEdition as edition } from '../../format/editions'
import { contentCode } from '../../report/contentCode'
import { finished } from '../../report/finished'
import { dateInWords } from '../../report/localDate'
import type { Report } from '../../report/report'
import { isOverdue, STATE_WORDS } from './words'

/** Of what an output is made; plain data, so that it can be sent to a worker. */
export interface SumSource {
  /** `id` where it is one of this browser. */
  task: Pick<TaskHead, 'name' | 'year'> & Partial<Pick<TaskHead, 'id'>>
  range: Range
  /** The units of the range, in the order of the list. */
  standings: Standing[]
  /** Reports that came in and are not counted, in words; absent or "" where there is none. */
  uncounted?: string
  /** Names of all units of the list, for those above. */
  names: ReadonlyMap<string, string>
  /** Local date. */
  today: string
  /** 审核说明, 户数变动 and what else belongs to the print job; each begins with its title. */
  annexes: DocumentPart[]
  /** Whether 列表页 names the units that have not reported. */
  listsLacking?: boolean
  /** Reports as they came, by content code: for the archive with 列表页 alone. */
  files?: ReadonlyMap<string, Uint8Array>
}

export interface SumMade {
  report: Report
  facts: SumFacts
}

/** The 汇总 report of a range, and what its workbook and its print job say. A pure function. */
export const factsOf = (source: SumSource): SumMade => finished(factsInSteps(source))

/** The same, may be stopped at each `yield`: over thousands of units each step takes some tens of milliseconds. */
export function* factsInSteps({
  task,
  range,
  standings,
  names,
  today,
  annexes,
  uncounted = '',
}: SumSource): Generator<void, SumMade> {
  const sums = sumsOf({ standings })
  yield
  const report = sumReport(edition, task, sums, range, standings, names)
  yield
  const code = contentCode(report, edition)
  yield
  const rowOf = unitRows(edition)
  const facts: SumFacts = {
    edition,
    name: nameOfRange(task, range, standings),
    year: task.year,
    range: rangeWords(range, names),
    code,
    sums,
    annexes,
    uncounted,
    units: standings.map((standing) => {
      const { unit, state, current } = standing
      const due = unit?.due ? dateInWords(unit.due) : ''
      return {
        code: unit?.code || current?.organ.code || '',
        name: names.get(standing.id) ?? standing.id,
        parent: names.get(unit?.parent ?? '') ?? '',
        state: STATE_WORDS[state],
        kind: isSummed(standing) ? 'summed' : isLacking(standing) ? 'lacking' : 'exempt',
        contentCode: isSummed(standing) ? (current?.code ?? '') : '',
        due: isOverdue(standing, today) ? `${due}，逾期` : due,
        reason: unit?.exempt ?? '',
        figures: () => rowOf(standing).figures,
      }
    }),
  }
  return { report, facts }
}
