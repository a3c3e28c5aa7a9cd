import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'

/** Last year 80 received and 4 carried over, 79 answered; 10 reviews, 3 lawsuits; 20 documents, 1000 licences. */
const LAST_YEAR = {
  'tables.requests.received.naturalPerson': '70',
  'tables.requests.received.commercialEnterprise': '10',
  'tables.requests.carriedOver.naturalPerson': '4',
  'tables.requests.outcome.granted.naturalPerson': '40',
  'tables.requests.outcome.unavailable.notHeld.naturalPerson': '39',
  'tables.requests.carriedForward.naturalPerson': '5',
  'tables.reviewAndLitigation.administrativeReview.upheld': '10',
  'tables.reviewAndLitigation.litigationDirect.upheld': '3',
  'tables.proactiveDisclosure.normativeDocuments.issued': '20',
  'tables.proactiveDisclosure.normativeDocuments.inForce': '50',
  'tables.proactiveDisclosure.administrativeLicenses.decisions': '1000',
}
const withLastYear = (text: string) => blamed(text, undefined, undefined, {}, LAST_YEAR)

test.each([
  '全年收到申请96件，上年为{80}件。',
  '2022年收到申请{80}件，2023年收到申请96件。',
  '收到申请96件（去年{80}件）。',
  '申请量较上年{80}件增长{20}%。',
  '办理申请101件（含上年结转5件），较去年的{84}件增长{20.2}%。',
  '申请量由上年的{80}件升至96件。',
  '申请数量同比上升{20}%。',
  '申请量比去年多{16}件。',
  '收到申请96件，是上年的{1.2}倍。',
  '收到申请96件；比上年增长{20}%。',
  '收到申请96件（同比增长{20}%），自然人83件。',
  '行政诉讼7件，较上年增长{1.3}倍。',
  '收到申请96件、办结94件，同比分别增长{20}%、{19}%。',
  '收到数较上年增长{20}%，办结数较上年增长{19}%。',
  '新收申请和办结量分别比上年增加{16}件和{15}件。',
  '制发规范性文件14件，比上年的{20}件减少{6}件。',
  '行政许可1234件，同比增长{23.4}%。',
  // More or less of what a verb names, and the past behind the change.
  '制发规范性文件14件，比上年少制发{6}件；行政许可1234件，同比增长{23.4}%，上年为{1000}件。',
  '收到申请96件，比2022年多收{16}件。',
  '行政复议13件，比上年多出{3}件。',
  // What waits grows, too; and each part of a sentence has its own past.
  '答复申请94件，结转下年7件，较上年底的{5}件增加{2}件。',
  '行政许可1234件，较上年{1000}件增长{23.4}%；规范性文件制发14件，较上年减少{6}件。',
  '收到申请96件，较2022年增加{16}件，2021年、2022年分别为68件、{80}件。',
  // A bracket speaks of what stands before it.
  '收到申请96件，同比上升{20}%（上年{80}件），行政复议13件，同比增加{3}件。',
  '行政许可1234件同比增长{23.4}%（去年{1000}件），规范性文件制发14件。',
  '现行有效规范性文件由上年末的{50}件增至58件。',
  '收到申请96件对上年{80}件，增加{16}件。',
  // What has grown is the whole, not the last of its parts.
  '引发行政复议13件，其中维持6件、尚未审结2件，同比增加{3}件。',
  '与上一年度相比，予以公开由{40}件减至35件，无法提供由{39}件降到20件。',
  '对比2022年：申请量{80}件至96件，增{16}件；上年结转由{4}件变为5件。',
  '行政许可较上年多出{234}件。',
  '新收申请96件（自然人占86.5%），比上年80件增长{20.0}%。',
  '公开35件，占37.2%，较上年的{50.6}%有所下降。',
])('%s', (sentence) => {
  expect(withLastYear(sentence.replace(/[{}]/g, ''))).toEqual([])
  for (const { 1: figure = '', index } of sentence.matchAll(/\{([\d.]+)\}/g)) {
    const text = `${sentence.slice(0, index)}${Number(figure) + 7}${sentence.slice(index + figure.length + 2)}`
    expect(withLastYear(text.replace(/[{}]/g, '')), text).not.toEqual([])
  }
})

test.each([
  '公开信息500条，比上年的410条增加90条。',
  '上年结转5件，比上年收到的信访件多。',
  '网络申请量同比上升33%。',
  '市教育局2022年收到申请3件，2023年收到4件。',
  '上半年收到申请40件，同比增长15%。',
  '答复率较上年提高2个百分点。',
  '本年收到申请96件，结转上年度申请5件。',
])('no figure of last year’s report: %s', (sentence) => {
  expect(withLastYear(sentence)).toEqual([])
})
