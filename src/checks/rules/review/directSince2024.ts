import { cellsOf } from '../../../format/cells'
import type { Address, Edition } from '../../../format/types'
import { yearOf } from '../../../report/deadline'
import type { Given, Outcome, Rule } from '../../types'
import { judgeFigures, lastYearOf } from '../figures'
import { caseWords } from './cases'
import { DIRECT_TOTAL, T4 } from './places'

const DIRECT_PENDING: Address = `${T4}litigationDirect.pending`

/** From this reporting year on 复议 comes first (行政复议法 2023, in force 2024-01-01). */
const REVIEW_FIRST_SINCE = 2024

/** Rows of 不予公开. */
const DENIED = 'outcome.denied.'

/** Totals of the outcomes against which one may go to court at once: all but 不予公开 (法释〔2025〕8号). */
const suableAtOnce = (edition: Edition): Address[] =>
  cellsOf(edition)
    .filter(
      ({ row, column }) => column.sum && row.path.startsWith('outcome.') && !row.path.startsWith(DENIED),
    )
    .map(({ address }) => address)

/** Nothing was decided, in this year or the last, that could have gone to court without a review first. */
function onlyDenied(given: Given): boolean {
  const lastYear = lastYearOf(given)
  return suableAtOnce(given.edition).every((address) => {
    const total = given.total(address)
    return (
      'value' in total && total.value === 0n && !(lastYear?.has(address) && lastYear.amount(address) !== 0n)
    )
  })
}

export const directSince2024: Rule = {
  id: 'review.direct-since-2024',
  title: '2024 年起对不予公开先复议后诉讼',
  severity: 'note',
  due: 'atReview',
  source: '行政复议法（2023年修订）第二十三条第一款第四项；法释〔2025〕8号',
  explanation:
    '2024 年起对不予公开不服的，应当先申请行政复议；对不予处理、无法提供、答复内容不符等可以直接起诉。本年和上年的办理结果只有不予公开时才提示。',
  check: (given): Outcome[] => {
    const year = yearOf(given.report.entries)
    if (year === undefined || year < REVIEW_FIRST_SINCE) return []
    const lastYear = lastYearOf(given)
    return judgeFigures(given, [DIRECT_TOTAL], ([n = 0n]) =>
      n > (lastYear?.amount(DIRECT_PENDING) ?? 0n) && onlyDenied(given)
        ? {
            message: `对不予公开不服须先复议（行政复议法第二十三条、法释〔2025〕8号），本年只有不予公开；“${caseWords(given.edition, DIRECT_TOTAL).kind}”${n} 件，请确认。`,
            evidence: lastYear?.evidence([DIRECT_PENDING]),
          }
        : undefined,
    )
  },
  examples: [
    {
      title: '2024 年直接起诉 25 件，没有别的办理结果',
      entries: { year: '2024', [`${T4}litigationDirect.upheld`]: '25' },
      messages: [
        '对不予公开不服须先复议（行政复议法第二十三条、法释〔2025〕8号），本年只有不予公开；“未经复议直接起诉”25 件，请确认。',
      ],
    },
    {
      title: '有无法提供的，可以直接起诉',
      entries: {
        year: '2024',
        [`${T4}litigationDirect.upheld`]: '3',
        'tables.requests.received.naturalPerson': '1',
        'tables.requests.outcome.unavailable.notHeld.naturalPerson': '1',
      },
      messages: [],
    },
    { title: '2023 年还可以直接起诉', entries: { [`${T4}litigationDirect.upheld`]: '6' }, messages: [] },
  ],
}
