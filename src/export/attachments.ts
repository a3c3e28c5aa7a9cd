import { printedCode } from '../report/contentCode'
import type { DocumentNote, DocumentPart } from './document'
import { plainTable } from './table'

/** A 核实 finding with the reason on record. */
export interface ExplainedFinding {
  place: string
  message: string
  reason: string
}
/** What differs from an earlier version: a figure or a sentence, empty where there was none. */
export interface ReportChange {
  place: string
  before: string
  after: string
}

/** 附：数据审核说明, the reasons given for 核实 findings. */
export const reviewNotes = (explained: ExplainedFinding[]): DocumentPart[] => [
  { kind: 'attachment', text: '附：数据审核说明' },
  explained.length
    ? plainTable(
        'reviewNotes',
        '数据审核说明',
        [8, 22, 38, 32],
        ['序号', '位置', '核对情况', '说明'],
        explained.map(({ place, message, reason }, index) => [String(index + 1), place, message, reason]),
      )
    : { kind: 'paragraph', text: '没有需要说明的数据。', subheading: false },
]

/** 附：修改对照, for whoever has read the version before; `since` says which. */
export const changeList = (changes: ReportChange[], since: string): DocumentPart[] => [
  { kind: 'attachment', text: '附：修改对照' },
  { kind: 'paragraph', text: since, subheading: false },
  changes.length
    ? plainTable(
        'changes',
        '修改对照',
        [8, 24, 34, 34],
        ['序号', '位置', '上一版', '本版'],
        changes.map(({ place, before, after }, index) => [
          String(index + 1),
          place,
          before || '（无）',
          after || '（删去）',
        ]),
      )
    : { kind: 'paragraph', text: '与上一版内容相同。', subheading: false },
]

/** 签发栏, to be filled in by hand. */
export const approvalTable = (): DocumentPart[] => [
  plainTable(
    'approval',
    '签发栏',
    [25, 25, 25, 25],
    ['编制人', '审核人', '签发人', '签发日期'],
    [['', '', '', '']],
  ),
]

/** The line by which paper and file are matched. */
export const codeLine = (code: string): DocumentNote => ({
  kind: 'note',
  text: `内容码 ${printedCode(code)}`,
})
