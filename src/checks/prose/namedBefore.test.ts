import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

/** True as it stands; each number in braces is found when it alone is changed. */
function holds(sentence: string, organ?: string, kind?: string) {
  expect(blamed(plainly(sentence), organ, kind), sentence).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text, organ, kind).length > 0 }).toEqual({ text, found: true })
}

test.each([
  // A share of what the clause before names.
  '收到申请96件，办结94件。“无法提供”的分量重，占办结总数的{21.3}%，多因材料不在本机关。',
  '收到申请96件，办结94件。无法提供的占比偏高，占办结总数的{21.3}%。',
  '收到申请96件，办结94件。不予处理的情形居多，占收到申请总数的{8.3}%。',
  // Who asked, in other words.
  '收到村民递交的申请{96}件。',
  '收到网民在线提交的信息公开申请{96}件。',
  '收到公民及社会组织提交的申请84件。',
  // What waits.
  '收到申请{96}件，答复{94}件，余下{7}件将于次年1月答复期满前办结。',
  '连同上年结转的{5}件均已办结，收到申请{96}件。',
  '{7}件依法延期、结转下年度办理。',
  '公开和部分公开{47}件，不公开47件。',
  '办结的里头，给了全部的{35}件、给了一部分的{12}件、依法没给的{9}件、给不了的{20}件。',
  '直接起诉的{3}件，先复议再起诉的{4}件。',
  '行政复议{13}件，复议机关已作出决定或终止审理{11}件，{2}件还在审理。',
  // Rows in one more word, and with another.
  '涉及举报而不予处理{6}件。',
  '不予公开（含部分不予公开）21件。',
  '无法提供20件，其中未查找到相关信息17件、未制作相关信息2件、内容不明确1件。',
  '收到政府依申请公开{96}件，无法公开{20}件。',
  '收到申请{96}件（网络申请61件）。',
  // All in time, by another name of the rate.
  '收到申请96件，办结94件，所有申请都在法定期限内作出答复，答复及时率{100}%。',
  // What documents were made, in whose name, and in the unit of the first.
  '以局名义制发行政规范性文件{14}件。',
  '行政规范性文件公布14条，废止数量{6}条，现行有效数量{58}条。',
  // What it was.
  '现行有效的行政规范性文件由年初的50件变为{58}件。',
  '现行有效从年初的50件增至{58}件。',
])('%s', (sentence) => holds(sentence))

