import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import { textsOf } from '../../format/names'
import { catalogue } from '../catalogue'
import { neutralReport } from '../rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../run'

const requests = (row: string) => `tables.requests.${row}.naturalPerson`
const cases = (cell: string) => `tables.reviewAndLitigation.${cell}`
const documents = (cell: string) => `tables.proactiveDisclosure.${cell}`
/** 96 received and 5 carried over, 94 closed and 7 carried forward; 13 reviews, 3 and 4 lawsuits. */
const TABLES = {
  [requests('received')]: '83',
  'tables.requests.received.commercialEnterprise': '9',
  'tables.requests.received.publicWelfareOrganization': '1',
  'tables.requests.received.legalServiceInstitution': '3',
  [requests('carriedOver')]: '5',
  [requests('outcome.granted')]: '35',
  [requests('outcome.partiallyGranted')]: '12',
  [requests('outcome.denied.thirdPartyRights')]: '4',
  [requests('outcome.denied.internalAffairs')]: '3',
  [requests('outcome.denied.enforcementFile')]: '2',
  [requests('outcome.unavailable.notHeld')]: '17',
  [requests('outcome.unavailable.requiresCreation')]: '2',
  [requests('outcome.unavailable.stillUnclear')]: '1',
  [requests('outcome.notProcessed.petitionOrComplaint')]: '6',
  [requests('outcome.notProcessed.repeated')]: '2',
  [requests('outcome.other.correctionOverdue')]: '3',
  [requests('outcome.other.feeOverdue')]: '1',
  [requests('outcome.other.other')]: '6',
  [requests('carriedForward')]: '7',
  [cases('administrativeReview.upheld')]: '6',
  [cases('administrativeReview.corrected')]: '2',
  [cases('administrativeReview.otherResult')]: '3',
  [cases('administrativeReview.pending')]: '2',
  [cases('litigationDirect.upheld')]: '1',
  [cases('litigationDirect.otherResult')]: '1',
  [cases('litigationDirect.pending')]: '1',
  [cases('litigationAfterReview.upheld')]: '2',
  [cases('litigationAfterReview.corrected')]: '1',
  [cases('litigationAfterReview.pending')]: '1',
  [documents('regulations.issued')]: '1',
  [documents('regulations.inForce')]: '4',
  [documents('normativeDocuments.issued')]: '14',
  [documents('normativeDocuments.repealed')]: '6',
  [documents('normativeDocuments.inForce')]: '58',
  [documents('administrativeLicenses.decisions')]: '1234',
  [documents('administrativePenalties.decisions')]: '567',
  [documents('administrativeCompulsion.decisions')]: '89',
  [documents('administrativeFees.amount')]: '321.5',
}
const rules = catalogue.filter(({ id }) => id.startsWith('narrative.'))

/** What is blamed, each as the typed words it is shown by. */
function blamed(text: string): string[] {
  const blank = Object.fromEntries(textsOf(edition).map(({ address }) => [address, '']))
  const report = neutralReport(
    edition,
    {
      'organ.kind': 'prefectureGovernment',
      'organ.name': '示例市人民政府',
      ...blank,
      ...TABLES,
      'overview.onRequest': text,
    },
    2023,
  )
  const given = givenOf({ edition, report, today: '2024-01-20' })
  return findingsOf(runChecks(given, rules), [], edition, report).map(({ evidence = {} }) =>
    Object.values(evidence).join(' '),
  )
}

/** No cell, no sum of a few cells, and far from what the sentence says. */
const another = (figure: number) =>
  String(Math.round((figure > 40 ? figure + (figure % 1 ? 7.3 : 17) : figure * 2 + 33) * 10) / 10)

