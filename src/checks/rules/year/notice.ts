import { yearOf } from '../../../report/deadline'
import type { Outcome, Rule } from '../../types'
import { quotedSpot, spotsOf, writtenTexts } from '../texts'

/** 《…2022年…年度报告…的通知》: a notice on the reports of one year, by its title. */
const NOTICE = /《[^《》]{0,60}?20\d\d年[^《》]{0,24}(?:年度报告|年报)[^《》]{0,24}(?:通知|函)》/
const TITLE_YEAR = /(20\d\d)年/

export const yearNotice: Rule = {
  id: 'year.notice',
  title: '引用的通知是哪一年的',
  severity: 'verify',
  due: 'atReview',
  source: '与年度比较',
  explanation: '沿用上年文字时，编制依据里常常还是上年的通知。题名里的年份早于报告年度时核实。',
  check: (given) => {
    const year = yearOf(given.report.entries)
    if (year === undefined) return []
    return spotsOf(writtenTexts(given), NOTICE).map((spot): Outcome => {
      const place = { target: spot.address, operands: [spot.address] }
      const title = quotedSpot(spot)
      const other = Number(TITLE_YEAR.exec(title)?.[1])
      return other >= year
        ? { ...place, state: 'holds' }
        : {
            ...place,
            state: 'fails',
            message: `引用的通知是编制 ${other} 年年报的，本报告为 ${year} 年。`,
            evidence: { [spot.address]: title },
          }
    })
  },
  examples: [
    {
      title: '还是上年的通知',
      entries: {
        'overview.introduction':
          '示例局根据《示例市人民政府办公室关于做好2022年政府信息公开工作年度报告编制工作的通知》编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: ['引用的通知是编制 2022 年年报的，本报告为 2023 年。'],
    },
    {
      title: '本年的通知',
      entries: {
        'overview.introduction':
          '示例局根据《示例市人民政府办公室关于编制公布2023年政府信息公开工作年度报告有关事项的通知》编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [],
    },
  ],
}
