import { neutralReport } from '../checks/rules/neutralReport'
import { givenOf } from '../checks/run'
import { currentEdition } from '../format/editions'
import { type Report, withTexts } from '../report/report'
import { draftsOf } from '../writing/compose'
import { randomOf, randomReport, YEAR } from './randomReport'

const drawn = randomReport(randomOf(5))
const names = { 'organ.name': '示例市人民政府', 'organ.kind': 'prefectureGovernment' }
/** This year's tables, complete and balanced; the prose says nothing. */
export const thisYear = neutralReport(currentEdition, { ...drawn.entries, ...names }, YEAR)

/** Last year's report as the office published it: its tables, and prose that speaks of them and of much else. */
export function lastYear(): Report {
  const report = neutralReport(currentEdition, { ...drawn.lastYear, ...names }, YEAR - 1)
  const given = givenOf({ edition: currentEdition, report, today: `${YEAR}-01-20` })
  const drafted = (address: string) => draftsOf(given, address)[0]?.text ?? ''
  const last = YEAR - 1
  return {
    ...report,
    entries: withTexts(report.entries, [
      [
        'overview.introduction',
        `示例市人民政府根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号编制${last}年度报告。所列数据的统计期限为${last}年1月1日至12月31日。可在市政府网站查阅。地址：示例路1号，联系电话：0551-60000000。`,
      ],
      ['overview.proactive', `${last}年，市政府网站发布信息860条。\n${drafted('overview.proactive')}`],
      ['overview.onRequest', drafted('overview.onRequest')],
      ['overview.management', drafted('overview.management')],
      ['overview.platform', `按照国办公开办函〔2019〕61号建设专栏，维护栏目24个。\n政务新媒体推送解读18篇。`],
      [
        'overview.oversight',
        '政府信息公开工作纳入绩效考核，考核结果已通报。开展社会评议，群众满意。未发生因政府信息公开被追究责任的情形。\n举办业务培训3次。',
      ],
      ['problems', '存在的主要问题：一是部分栏目更新不及时。下一步，将完善更新机制，加强督促检查。'],
    ]),
  }
}