/** True of the tables; the numbers in braces are those that a fair auditor blames if they are changed alone. */
test.each([
  // Ways and bodies before their total, and in a sentence of their own.
  '从申请渠道看，网络提交{61}件、信函寄来{29}件、当面提交{6}件，全年共收到政府信息公开申请{96}件。',
  '收到申请{96}件。按申请方式划分，在线申请{61}件，信函申请{35}件。',
  '局机关受理申请{80}件、各二级单位受理{16}件，合计受理{96}件。',
  '网站提交61件，信函提交35件，合计受理{101}件。',
  '市公安局收到申请3件，市教育局收到申请4件，全市合计收到{96}件。',
  // Who asks, joined.
  '接收群众和企业提交的政府信息公开申请{96}件，均按期答复。',
  '企业申请{9}件，其他各类组织申请4件。',
  // Cases announced by the clause before; shares of cases; shares dealt out; a difference in brackets.
  '行政诉讼方面，新收案件共{7}件，其中直接起诉{3}件，经复议后起诉{4}件。',
  '复议维持{6}件，占46.2%，复议纠正{2}件，占15.4%。',
  '网上申请61件，信函申请35件，占比分别为63.5%和36.5%，共计{96}件。',
  '新收申请数比上年增加16件（上年80件，今年96件）。',
  '办结的{94}件申请中，予以公开的占37.2%，共{35}件；部分公开的占12.8%，共{12}件。',
  '予以公开、部分公开、不予公开、无法提供、不予处理和其他处理的分别为{35}件、{12}件、{9}件、{20}件、{8}件和{10}件。',
  '答复{94}件，剩余{7}件跨年办理。',
  '截至年末，剩余{7}件申请仍在法定答复期内。',
  '以自然人身份提交的申请{83}件，以企业名义提交的{9}件。',
  '行政事业性收费总金额为{321.5}万元。',
  '收到申请{96}件，网站答复20件，信函答复90件。',
  '本年度新制发规范性文件{14}件，占现行有效文件的24.1%。',
  '作为市政府行政复议机构，全年收到各类行政复议申请312件，审结289件，纠错率11.5%。',
  '市政府复议机关收到各类行政复议申请312件，办结301件；其中维持120件，纠正33件。本机关因政府信息公开被申请行政复议{13}件。',
  '我局作为复议机构，全年共收到行政复议申请77件，其中受理70件，审结66件，撤销9件。',
  '共答复{94}件，其中{8}件依法不予处理：信访举报投诉类{6}件、重复申请{2}件。',
  '全年答复{94}件：予以公开{35}件，部分公开{12}件，{9}件不予公开：第三方权益{4}件、内部事务{3}件、执法案卷{2}件；无法提供{20}件。',
  '收到申请{96}件，已答复{94}件，其中公开{35}件、部分公开{12}件，余下7件结转下年。',
  '公开重点领域信息139条，其中乡村振兴41条，含产业9条、人才32条；社会救助66条；教育公开32条。',
  '公开重点领域信息139条，其中乡村振兴41条（含产业9条、人才32条）、社会救助66条、教育公开32条。',
  '现行有效规范性文件{58}件，年内新增{14}件，废止{6}件。',
  '全年办理政府信息公开申请{101}件（其中上年结转{5}件），自然人{88}件、法人和其他组织{13}件。',
  '本年办理申请{101}件，其中自然人{88}件、商业企业{9}件、公益组织{1}件、律师事务所{3}件。',
  '收到申请{96}件，其中自然人{83}件，企业等单位{13}件。',
  '收到申请{96}件，其中公民个人申请{83}件，其余为企业等单位申请，共{13}件。',
  '去年底未到期转入{5}件，本年新收{96}件，办结{94}件，留待明年{7}件。',
  '本年收到申请{96}件，连同上年留下的{5}件，共办结{94}件，仍在办理期限内的{7}件结转下一年度。',
  '上一年留下的申请{5}件，今年新登记申请{96}件，年内办结{94}件，{7}件留待明年继续办理。',
  '新收与上年结转的申请分别为{96}件和{5}件，办结{94}件。',
  '全年接收政府信息公开申请{96}件，全部依法登记。',
  '除{96}件申请外，再无其他政府信息公开申请。',
  '答复的{94}件：公开{35}、部分公开{12}、不予公开{9}、无法提供{20}、不予处理{8}、其他处理{10}。',
  '答复{94}件，其中予以公开{35}件，部分公开{12}，不予公开{9}，无法提供{20}，不予处理{8}，其他{10}。',
  '因申请人逾期未缴费而不再处理{1}件，逾期不补正{3}件。',
  '因逾期未按要求缴纳费用而不再处理的申请{1}件。',
  '因申请人逾期没有缴纳信息处理费，不再处理{1}件。',
  '全年答复{94}件（公开{35}，部分公开{12}，不予公开{9}）。',
  '办理结果为：“予以公开”{35}、“部分公开”{12}、“不予公开”{9}件。',
  '本年新收：{96}\n上年结转：{5}\n办理结果：{94}\n结转下年：{7}',
  '接获政府信息公开申请{96}件。',
  '接收来自社会各方的信息公开申请{96}件。',
  '全年立案632件，作出行政处罚决定{567}件。',
  '作出行政许可决定{1234}件，行政处罚决定{567}件，实施行政强制{89}件。',
  '全年行政事业性收费{321.5}万元。',
  '集中公开全部{58}件现行有效规范性文件。',
  '门户网站收录现行有效规范性文件{58}件，其中{14}件为本年制发。',
  '{58}件现行有效规范性文件全部在网站集中公开。',
  '年初有效规范性文件{50}件，本年制发{14}件，废止{6}件，年末有效{58}件。',
  '上年末现行有效规范性文件{50}件，年内新增{14}件，清理废止{6}件，年末现行有效{58}件。',
  '规范性文件由年初的{50}件，经新制发{14}件、废止{6}件，变为年末的{58}件。',
  '本年制发{14}件规范性文件，宣布失效{6}件，现行有效{58}件。',
  '本年新收政府信息公开申请：{96}件\n上年结转申请：{5}件\n办理结果总计：{94}件\n结转下年度：{7}件',
  '予以公开：{35}件\n部分公开：{12}件\n不予公开：{9}件\n无法提供：{20}件',
  '行政复议：{13}件\n行政诉讼：{7}件',
  '发放问卷200份，回收186份，回收率{93}%。',
  '发放调查问卷{200}份，收回有效问卷{186}份，回收率为{93}%。',
  '全年行政复议审结{11}件，纠正{2}件，纠错率{18.2}%。',
  '答复{94}件，其中予以公开{35}件、部分公开{12}件，公开率{50}%。',
  '制发公文410件，主动公开328件，主动公开率{80}%。',
  '收到申请{96}件，其中网上申请60件，占{62.5}%，信函申请36件，占{37.5}%。',
  '公开信息1250条，其中网站公开1000条，占{80}%，微信公开250条，占{20}%。',
  '收到申请{96}件，同比增加22件，增长{29.7}%。',
  '收到申请{96}件，较上年增加{22}件，增长{29.7}%。',
  '收到申请{96}件，比上年74件增加{22}件，增长{29.7}%。',
  '公开信息1250条，比上年增加250条，增长{25}%。',
  '一至四季度分别收到申请20件、25件、30件、21件，累计{96}件。',
  '四个季度分别收到申请{20}件、{25}件、{30}件、{21}件，全年累计{96}件。',
  '四个季度分别发布信息{120}条、{130}条、{140}条、{110}条，累计{500}条。',
  '收到申请{96}件，其中网络申请60件，信函申请30件，当面申请6件。',
  '公开信息{1250}条，由网站{700}条、微信{300}条、微博{250}条三部分构成。',
  '通过网站公开{700}条、微信公开{300}条、微博公开{250}条，合计公开{1250}条。',
  '申请总数{101}件由三部分构成：网络申请60件、信函申请30件、当面申请11件。',
  '除复议{13}件外，没有其他行政争议。',
  '今年没有新发生的复议案件。',
  '收到群众来信45件，已答复44件。',
  '申请人中有2人各提出5件以上。',
  '收到申请{96}件，{7}件待办。',
  '全年收到申请{96}件，以信函方式36件、网络方式60件。',
  '当年新发生复议10件，上年未审结转入3件，共{13}件。',
  '收录现行有效文件{58}件，其中{14}件为本年制发。',
  '政府网站公开规范性文件18件。',
  '公开政策文件310条，集中公开解读45件。',
  '涉及政府信息公开的行政争议{20}件，其中复议{13}件，诉讼{7}件。',
  '对复议决定不服提起诉讼{4}件，未经复议径行起诉{3}件。',
  '公民、法人或其他组织因政府信息公开申请行政复议{13}件，提起行政诉讼{7}件。',
  '复议{13}件中，维持{6}件、纠正{2}件，另有{3}件其他结果，其余{2}件在审理中。',
  '上半年收到申请40件，全年共收到{96}件。',
  '前三季度收到申请70件，全年合计{96}件。',
  '共受理申请{101}件，其中本年新收{96}件、上年结转{5}件；按期办结{94}件，未办结{7}件转入次年。',
  '答{94}件，余{7}件。',
  '有{96}件申请进入办理流程，{94}件已答复。',
  '上年度转来{5}件，今年收到{96}件，转下年办理{7}件。',
  '自然人提出{83}件，商业企业提出{9}件，法律服务机构提出{3}件，社会公益组织提出{1}件。',
  '{83}件由自然人提出，{9}件由企业提出。',
  '申请人中自然人{83}件、法人或其他组织{13}件。',
  '予以公开{35}件，占{37.2}%；部分公开{12}件，占{12.8}%；不予公开{9}件，占9.6%。',
  '收到申请{96}件，其中自然人{83}件，占比{86.5}%。',
  '收到申请{96}件，其中网络申请60件，占总数的{62.5}%；信函申请36件，占总数的{37.5}%。',
  '全年制发公文410件，其中主动公开{300}件、依申请公开{70}件、不予公开{40}件。',
  '全年公开信息{1250}条，其中网站{700}条、微信{300}条、其他渠道{250}条。',
  '收到申请{96}件，其中线上60件、线下36件。',
  '无法提供{20}件，其中本机关不掌握{17}件，没有现成信息需要另行制作{2}件，补正后申请内容仍不明确{1}件。',
  '不予处理{8}件：信访举报投诉类{6}件，重复提出的{2}件。',
  '其他处理{10}件，其中逾期不补正{3}件，逾期未缴费{1}件，其他{6}件。',
  '本年度新收申请{96}件，上年结转{5}件，共{101}件，办结{94}件，结转下年{7}件。',
  '受理申请{101}件，办结{94}件，按时办结率100%。',
  '受理申请{101}件，办结{94}件，办结率{93.1}%。',
  '公开信息1250条，同比增长25%，其中网站1000条。',
  '受理政务热线5000件，办结4900件，办结率{98}%。',
  '收到申请{96}件，比上年减少8件，下降{7.7}%。',
  '发布解读材料45篇，其中图解20篇、视频15篇、问答10篇。',
  '除国家秘密外，不予公开{9}件。',
  '共清理规范性文件120件，其中废止{6}件，拟修改8件，保留106件。',
  '本年度制发规章{1}件，现行有效规章{4}件；制发行政规范性文件{14}件，废止{6}件，现行有效{58}件。',
  '全年办理行政许可{1234}件、行政处罚{567}件、行政强制{89}件。',
  '共作出行政处罚决定{567}件，公示行政处罚信息620条。',
  '代市政府起草规范性文件3件，部门印发规范性文件9件。',
  '承办市政府转来的信息公开申请12件，转市直部门承办6件。',
  '五年来累计收到申请420件。',
  '合并答复3次，涉及申请9件。',
  '申请拆分为110个事项办理。',
  '2022年收到申请74件，2023年收到{96}件。',
  '收到申请九十六件，答复九十四件，七件结转下年。',
  '收到申请9\n6件，答复{94}件。',
  '收到申请90余件，答复{94}件。',
  '2023年，示例市人民政府（办公室）共受理公开申请{101}件，均在法定期限内办理。',
  '全年共收到申请{96}件，其中：网络60件；信函30件；当面6件。',
  '全年收到申请{96}件，办结{94}件，其中{8}件依法不予处理：重复申请2件、信访类{6}件。',
  '办理的{101}件申请中，自然人提出{88}件，企业等单位提出{13}件。',
  '上半年收到申请40件，下半年收到56件，全年共收到申请{96}件。',
  '一季度收到20件，二季度21件，三季度22件，四季度33件，全年共计{96}件。',
  '共接到社会公众提出的公开申请{96}件。',
  '全年收到申请{96}件，通过网络提交60件，信函提交36件，答复{94}件。',
  '收到申请{96}件，去年为{80}件，增幅{20}%。',
  '我局作为行政复议机关，收到行政复议申请412件，其中不予受理58件，审结376件。',
  '重复提出的申请{2}件不予处理。',
  // The year behind its parts; decisions beside cases; words for what is left, and for the rows of 表三.
  '一至四季度分别为20件、21件、22件、33件，全年{96}件。',
  '分季度看，一季度收到20件，二季度收到21件，三季度收到22件，四季度收到33件，四个季度累计收到{96}件。',
  '上半年作出行政处罚决定300件，下半年267件，全年共{567}件。',
  '1至9月共收到70件，全年共{96}件，办结{94}件。',
  '立案600件，作出处罚决定{567}件。',
  '受理行政许可申请1300件，办结1234件。',
  '在办结的{94}件申请中，{35}件予以公开。',
  '答复{94}件，其中公开类{47}件（予以公开{35}件、部分公开{12}件），不予公开类{9}件。',
  '{7}件申请将在下一年度答复。',
  '因未到答复期限，{7}件申请将于次年办理。',
  '尚有{7}件正在按程序办理，拟于明年答复。',
  '剩余的{7}件因年底收到，转入2024年办理。',
  '截至12月31日，仍有{7}件在办理过程中，将于2024年答复。',
  '跨年度办理{7}件。',
  '办理上年结转{5}件、本年新收{96}件。',
  '2022年度未办结、2023年继续办理{5}件。',
  '承接上年未办结申请{5}件。',
  '以部分公开方式答复{12}件。',
  '属于可以公开的{35}件，属于部分公开的{12}件。',
  '未按收费通知缴费，不再处理{1}件。',
  '申请人超期未缴费，不再处理其申请{1}件。',
  '因申请人未按期缴费不再处理的{1}件。',
  '经通知逾期仍未缴费的{1}件。',
  '申请人未在规定期限内补正，视为放弃申请{3}件。',
  '超过补正期限不再处理{3}件。',
  '以信息公开名义信访、投诉、举报{6}件。',
  '涉及信访举报投诉{6}件，不予处理。',
  '共承接政府信息公开申请{96}件。',
  '对{94}件申请作出书面答复。',
  '收到申请{96}件次，答复{94}件次。',
  '收到政府信息公开申请{96}条，答复{94}条。',
  '以市政府名义出台规范性文件{14}件。',
  '以市政府名义制发规范性文件8件，以市政府办公室名义制发6件。',
  // Shares of what no table counts, and of what one does.
  '当面申请6件，占申请总数{96}件的{6.3}%。',
  '收到申请{96}件，当面申请占{6.3}%，为6件。',
  '收到申请{96}件，其中6件（{6.3}%）通过邮寄提交。',
  '网络渠道90件、信函渠道6件，分别占{93.8}%、{6.3}%。',
  '全年收到申请{96}件，网络渠道占{93.8}%，信函渠道占{6.3}%，分别为90件、6件。',
  '复议纠错{2}件，占审结案件{11}件的{18.2}%。',
  '行政复议纠正{2}件（纠错率{15.4}%）。',
  '复议维持{6}件，维持率{46.2}%。',
  // Came in two ways.
  '收到申请{96}件，其中网络61件、信函40件（5件重复提交）。',
  '收到申请{96}件，其中网络61件，信函40件，5件同时通过两种渠道提交。',
  '收到申请{96}件，网上申请61件、信函申请40件（含同时通过网上和信函提交的5件）。',
  '收到申请{96}件，网络61件、信函40件（部分申请人通过多种渠道提交）。',
  '网络申请61件，信函申请40件，剔除重复5件，全年共收到{96}件。',
  '上半年收到申请40件，下半年收到申请56件，合计受理政府信息公开申请{96}件。',
  '上半年新收40件、下半年新收56件，年度新收总量为{96}件。',
  '剩余{7}件正按程序办理。',
  '{7}件未到办理期限，结转下年度。',
  '至年末尚未办结{7}件。',
  '受理上年结转{5}件，新收{96}件。',
  '因未补正不再处理{3}件。',
  '属于信访、投诉、举报事项的{6}件。',
  '不予处理{8}件，其中信访类{6}件，重复类{2}件。',
  '作为被申请人的行政复议{13}件，作为被告的行政诉讼{7}件。',
  '全年收到线上线下申请{96}件。',
  // What is said beside a share may be a share of something else.
  '收到申请{96}件（60%通过网络提交）。',
  '收到申请{96}件，网络占62.5%，有3件由窗口转来。',
  '行政复议纠正{2}件，纠错率较上年下降15%。',
  '本年新收申请{96}件，同比增长46.4%，上年结转{5}件。',
  '公开各类信息500条，其中政策200条；工作动态290条；另公开解读45条。',
  // The own office that is in charge; what the organ does itself beside what it steers.
  '由办公室负责受理和登记，全年收到申请{96}件，答复{94}件。',
  '政务公开办公室牵头办理依申请公开，窗口统一受理，全年新收申请{96}件。',
  '综合办明确专人受理，年内收到政府信息公开申请{96}件。',
  '统筹全省1024件申请，直接承办向市政府提出的申请{96}件，办结{94}件。',
  '统筹全省1024件申请办理，办结1010件；直接承办申请{101}件（含上年结转{5}件），办结{94}件，{7}件延至次年。',
  '年初手头尚有申请{5}件，本年又新登记{96}件，年内共答复{94}件，留待明年答复{7}件。',
  '收到申请{96}件，其中{1}件因申请人收到收费通知后逾期未缴费而不再处理。',
  '{1}件申请因申请人在收到缴费通知后逾期未缴纳费用，不再处理。',
])('%s', (sentence) => {
  expect(blamed(sentence.replace(/[{}]/g, ''))).toEqual([])
  const figures = [...sentence.matchAll(/\{([\d.]+)\}/g)].map(([, figure]) => figure)
  for (const [changed, figure] of figures.entries()) {
    const wrong = another(Number(figure))
    let at = 0
    const text = sentence.replace(/\{([\d.]+)\}/g, (_, digits) => (at++ === changed ? wrong : digits))
    const found = blamed(text)
    expect({ text, found }).toEqual({ text, found: expect.arrayContaining([expect.stringContaining(wrong)]) })
    expect(found.filter((words) => !words.includes(wrong))).toEqual([])
  }
})

