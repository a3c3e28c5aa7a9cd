import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

const LAST = { 'tables.requests.received.naturalPerson': '80' }
const said = (text: string) => blamed(text, '示例市人民政府', 'prefectureGovernment', {}, LAST)
/** True as they stand; each number in braces is blamed when it alone is another. */
const found = (sentence: string) => {
  expect(said(plainly(sentence))).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: said(text) }).not.toEqual({ text, found: [] })
}

test.each([
  '申请量较2022年（新收{80}件）增长{20}%。',
  '新收申请{96}件，与2022年（收到{80}件）相比上升{20}%。',
  '新收申请较上年（新收申请{80}件）有所上升。',
  '收到申请{96}件，上年（当年新收80件）增长明显。',
])('what stands in brackets behind another year is that year’s: %s', found)

test.each([
  '申请{96}件中，企业{9}件、律所{3}件，合占12.5%。',
  '新收申请{96}件，其中企业{9}件、公益组织{1}件、律所{3}件，合在一起占13.5%。',
  '新收申请{96}件，企业{9}件、律师事务所{3}件，加起来占{12.5}%。',
  '答复{94}件，公开{35}件、部分公开{12}件，合占{50}%。',
])('a share of several together, in whatever words: %s', found)

test.each([
  '网上申请53件，信函申请31件，当面12件，分别占申请总量（{96}件）的55.2%、32.3%和12.5%。',
  '自然人{83}件、企业{9}件、律所{3}件，依次占新收总数（{96}件）的{86.5}%、{9.4}%、{3.1}%。',
  '予以公开{35}件、部分公开{12}件、无法提供{20}件，各占办结量{94}件的{37.2}%、{12.8}%、{21.3}%。',
  '行政复议纠正{2}件，占复议案件总数（{13}件）的{15.4}%，比上年的20%有所降低。',
])('shares dealt out, and their whole beside them: %s', found)

test.each([
  '同意公开及部分同意公开{47}件，不予公开{9}件。',
  '准予公开和部分准予公开共{47}件。',
  '部分准予公开{12}件，无法提供{20}件。',
])('in part, in whatever words: %s', found)

test.each([
  '全年收到申请{96}件，其中1至6月40件，7至12月56件，涉及征地36件、规划30件、社保20件、其他10件。',
  '收到申请{96}件，线上60件、线下36件，线下的又分邮寄30件、窗口6件。',
  '收到申请{96}件，来自平台的超过六成，为60件，信函30件，当面6件。',
  '收到申请{96}件，其中40件请求公开征地批文，按公开答复30件、不掌握答复10件；另56件申请规划图纸。',
  '收到复议26件、诉讼19件，因信息公开引起的只占一部分，分别为13件和7件。',
  '办结{94}件，其中超20个工作日办结0件，延长期限办结3件。',
  '申请量由80件增至{96}件，其中自然人由70件增至{83}件，企业由8件增至{9}件，其他由2件增至4件。',
])('a total divided twice, in part, or beside what it was: %s', found)

test.each([
  '新收申请{96}件，同2022年80件比上升{20}%，同2021年60件比上升60%。',
  '收到申请{96}件比上年多{16}件其中网上60件比上年多10件信函36件比上年多6件。',
  '收到申请{96}件，比上年增加{16}件，去年比前年少4件。',
  '结转下年{7}件，较上年翻了一番还少3件，数量不大。',
])('growth of another number, or of other years, is none of the last: %s', found)
