import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'
import { holds, type Of } from '../../testing/holds'

const CITY: Of = ['示例市人民政府', 'prefectureGovernment']
const TOWN: Of = ['示例县河口镇人民政府', 'townshipGovernment']

test.each([
  // Applications of a kind that the words name, beside the others.
  '新收申请{96}件，予以公开{35}件。另外，省政府函转我市核实的申请21件，均已反馈。',
  // What is left out parts what stands around it.
  '已办结的申请中，予以公开{35}件（占37.2%）、部分公开{12}件……其余为不予公开、无法提供、不予处理等情形，共47件。',
  // What the granted ones were about.
  '收到申请{96}件。其中自然人{83}件，内容为征地补偿50件、规划许可33件；企业{9}件，均为项目审批。',
  // The bracket of another number.
  '除{7}件需结转下一年度继续办理外，其余（含上年结转{5}件）均已答复。',
  // Carried over, and then who asked.
  '受理101件（含上年结转{5}件；自然人88件、单位13件），办结{94}件。',
  // From what it was to what it is.
  '与上一年相比，结转下年由4件变为{7}件，上年结转由9件变成{5}件。',
  // What the rows of a group leave of it.
  '涉及第三方权益不予公开{4}件，内部事务信息不予公开{3}件，其他不予公开情形2件。',
  // Cases carried over.
  '行政复议{13}件，直接起诉{3}件。另有上年跨年案件8件，全年开庭20次。',
])('what stands around a number tells what it is: %s', (sentence) => holds(sentence, ...CITY))

test('a number behind the rows of a group is the rest of it, or wrong', () => {
  expect(blamed('涉及第三方权益不予公开4件，内部事务信息不予公开3件，其他不予公开情形6件。')).toHaveLength(1)
})

const CLERKS: [sentence: string, of?: Of][] = [
  ['因申请内容不清楚经通知补正仍不清楚无法提供{1}件，逾期未补正{3}件。'],
  ['对{6}件以申请形式反映的举报投诉不予处理。'],
  ['予以公开的{35}件，没有该资料的{17}件。'],
  ['公开的{35}件，还有{17}件不归镇里保管。', TOWN],
  ['收到申请96件，这里头公开的{35}件，给了一部分的12件。'],
  ['从结果看，已公开{35}件，结转下年{7}件。'],
  ['按答复类型看，无法提供的最多，计{20}件，其次为予以公开的{35}件。'],
  ['共处罚超限运输违法行为{567}起，强制措施{89}起。'],
  ['行政许可{1234}笔、行政处罚{567}笔。'],
  ['复议案件中，复议机关维持{6}件、责令重新作出（结果纠正）{2}件。'],
  ['我们镇收到申请{96}件。', TOWN],
  ['上一年留下来的{5}件，今年收的{96}件。'],
  ['连同去年的{5}件，已办结{94}件，还在办的{7}件转下年。'],
  ['收到申请96件，个人{83}件，单位{13}件（企业{9}件、律所{3}件）。'],
  ['收到申请{96}件。予以公开的{35}，部分公开的{12}，无法提供的{20}（其中不掌握的{17}）。'],
  ['收到依申请公开共计96件，（网络{61}件、信函{30}件、当面{5}件）全部按期答复。'],
  ['不属于本市受理范围而作其他处理{6}件。'],
  ['办理用时平均9个工作日（予以公开{35}件、部分公开{12}件）。'],
]
test.each(CLERKS)('words of clerks: %s', (sentence, of = CITY) => holds(sentence, ...of))

test('what its bracket says of all of them makes a number no sum of those before it', () => {
  expect(blamed('其中2件需要另行制作，3件逾期不补正，5件不予处理（均是信访和重复申请）。')).toHaveLength(1)
})

test.each([
  '依托执法公示网站公开行政许可决定{1234}件、行政处罚决定{567}件、行政强制{89}件。',
  '全年主动公开信息1801条，其中行政许可{1234}件、行政处罚{567}件。',
  '执法信息公示方面，公开许可{1234}件、处罚{567}件。',
  // Of one kind, or in another unit.
  '归集食品经营许可300件、行政处罚567件。',
  '公示许可信息300条、行政处罚567件。',
  '公开许可300项、处罚567件。',
])('decisions side by side: %s', (sentence) => holds(sentence, ...CITY))

test.each([
  '除{1}件经补正仍不明确无法提供外，其余{93}件均在法定期限内答复。',
  '除7件结转下年外，其余{94}件均按期作出答复。',
  '收到企业申请{9}件、自然人申请83件。要求提供评标材料的9件，不予公开；其余{92}件均予公开。',
  '除20件无法提供外，其余12件部分公开。',
])('what is left: %s', (sentence) => holds(sentence, ...CITY))

test('what is left of cases: ended in other ways, and neither more nor less', () => {
  holds('行政复议{13}件，无上年结转，维持{6}件、纠正{2}件，其余5件以撤回、终止等结案。', ...CITY)
  expect(blamed('行政复议13件，维持6件、纠正2件，其余9件以撤回、终止等结案。')).toHaveLength(1)
})

const OFFICE: Of = ['示例市人民政府办公室', 'governmentOffice']
test.each([
  '申请信息公开的群众共有80人次{96}件，答复{94}件，予以公开{35}件。',
  '机关及5个隶属机构收件合计{96}件，全部答复：予以公开{35}件；部分公开{12}件；不予公开{9}件。',
  '本市（不含两个功能区，分别另收12件和7件）收到申请{96}件，上年转入{5}件，答复{94}件。',
  '本办（以市政府名义和以办公室名义合计）收到申请{96}件，答复{94}件。',
])('who asked, who is left out, and in whose name: %s', (sentence) => holds(sentence, ...OFFICE))

const STREET: Of = ['示例区河口街道办事处', 'subdistrictOffice']
test.each([
  '按时答复{94}件，没有收取任何费用；居民热线接件3102件，办结率99.2%。',
  '完全公开的{35}件，占{37.2}%；决定不公开的{9}件，告知信息不存在的17件，其它33件。',
  '县级部门58件、街道38件；按时办结{94}件，因征求第三方意见延期办理11件，结转下年{7}件。',
  '答复数{94}件次；其中因信息不存在无法提供17件，补正后仍不清楚1件，需另外制作{2}件。',
  '因信息不存在而无法提供{20}件，部分公开{12}件。',
  '行政规范性文件年内新增{14}件、清理废止{6}件。',
  '复议机关决定维持{6}件、终止或驳回等其他结果{3}件。',
  '诉讼案件{7}件中，法院判决驳回原告诉请（维持）{3}件，判决纠正{1}件。',
  '收到申请{96}件，其中办公室受理66件，其余科室30件，全部申请中已办结{94}件。',
])('what others do, and how it ended, in more words: %s', (sentence) => holds(sentence, ...STREET))

test.each([
  ['本年度受理{96}件，当年办结89件；另有上年结转{5}件，均已办结；未办结{7}件。', CITY],
  ['依申请公开办件量为{96}件，较去年上涨20%。', CITY],
  ['受理申请{96}件，均通过规范渠道提出；答复结果为公开{35}、部分公开{12}、不予公开{9}、无法提供{20}。', CITY],
  ['综合办收到依申请公开{96}件，主要咨询土地、低保。', TOWN],
  ['全年收到96件，同期办结{94}件。', CITY],
] as [string, Of][])('who handled it and when, in fewer words: %s', (sentence, of) => holds(sentence, ...of))
