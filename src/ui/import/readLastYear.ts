import type { DraftStore } from '../../drafts/store'
import { currentEdition } from '../../format/editions'
import { placeOf } from '../../format/names'
import { reportOf, textsOfProposal } from '../../import/apply'
import type { ImportProposal } from '../../import/proposal'
import { yearOf } from '../../report/deadline'
import { type Report, textAt } from '../../report/report'
import { isYearBefore } from '../../report/yearBefore'
import { shortened } from '../parts/shortened'
import { parseBackup } from './parseBackup'
import { readMaterial } from './reader'
import { recogniseFile } from './recognise'

/** Last year's report with what is not certain in it, each in a line; or why there is none. */
export type LastYearRead = { report: Report; doubts: string[] } | { problem: string }

const NO_FIGURES = '没有认出三张表里的数据，没有载入。请确认选对了文件。'
const IN_DRAFTS = '备份里的年报都已在“我的年报”里，没有载入。请从上面的列表中选择。'

/**
 * Reads a report of any kind of file, to be compared with or carried over; nothing is asked, what is doubtful is named, also
 * that it is another organ's. `before`: only a report of the year before will do, for its prose is taken over.
 */
export async function readLastYear(
  file: File,
  now: Pick<Report, 'entries'>,
  store: DraftStore,
  before = false,
): Promise<LastYearRead> {
  const read = await readReport(file, now, store)
  if ('problem' in read) return { problem: hereWords(read.problem) }
  const { report, doubts } = read
  const [year, own] = [yearOf(report.entries), yearOf(now.entries)]
  if (before && year !== undefined && own !== undefined && !isYearBefore(report, now))
    return { problem: `这份年报是 ${year} 年的，没有沿用。请选择 ${own - 1} 年的年报，或先改正年度。` }
  const [name, ownName] = [report, now].map(({ entries }) => textAt(entries, 'organ.name').trim())
  const isOther = name && ownName && name !== ownName
  return {
    report,
    doubts: isOther ? [`机关名称“${name}”与本年报的“${ownName}”不同，请确认没有选错文件`, ...doubts] : doubts,
  }
}

/** The reader's words speak of 导入, and of a box for pasted text, which is not here. */
export const hereWords = (problem: string) =>
  problem
    .replaceAll('导入', '载入')
    .replaceAll('恢复', '载入')
    .replace(/[，；](?:或|也可以)[^，；。]*(?:，复制全文)?粘贴到这里/, '')
    .replace('转成文字后粘贴', '转成文字，另存后再选择')

async function readReport(
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
      return { problem: found.problem }
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

/** So much of a text is named. */
const cut = (text: string) => shortened(text, 30)

function doubtsOf({ figures, texts, unplaced }: ImportProposal): string[] {
  const doubtful = [...figures, ...texts].filter(({ doubt }) => doubt)
  // What is in no place weighs more, and the rest of a long list is folded.
  return [
    ...unplaced.map(({ text, why }) => `没有放置“${cut(text)}”：${why}`),
    ...doubtful.map(
      ({ address, text, doubt }) => `${placeOf(currentEdition, address)}“${cut(text)}”：${doubt}`,
    ),
  ]
}
