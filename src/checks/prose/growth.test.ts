import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

/** 80 received and 5 carried forward in the year before, 78 closed; 10 reviews. */
const LAST_YEAR = {
  'tables.requests.received.naturalPerson': '70',
  'tables.requests.received.commercialEnterprise': '10',
  'tables.requests.carriedOver.naturalPerson': '3',
  'tables.requests.outcome.granted.naturalPerson': '78',
  'tables.requests.carriedForward.naturalPerson': '5',
  'tables.reviewAndLitigation.administrativeReview.upheld': '10',
}
const read = (text: string, lastYear: Record<string, string> | undefined = LAST_YEAR) =>
  blamed(text, undefined, undefined, undefined, lastYear)

/** True of the tables of both years; the numbers in braces are those that a fair auditor blames if they are changed alone. */
test.each([
  // Last year by its number, in brackets, in the sentence before, or said of two clauses.
  '全年收到政府信息公开申请{96}件，较2022年增长{20.0}%。',
  '受理申请96件（比2022年多{16}件）。',
  '与2022年相比，收到申请96件，增加{16}件；答复94件，增加{16}件。',
  '全市共收到申请96件，较上年度（80件）有所上升，升幅达{20}%。',
  '全年收到申请96件。同比增长{20}%，其中自然人申请83件。',
  '申请总量较上年度上升{20}%，占全区的三成。',
  // Of what is divided, each with a change of its own.
  '新收申请96件，较去年同期增长{20}%，其中自然人申请83件，增长{18.6}%；企业申请9件，下降{10}%。',
  '省直机关及办公厅本级新收申请96件，较上年增长{20}%，自然人提出83件（占86.5%），法人或其他组织提出13件。',
  // What the requests were about stands between them and how many more they were.
  '全年收到公开申请96件，内容主要涉及征地、规划等方面，申请数量比上年明显增长，上升{20}%。',
  '全年收到公开申请101件（含2022年结转5件），内容多涉及征地，申请数量较上年上升{21.7}%。',
  // So many times.
  '今年新收申请96件，是上年的{1.2}倍。',
  '全年收到申请96件，同比增长{0.2}倍。',
  // In turn.
  '收到申请96件、答复94件，同比分别增长{20}%、{20.5}%。',
  '收到申请96件，答复94件。同比分别增长{20}%和{20.5}%。',
  '收到申请{96}件，行政复议{13}件，分别比上年增加{16}件和{3}件。',
])('with the report of the year before: %s', (sentence) => {
  expect(read(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const found = read(text)
    expect({ text, found }).toEqual({ text, found: [expect.stringContaining(wrong)] })
  }
})

test.each([
  // Years side by side, up or down.
  '2021年、2022年、2023年收到申请分别为75件、{80}件、{96}件，2023年比2022年增加{16}件。',
  '2023年、2022年、2021年收到申请分别为96件、{80}件、75件，2023年比上年增加{16}件。',
  '2021至2023年发布信息分别为750条、{800}条、{960}条，2023年同比增长{20}%。',
  '近两年发布信息依次为{800}条、{960}条，增长{20}%。',
  '收到申请96件，比2021年{75}件增加{21}件，比2022年{80}件增加{16}件。',
  '2022年收到申请{80}件。2023年收到申请{96}件，同比上升{20}%。',
  '2022年全年收到申请{80}件，办结78件。2023年收到申请{96}件，同比增长{20}%。',
  // Times, points, and last year's figure before.
  '公开信息{300}条，比上年的{120}条增长{1.5}倍。',
  '公开信息{300}条，是上年（{120}条）的{2.5}倍。',
  '公开率为60%，比上年的{55}%提高{5}个百分点。',
  '2023年申请总量为{96}件，2022年为{80}件，增量为{16}件。',
  '较上年末的{50}件净增{8}件，现行有效{58}件。',
  // Year by year, and on the average.
  '近三年发布信息依次为{750}条、{800}条、{960}条，年均{836.7}条。',
  '全年收到申请96件，月均{8}件。',
  // From one to the other.
  '公众号粉丝由{9400}人增至{12850}人，净增{3450}人。',
  '查阅点从{12}个增加到{15}个，增加{3}个。',
  '网站发布量由{1200}条升至{1500}条，增长{25}%。',
])('without it: %s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const found = blamed(text)
    expect({ text, found }).toEqual({ text, found: expect.arrayContaining([expect.stringContaining(wrong)]) })
    expect(found.filter((words) => !words.includes(wrong))).toEqual([])
  }
})

test('a rate of cases, of counts beside it or of the tables', () => {
  expect(blamed('行政复议13件，其中被纠正2件，纠正率由上年的18.2%降至15.4%。')).toEqual([])
  expect(blamed('行政复议13件，其中被纠正2件，纠正率由上年的18.2%降至14.5%。')).toHaveLength(1)
  expect(blamed('引发复议13件，诉讼7件，复议纠错率为15.4%。')).toEqual([])
  expect(blamed('引发复议13件，诉讼7件，复议纠错率由上年的20%降为18.2%。')).toEqual([])
  expect(blamed('引发复议13件，诉讼7件，复议纠错率为51.4%。')).toHaveLength(1)
  expect(blamed('复议纠错率较上年下降5%。')).toEqual([])
})

test('what rises or falls year by year', () => {
  const told = (years: string, how: string) =>
    blamed(`2021年、2022年、2023年收到申请分别为${years}，${how}。`)
  expect(told('75件、80件、96件', '逐年递增')).toEqual([])
  expect(told('75件、80件、96件', '呈逐年上升态势')).toEqual([])
  expect(told('98件、97件、96件', '逐年下降')).toEqual([])
  expect(told('75件、108件、96件', '逐年递增')).toHaveLength(1)
  expect(told('98件、95件、96件', '呈逐年下降趋势')).toHaveLength(1)
  expect(blamed('2023年、2022年、2021年收到申请分别为96件、80件、75件，呈逐年上升态势。')).toEqual([])
  expect(blamed('近三年收到申请依次为75件、80件、96件，信函申请逐年减少。')).toEqual([])
})

test.each([
  '收到申请96件，比全市平均高5%，环比下降3%。',
  '收到申请96件，同比增长20%，公开率提高3个百分点。',
  '收到申请96件，同比增长20%；其中通过网络提交61件，同比增长35%。',
  '收到申请96件（2022年80件，2021年75件），同比增长20%。',
  '近三年收到申请依次为75件、80件、96件，平均每年83.7件。',
  '网站访问量同比增长15%，是前年的2.3倍。',
  '现行有效规章4件；本年制定1件，规章总量比上年末的3件净增1件。',
])('nothing to hold it against: %s', (sentence) => {
  expect(read(sentence)).toEqual([])
})

test('a growth of the year before is its own where this year has another behind it', () => {
  expect(blamed('申请量：2022年80件，增长12.7%；2023年96件，增长20%。')).toEqual([])
  expect(blamed('近两年：2022年收到80件，增长12.7%；2023年收到96件，增长20%。')).toEqual([])
  expect(blamed('2022年收到80件，增长12.7%；2023年多家单位收到申请。')).toHaveLength(1)
})