test('what was not carried over is denied as a row', () => {
  expect(blamed('上年无结转申请。')).toHaveLength(1)
  expect(blamed('新收申请96件，上年无结转。')).toHaveLength(1)
  expect(blamed('没有科研机构提出申请。')).toEqual([])
})

test('who was asked for no review at all was asked for none about disclosure', () => {
  expect(blamed('本年度未收到行政复议申请。')).toHaveLength(1)
})

test('a review that is received without a word of disclosure is ours where the number is near', () => {
  expect(blamed('收到行政复议13件，行政诉讼7件。')).toEqual([])
  expect(blamed('收到行政复议17件，行政诉讼7件。')).toHaveLength(1)
  expect(blamed('全年收到行政复议申请312件。')).toEqual([])
  expect(blamed('全年收到行政复议申请17件。')).toEqual([])
})

test('what came in two ways is counted once, and is told where that does not fit either', () => {
  expect(blamed('收到申请96件，网络70件、信函60件（5件重复提交）。')).toHaveLength(1)
})

test('ways and parts that are more than their total are told, less may be some of them only', () => {
  const excess = (list: string) => blamed(`收到申请96件，${list}`).length
  expect(excess('通过网络提交60件，信函提交40件。')).toBe(1)
  expect(excess('通过网络提交60件，信函提交20件。')).toBe(0)
  expect(blamed('公开信息50件，含政策30件、解读30件。')).toHaveLength(1)
  expect(blamed('公开信息50件，含政策10件、解读30件。')).toEqual([])
})

