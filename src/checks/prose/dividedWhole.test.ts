import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'
import { makesBySlip } from './addsUp'

const PERSONS_ALONE = {
  'tables.requests.received.commercialEnterprise': '0',
  'tables.requests.received.publicWelfareOrganization': '0',
  'tables.requests.received.legalServiceInstitution': '0',
}

/** True as it stands; each number in braces is found when it is changed alone. */
test.each([
  // What is divided stands before 中 or 里, and each part may say that it takes up so many.
  '在去年公开的{60}条信息中，人事类占{20}条，规划类占{30}条，其他类{10}条。',
  '全年公开的{60}条政府信息里，人事类{20}条，规划类{30}条，其他类{10}条。',
  '主动公开信息{60}条，在公开的信息中，人事类{20}条，规划类{30}条，其他类{10}条。',
  // Shares that leave nothing, part by part.
  '主动公开信息{25}条，其中机构指南{5}条，占20%；公文{12}条，占48%；预决算{8}条，占32%。',
  '公开信息{25}条，在公开的信息中，机构指南5条（占20%）；其他公文12条（占48%）；预决算8条（占32%）。',
  // What applicants ask for, behind a number, in a sentence of its own.
  '共收到申请96件，均为个人提交。从内容看，{70}件申请我市的批复文件，{26}件申请查询档案。',
  '全年收到申请{96}件，{83}件来自自然人，9件来自企业，主要诉求为收入、价格数据；其中{2}件需另行制作。',
])('%s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text).length > 0 }).toEqual({ text, found: true })
})

test.each([
  // Parts in one other unit, and what became of letters: only where one slip explains it.
  ['公开信息842条，其中动态518篇、公告324篇。', '842', '824'],
  ['公开信息842条，其中动态518篇、公告324篇。', '518', '581'],
  ['公开信息274件，其中通知6条，动态268条。', '274', '247'],
  ['县长信箱收到来信226件，办结94件，不予受理132件。', '226', '216'],
  ['受理网民留言64条，网上答复31条，电话答复33条，办结率100%。', '64', '46'],
  // Among those that came one way is none more than all; in a list, none.
  ['收到依申请公开12件，其中网络收到4件，邮件收到2件，协助6件。', '2件，协', '32件，协'],
])('a slip: %s', (sentence, right, wrong) => {
  const figures = {
    'tables.requests.received.naturalPerson': '12',
    ...PERSONS_ALONE,
  }
  const said = (text: string) => blamed(text, undefined, undefined, figures)
  expect(said(sentence)).toEqual([])
  expect(said(sentence.replace(right, wrong))).not.toEqual([])
})

test.each([
  '公开信息842条，其中图解20篇、视频25篇。',
  '公开文件152份，其中配发解读98篇、图解63篇。',
  // So in brackets that name some, in what is no thing, and behind their sum.
  '公开信息842条（含动态518篇、公告334篇）。',
  '培训干部职工842人，其中科级518名、股级342名。',
  '动态518篇、公告324篇，合计852条。',
  // How letters were answered, in one word and with none of when; what was not taken in; other things.
  '收到来信85件，年内答复51件，电话答复43件。',
  '收到来信85件，现场办结51件，电话答复43件。',
  '转办来信85件，网上答复51件，电话答复43件。',
  '收到来信185件，网上答复151件，电话答复94件。',
  '收到来信185件，网上答复51件，电话答复34件。',
  '收到申请96件，网上答复61件，电话答复53件。',
  // Two rates that make more than all are no shares of what stands before them.
  '申领资料53件，其中：汇编44件，指南9件，合计53件；接听咨询4326件，办结率99.6%，满意率97.2%。',
  '申领资料53件，其中：汇编44件，指南9件，合计53件；接听咨询4326件，来电率40%，来访率30%，来信率30%。',
  '公开信息152条，其中被省级媒体采用85篇、市级媒体采用76篇。',
  '收到网民留言317条，办结302条，公开答复9条。',
  '收到网民留言317条，办结302条，按期答复301条。',
  '在公开的60份文件中，决定类占20份，通知类占30份，其余为函。',
  '收到申请96件，均已登记。从内容看，60件申请批文，16件申请档案。',
])('says nothing: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test('what is asked for is of what came in, whatever else is told before it', () => {
  expect(blamed('组织培训3次，收到申请96件。从内容看，60件申请批文，36件申请档案，均已答复。')).toEqual([])
  expect(blamed('组织培训3次，收到申请96件。从内容看，60件申请批文，56件申请档案，均已答复。')).toHaveLength(
    1,
  )
})

test.each([
  // A request by another name; what is called 综合, 总结 or 公共 is no sum.
  ['依申请公开请求96件，其中网上收到61件，信函收到20件，协助15件。', '96', '169'],
  ['公开信息26条，其中综合类12条。', '12', '62'],
  ['公开信息261条，其中机构类26条，公共服务、工作总结及其他类219条，财政类16条。', '219', '391'],
])('by any number: %s', (sentence, right, wrong) => {
  expect(blamed(sentence)).toEqual([])
  expect(blamed(sentence.replace(right, wrong))).not.toEqual([])
})

test('what became of all that came in, where nothing had waited', () => {
  const figures = {
    'tables.requests.received.naturalPerson': '8',
    ...PERSONS_ALONE,
    'tables.requests.carriedOver.naturalPerson': '0',
    'tables.requests.outcome.partiallyGranted.naturalPerson': '3',
    'tables.requests.outcome.unavailable.notHeld.naturalPerson': '4',
    'tables.requests.carriedForward.naturalPerson': '1',
  }
  const said = (text: string) => blamed(text, undefined, undefined, figures)
  const text = '全年收到申请8件，上年结转0件。处理结果中，部分公开3件，因信息不存在的4件，结转下年1件。'
  expect(said(text)).toEqual([])
  expect(said(text.replace('的4件', '的3件'))).not.toEqual([])
})

test('numbers make a total but for a slip', () => {
  expect(makesBySlip([518, 324], 842)).toBe(true)
  expect(makesBySlip([518, 324], 824)).toBe(true)
  expect(makesBySlip([581, 324], 842)).toBe(true)
  expect(makesBySlip([31, 35], 64)).toBe(false)
  expect(makesBySlip([100, 100], 100)).toBe(false)
})
