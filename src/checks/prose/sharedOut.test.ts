import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

const LAST = {
  'tables.requests.received.naturalPerson': '80',
  'tables.requests.carriedForward.naturalPerson': '5',
}
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
  '收到申请{96}件，比上年的{80}件增加{16}件，来自平台的超过六成，为60件，信函30件，当面6件。',
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

test.each([
  '梳理文件82件，拟继续有效60件、修改16件、废止{6}件；全年新制发{14}件，年末现行有效{58}件。',
  '办理道路运输许可1000件、港口许可200件、其他许可34件，合计作出行政许可{1234}件。',
  '立案263件，上年跨年案件25件，两者相加288件，作出处罚决定{567}件。',
  '立案1932件，上年结转立案203件，办结1988件，在办147件。',
  '公开申请{96}件；规划50件，征地37件，处罚9件。',
  '登记申请99件。其中3件属咨询事项，不计入申请。',
  '登记的公开申请{96}件，30件予以公开；上年结转的{5}件也予以公开，故全年予以公开合计{35}件。',
  '县级受理的40件中已办结38件，其余2件结转。',
  '12件书面征求第三方意见（6件同意公开、4件不同意公开、2件逾期未回复）。',
])('numbers that a sentence adds up itself, to one of no table or to a sum: %s', found)

test.each([
  '张某某等三人共提出41件，占新收的42.7%。',
  '累计受理政府信息公开申请1864件（自2008年以来），其中当年受理{96}件。',
  '法院受理信息公开案件7件，复议机关受理20件。',
  '未经复议的{3}件，经过复议的{4}件。',
  '公开类、部分公开类{47}件，不公开类{9}件。',
  '委托律所代为提交的26件，本人提交的70件。',
  '出台的规章{1}部，现行的规章{4}部。',
  '示例乡并入我镇，原有的{5}件未办结申请由我镇承接，当年收到{96}件。',
  '收到申请{96}件，涉及公开请求146项，一件多项的申请有9件。',
  '收到申请{96}件，有补充材料的，该申请计1件。',
  '公开件占办结数的37.2%（35件），部分公开占12.8%（{12}件）。',
  '申请{96}件，环评50件，处罚46件；其中{9}件来自企业、{3}件来自律所。',
])('some of them, others’, and tables’ figures in the words of a clause: %s', found)

test('cases that a city’s reviewing organs take in are none of a bureau’s', () => {
  const text = '全市复议机关今年受理信息公开复议案件73件，审结68件。'
  expect(blamed(text, '示例市司法局', 'department')).toEqual([])
})

test.each([
  '示例市制定规章{1}部，现行有效规章{4}部。',
  '结果：公开{35}，部分公开{12}，不掌握{17}。',
  '答复{94}件，其中公开{35}件，占{37.2}%；不予公开{9}件，占{9.6}%；不予处理{8}件，占{8.5}%；其他{10}件，占{10.6}%。',
  '全年新收申请{96}件，结转下年{7}件，同比分别增长{20}%和{40}%。',
  '答复{94}件，其中公开{35}件，占{37.2}%；部分公开{12}，占{12.8}%；无法提供20件，占{21.3}%。',
  '收到申请96件，共有101件。已办结94件，都已送达。另有{7}件转到下年度接着办理，届时回复。',
])('figures told by a place, without a unit, behind shares and in turn: %s', found)

test('a slip in decisions that are published in 条 is one', () => {
  expect(blamed('行政许可1234条、行政处罚567条。')).toEqual([])
  expect(blamed('行政许可1243条、行政处罚567条。')).toHaveLength(1)
})