test('another office that does the work has figures of its own', () => {
  expect(blamed('市公安局办公室负责受理，年内收到申请17件。')).toEqual([])
  expect(blamed('各街道明确专人受理，年内收到申请17件。')).toEqual([])
  expect(blamed('年初手头尚有信访件17件。')).toEqual([])
})

test('a share is held to its own count and the whole of its list, as printed', () => {
  const ways = (a: string, b: string, c: string) =>
    blamed(`收到申请96件，其中网络提交61件，占${a}%；信函29件，占${b}%；当面6件，占${c}%。`)
  expect(ways('64', '30', '6')).toEqual([])
  expect(ways('63.5', '30.2', '6.3')).toEqual([])
  expect(ways('63.5', '30.2', '6.2')).toEqual([])
  expect(ways('64', '30', '8')).toEqual([expect.stringContaining('8%')])
  expect(ways('64', '32', '6')).toEqual([expect.stringContaining('32%')])
  expect(blamed('收到申请96件，其中当面提交6件，占8%。')).toHaveLength(1)
  expect(blamed('收到申请96件，网络提交61件，其中门户网站30件，占网络提交的49.2%。')).toEqual([])
})

test('the sentence before names matters of the whole that a share is of', () => {
  expect(
    blamed('共收到申请96件，涉及土地90件、医疗6件。其中，当面提交3件，占3.1%；网络提交93件，占96.9%。'),
  ).toEqual([])
})

