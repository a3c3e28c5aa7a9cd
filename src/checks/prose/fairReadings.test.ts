import { expect, test } from 'vitest'
import { blamed, findingsIn, plainly, shiftsOf } from '../../testing/blamed'

/** These words of it are blamed, and no others. */
const blames = (text: string, words: string[] = []) => expect(blamed(text), text).toEqual(words)
/** True as they stand; each number in braces is blamed when it alone is another. */
const found = (sentence: string) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text) }).not.toEqual({ text, found: [] })
}

test.each([
  '不予公开的理由集中在第三方权益和内部事务信息，两类共{7}件。',
  '不予公开主要涉及第三方权益、内部事务，合计{7}件。',
  '无法提供{20}件，原因集中在本机关不掌握和没有现成信息两类，共19件。',
  '因没有现成信息、重复申请各{2}件。',
  '尚未审结4件（复议、诉讼各{2}件）。',
  '纠正的案件（复议{2}件、诉讼{1}件）均已重新答复。',
  '维持9件，其中复议{6}件、诉讼{3}件；其他结果4件，其中复议{3}件、诉讼{1}件。',
  '行政诉讼中，结果维持{3}件，纠正、其他结果各{1}件。',
])('rows and kinds that are named together, each and in sum: %s', found)

test.each([
  '答复{94}件，公开35件、部分公开12件、不予公开{9}件、无法提供{20}件，其余{18}件按其他方式处理。',
  '答复{94}件，公开和部分公开{47}件，不予公开{9}件，余下38件作其他处理。',
  '答复94件，其中公开47件、不予公开{9}件、无法提供{20}件，其余情形占19.1%。',
  '公开占37.2%、部分公开占{12.8}%、不予公开占{9.6}%，其余情况占40.4%。',
])('what is left of a list is neither a row nor carried forward: %s', found)

test.each([
  '答复{94}件，按期办结率99.2%，其中予以公开{35}件、部分公开{12}件。',
  '答复{94}件，其中予以公开{35}件，占{37.2}%；部分公开{12}件，占{12.8}%，两项合计占办结总数的{50}%。',
  '对{9}件作出不予公开决定，其中第三方权益{4}件、内部事务{3}件、执法案卷{2}件，占全年办结量（{94}件）的{9.6}%。',
  '12345工单按期办结率99.2%，满意率97.8%；依申请公开答复{94}件。',
  '答复94件，公开率50%，不予公开占比9.6%，无法提供占比21.3%，其余占比19.1%。',
  '公开类行政诉讼{7}件，占全部行政应诉案件的18.4%。',
  '全年行政应诉案件38件，信息公开类占18.4%。',
  '全年办结{94}件，较法定期限平均提速35%，提前办结率61.2%。',
  '新收申请{96}件，其中来自外省的占22.9%，来自本市的占77.1%。',
  '信息公开涉诉涉复案件{20}件。',
  '收到申请{96}件：住建局31件、资源局24件，两单位合计55件，占{57.3}%，其余41件分布在14个部门。',
])('a share or a rate is of what is told with it: %s', found)

test.each([
  '被申请复议{13}件，其中被纠正{2}件；涉诉{7}件，被纠正{1}件。',
  '因信息公开涉诉案件{7}件，其中维持{3}件、纠正{1}件，尚有{2}件未审结。',
  '行政复议纠正{2}件，直接起诉没有纠正案件。',
  '下属各单位共收到申请17件、引发行政复议3件、行政诉讼2件，其中维持1件。',
  '指导县级部门办理信息公开申请33件，协助应对行政复议4件、行政诉讼3件，结果均维持。',
  '县政府各类行政应诉案件共38件，出庭应诉率100%。',
  '行政应诉38件，被纠正5件。',
])('results belong to the cases before them, and cases of others or of all kinds are none of ours: %s', found)

test.each([
  '收到自然人申请{83}件，企业申请{9}件。其他各类主体没有提出申请。',
  '另有3人经沟通后未再提出申请。',
  '其余各类申请人未提出申请。',
  '解释后，当事人没有再提起复议。',
])('who is named before is left out of a denial: %s', found)

test.each([
  '结转下年{7}件，其中自然人提出{7}件。',
  '上年结转申请{5}件，自然人提出{5}件，已全部答复。',
  '12月收到的9件中有4件当年办结。',
  '网上收到的60件中，有52件按期答复。',
  '结转下年的{7}件中，已有3件作出答复。',
  '截至报告发布之日，年末在办的申请中又有2件作出答复。',
  '年后又办结3件。',
  '有8人同日提交3件以上。',
  '2名申请人分别提交8件、6件。',
  '2名申请人共提出31件，占32.3%。',
  '已审结的{11}件复议中维持{6}件；已审结的{5}件诉讼中维持{3}件。',
  '有3件申请分别涉及国家秘密、商业秘密和个人隐私，均不予公开。',
  '非自然人申请{13}件，占{13.5}%。',
])('of a part, of what waited and of who asked no total is told: %s', found)