test.each([
  // Two years apart; a whole of its own; a cause of cases.
  '近年新收申请：2021年71件、2022年80件、2023年96件，两年间净增25件。',
  '收到申请96件，部门收60件，住建局20件、规划局15件，两家占部门收件数的58.3%。',
  '行政复议13件，起因中对“不掌握”答复不服的10件，对不予公开决定不服的3件。',
  '复议起因中，认为内容不全的9件，不服不掌握答复的3件，认为程序违法的1件。',
  '被纠正的案件不算少，复议、诉讼合计3件，程序瑕疵占一多半。',
  // So many each; what was done of all; one body's of more.
  '各站所每家配信息员1人，连本部2人，共5人。',
  '局办公室配专职人员2名，各支队、各分局各配1名，共19名。',
  '实事清单10件，其中按月公布的6件、按季公布的4件，除一项推迟外，其余9件完成。',
  '全市各级承办建议和提案33610件，其中市政府承办建议588件、提案716件。',
  // The organ's own share of all.
  '被复议的共13件、被诉的共7件，本机关分别占4.1%和4.8%。',
  '全区行政机关共收申请583件，办公室占16.5%。',
  '全省上年新收5417件，本年增长7.7%，而本机关上年新收104件，本年下降7.7%。',
  // A reviewing organ's own cases.
  '办理以本局为复议机关的行政复议案件：受理143件，审结134件；审结案件中维持58件、撤销9件、驳回27件。',
  // One of several in turn; years in turn.
  '1至4季度新收分别为21件、23件、31件、21件，三季度最多，占32.3%。',
  '2021年以来，年度新收申请依次为71件、80件、96件。',
  // Of what came in, and not of all that there was to answer; others than persons.
  '收到申请96件。加上上年结转5件，应办理101件，结转7件。从层级看，市级40件、县级56件。',
  '收到申请96件。申请人中自然人最多，83件，接下来依次是企业9件、律所3件、公益组织1件。',
  // All of them again; what follows are others; a sum of its own time; an area's whole.
  '目录共14项，其中8项举行听证，全部14项都在网上征求过意见。',
  '从内容看，征地类最多，有43件，其余依次是规划13件、登记18件、其他22件。',
  '一季度14件，二季度16件，三季度20件，四季度17件，上半年合计30件，下半年合计37件。',
  '重大项目2316条、资源配置8104条，两大领域共10420条，占全市总量的20.81%。',
  '新收申请96件，上年结转5件。101件申请中，年内办结94件，结转下年7件。通过网站提交的61件，信函寄来的30件，当面递交的5件。',
  // Years in brackets; a rate of one kind of case before another.
  '近三年新收申请分别为71件（2021年）、80件（2022年）、96件（2023年），2023年比上年增长20%。',
  '行政复议13件，已审结11件，其中维持6件，纠错率18.2%；行政诉讼7件，被纠正1件。',
  // What a gazette prints.
  '《公报》出版24期，刊登文件238件（政府规章5件，即制定3件、废止2件；部门文件93件）。',
])('says nothing of what is counted elsewhere: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test('a part that was told before goes on behind it', () => {
  const county = ['示例县人民政府', 'countyGovernment'] as const
  const parts = '县政府收到20件，部门40件，乡镇36件。'
  const again = '县政府的20件（另有上年结转2件）办结18件、结转4件，其中予以公开和部分公开9件。'
  expect(blamed(`收到申请96件。${parts}${again}`, ...county)).toEqual([])
  expect(blamed(`收到申请96件。${parts}县政府（县政府办）收到的20件，办结18件。`, ...county)).toEqual([])
  const level = '从本级看，县政府新收20件，办结18件，结转2件；办结件中予以公开9件、部分公开3件。'
  expect(blamed(`收到申请96件。${level}`, ...county)).toEqual([])
  // Nobody has told of it: it is the report's.
  expect(blamed('收到申请96件，办结84件，结转4件。', ...county)).not.toEqual([])
})

test('what a reviewing body did with its own cases is none of the organ', () => {
  const bureau = ['示例区司法局', 'department'] as const
  const before =
    '我局作为行政复议机构，代市政府收到行政复议申请412件。加上上年结转的23件，审结361件，维持132件。'
  expect(blamed(before, ...bureau)).toEqual([])
  const sentence = '区政府行政复议机构（设在本局）新收行政复议申请388件，其中受理341件、不予受理47件。'
  expect(blamed(sentence, ...bureau)).toEqual([])
})

test('分别 before numbers that each have words of their own deals out nothing', () => {
  holds('不予公开分别为第三方合法权益{4}件、内部事务{3}件。')
  holds('不予公开的多是律师和个人来查登记底册，分别属于第三方权益{4}件和执法案卷{2}件。')
})

test('what is left out of what came in, is no year of its own', () => {
  holds('受理申请101件，结转上年后新收到{96}件，较上年增加16件。')
})

test('a fee in 元 is finer than two decimals of 万元', () => {
  expect(blamed('收取行政事业性收费3215037.5元。')).toEqual([])
  expect(blamed('收取行政事业性收费3219037.5元。')).toHaveLength(1)
  expect(blamed('收取行政事业性收费321.6万元。')).toHaveLength(1)
})

test('a township speaks of documents by its level', () => {
  holds('今年制定镇规范性文件{14}件，废止规范性文件{6}件。', '示例镇人民政府', 'townshipGovernment')
})

