import { enteredCellsOf } from '../format/cells'
import { currentEdition } from '../format/editions'
import type { Address } from '../format/types'
import { blankReport, type Report, withTexts } from '../report/report'

const figures: Record<Address, string> = {
  'tables.proactiveDisclosure.normativeDocuments.issued': '6',
  'tables.proactiveDisclosure.normativeDocuments.repealed': '13',
  'tables.proactiveDisclosure.normativeDocuments.inForce': '44',
  'tables.proactiveDisclosure.administrativeLicenses.decisions': '10292',
  'tables.proactiveDisclosure.administrativePenalties.decisions': '97',
  'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1',
  'tables.proactiveDisclosure.administrativeFees.amount': '882',
  'tables.requests.received.naturalPerson': '22',
  'tables.requests.carriedOver.naturalPerson': '1',
  'tables.requests.outcome.granted.naturalPerson': '12',
  'tables.requests.outcome.partiallyGranted.naturalPerson': '2',
  'tables.requests.outcome.denied.thirdPartyRights.naturalPerson': '3',
  'tables.requests.outcome.unavailable.notHeld.naturalPerson': '5',
  'tables.requests.outcome.notProcessed.repeated.naturalPerson': '1',
  'tables.reviewAndLitigation.administrativeReview.upheld': '5',
  'tables.reviewAndLitigation.litigationDirect.upheld': '5',
  'tables.reviewAndLitigation.litigationDirect.otherResult': '1',
  'tables.reviewAndLitigation.litigationAfterReview.upheld': '3',
}

const texts: Record<Address, string> = {
  year: '2021',
  'organ.name': '示例区人民政府',
  'organ.kind': 'countyGovernment',
  'overview.introduction':
    '按照《中华人民共和国政府信息公开条例》的要求，现公布示例区人民政府2021年政府信息公开工作年度报告。所列数据的统计期限为2021年1月1日至12月31日，可在区政府网站查阅。',
  'overview.proactive':
    '全年通过区政府网站公开信息1230条，其中政务要闻639条、基层动态137条、部门动态200条、通知公告152条、公开制度2条、法定主动公开内容100条。\n重点领域的信息做到随产生随公开。',
  'overview.onRequest':
    '全年新收政府信息公开申请22件，加上上年结转1件，共办理23件，全部在法定期限内答复，没有结转下年度的申请。',
  'overview.management': '年内制发行政规范性文件6件、废止13件，年底现行有效44件，文件目录按季更新。',
  'overview.platform': '网站公开专栏新增分类检索，政务新媒体发布前逐条审核，停更账号已经清理。',
  'overview.oversight':
    '工作考核结果纳入单位年度评价，社会评议请群众代表打分，本年未发生责任追究情况，全年培训两次。',
  problems:
    '（一）主要问题\n少数单位更新不够及时，基层工作人员业务还不够熟练。\n（二）改进情况\n下一步将按月通报更新情况，每季度组织培训。',
  other: '本年度未收取信息处理费，没有其他需要报告的事项。',
}

/** The figures of a published report of 2021 around invented prose: complete, and nothing in it is 阻断. */
export function filledReport(changes: Record<Address, string> = {}): Report {
  const report = blankReport(currentEdition)
  const cells = enteredCellsOf(currentEdition).map(({ address }): [Address, string] => [
    address,
    figures[address] ?? '0',
  ])
  return {
    ...report,
    entries: withTexts(report.entries, [...cells, ...Object.entries(texts), ...Object.entries(changes)]),
  }
}
