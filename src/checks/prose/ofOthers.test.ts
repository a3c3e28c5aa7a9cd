import { expect, test } from 'vitest'
import { findingsIn } from '../../testing/blamed'
import { holds, type Of } from '../../testing/holds'

const BUREAU: Of = ['清源县教育局', 'department']
const OFFICE: Of = ['示例市人民政府办公室', 'governmentOffice']

test.each([
  // Wholes of more organs.
  '我局受理公开申请{96}件，占全县各部门申请总量（412件）的23.3%。',
  '答复{94}件，占全市答复总数(1880件)的5%。',
  '收到公开申请96件（全市教育系统合计768件，我局占12.5%），办结{94}件。',
  // Cases of another organ, and of all kinds.
  '我局代表县政府审理公开类复议44件，自身作为被申请人的13件。',
  '全县收到复议申请320件，审结305件；其中涉及政府信息公开的13件。',
  '受理行政案件一审64件，驳回起诉21件；其中公开类7件。',
  '公开类复议{13}件；因招生处分引起的复议21件，审结19件。',
  '公开类复议{13}件；其他类复议21件，维持17件。',
  '公开类复议{13}件，其中不服未按期答复的4件。',
  '受理征地异议申请4件，答复3件。',
  // Another count than applications.
  '收到公开申请{96}件，申请事项共计118项，按事项答复118项。',
  // No number, but a denial.
  '收到的{96}件申请都已登记，一件没漏。',
  '办结{94}件，没有一件超过期限。',
])('what is of others is none of ours: %s', (sentence) => holds(sentence, ...BUREAU))

/** Bodies below it that bear its name; a number near that of the table, which would else be held to it. */
test.each([
  ['各县级教育局受理98件。', '清源市教育局'],
  ['各县（市、区）教育局共收到98件申请。', '清源市教育局'],
  ['下属教育局受理98件。', '清源市教育局'],
])('what bodies below an organ tell is none of its own: %s', (sentence, organ) => {
  holds(sentence, organ, 'department')
  holds(sentence.replace(/^.*?教育局共?/, '教育局').replace('98', '{96}'), organ, 'department')
})

test.each([
  '收到申请96件。内容涉及进出口数据54件、商品归类与企业信用31件、其他11件。',
  '申请内容主要集中在土地征收54件、企业信用31件、其他11件。',
  '全年新收{96}件。经门户网站提交56件，信函36件，当面和电子邮件各2件。',
])('matters, and so many each: %s', (sentence) => holds(sentence))

test('bodies that together have what came in divide it, and not the first of them', () => {
  const told =
    '全区新收{96}件，比上年少6件，下降5.9%。其中：自然人83件，商业企业9件，公益组织1件、法律服务机构3件。'
  holds(
    `${told}区政府及区政府办公室承办42件，区政府部门承办41件，街道（镇）承办13件。`,
    '示例市示例区人民政府',
    'countyGovernment',
  )
})

test.each([
  '向市政府提出的申请67件，向我办提出的29件。',
  '收到申请{96}件，由市政府办直接答复的41件，其余转相关单位办理。',
  '收到申请{96}件，我办自行办理52件，其余按职责交由部门答复。',
])('what others take over leaves a part: %s', (sentence) => holds(sentence, ...OFFICE))

test.each([
  '公益组织、律所和其他合计{4}件，企业{9}件。',
  '收到个人和企业申请合计92件，其他4件。',
  // The court judges those of the route that was named last.
  '直接起诉{3}件，法院维持1件；复议后起诉{4}件，法院维持{2}件。',
  '线上申请70件、线下26件，线下的有邮寄21件和当面5件。',
  '申请较为集中的是规划局31件、住建局22件、公安局9件，三家占全市的64.6%。',
  '律所{3}件；主要内容为土地、规划；其中教育局41件，住建局22件。',
  '变更许可402件，全年许可决定共{1234}件。',
  '收到部门移送2件、直接受理94件，合计96件。',
  '历史遗留的申请5件已办完。',
])('lists and routes: %s', (sentence) => holds(sentence))

const LAST = {
  'tables.requests.received.naturalPerson': '80',
  'tables.requests.carriedOver.naturalPerson': '4',
  'tables.proactiveDisclosure.administrativeLicenses.decisions': '1100',
  'tables.proactiveDisclosure.administrativePenalties.decisions': '540',
}
const grown = (text: string) => findingsIn(text, '示例市人民政府', 'prefectureGovernment', {}, LAST).length
test.each([
  ['新收申请96件，上年结转5件，总量比上年增长', '20.2%', '23.4%'],
  ['行政许可1234件、行政处罚567件，两项合计比上年增长', '9.8%', '8.9%'],
])('what has grown may be several together: %s', (text, right, wrong) => {
  expect(grown(`${text}${right}。`)).toBe(0)
  expect(grown(`${text}${wrong}。`)).toBe(1)
})