test.each([
  // 申请集中在…: no figure of the tables has that share.
  '收到申请96件，办结94件。申请集中在征地领域，占办结总数的45%。',
  // Whoever asked, it waits.
  '收到申请96件，剩余7件为企业年底提交，转入下年办理。',
  '收到申请96件，其余7件系自然人年底递交，正在办理。',
  // Of some who asked; of one of the offices; a mean.
  '从申请次数看，提出2次以上的申请人7名，合计提出31件。',
  '7名申请人多次申请，共提出31件。',
  '收到申请96件，涉及12个科室，其中办公室牵头办理40件，法规科办理22件。',
  '2021年至2023年，分别收到申请71件、80件、96件，三年累计247件，年均82件。',
  // Matters together; what was taken up; what a sentence farther off counts.
  '收到申请96件，其中土地征收、道路工程、旧区改造方面的申请较多，三类合计41件。',
  '征集意见153条，分别是线路41条、票价18条、站点94条，采纳60条。',
  '收到申请96件，结转下年7件。内容涉及面广。其中36件要求查询登记资料。',
  '收到申请96件，涉及执法案卷的41件，占42.7%。',
  // What was done for another; what was not made public in any of three ways; proposals by who leads.
  '受市政府委托办理申请23件，不计入本表。',
  '公开47件，未公开37件（不予公开9件、无法提供20件、不予处理8件）。',
  '主办件108件，会办件18件，其中公开答复全文的120件，占95.2%。',
  // One of the kinds, where most is left untold.
  '公开信息842条，其中：动态28条；规划3条；解读35条；许可和其他管理服务信息15条。',
  // Behind the one that closes the list.
  '公开信息60条，其中公告33条、预决算15条、其他信息12条，通过公众号推送信息287条。',
])('says nothing: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test('one way in a bracket is no more than all', () => {
  expect(blamed('受理依申请公开事项96件（网络申请99件）。')).toHaveLength(1)
})

test('a part that no list has closed is no more than all', () => {
  expect(blamed('公开信息60件，其中公告33件、通知287件。')).not.toEqual([])
  expect(blamed('公开信息160条，其中：动态28条；规划23条；解读35条；其他信息84条。')).not.toEqual([])
})

test('what the whole city had is none of an office, where that tells its own', () => {
  const own = '本办新收申请96件，办结94件。'
  const office = ['示例市人民政府办公室', 'governmentOffice'] as const
  expect(blamed(`${own}全市共受理申请1236件，本办对其中52件提供了意见。`, ...office)).toEqual([])
  expect(blamed('全市共受理申请136件。', ...office)).not.toEqual([])
  const all = '从全市看，各级行政机关新收申请1194件，加上上年结转13件，应办理1207件，结转15件。'
  expect(blamed(`${all}其中市政府办公室新收96件。`, ...office)).toEqual([])
  const city = '全市制发行政规范性文件64件，废止71件，现行有效612件'
  expect(blamed(`${city}；其中市政府及办公室制发14件，废止6件，现行有效58件。`, ...office)).toEqual([])
  expect(blamed(`${all}其中市政府办公室新收96件，上年结转13件。`, ...office)).toEqual(['上年结转13件'])
})

test.each([
  // Years together.
  '三年累计收到申请247件，2023年{96}件。',
  // What was not made, and why that could not be handed out; all that was not made public.
  '因未制作相关信息而无法提供的{2}件。',
  '不公开类{37}件。',
  // Kinds of lawsuit and how cases ended, in fewer words.
  '行政诉讼7件：未经复议直接起诉{3}件，经复议{4}件。',
  '行政复议案件已作出决定{11}件，未决{2}件。',
])('in fewer words: %s', (sentence) => holds(sentence))

test.each([
  // A reviewing body that is part of the organ.
  '市行政复议机构设在我局，全年收到复议申请388件，不予受理47件，审结300件，维持120件。',
  '本局承担市政府行政复议职能，全年受理复议申请341件，审结300件，维持120件。',
  // What is more than a mean; some matters together are no division of all.
  '2021至2023年共办结申请240件，年均办结80件，其中2023年办结94件。',
  '收到申请96件，土地、房产、财政类分别为30件、20件、11件，三类合计61件。',
  // In another way than those of the list that is closed.
  '公开信息842条，其中公告500条、其余342条为动态，利用村务公开栏张贴信息960条。',
  // The whole stands right before its share.
  '无法提供的情形较多，不予公开总体占办结总数188件的4.8%。',
])('nor of these: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test.each([
  // Of the way, not of the organ; all that some asked for; other platforms close a list; a fee that is far off.
  ['收到申请961件，网络申请占10%，予以公开35件。', '收到申请961件'],
  ['7名申请人多次申请，全年共收到申请31件。', '收到申请31件'],
  ['公开信息842条，其中网站400条、微信和其他平台20条。', '842条，其中网站400条、微信和其他平台20条'],
  ['收取行政事业性收费3214930元。', '收取行政事业性收费3214930元'],
])('still blames %s', (sentence, found) => expect(blamed(sentence)).toEqual([found]))

