import type { Rule } from '../../types'
import { inSection, oneFinding, spotsOf, writtenTexts } from '../texts'
import { T3 } from './places'

const NO_NOTICE = /(?:未|无|没有)(?!按)[^。;,按]{0,6}?(?:发出|发送|作出|制发)?[^。;,按]{0,6}?收费通知/
const SOME_NOTICES =
  /(?:全[省市县区州]|各[^。;,]{1,6})[^。;]*(?<!没有|未)发出[^。;,]{0,6}?收费通知(?:书|单)?[^。;,\d(]{0,4}[1-9]\d*[件份次]/
const FEE_OVERDUE = `${T3}outcome.other.feeOverdue.total`

export const feeOverdueStatement: Rule = {
  id: 'requests.fee-overdue-statement',
  title: '逾期未缴费与收费通知',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办函〔2020〕109号',
  explanation: '有申请人逾期未按收费通知缴费的，第六部分就不会是没有发出收费通知。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), 'other')
    const home = texts[0]?.address
    const total = given.total(FEE_OVERDUE)
    // 全省发出收费通知38件，省政府办公厅没有发出收费通知: others of those that the report sums up did.
    if (texts.some(({ prose: { text } }) => SOME_NOTICES.test(text))) return []
    if (home === undefined || !('value' in total) || total.value === 0n) return []
    const outcome = oneFinding(
      spotsOf(texts, NO_NOTICE),
      home,
      () => `“逾期未缴费”${total.value} 件，第六部分却写未发出收费通知。`,
    )
    return [{ ...outcome, operands: [outcome.target, FEE_OVERDUE] }]
  },
  examples: [
    {
      title: '无发出收费通知',
      entries: {
        [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1',
        other: '本年度无发出收费通知，未收取信息处理费。',
      },
      messages: ['“逾期未缴费”1 件，第六部分却写未发出收费通知。'],
    },
    {
      title: '逾期的没有按通知缴费',
      entries: {
        [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1',
        other: '发出收费通知2件，申请人未按收费通知缴费的1件。',
      },
      messages: [],
    },
    {
      title: '全省发出过，本办没有',
      entries: {
        [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1',
        other: '全省发出收费通知38件。省政府办公厅没有发出收费通知。',
      },
      messages: [],
    },
    {
      title: '只写没有收取',
      entries: { [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1', other: '未收取信息处理费。' },
      messages: [],
    },
  ],
}
