import { enteredCellsOf } from '../../format/cells'
import { textsOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { figuresIn } from '../../report/carry/figures'
import { withPending } from '../../report/carry/pendingNotes'
import { blankReport, type Report, withTexts } from '../../report/report'
import { givenOf } from '../run'
import type { Example, Given } from '../types'

/** The day and the year the worked examples of the rules are set in. */
export const EXAMPLE_TODAY = '2024-01-20'
export const EXAMPLE_YEAR = 2023

const texts: Record<Address, string> = {
  'overview.introduction': `示例局按照要求编制本报告。所列数据的统计期限为${EXAMPLE_YEAR}年1月1日至12月31日，可在本机关网站查阅。`,
  problems: '存在的主要问题是部分栏目更新不够及时。下一步将改进工作机制，加强培训。',
  other: '本年度未收取信息处理费。',
}

/** A report that no rule has anything to say about: complete, balanced, every cell 0. Examples are texts over it. */
export function neutralReport(
  edition: Edition,
  entries: Record<Address, string> = {},
  year = EXAMPLE_YEAR,
): Report {
  const blank = blankReport(edition)
  return {
    ...blank,
    entries: withTexts(blank.entries, [
      ['year', String(year)],
      ['organ.name', '示例局'],
      ['organ.kind', 'department'],
      ['organ.address', '示例路 1 号'],
      ['organ.phone', '0551-60000000'],
      ...textsOf(edition)
        .filter(({ optional }) => !optional)
        .map(({ address }): [Address, string] => [address, texts[address] ?? '本机关按照要求推进本项工作。']),
      ...enteredCellsOf(edition).map(({ address }): [Address, string] => [address, '0']),
      ...Object.entries(entries),
    ]),
  }
}

/** What the rule of an example is run on. */
export function exampleGiven(
  edition: Edition,
  { entries, lastYear, sourceTotals = {}, doubts, carried = {}, corrects }: Example,
): Given {
  const report = neutralReport(edition, entries)
  const pending = Object.entries(carried).map(([text, prose]) => ({
    text,
    carried: prose,
    figures: figuresIn(prose).map(({ start, end }): [number, number] => [start, end]),
  }))
  return givenOf({
    edition,
    report: {
      ...report,
      notes: {
        ...withPending(report.notes, pending),
        sourceTotals,
        ...(doubts && { doubts }),
        ...(corrects && { base: 'a'.repeat(64), corrected: neutralReport(edition, corrects) }),
      },
    },
    today: EXAMPLE_TODAY,
    lastYear: lastYear && neutralReport(edition, lastYear, EXAMPLE_YEAR - 1),
  })
}