test.each([
  '收到申请{96}件。涉及征地的申请23件，予以公开8件，部分公开3件，无法提供12件。',
  '征地类申请23件中，予以公开8件、无法提供12件，其余3件告知另行申请。',
  '网络渠道收到60件，其中予以公开21件、不予公开5件。',
  '上年结转的{5}件中，予以公开3件、无法提供2件。',
  '延期答复12件，其中予以公开5件、不予公开2件。',
  '不予公开的{9}件中引发复议3件，均予维持。',
  '某村村民就征地事项提出申请17件，引发行政复议3件。',
  '被纠正的2件复议案件，均已重新作出答复，其中予以公开1件。',
  '涉及征地的复议5件、诉讼2件，维持4件。',
  '代理其他单位行政复议3件、行政诉讼2件。',
])('what some of them ended in is no row of all: %s', found)

test('a bureau named by its kind among those of all counties is not the bureau itself', () => {
  const bureau = (text: string) => blamed(text, '示例市教育局', 'department')
  expect(bureau('指导各区县教育局应对行政复议21件、行政诉讼8件，其中被纠正3件。')).toEqual([])
  expect(bureau('市教育局因信息公开被申请复议14件。')).toHaveLength(1)
})

test('a circle that is told by its flow, its outcome and its cases is wider than the bureau told behind it', () => {
  const bureau = (text: string) => blamed(text, '示例县教育局', 'department')
  const system = '全系统收到申请508件，办结500件，结转21件；我局收到96件，办结94件。'
  expect(bureau(system)).toEqual([])
  expect(bureau(system.replace('94', '49'))).toEqual(['办结49件'])
  const county = '全县各级行政机关引发行政复议41件、行政诉讼19件；我局引发行政复议13件、行政诉讼7件。'
  expect(bureau(county)).toEqual([])
})

test('an office that tells its own flow beside all of its area has no parts of the area in it', () => {
  const office = (text: string) => blamed(text, '示例市人民政府办公室', 'governmentOffice')
  const told = '全市行政机关共受理申请2310件，其中市政府办公室收到96件，加上上年结转5件，年内办结94件。'
  expect(office(told)).toEqual([])
  expect(office(told.replace('办结94件', '办结49件'))).toEqual(['办结49件'])
})

test.each([
  ['增加{34}件、减少{33}件、持平', 1200, 600, 89],
  ['持平、减少{33}件、增加{9}件', 1234, 600, 80],
  ['增加{34}件、持平、减少{11}件', 1200, 567, 100],
])(
  'what has not changed has its place among changes dealt out in turn: %s',
  (changes, licenses, penalties, compulsion) => {
    const sentence = `作出行政许可1234件，行政处罚567件，行政强制89件，分别较上年${changes}。`
    const place = 'tables.proactiveDisclosure.administrative'
    const past = {
      [`${place}Licenses.decisions`]: String(licenses),
      [`${place}Penalties.decisions`]: String(penalties),
      [`${place}Compulsion.decisions`]: String(compulsion),
    }
    const heard = (text: string) => findingsIn(text, undefined, undefined, {}, past)
    expect(heard(plainly(sentence))).toEqual([])
    for (const { text } of shiftsOf(sentence))
      expect({ text, heard: heard(text) }).not.toEqual({ text, heard: [] })
  },
)

