import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../../format/editions'
import { blamed, plainly, shiftsOf } from '../../../testing/blamed'
import { givenOf } from '../../run'
import type { Rule } from '../../types'
import { neutralReport } from '../neutralReport'
import { partsSum } from './partsSum'
import { percentRule } from './percent'

/** True as it stands; each number in braces is found when it is changed alone. */
test.each([
  // Of what the sentence before divides, by its name.
  '制作信息150条，其中主动公开120条，依申请公开20条，不予公开10条。主动公开的信息占{80}%。',
  '收到申请96件，其中网络申请60件，信函申请36件。网络申请占{62.5}%。',
  // At the head of its sentence.
  '回收率{93}%，发放问卷200份，回收186份。',
  '发布信息400条，其中动态80条，公告320条。公告占发布总量的{80}%。',
  // 达 is not roughly; but for those that wait.
  '本年度发文41件，已公开40件，公开率达{97.6}%。',
  '收到网民留言80条，办结率{95}%（4条办理中）。',
  '收到网民留言80条，其中4条正在办理，办结率{95}%。',
  // Of what came in, told before ；.
  '收到网民留言{880}条；办结留言{861}条，办结率{97.8}%。',
  '收到网民留言{880}条；已回复{861}条，回复率{97.8}%。',
  '发放问卷{200}份；收回{186}份，回收率{93}%。',
  '发放问卷{200}份，回收186份，有效{182}份，有效回收率{91}%。',
  // Together, in another part of the sentence.
  '予以公开35件，占{37.2}%；部分公开12件，占{12.8}%；二者合计占{50}%。',
])('%s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text).length > 0 }).toEqual({ text, found: true })
})

test('all in time', () => {
  const all = '收到申请96件，办结94件。所有申请均按法定时限答复，按时答复率'
  expect(blamed(`${all}100%。`)).toEqual([])
  expect(blamed(`${all}90%。`)).not.toEqual([])
  // Some were late.
  expect(blamed('所有申请均已答复，按时答复率90%。')).toEqual([])
})

/** Of the total of the list, or of all that came in: what another number of the tables would make of it is no excuse. */
test.each([
  [
    '收到申请96件。其中：邮箱申请72件，约占总量的75%；信函申请21件，约占总量的22%；当面3件，约占总量的3%。',
    '3%',
    '15%',
  ],
  ['收到申请96件，均已登记。从方式看，信函申请96件，占100%。', '申请96件，占', '申请69件，占'],
  // What was published stands farther off.
  ['发布信息1200条；收到网民留言880条；办结留言861条，办结率97.8%。', '97.8%', '71.8%'],
  // One part is no whole of another.
  ['发布信息400条，其中动态80条，公告320条。动态占20%。', '20%', '25%'],
])('of all: %s', (sentence, right, wrong) => {
  expect(blamed(sentence)).toEqual([])
  expect(blamed(sentence.replace(right, wrong))).not.toEqual([])
})

/** More was published than made, sent back than sent, or answered than came in, two digits changed. */
test.each([
  ['本年度发文41件，已公开41件，公开率达100%。', '公开41', '公开47'],
  ['本年度发文41件，已公开41件，公开率达100%。', '发文41', '发文14'],
  ['发放问卷200份，收回200份，回收率100%。', '收回200', '收回210'],
  ['县长信箱收到来信192件，答复192件，答复率100%。', '答复192', '答复912'],
])('more than all: %s', (sentence, right, wrong) => {
  expect(blamed(sentence)).toEqual([])
  expect(blamed(sentence.replace(right, wrong))).not.toEqual([])
})

test.each([
  // Not all that is made may be published; letters may have waited; other things stand in other parts of the sentence.
  '本年度发文41件，已公开35件，公开率100%。',
  '县长信箱收到来信192件，答复198件，答复率100%。',
  '收到网民留言80条，有效留言76条，办结率95%（4条未办结）。',
  '收到留言100条，有效留言80条，办结率95%（5条未办结）。',
  '收到申请96件，办结率92.7%（7件正在办理）。',
  '网站选登留言3065条；办结留言861条，办结率91.7%。',
  '收到来信880件；咨询办结420件，办结率96%。',
  '发布信息400条，其中动态80条，公告320条。动态占网站信息的16%。',
  // A name of one character, a rough number, one that is told twice, two shares: not sure enough.
  '发布信息400条，其中甲80条，乙320条。甲占25%。',
  '发布信息约400条，其中动态约80条，公告320条。动态占25%。',
  '发布信息500条，其中动态123条，公告377条。动态约占24%。',
  '发布信息500条，其中动态123条，公告377条。动态占24%左右。',
  '发布信息400条，其中动态80条，公告320条，动态80条。动态占25%。',
  '收到申请96件，其中网络61件，信函35件。网络申请占63.5%，信函申请占36.5%。',
  // Of those that were answered.
  '收到申请96件，其中网络申请61件，信函申请35件。网络申请占64.9%。',
  // Applicants are no whole of the ways.
  '申请人中自然人83件。从方式看，网络申请61件，占63.5%。',
  // What came in as documents, was public before, or is counted otherwise, is not what was made.
  '收到文件41件，已公开47件，公开率100%。',
  '公开发文41件，已公开47件，公开率100%。',
  '发文41件，已公开47条，公开率100%。',
  // Two digits may be in each other's place by chance.
  '县长信箱收到来信96件，答复69件，答复率71.9%。',
  // Persons, more than all, and what was closed do not wait.
  '收到来信80件，其中2人正在办理，办结率95%。',
  '收到来信80件，办结率95%（84件在办）。',
  '收到来信80件，其中76件已办结正在回访，办结率95%。',
  // Those that wait were counted with what was carried over.
  '收到申请96件，办结率93.1%（7件正在办理）。',
  '网站公开信息3065条，公众号4690条；办结网民留言861条，办结率达91.7%。',
  '据政务公开办公室通报，全市引发复议13件，予以公开率达51%。',
])('says nothing: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test('the lists of a sentence are the same whichever rule asks first', () => {
  const text = '主动公开信息150条。其中动态100条、公告41条、其他19条。动态占66.7%。'
  const report = neutralReport(edition, { 'overview.proactive': text }, 2023)
  const given = givenOf({ edition, report, today: '2024-01-20' })
  const failures = ({ check }: Rule) => check(given).filter(({ state }) => state === 'fails')
  expect([percentRule, partsSum].map((rule) => failures(rule).length)).toEqual([1, 1])
})

test('what the tables say of a number is said once', () => {
  expect(blamed('收到申请96件，答复69件，答复率100%。')).toEqual(['答复69件'])
})
