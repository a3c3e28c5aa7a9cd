import type { Rule } from '../../types'
import { sum } from '../figures'
import { inSection, quotedSpot, spotsOf, writtenTexts } from '../texts'
import { caseWords, correctedCells } from './cases'
import { T4 } from './places'

const FLAWLESS = /零差错|零败诉|零纠错|无一败诉|未被纠正/

/** 以市政府为被申请人的5件，均未被纠正: in the report of all of a city. */
const OF_ONE = /以[^,;。]{2,20}为被(?:申请人|告)[^。]*$/

export const zeroDefect: Rule = {
  id: 'review.zero-defect',
  title: '“零败诉”与结果纠正',
  severity: 'verify',
  due: 'whenAnswered',
  source: '条例第五十条；国办公开办函〔2021〕30号',
  explanation: '正文写零差错、零败诉、零纠错的，表四的结果纠正应为 0。',
  check: (given) => {
    const spots = spotsOf(inSection(given, writtenTexts(given), 'overview'), FLAWLESS).filter(
      ({ prose, start }) => !OF_ONE.test(prose.text.slice(0, start)),
    )
    const [first] = spots
    if (!first) return []
    // 行政诉讼5件，无一败诉: of lawsuits alone.
    const ofSuits = spots.every((spot) => quotedSpot(spot).includes('败诉'))
    const cells = ofSuits
      ? correctedCells.filter((address) => !address.includes('administrativeReview'))
      : correctedCells
    const amounts = cells.map((address) => given.total(address))
    const known = amounts.flatMap((total) => ('value' in total ? [total.value] : []))
    const place = { target: first.address, operands: [first.address] }
    if (known.length < amounts.length) return [{ ...place, state: 'notAssessable' }]
    const corrected = sum(known)
    const { table, result } = caseWords(given.edition, correctedCells[0] ?? '')
    if (corrected === 0n) return [{ ...place, state: 'holds' }]
    return [
      {
        target: first.address,
        operands: [first.address, ...cells],
        state: 'fails',
        message: `正文写“${quotedSpot(first)}”，${table}${result} ${corrected} 件。`,
        evidence: { [first.address]: quotedSpot(first) },
      },
    ]
  },
  examples: [
    {
      title: '零败诉，却有一件纠正',
      entries: {
        [`${T4}litigationDirect.corrected`]: '1',
        'overview.oversight': '全年实现零败诉。',
      },
      messages: ['正文写“零败诉”，表四结果纠正 1 件。'],
    },
    {
      title: '败诉说的是诉讼，复议纠正的不算',
      entries: { [`${T4}administrativeReview.corrected`]: '1', 'overview.oversight': '行政诉讼无一败诉。' },
      messages: [],
    },
    { title: '没有纠正', entries: { 'overview.oversight': '确保零差错、无瑕疵。' }, messages: [] },
  ],
}
