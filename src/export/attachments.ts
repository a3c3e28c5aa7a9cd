import { ATTACHMENTS } from '../format/attachments'
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
  { kind: 'attachment', text: ATTACHMENTS.reviewNotes },
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
export const changeList = (changes: ReportChange[], since: string[]): DocumentPart[] => [
  { kind: 'attachment', text: ATTACHMENTS.changes },
  ...since.map((text): DocumentPart => ({ kind: 'paragraph', text, subheading: false })),
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

/** Who signs, in the order of the way; rows high enough to sign in, the last one for the seal. */
const SIGNERS = ['拟稿人', '部门负责人', '保密审查', '分管负责人', '主要负责人签发']
const SIGNED_MM = 16
const SEAL_MM = 42

/** So much of a text stands in one row, whole sentences where it can be: rows are not divided, and a page takes three of these. */
const ROW_OF_TEXT = /[\s\S]{1,349}[。；！？\n]|[\s\S]{1,350}/gu

/** So much of a text stands on the sheet itself, with room for the rows to sign in. */
const ON_THE_SHEET = 280
/** A text as short as this stays on it in any case: who asked for a correction, and when. */
const SHORT = 60

interface Fact {
  label: string
  text: string
}

const sheetTitle: DocumentPart = { kind: 'attachment', text: ATTACHMENTS.approval }
/** The first fact names the file: it is the head of the pages that follow. */
const factTable = (facts: Fact[]): DocumentPart => {
  const table = plainTable(
    'approved',
    '送审文件',
    [16, 84],
    [],
    facts.flatMap(({ label, text }) =>
      (text.match(ROW_OF_TEXT) ?? []).map((part, index) => [index ? `${label}（续）` : label, part]),
    ),
  )
  const rows = table.rows.map((row, index) =>
    index ? row : { ...row, head: true, again: [`${ATTACHMENTS.approval}（续）`] },
  )
  return { ...table, rows }
}

/**
 * 审签单, a page of its own to be signed and sealed by hand: it names the `copy`. What is said `about` it stands there in full, for whoever
 * signs has read all of it; where that is too much, on pages of its own before.
 */
export const approvalSheet = (copy: Fact[], about: Fact[] = []): DocumentPart[] => {
  const length = [...copy, ...about].reduce((sum, { text }) => sum + text.length, 0)
  const fits = length <= ON_THE_SHEET
  return [
    ...(fits ? [] : [sheetTitle, factTable([...copy, ...about])]),
    sheetTitle,
    factTable([
      ...copy,
      ...about.map(({ label, text }) => ({
        label,
        text: fits || text.length <= SHORT ? text : `全文见前页（${text.length} 字）`,
      })),
    ]),
    plainTable(
      'approval',
      '审签单',
      [24, 46, 30],
      ['环节', '意见', '签名、日期'],
      [...SIGNERS, '单位盖章'].map((signer) => [signer, '', '']),
      [...SIGNERS.map(() => SIGNED_MM), SEAL_MM],
    ),
  ]
}

/** What a published report says of its correction. `before` is the version that was published; absent where it is not at hand. */
export interface CorrectionNote {
  before?: { publishedAt: string; code: string }
  reason: string
  date: string
  changes: ReportChange[]
}

/** 附：更正说明, published with the correction: what has changed, and why. */
export const correctionNote = ({ before, reason, date, changes }: CorrectionNote): DocumentPart[] => {
  const line = (text: string): DocumentPart => ({ kind: 'paragraph', text, subheading: false })
  const published = before?.publishedAt ? `${before.publishedAt}公布的` : '此前公布的'
  return [
    { kind: 'attachment', text: ATTACHMENTS.correction },
    line(`本报告更正${published}版本。`),
    // On lines of their own: no renderer breaks them there.
    ...(date ? [line(`更正日期：${date}。`)] : []),
    ...(before ? [line(`原版本内容码：${printedCode(before.code)}`)] : []),
    ...(reason ? [line(`更正原因：${reason}`)] : []),
    ...(changes.length
      ? [
          plainTable(
            'correction',
            '更正说明',
            [8, 24, 34, 34],
            ['序号', '位置', '更正前', '更正后'],
            changes.map(({ place, before: old, after }, index) => [
              String(index + 1),
              place,
              old || '（无）',
              after || '（删去）',
            ]),
          ),
        ]
      : []),
  ]
}

/** The line by which paper and file are matched. */
export const codeLine = (code: string): DocumentNote => ({
  kind: 'note',
  text: `内容码 ${printedCode(code)}`,
})