test('lists that do not add up may divide what was not read, unless one slip or a small difference explains it', () => {
  blames('办理代表建议67件、委员提案58件，其中主办件共74件（建议41件、提案33件），公开复文69件。')
  blames('作出许可1234件，其中涉企941件、网上办理820件。')
  blames('作出零售许可1234件，其中新办291件、延续620件、其余为变更、停业。')
  blames('主动公开信息160件，其中公告95件、动态104件。')
  blames('主动公开信息160件，其中公告96件、动态65件。', ['160件，其中公告96件、动态65件'])
  // What leaves others is no more than all.
  blames('主动公开信息160件，其中公告95件、动态104件，其余为图片。', ['160件，其中公告95件、动态104件'])
})
test('what is added up may be counted in several units', () => {
  blames('公开公文25件，会议信息112条，任免信息38条，合计175条。')
  blames('公开公文25件，会议信息112条，任免信息48条，合计175条。', ['112条，任免信息48条，合计175条'])
})
test('all others close a list only where it does not go on', () => {
  blames('公开信息312条，其中：动态26条；解读41条；许可及其他服务类13条；处罚11条；年报1条等。')
  blames('公开信息92条，其中：动态26条；解读41条；其他类13条。', [
    '92条，其中：动态26条；解读41条；其他类13条',
  ])
  // What is counted in another unit does not go on with it; a part behind it does.
  blames('公开信息92条，其中：动态26条；解读41条；其他类13条；专栏12个。', [
    '92条，其中：动态26条；解读41条；其他类13条',
  ])
  blames('公开信息60条，其中：人事20条；规划30条；其他类25条；问答15条等。')
})
test('persons and enterprises together are whoever asked', () => {
  blames('受理公民和商业企业提交的信息公开申请96件，予以公开35件。')
  blames('受理公民和商业企业提交的信息公开申请119件，予以公开35件。', [
    '受理公民和商业企业提交的信息公开申请119件',
  ])
})
test('what is handled otherwise may be all that the rows before it leave', () => {
  blames('办结94件，予以公开及部分公开47件，不予公开9件，无法提供20件，其他处理18件。')
  blames('办结94件，予以公开及部分公开47件，不予公开9件，无法提供20件，其他处理19件。', ['其他处理19件'])
})
test('what was done for others is theirs, side by side', () => {
  const helped = '办结94件，剩余7件结转下年。另协办省政府办公厅来件2件、市政府办来件11件。'
  expect(blamed(helped, '示例市人民政府办公室', 'governmentOffice')).toEqual([])
})
test('what is kept is a document only where it is called so', () => {
  blames('关停栏目3个，保留公众号1个，推送信息196条。')
  blames('依托门户网站公开，不另建网站；保留公众号1个，推送图文155期。')
  blames('保留行政规范性文件60件。', ['保留行政规范性文件60件'])
})
test('a sentence with a head of its own divides nothing of the one before', () => {
  blames('信访投诉6件、重复申请2件。申请集中在征地、规划等方面，其中征地类52件、规划类31件。')
  blames('收到申请96件。政务新媒体持续发力，其中微信推文1200件。')
  blames('收到申请96件。建议办理进展顺利，涉及申请流程的较多，其中教育类126件。')
  blames('收到申请96件。行政许可申请较多，其中建设类126件。')
  // What is said of applications is of all that came in.
  blames('收到申请96件。申请集中在征地、规划等方面，其中征地类126件。', ['征地类126件'])
  blames('收到申请96件。主要涉及征地、规划等方面，其中征地类126件。', ['征地类126件'])
})
test('shares of rows that are named before them', () => {
  blames(
    '予以公开35件、部分公开12件、不予公开9件、无法提供20件、其他处理10件，公开和部分公开两项合计占办结数的50%。',
  )
  blames(
    '不予公开9件、无法提供20件、不予处理8件、其他处理10件，不予处理和其他处理两项合计占办结数的24.1%。',
    ['不予处理和其他处理两项合计占办结数的24.1%'],
  )
})
test('what was told no is answered, and what is public upon an application was made so', () => {
  blames('收到申请96件。答复88件，未答复6件，理由是内部事务。')
  blames('收到申请96件。答复88件，未答复9件，理由是内部事务。', ['答复88件', '未答复9件'])
  // As many as wait for the next year are those that wait.
  blames('收到申请96件。答复87件，未答复7件。', ['答复87件'])
  blames('收到申请96件。答复88件，尚未答复6件。', ['答复88件', '尚未答复6件'])
  blames('收到申请96件。依申请公开47件，行政复议13件。')
  blames('收到申请96件。依申请公开86件，行政复议13件。', ['依申请公开86件'])
})

test('ways are those of what came in, whatever is told last', () => {
  blames('收到申请96件。按期办结94件，7件结转到下年。新收申请从渠道看：在线提交61件，邮寄30件，当面递交5件。')
})
test('what was taken on under the name of proposals is theirs', () => {
  blames('代表建议、委员提案：承办62件，其中建议41件、提案21件。')
})
test('information that does not exist may have to be made', () => {
  blames('94件办结的申请中，2件信息不存在，17件本机关不掌握。')
})

test('what a bracket counts in is a part, and what comes back of a survey no application', () => {
  blames('全市收到申请96件，市政府办公室办理申请26件（已计入全市数）。')
  blames('社会评议采用网上问卷，收到1187份，满意率96.1%。')
  blames('发放问卷200份；收到申请119件。', ['收到申请119件'])
})
