import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

test.each<[sentence: string, organ?: string, kind?: string]>([
  [
    '据市政府办通报，全市各级行政机关共收到政府信息公开申请1286件、引发行政复议73件。',
    '示例市统计局',
    'department',
  ],
  ['指导全市各级行政机关受理政府信息公开申请1530件。', '示例市数据局', 'department'],
  ['全县共收到政府信息公开申请1286件。', '示例县柳湖镇人民政府', 'townshipGovernment'],
  ['调整后保留行政权力319项，其中行政许可18项、行政处罚247项、行政强制11项。'],
  ['另有因行政处罚引发的行政复议11件、行政诉讼2件，与政府信息公开无关。'],
  ['办理各类行政复议案件183件（均不属于政府信息公开类）。'],
  ['收到申请96件，答复94件，予以公开35件，作出其他答复59件。'],
  ['自然人83件，企业9件，公益组织等其他申请人4件。'],
  ['科研机构没有提出申请。'],
  ['承办行政复议案件44件、行政应诉案件9件，均系投诉举报处理和行政处罚引发。'],
  ['年内在办申请共101件：承接上年5件，当年新到96件。'],
  ['另有因行政处罚引发的行政复议19件（其中纠正4件）、行政诉讼11件。'],
  ['代省政府办理行政复议486件，审结451件，其中维持203件、撤销37件；涉及政府信息公开的13件。'],
  ['申请多与物业有关，12月集中答复了18件。'],
  ['全市收到的申请中，办公室26件、市直部门39件、乡镇（街道）31件，合计96件。'],
])('what others received, decided or were sued for is none of the figures: %s', (sentence, organ, kind) => {
  expect(blamed(sentence, organ, kind)).toEqual([])
})

test.each([
  '答复94件。不予公开{9}件（第三方权益{4}件、内部事务{3}件、执法案卷{2}件），占办结总数的{9.6}%。',
  '行政复议{13}件，其中纠正{2}件（上年5件），占{15.4}%。',
  '网络申请61件（含邮件9件），占总数的63.5%，共收到申请{96}件。',
])('a share behind a bracket is of what stands before it: %s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence))
    expect({ text, found: blamed(text) }).toEqual({
      text,
      found: expect.arrayContaining([expect.stringContaining(wrong)]),
    })
})

test.each([
  '通过门户网站公开规划31条，通知22条，招标150条，许可90条，其他类累计信息共计300条。',
  '收到申请96件，其中省厅转来3件，窗口递交40件，其余53件为邮寄和网上提交。',
  '即时办结51件、跨区通办3件、异地受理2件。年内收到申请96件。',
  '市政府作为复议机关，全年受理行政复议案件128件，其中涉及政府信息公开的19件，审结17件，维持11件、撤销3件、其他方式结案3件。',
  '收到申请96件，其中2件属于个人账户查询事项。',
  '新收申请96件，比上年减少22件；不予公开9件，比上年减少4件。行政复议13件，其中被纠正2件，同比减少3件。',
  '承办代表建议226件、委员提案371件，应公开的办理结果549件均已公开，另48件因内容敏感未公开。',
  '出台规章1件。清理2000年以前的老文件1746件，宣布失效403件。',
  '新收申请96件，其中由4个分局受理的60件，局机关受理的36件。',
  '收到申请，其中网上61件、信函30件、当面5件；加上上年转来的5件，应办101件。',
  '全区收到96份申请件，其中由此引起行政复议13宗、行政诉讼7宗，占申请件比例20.83%。',
  '经网站公开信息352条，其中规章11条、规范性文件9条、其他文件98条；工作报告2条、预决算信息4条。',
  '建议提案公开情况：承办代表建议89件、委员提案134件，答复223件，答复内容公开率98.7%。',
  '余下7件结转下年。从申请的内容看，宅基地11件、补偿8件、财务5件，其余3件为其他。',
  '公开行政规范性文件2件，行政许可1234件，行政处罚567件。',
  '受理申请101件，扣除上年结转后新收96件，较上年增加16件。',
  '承办代表建议63件、委员提案38件，其中主办的建议24件、提案15件。',
  '没有出现该公开而不公开的办件。',
  '办结申请94件，另完成上级协办件11件。',
  '制发规范性文件14件。对网站本局12个栏目进行了梳理，合并3个、停用1个，现保留9个。',
])('parts of parts, of several together, and of things of no table: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})

test('the report of a government speaks of all of its area, and a column that is denied is held to its own figure', () => {
  expect(blamed('全市共收到政府信息公开申请1286件。')).toHaveLength(1)
  expect(blamed('行政许可18件，行政处罚567件。')).toHaveLength(1)
  expect(blamed('因政府信息公开引发行政复议11件、行政诉讼2件。')).not.toEqual([])
  expect(blamed('自然人没有提出申请。')).toHaveLength(1)
})

test('how the work is done, and by whom, says nothing of whose numbers follow', () => {
  const office = ['示例市林业局', 'department'] as const
  for (const sentence of [
    '严格落实窗口单位接件、业务科室办件、法规部门审件的流程，全年收到申请{96}件，办结{94}件。',
    '受理由办公室负责，答复由承办单位牵头，收到申请{96}件。',
    '收到申请{96}件，其中网上提交94件，外单位转办2件，不予公开{9}件。',
    '我局机关及辖内分局收到申请{96}件，办结{94}件。',
  ]) {
    expect(blamed(plainly(sentence), ...office), sentence).toEqual([])
    for (const { text } of shiftsOf(sentence)) expect(blamed(text, ...office), text).not.toEqual([])
  }
  // The head of a clause is whose work it is.
  expect(blamed('市公安局健全工作机制，收到申请30件。', ...office)).toEqual([])
})

test('of all that is said to have been answered the rate is told so', () => {
  expect(blamed('收到申请96件。上述申请均在期限内回复，回复率达91%。')).toHaveLength(1)
  expect(blamed('收到申请96件。上述申请均在期限内回复，回复率达100%。')).toEqual([])
  expect(blamed('收到申请96件，除结转的外均已答复，答复率93%。')).toEqual([])
})

test('a denial of complaints and lawsuits denies each of them', () => {
  expect(blamed('没有引发投诉、举报及行政诉讼。')).toHaveLength(1)
  expect(blamed('未发生行政复议以及信访投诉。')).toHaveLength(1)
  expect(blamed('没有因投诉举报引发的行政复议。')).toEqual([])
  expect(blamed('收到申请96件。其中，收到行政诉讼案件18件。')).toHaveLength(1)
})

test('some that no table counts are told of again', () => {
  expect(blamed('收到申请96件，其中涉及征地的41件，这41件均已答复。')).toEqual([])
  expect(blamed('收到申请96件，涉及规划的41件。41件均已答复。')).toEqual([])
  expect(blamed('收到申请96件，其中涉及征地的41件，该41件已公开。')).toEqual([])
  expect(blamed('收到申请96件，其中涉及征地的41件，该42件已公开。')).not.toEqual([])
  // What a verb counts anew is a figure of its own.
  expect(blamed('县区收到来访713件。713件来访里，涉及行政诉讼的占大头。')).toEqual([])
  expect(blamed('信访来件713件。今年共收到申请713件，办结94件。')).toHaveLength(1)
})
