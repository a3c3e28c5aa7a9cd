import { tellsFigures } from '../../prose/farOff'
import { type Judged, readingOf } from '../../prose/reading'
import type { Rule } from '../../types'
import { T3 } from '../requests/places'
import { T4 } from '../review/places'
import { NARRATIVE_SOURCE, notThisFigure, outcomesOf } from './claims'

/** 被纠正1件，原因是没有区分处理; 均因没有区分处理; 市政府自身收到147件，市政府上年没有结转件: why, and of one level alone. */
const OF_ELSE = /(?:原因|由于|在于|[均都系是]因)[^,;]*$|(?:自身|本身|以[^,;]{2,20}为被(?:申请人|告))[^;]*$/
/** 没有计入收件数: told of, but not there. */
const NOT_COUNTED = /^(?:没有?|未)(?:[计列记纳]入|统计)/
/** 有的单位没有区分处理: what is told of problems denies no figure of the tables but by its name. */
const NAMED = /复议|诉|申请(?![人者方])|收费|规范性文件|规章/
const isOfElse = (one: Judged) =>
  OF_ELSE.test(one.sentence.text.slice(0, one.item.start)) ||
  NOT_COUNTED.test(one.phrase) ||
  !(tellsFigures(one) || NAMED.test(one.phrase))

export const narrativeClaimNone: Rule = {
  id: 'narrative.claim-none',
  title: '正文写“没有”，表格也应是 0',
  severity: 'verify',
  due: 'whenAnswered',
  source: NARRATIVE_SOURCE,
  explanation: '“未收到申请”“未发生复议、诉讼”与表格比较。限定渠道或事项的、说败诉纠错的、除……外的句子不算。',
  check: (given) =>
    outcomesOf(
      readingOf(given).judged.filter((one) => !one.item.quantity && !isOfElse(one)),
      ({ written: { address }, phrase, meanings }) => {
        const [meaning] = meanings
        return {
          target: address,
          operands: [address, ...(meaning?.figure.cells ?? [])],
          state: 'fails',
          message: `正文写“${phrase}”，表中${meaning?.figure.spoken}为 ${meaning?.amount}。`,
          evidence: { [address]: phrase },
          fixes: [notThisFigure(phrase)],
        }
      },
    ),
  examples: [
    {
      title: '写未收到，表中有 22 件',
      entries: {
        [`${T3}received.naturalPerson`]: '22',
        [`${T3}outcome.granted.naturalPerson`]: '22',
        'overview.onRequest': '本年度未收到政府信息公开申请。',
      },
      messages: ['正文写“未收到政府信息公开申请”，表中本年新收为 22。'],
    },
    {
      title: '说问题时没有指名的，不是指这一格',
      entries: {
        [`${T3}outcome.partiallyGranted.naturalPerson`]: '12',
        problems: '有的单位一律不予公开，没有区分处理。',
      },
      messages: [],
    },
    {
      title: '否认的是败诉，不是诉讼；只说了书面申请',
      entries: {
        [`${T4}litigationDirect.upheld`]: '2',
        'overview.onRequest': '未发生因信息公开引发的行政诉讼败诉案件。未收到邮寄申请。',
      },
      messages: [],
    },
  ],
}
