import { cellAt } from '../format/cells'
import { placeOf } from '../format/names'
import { formatAmount } from '../report/value'
import type { NodeCheck } from './nodeCheck'
import type { Cause, Explanation } from './nodeExplain'
import { editionOf } from './received'
import type { Remark, RemarkSheet } from './remarks'

/** Why a 汇总 differs, in words. */
export const CAUSES: Record<Cause, (name: string, more: Pick<Explanation, 'versions' | 'file'>) => string> = {
  leftOut: (name) => `${name}的数没有加进去`,
  twice: (name) => `${name}的数加了两次`,
  sumAmongParts: (name) => `${name}的汇总又和它下面各单位的数加在一起`,
  officeTwice: (name) => `${name}的数在政府（本机关）的年报里又算了一次`,
  oldVersion: (name) => `用的是${name}更正以前的那一份`,
  nodeBelow: (name) => `${name}的汇总与它下面各单位之和不符，请先看那一级`,
  levelOnly: (name) => `${name}的这份汇总等于本级之和，没有加下级`,
  headOnly: (name) => `${name}的这份汇总等于它自己的年报，没有加其他单位`,
  notReceived: (name) => `${name}还没有报来，可能已经算在这份汇总里`,
  notChosen: (name, { versions }) =>
    `${name}报了 ${versions} 次，没有采用哪一份（采用此份），可能已经算在这份汇总里`,
  candidate: (name, { versions, file }) =>
    `${name}报了 ${versions} 次，没有采用哪一份（采用此份）；其中“${file}”的数正好等于差额`,
  unusable: (name) => `${name}的这个数空着或不能用，可能已经算在这份汇总里`,
  figureLeftOut: (name) => `${name}的这个数正好等于差额，可能没有加进去（比如被当作文字）`,
  figureTwice: (name) => `${name}的这个数正好等于差额，可能多加了一次`,
}
export const SCOPES = { level: '本级汇总', all: '全辖汇总' } as const
export const OURS = { level: '本级各单位', all: '本级＋下级' } as const

/** What differs in the 汇总 that a node handed in, as it goes back to this node; nothing where units, or their figures, are still lacking, or where it is a 汇总 below that is wrong. */
export function nodeRemarks(
  { scope, report, differences, explanations, first, lacking, agreesBelow }: NodeCheck,
  name: (id: string) => string,
): Remark[] {
  if (lacking.length || agreesBelow) return []
  const edition = editionOf(report)
  const [cause] = explanations.slice(0, first)
  const hint =
    cause && first < 4
      ? explanations.slice(0, first).map((one) => CAUSES[one.cause](name(one.unit), one))
      : []
  // Totals differ with their parts: these are what is to be mended.
  return differences
    .filter(({ address, missing }) => !missing && !cellAt(edition, address)?.parts)
    .map(({ address, left, right, suspects }): Remark => {
      const text = (amount: bigint) => formatAmount(amount, cellAt(edition, address)?.unit ?? '件')
      const said =
        right === null
          ? '没有数'
          : `报 ${text(right)}，${right > left ? '多' : '少'} ${text(right > left ? right - left : left - right)}`
      const own =
        suspects.length &&
        suspects.every((unit) => explanations.slice(0, first).some((one) => one.unit === unit))
      return {
        message: `${SCOPES[scope]}与所属各单位之和不符：各单位合计 ${text(left)}，${said}。`,
        place: placeOf(edition, address),
        todo:
          own && hint.length
            ? `请查：可能是${hint.join('；或者')}。改正后重报。`
            : '请对照各单位的年报逐家查对，改正后重报。',
        weight: '必须改正',
      }
    })
}

/** Remarks to nodes on their 汇总, put to those on their own reports. */
export function withNodeRemarks(
  sheets: readonly RemarkSheet[],
  checks: readonly NodeCheck[],
  name: (id: string) => string,
): RemarkSheet[] {
  const all = new Map(sheets.map((sheet) => [sheet.unit, sheet]))
  for (const check of checks) {
    const remarks = nodeRemarks(check, name)
    if (!remarks.length) continue
    const known = all.get(check.node) ?? { unit: check.node, remarks: [] }
    all.set(check.node, { ...known, remarks: [...known.remarks, ...remarks] })
  }
  return [...all.values()]
}
