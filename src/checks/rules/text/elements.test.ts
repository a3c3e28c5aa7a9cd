import { expect, test } from 'vitest'
import { currentEdition } from '../../../format/editions'
import { exampleGiven } from '../neutralReport'
import { accountability } from './accountability'
import { assessment } from './assessment'
import { socialReview } from './socialReview'

/* Other words in which governments tell of the three elements, and what only looks like them. */

const RULES = { accountability, assessment, socialReview }

const isFound = (rule: keyof typeof RULES, kind: string, texts: Record<string, string>) =>
  RULES[rule]
    .check(
      exampleGiven(currentEdition, { title: '', entries: { 'organ.kind': kind, ...texts }, messages: [] }),
    )
    .every(({ state }) => state === 'holds')

test.each([
  [
    'assessment',
    '列入对下级政府的考核',
    'countyGovernment',
    { 'overview.oversight': '把政务公开列入对各乡镇高质量发展考核，分值1分。' },
  ],
  [
    'assessment',
    '评估排名',
    'countyGovernment',
    { 'overview.oversight': '对各部门政务公开开展第三方评估，公布得分和排名。' },
  ],
  [
    'assessment',
    '县对镇考核',
    'townshipGovernment',
    { 'overview.oversight': '县对镇考核中，政务公开占3分。' },
  ],
  [
    'assessment',
    '考核分值，绩效，季度测评',
    'countyGovernment',
    { 'overview.oversight': '政务公开列入年度绩效，分值2分。' },
  ],
  ['assessment', '上级的测评', 'townshipGovernment', { 'overview.oversight': '县里年度测评我镇得分91分。' }],
  [
    'assessment',
    '按季通报，末位的被约谈',
    'countyGovernment',
    { 'overview.oversight': '按季度通报，连续两次排名末位的单位由副县长约谈。' },
  ],
  [
    'assessment',
    '评议，评为优秀',
    'countyGovernment',
    { 'overview.oversight': '对46个单位进行评议，评为优秀11个、一般35个。' },
  ],
  [
    'socialReview',
    '请高校评估',
    'provincialGovernment',
    { 'overview.oversight': '委托高校团队对14个市州开展评估，反馈问题386个。' },
  ],
  [
    'socialReview',
    '请群众打分',
    'townshipGovernment',
    { 'overview.oversight': '利用赶集日请群众打分，收回测评表164张，满意的150张。' },
  ],
  [
    'socialReview',
    '评议卡，从企业和村民中选人打分',
    'townshipGovernment',
    { 'overview.oversight': '向村民发放评议卡80张，收回76张。' },
  ],
  [
    'socialReview',
    '社会评议请了企业和村民代表',
    'townshipGovernment',
    { 'overview.oversight': '开展社会评议，从企业负责人、村民中选取60人打分，平均91分。' },
  ],
  [
    'socialReview',
    '邀请代表评议',
    'townshipGovernment',
    { 'overview.oversight': '邀请人大代表和群众代表对公开工作进行评议。' },
  ],
  [
    'accountability',
    '没有被通报',
    'townshipGovernment',
    { 'overview.oversight': '没有发生被通报、被约谈的事情。' },
  ],
  [
    'accountability',
    '不带标题的段落里约谈',
    'countyGovernment',
    { 'overview.introduction': '抓监督，队伍保障更有力。下发通报4期，约谈1家信息更新不及时的单位。' },
  ],
  [
    'accountability',
    '通报批评，不够追究法律责任',
    'provincialGovernment',
    { 'overview.oversight': '对答复超期的，通报批评单位17个，未发生需要追究法律责任的情形。' },
  ],
  [
    'accountability',
    '责令改正，没有人受处分',
    'countyGovernment',
    { 'overview.oversight': '因违反《条例》规定被责令改正的单位2家，没有工作人员受到处分。' },
  ],
] as const)('%s, told: %s', (rule, _, kind, texts) => {
  expect(isFound(rule, kind, texts)).toBe(true)
})

test.each([
  [
    'assessment',
    '访问量的位次，竞赛的得分',
    'countyGovernment',
    { 'overview.oversight': '县政府网站访问量位居全市第一。举办知识竞赛，平均得分91分。' },
  ],
  [
    'assessment',
    '别的工作的排名',
    'countyGovernment',
    {
      'overview.proactive': '主动公开信息300条，营商环境排名全市第3。',
      'overview.oversight': '政务服务热线办件排名全市第2。',
    },
  ],
  [
    'socialReview',
    '评估的是别的',
    'countyGovernment',
    { 'overview.oversight': '拟公开信息逐条开展保密风险评估，培训结束后组织测评。' },
  ],
  [
    'socialReview',
    '热线的满意率',
    'countyGovernment',
    { 'overview.oversight': '12345热线办结率100%，满意率98%。' },
  ],
  [
    'socialReview',
    '问卷说的是别的事',
    'townshipGovernment',
    { 'overview.proactive': '发放河道治理问卷一批。' },
  ],
  [
    'accountability',
    '没有批评的意见',
    'countyGovernment',
    { 'overview.oversight': '群众未提出批评意见，没有通报过信息更新的情况。' },
  ],
  [
    'accountability',
    '不予处理的申请',
    'countyGovernment',
    { 'overview.onRequest': '没有因重复而不予处理的政府信息公开申请。' },
  ],
] as const)('%s, another matter: %s', (rule, _, kind, texts) => {
  expect(isFound(rule, kind, texts)).toBe(false)
})

test.each([
  ['assessment', '下发政务公开通报，督促更新。', 'note'],
  ['assessment', '全年举办培训2期。', 'verify'],
  ['socialReview', '听取了村干部对政务公开的意见。', 'note'],
  ['socialReview', '培训结束后组织测评。', 'verify'],
  ['accountability', '对2个更新迟缓的科室给予警示。', 'note'],
  ['accountability', '群众未提出批评意见。', 'verify'],
  // The surveys and liabilities of other matters are no evidence at all.
  ['socialReview', '对企业开展满意度问卷调查。', 'verify'],
  ['accountability', '曝光污染企业3家。', 'verify'],
] as const)('%s: only what may tell of it is left to a look: %s', (rule, text, severity) => {
  const [outcome] = RULES[rule].check(
    exampleGiven(currentEdition, {
      title: '',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': text },
      messages: [],
    }),
  )
  expect(outcome).toMatchObject({ state: 'fails' })
  expect(outcome?.state === 'fails' && (outcome.severity ?? RULES[rule].severity)).toBe(severity)
})