test('parts of the year are what the table says of all of it', () => {
  expect(blamed('上半年收到申请50件，下半年收到申请46件，全年合计96件。')).toEqual([])
  expect(blamed('上半年收到申请50件，下半年收到申请51件，全年合计101件。')).toEqual([])
  expect(blamed('上半年收到申请50件，下半年收到申请58件，全年合计108件。')).toEqual([
    expect.stringContaining('108'),
  ])
  expect(blamed('一季度收到申请20件，二季度20件，三季度30件，四季度38件，全年共计108件。')).toHaveLength(1)
  expect(blamed('上半年收到来信50件，下半年收到58件，全年合计108件。')).toEqual([])
})

test('another row with the same number explains no wrong one beside it', () => {
  expect(blamed('答复的94件：公开35、部分公开12、执法案卷4、信访2。')).toEqual([
    expect.stringContaining('执法案卷4'),
  ])
})

test('parts of one item of a list are no more than it; two of them may be some only', () => {
  expect(blamed('公开信息120条（其中政策35条，含市级12条、区级23条；动态50条；公告35条）。')).toEqual([])
  expect(blamed('公开信息120条（其中政策35条，含市级12条、区级27条；动态50条；公告35条）。')).toHaveLength(1)
  expect(blamed('公开信息120条，其中政策35条，包含国家12条、省市28条；动态50条；公告35条。')).toHaveLength(1)
  expect(blamed('公开信息120条，其中政策35条，包含国家12条、省市20条；动态50条；公告35条。')).toEqual([])
})

