import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'
import { isSlip } from '../locate/slips'
import { makes } from './addsUp'

/** 80 received in the year before, 50 documents in force. */
const LAST_YEAR = {
  'tables.requests.received.naturalPerson': '80',
  'tables.proactiveDisclosure.normativeDocuments.inForce': '50',
  'tables.proactiveDisclosure.normativeDocuments.repealed': '4',
}
const read = (text: string) => blamed(text, undefined, undefined, undefined, LAST_YEAR)

test.each([
  // Parts of parts, one division behind another, and what stands before the list as it was read.
  '收到申请96件，网上{58}件、线下38件，线下又有信函{27}件、当面11件。',
  '收到申请96件，其中1至6月41件，7至12月55件，涉及征收类{40}件，规划类{21}件，其他类{35}件。',
  // What it was, how many are dealt to each, and what ends a list.
  '收到申请96件，由上年的80件增至96件，其中网站由45件增至{58}件，信函由35件增至{38}件。',
  '发布信息734条，其中规划类、招商类、生态类分别为156条、203条、118条，余下为动态类。',
  '94件中按期答复{81}件、经批准延期答复13件，延期的13件里征求意见9件、其他原因4件。',
  // Each change is of what it is told of.
  '收到申请96件，比上年增加{16}件，其中网站58件，增加13件；信函38件，增加3件。',
  '收到申请96件，同2022年{80}件比上升{20}%，同2021年64件比上升50%。',
  '收到申请{96}件，同比多{16}件，多出来的主要是征收类，从28件增加到40件。',
  '发布信息2200条，网站1260条（较上年增加60条），微信830条（较上年减少20条），抖音110条（上年没有）。',
  // Each share is of what its clause names.
  '收到申请96件，其中省内63件、外省33件，占比{65.6}%与{34.4}%。',
  '网站1260条、微信830条，分别占发布总数的57.3%和37.7%，合计占95.0%。',
])('%s', (sentence) => {
  expect(read(plainly(sentence))).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: read(text).length > 0 }).toEqual({ text, found: true })
})

/** 94 received, none carried over, all of them answered or withdrawn. */
const ALL_ENDED = {
  'tables.requests.received.naturalPerson': '81',
  'tables.requests.carriedOver.naturalPerson': '0',
  'tables.requests.carriedForward.naturalPerson': '0',
  'tables.requests.outcome.other.correctionOverdue.naturalPerson': '0',
  'tables.requests.outcome.other.feeOverdue.naturalPerson': '0',
  'tables.requests.outcome.other.other.naturalPerson': '10',
}
test.each([
  ['受理申请94件，均在规定时限内办理完毕，办结率100%。', '100%', '97.9%'],
  ['受理申请94件，其中平台提交60件，寄信提交34件，全部按时回复，回复率为100%。', '100%', '96%'],
  ['居民通过窗口、网站等渠道提出政府信息公开申请94件，已全部答复，答复率100%。', '100%', '95%'],
  ['收到申请94件，其中10件由申请人主动撤销，84件完成办结。', '10', '8'],
  ['收到申请94件，其中申请人主动撤销10件，期限内答复84件。', '10', '12'],
])('all that came in has ended: %s', (sentence, right, wrong) => {
  const said = (text: string) => blamed(text, undefined, undefined, ALL_ENDED)
  expect(said(sentence)).toEqual([])
  expect(said(sentence.replace(right, wrong))).not.toEqual([])
})

test('what one way of all that came in leaves', () => {
  expect(read('受理网上申请96件，已答复94件，余下2件将在法定期限内回应。')).toEqual([])
  expect(read('受理网上申请96件，已答复94件，余下6件将在法定期限内回应。')).not.toEqual([])
})

test('numbers make a total whole, divided twice, or without parts of parts', () => {
  expect(makes([58, 38, 27, 11], 96)).toBe(true)
  expect(makes([41, 55, 40, 21, 35], 96)).toBe(true)
  expect(makes([58, 38, 27, 12], 96)).toBe(false)
  expect([isSlip(31, 13), isSlip(31, 37), isSlip(31, 3), isSlip(31, 48)]).toEqual([true, true, true, false])
})