const COUNTY = ['示例县人民政府', 'countyGovernment'] as const
const OFFICE = ['示例市人民政府办公室', 'governmentOffice'] as const
const PARTS = '收到申请96件。县政府收到20件，部门40件，乡镇36件。'

test.each([
  // What a part that is told again heads, ends with its own sentence part, and is told of applications only.
  [`${PARTS}全县办结94件，县政府的20件，结转17件。`, '结转17件', COUNTY],
  [`${PARTS}县政府的20件办结18件；全县结转17件。`, '结转17件', COUNTY],
  [`${PARTS}县政府的20件办结18件，规范性文件制发41件。`, '规范性文件制发41件', COUNTY],
  // One digit too many is no wider circle's, unless that is divided.
  ['本办新收申请96件，办结94件。全市收到申请961件。', '收到申请961件', OFFICE],
  // So many had waited, whatever became of all.
  ['连同上年结转的94件均已办结。', '上年结转的94件均已办结'],
  ['算上上年结转的9件均已办结。', '上年结转的9件均已办结'],
  ['连同上年遗留的94件均已办结。', '上年遗留的94件均已办结'],
  // An organ that is judged by another.
  ['以县政府为复议机关、本局为被申请人的行政复议案件13件，维持16件。', '维持16件'],
  ['公报刊登信息（收到申请69件）。', '收到申请69件'],
  // What was taken up, where that is one of two; 其他 that closes a list.
  ['意见153条，其中未采纳93条，采纳70条。', '153条，其中未采纳93条，采纳70条'],
  ['公开信息82条，其中：动态28条；规划3条；其他信息15条。', '82条，其中：动态28条；规划3条；其他信息15条'],
  [
    '公开信息842条，其中：动态428条；规划53条；许可和其他服务信息115条。',
    '842条，其中：动态428条；规划53条；许可和其他服务信息115条',
  ],
  // A share of what is a little more than the table's.
  ['收到申请109件，我办占88.1%。', '收到申请109件'],
  ['收到申请96件，其中公开35件，其余7件不予公开。', '其余7件不予公开'],
  // Some who asked, elsewhere.
  ['7名申请人多次申请；办结申请31件。', '办结申请31件'],
  ['3人来访，办结申请49件。', '办结申请49件'],
  ['受理依申请公开事项96件（信函申请99件）。', '信函申请99件'],
])(
  'blames %s',
  (sentence, found, organ: readonly [string, string] = ['示例市人民政府', 'prefectureGovernment']) =>
    expect(blamed(sentence, ...organ).join('')).toContain(found),
)

test.each([
  '规范性文件解读5篇，发布2条，废止1条，有效6条。',
  '征地、规划方面的申请增多，两类合计收到64件。',
  '各单位各派2人，局机关8人，合计38人。',
  '公开信息842条，其中线上12条、线下5条。',
  '7名申请人不止一次申请，共提出31件。',
  '7名申请人反复申请，共提出31件。',
  '结转下年7件。主要涉及征地、规划。其中36件要求查询登记资料。',
])('is silent: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test.each(['全市收到申请961件，本办对其中52件提供了意见。', '全市新收申请961件；市政府办公室新收96件。'])(
  'of a wider circle that is divided: %s',
  (sentence) => expect(blamed(`本办新收申请96件，办结94件。${sentence}`, ...OFFICE)).toEqual([]),
)

test('a fee of few 元, or one that the table tells to the 分, is held to it', () => {
  const fee = (amount: string) => ({ 'tables.proactiveDisclosure.administrativeFees.amount': amount })
  const organ = ['示例市人民政府', 'prefectureGovernment'] as const
  expect(blamed('收取行政事业性收费5030元。', ...organ, fee('0.5'))).toHaveLength(1)
  expect(blamed('收取行政事业性收费3215050元。', ...organ, fee('321.5012'))).toHaveLength(1)
})
