import { yearOf } from '../../../report/deadline'
import type { Given, Outcome, Rule } from '../../types'
import { OVERVIEW, PERIOD } from '../period'
import { inSection, quotedSpot, replaceSpots, type Spot, spotsOf, writtenTexts } from '../texts'

const periodSpots = (given: Given): Spot[] => spotsOf(inSection(given, writtenTexts(given), OVERVIEW), PERIOD)

const yearsIn = ({ prose, start, end }: Spot): string[] =>
  [...prose.text.slice(start, end).matchAll(/20\d\d(?=年(?:1月1日|12月31日))/g)].map(([year]) => year)

export const yearPeriod: Rule = {
  id: 'year.period',
  title: '统计期限与年度一致',
  severity: 'verify',
  due: 'atReview',
  source: '条例第五十条；国办公开办函〔2021〕30号',
  explanation: '报告所列数据的统计期限应是报告年度的 1 月 1 日至 12 月 31 日。',
  check: (given) => {
    const year = yearOf(given.report.entries)
    if (year === undefined) return []
    return periodSpots(given).map((spot): Outcome => {
      const place = { target: spot.address, operands: [spot.address] }
      const wrong = yearsIn(spot).filter((other) => other !== String(year))
      if (!wrong.length) return { ...place, state: 'holds' }
      const [changed] = replaceSpots([spot], () =>
        quotedSpot(spot).replace(/20\d\d(?=年(?:1月1日|12月31日))/g, String(year)),
      )
      return {
        ...place,
        state: 'fails',
        message: `统计期限写 ${[...new Set(wrong)].join('、')} 年，本报告为 ${year} 年。`,
        fixes: changed && [{ label: `改为 ${year}`, changes: [changed] }],
        evidence: { [spot.address]: quotedSpot(spot) },
      }
    })
  },
  examples: [
    {
      title: '还是上年的期限',
      entries: { 'overview.introduction': '所列数据的统计期限自2022年1月1日起至2022年12月31日止。' },
      messages: ['统计期限写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '只改了前一半',
      entries: { 'overview.introduction': '本报告统计时限为2023年1月1日到2022年12月31日。' },
      messages: ['统计期限写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '“起止时间”也是期限',
      entries: { 'overview.introduction': '起止时间为2022年1月1日始，止于2022年12月31日。' },
      messages: ['统计期限写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '“统计数据的期限自…起，至…”',
      entries: { 'overview.introduction': '统计数据的期限自2023年1月1日起，至12月31日止。' },
      messages: [],
    },
  ],
}
