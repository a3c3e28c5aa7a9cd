import { operandTexts } from '../../checks/exceptions'
import type { Finding } from '../../checks/types'
import { cellAt } from '../../format/cells'
import { placeOf } from '../../format/names'
import type { Edition } from '../../format/types'
import type { Report } from '../../report/report'
import { operandNames } from './place'

export interface ShownOperand {
  address: string
  /** Place among the outlined operands, from 1; absent for a figure of last year's report. */
  number?: number
  name: string
  /** The figure, or the phrase that was found in the prose; absent where the operand is a whole paragraph. */
  value?: string
}

const LAST_YEAR = 'lastYear.'

/** A phrase by the figure in it, where it has just one: 74 of “答复申请74件”. */
function figureIn(phrase: string): string {
  const figures = phrase.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []
  return figures.length === 1 ? (figures[0] ?? phrase) : phrase
}

/** What a comparison rests on, in the order of the numbered outlines; empty where there is nothing to compare. */
export function operandsShown(finding: Finding, edition: Edition, report: Report): ShownOperand[] {
  const { operands, evidence = {} } = finding
  const texts = operandTexts(finding, edition, report)
  const names = operandNames(edition, operands)
  const own = operands.map((address, at): ShownOperand => {
    const phrase = Object.hasOwn(evidence, address) ? evidence[address] : undefined
    const value = cellAt(edition, address) ? texts[address] : phrase && figureIn(phrase)
    return { address, number: at + 1, name: names[at] ?? address, value }
  })
  const before = Object.keys(evidence)
    .filter((key) => key.startsWith(LAST_YEAR))
    .map((key) => ({
      address: key,
      name: `上年 ${placeOf(edition, key.slice(LAST_YEAR.length))}`,
      value: evidence[key],
    }))
  return own.length + before.length > 1 ? [...own, ...before] : []
}