test('there are no more answers in writing than applications handled; other letters are none of them', () => {
  expect(blamed('办结申请94件，出具答复书94份。')).toEqual([])
  expect(blamed('办结申请94件，出具答复书80份。')).toEqual([])
  expect(blamed('办结申请94件，出具答复书127份。')).toEqual([expect.stringContaining('127份')])
  expect(blamed('全年出具政府信息公开告知书127份。')).toHaveLength(1)
  expect(blamed('全年出具补正告知书127份、延期告知书120份、行政复议答复书127份。')).toEqual([])
  expect(blamed('有4件因收到收费告知后申请人逾期不缴费，行政机关不再处理其申请。')).toHaveLength(1)
})

test('so many applications, and no other, are all that were received', () => {
  expect(blamed('除96件关于征地补偿的申请外，全年再无其他政府信息公开申请。')).toEqual([])
  expect(blamed('除3件关于征地补偿的申请外，全年再无其他政府信息公开申请。')).toHaveLength(1)
  expect(blamed('全年除收到3件房屋征收方面的申请外，未收到其他申请。')).toHaveLength(1)
  expect(blamed('除3件关于征地补偿的申请外，全年再无其他征地方面的申请。')).toEqual([])
  expect(blamed('市教育局除3件关于招生的申请外，再无其他申请。')).toEqual([])
})

test('a rate is held to both of its counts, each of several to its own', () => {
  expect(blamed('行政复议13件，纠正2件，纠正率15.4%。')).toEqual([])
  expect(blamed('行政复议13件，纠正2件，纠正率20%。')).toHaveLength(1)
  expect(blamed('行政复议13件，维持6件、纠正2件，维持率、纠错率分别为46.2%和15.4%。')).toEqual([])
  expect(blamed('行政复议13件，维持6件、纠正2件，维持率、纠错率分别为46.2%和35%。')).toEqual([
    expect.stringContaining('35%'),
  ])
  expect(blamed('行政复议13件，纠正2件，纠错率由上年的50%降至15.4%。')).toEqual([])
})
