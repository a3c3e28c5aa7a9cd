import type { DraftStore } from '../../drafts/store'
import { currentEdition } from '../../format/editions'
import { placeOf } from '../../format/names'
import { reportOf, textsOfProposal } from '../../import/apply'
import type { ImportProposal } from '../../import/proposal'
import type { Report } from '../../report/report'
import { isYearBefore } from '../../report/yearBefore'
import { parseBackup } from './parseBackup'
import { readMaterial } from './reader'
import { recogniseFile } from './recognise'

/** Last year's report with what is not certain in it, each in a line; or why there is none. */
export type LastYearRead = { report: Report; doubts: string[] } | { problem: string }

const NO_FIGURES = '没有认出三张表里的数据，没有载入。请确认选对了文件。'
const IN_DRAFTS = '备份里的年报都已在“我的年报”里，没有载入。请从上面的列表中选择。'

/** Reads a report of any kind of file, to be compared with; nothing is asked, what is doubtful is named. */
export async function readLastYear(
  file: File,
  now: Pick<Report, 'entries'>,
  store: DraftStore,
): Promise<LastYearRead> {
  const found = await recogniseFile(file, {
    get: store.get,
    parse: (text) => parseBackup(text),
    read: readMaterial,
  })
  switch (found.kind) {
    case 'problem':
      return { problem: found.problem.replaceAll('导入', '载入').replaceAll('恢复', '载入') }
    case 'report':
      return { report: found.report, doubts: [] }
    case 'source': {
      if (!found.proposal.figures.length) return { problem: NO_FIGURES }
      const { entered, sourceTotals } = textsOfProposal(found.proposal, currentEdition)
      return { report: reportOf(entered, sourceTotals, currentEdition), doubts: doubtsOf(found.proposal) }
    }
    case 'backup': {
      const fitting = found.drafts.filter(({ report }) => isYearBefore(report, now))
      const [only, another] = fitting
      if (only && !another) return { report: only.report, doubts: [] }
      if (!found.drafts.length && found.present) return { problem: IN_DRAFTS }
      return {
        problem: `备份里有 ${found.drafts.length} 份年报，其中 ${fitting.length} 份是上一年的，没有载入。请先在“导入”里恢复，再从列表中选择。`,
      }
    }
  }
}

const cut = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

function doubtsOf({ figures, texts, unplaced }: ImportProposal): string[] {
  const doubtful = [...figures, ...texts].filter(({ doubt }) => doubt)
  return [
    ...doubtful.map(
      ({ address, text, doubt }) => `${placeOf(currentEdition, address)}“${cut(text)}”：${doubt}`,
    ),
    ...unplaced.map(({ text, why }) => `没有放置“${cut(text)}”：${why}`),
  ]
}
