import { enteredCellsOf } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import type { Address } from '../../format/types'
import { blankEntries, type Entries, withTexts } from '../../report/report'

/** 云汀县 does not exist: its codes, addresses and numbers are of kinds that are not in use. */
const basics: Record<Address, string> = {
  year: '2024',
  'organ.name': '云汀县人民政府',
  'organ.kind': 'countyGovernment',
  'organ.code': '11990100MB0000000P',
  'organ.region': '990100',
  'organ.website': 'https://www.yunting.example',
  'organ.address': '云汀县示例路1号',
  'organ.postcode': '080000',
  'organ.phone': '0600-5550100',
  'organ.fax': '0600-5550101',
  'organ.email': 'zwgk@yunting.example',
  scope: 'all',
}

const texts: Record<Address, string> = {
  'overview.introduction': `根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），编制云汀县人民政府2024年政府信息公开工作年度报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。
所列数据的统计期限为2024年1月1日至12月31日，汇总了县政府各部门和各乡镇人民政府的数据。本报告可在云汀县人民政府网站（https://www.yunting.example）查阅和下载。如有疑问，请与云汀县人民政府办公室联系，地址：云汀县示例路1号，邮编：080000，电话：0600-5550100，传真：0600-5550101，电子邮箱：zwgk@yunting.example。`,
  'overview.proactive': `2024年，通过县人民政府网站主动公开政府信息6820条，其中机构职能和人事信息412条、政策文件386条、财政预决算1260条、行政执法2955条、民生服务1807条。
县政府常务会议审议的重要政策，起草时公布草案、征求意见，出台时同步发布解读材料。义务教育招生、医疗保障、农村危房改造等群众关注的事项，按领域集中公开办事条件、流程和结果。`,
  'overview.onRequest': `本年新收政府信息公开申请74件，上年结转4件。全年答复75件，结转下年度继续办理3件。
各单位统一使用县政府办公室印发的登记簿和答复文书样本，受理、补正、征求第三方意见、答复各环节都留存记录。疑难申请由县政府办公室会同县司法局会商后答复。`,
  'overview.management': `全年制发行政规范性文件12件，废止行政规范性文件7件，年底现行有效的行政规范性文件86件，均在县人民政府网站政策文件库公布，并标注有效、失效状态。
公文拟制时同步认定公开属性，不予公开的写明理由；每半年对已定为不予公开的信息复查一次，情况变化的转为公开。`,
  'overview.platform': `县人民政府网站设政府信息公开专栏，各部门、乡镇的公开指南、公开目录和年度报告集中展示，检索可以按机关、主题、年份筛选。
政务服务中心、县档案馆、县图书馆设政府信息查阅点，配备自助查询设备，并有工作人员帮助老年人查询。政务新媒体账号按季度检查，长期不更新的予以关停。`,
  'overview.oversight': `县政府办公室配备专职工作人员负责政府信息公开，全年举办业务培训2期，参加培训的覆盖各部门、各乡镇。
政府信息公开工作纳入全县年度绩效考核，考核结果已通报各单位。委托第三方机构开展社会评议，以问卷和实地走访方式听取群众意见，评议结果和整改要求已反馈有关单位。本年度未发生责任追究情况。`,
  problems: `存在的主要问题：一是部分乡镇公开的内容与群众需求有差距，栏目更新不够及时；二是基层工作人员调整较多，对不予公开情形的把握不够准确；三是政策解读以文字材料为主，形式还不够丰富。
改进情况：针对上年提出的答复文书不统一的问题，本年度已印发统一样本并逐件抽查。下一步将采取以下措施：一是逐个乡镇梳理公开事项，明确更新时限和责任人；二是编印常见申请答复案例，对新任工作人员先培训后上岗；三是与县融媒体中心共同制作图解、短视频等解读产品，方便群众看懂政策。`,
  other: `本年度没有发出信息处理费收费通知，未收取信息处理费。
没有其他需要报告的事项。`,
}

/** Figures other than 0, by address below the table. */
const figures: Record<string, Record<string, string>> = {
  proactiveDisclosure: {
    'normativeDocuments.issued': '12',
    'normativeDocuments.repealed': '7',
    'normativeDocuments.inForce': '86',
    'administrativeLicenses.decisions': '8746',
    'administrativePenalties.decisions': '1329',
    'administrativeCompulsion.decisions': '41',
    'administrativeFees.amount': '3215.6408',
  },
  reviewAndLitigation: {
    'administrativeReview.upheld': '4',
    'administrativeReview.corrected': '1',
    'administrativeReview.otherResult': '2',
    'administrativeReview.pending': '1',
    'litigationAfterReview.upheld': '2',
    'litigationAfterReview.otherResult': '1',
  },
}
const applicantOrder = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
]
/** Table 3 row by row, in the order above; what is left out is 0. */
const applicants: Record<string, number[]> = {
  received: [58, 9, 1, 0, 4, 2],
  carriedOver: [3, 1],
  'outcome.granted': [25, 5, 1, 0, 2, 1],
  'outcome.partiallyGranted': [9, 2, 0, 0, 1],
  'outcome.denied.thirdPartyRights': [3, 1],
  'outcome.denied.internalAffairs': [1],
  'outcome.denied.deliberativeProcess': [2],
  'outcome.denied.enforcementFile': [2],
  'outcome.denied.administrativeQuery': [3],
  'outcome.unavailable.notHeld': [8, 1, 0, 0, 1],
  'outcome.unavailable.requiresCreation': [2],
  'outcome.unavailable.stillUnclear': [1],
  'outcome.notProcessed.petitionOrComplaint': [2],
  'outcome.notProcessed.repeated': [1],
  'outcome.other.correctionOverdue': [0, 0, 0, 0, 0, 1],
  carriedForward: [2, 1],
}

/** A filled report of an invented county, for a first look around: complete, balanced, fit for the final copy. */
export function exampleEntries(): Entries {
  const cells = enteredCellsOf(currentEdition).map(({ address, table, row, column }): [Address, string] => {
    const own = figures[table.key]?.[address.replace(`tables.${table.key}.`, '')]
    const position = applicantOrder.indexOf(column.path)
    return [address, own ?? String(applicants[row.path]?.[position] ?? 0)]
  })
  return withTexts(blankEntries(currentEdition), [
    ...Object.entries(basics),
    ...Object.entries(texts),
    ...cells,
  ])
}
