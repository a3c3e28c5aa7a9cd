// Statutory table 3 as all contenders show it: 25 printed rows (24 to fill and the computed row （七）总计), 6 columns to
// fill and a computed one, a check line under the table.

/** Key and label of the columns a clerk fills. @type {[key: string, label: string][]} */
export const COLUMNS = [
  ['naturalPerson', '自然人'],
  ['commercial', '商业企业'],
  ['research', '科研机构'],
  ['welfare', '社会公益组织'],
  ['legal', '法律服务机构'],
  ['other', '其他'],
]
export const TOTAL_LABEL = '总计'

/** @typedef {'received' | 'carriedOver' | 'result' | 'carriedForward' | 'total'} Kind */
/** @typedef {{ key: string, kind: Kind, labels: string[] }} Row */

const R = '三、本年度办理结果'
/** @type {[key: string, kind: Kind, ...labels: string[]][]} */
const BLOCK = [
  ['received', 'received', '一、本年新收政府信息公开申请数量'],
  ['carriedOver', 'carriedOver', '二、上年结转政府信息公开申请数量'],
  ['granted', 'result', R, '（一）予以公开'],
  ['partial', 'result', R, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['denySecret', 'result', R, '（三）不予公开', '1.属于国家秘密'],
  ['denyLaw', 'result', R, '（三）不予公开', '2.其他法律行政法规禁止公开'],
  ['denySafety', 'result', R, '（三）不予公开', '3.危及“三安全一稳定”'],
  ['denyThird', 'result', R, '（三）不予公开', '4.保护第三方合法权益'],
  ['denyInternal', 'result', R, '（三）不予公开', '5.属于三类内部事务信息'],
  ['denyProcess', 'result', R, '（三）不予公开', '6.属于四类过程性信息'],
  ['denyEnforce', 'result', R, '（三）不予公开', '7.属于行政执法案卷'],
  ['denyQuery', 'result', R, '（三）不予公开', '8.属于行政查询事项'],
  ['noneHeld', 'result', R, '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['noneMade', 'result', R, '（四）无法提供', '2.没有现成信息需要另行制作'],
  ['noneUnclear', 'result', R, '（四）无法提供', '3.补正后申请内容仍不明确'],
  ['dropPetition', 'result', R, '（五）不予处理', '1.信访举报投诉类申请'],
  ['dropRepeat', 'result', R, '（五）不予处理', '2.重复申请'],
  ['dropPublished', 'result', R, '（五）不予处理', '3.要求提供公开出版物'],
  ['dropMany', 'result', R, '（五）不予处理', '4.无正当理由大量反复申请'],
  ['dropConfirm', 'result', R, '（五）不予处理', '5.要求行政机关确认或重新出具已获取信息'],
  [
    'otherCorrect',
    'result',
    R,
    '（六）其他处理',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  ],
  [
    'otherFee',
    'result',
    R,
    '（六）其他处理',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ],
  ['otherRest', 'result', R, '（六）其他处理', '3.其他'],
  ['carriedForward', 'carriedForward', '四、结转下年度继续办理'],
]
/** @type {Row} */
const TOTAL = { key: 'total', kind: 'total', labels: [R, '（七）总计'] }

/**
 * Rows in printed order. With a scale of 10 each row to fill is there ten times, the computed one once.
 * @param {number} [scale]
 * @returns {Row[]}
 */
export function makeRows(scale = 1) {
  const copies = Array.from({ length: scale }, (_, copy) =>
    BLOCK.map(([key, kind, ...labels]) => ({ key: copy ? `${key}_${copy}` : key, kind, labels })),
  ).flat()
  /** @param {Kind[]} kinds */
  const of = (...kinds) => copies.filter(({ kind }) => kinds.includes(kind))
  return [...of('received', 'carriedOver'), ...of('result'), TOTAL, ...of('carriedForward')]
}

/** The rows a clerk fills. @param {number} [scale] */
export const editableRows = (scale = 1) => makeRows(scale).filter(({ kind }) => kind !== 'total')

/**
 * Merged head cells: per row the label cells that start there, with their spans.
 * @param {Row[]} rows
 * @returns {{ text: string, rowSpan: number, colSpan: number }[][]}
 */
export function labelCells(rows) {
  const depth = 3
  return rows.map(({ labels }, at) =>
    labels.flatMap((text, level) => {
      const isLeaf = level === labels.length - 1
      /** @param {number} other */
      const inGroup = (other) => {
        const theirs = rows[other]?.labels ?? []
        return (
          theirs.length > level + 1 && labels.slice(0, level + 1).every((label, k) => theirs[k] === label)
        )
      }
      if (!isLeaf && inGroup(at - 1)) return []
      let rowSpan = 1
      if (!isLeaf) while (inGroup(at + rowSpan)) rowSpan++
      return [{ text, rowSpan, colSpan: isLeaf ? depth - level : 1 }]
    }),
  )
}

/** @param {string} row @param {string} column */
export const cellId = (row, column) => `tables.requests.${row}.${column}`

/** @param {string} text */
export const numberOf = (text) => (/^\d+$/.test(text) ? Number(text) : 0)

/** @param {number} left @param {number} right */
export const checkText = (left, right) =>
  `${left}＝${right} ${left === right ? '✓' : `✗差${Math.abs(left - right)}`}`

/**
 * What every total must show, from the figures of the rows to fill.
 * @param {number[][]} figures
 * @returns {{ rows: number[], columns: number[] }}
 */
export function expectedTotals(figures) {
  const rows = figures.map((row) => row.reduce((sum, figure) => sum + figure, 0))
  const results = editableRows().flatMap(({ kind }, at) => (kind === 'result' ? [figures[at] ?? []] : []))
  const columns = COLUMNS.map((_, c) => results.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  return { rows, columns: [...columns, columns.reduce((sum, figure) => sum + figure, 0)] }
}
