import { expect, test } from 'vitest'
import { blamed, findingsIn, plainly, shiftsOf } from '../../testing/blamed'

/** Silent when true; each number in braces is blamed when it is changed. */
function holds(sentence: string, organ?: string, kind?: string) {
  expect(blamed(plainly(sentence), organ, kind), sentence).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const said = findingsIn(text, organ, kind).map(
      ({ message, evidence = {} }) => `${message} ${Object.values(evidence)}`,
    )
    expect(said.join('\n'), text).toContain(wrong)
  }
}

test.each([
  '行政复议{13}件，维持{6}件、纠正{2}件，另{3}件作其他处理，尚有{2}件未审结。',
  '收到群众申请{96}件，上年转来5件。',
  '群众提出的申请{83}件，企业{9}件。',
  '居民和单位新提交申请{96}件。',
  '连同上年转来的{5}件，年末还有{7}件没有办完，转到下一年度。',
  '网站更新动态3820条，微信1102条、微博1389条、短视频467个，三项合计2958条（个）。',
  '我局代市政府审理行政复议案件74件，审结66件。',
  '全年新收申请{96}件，有7件为12月下旬收到，结转明年，当年未作出答复。',
  '全市办结{94}件。其中市政府办理41件，市直部门办理38件，县区办理15件，三者合计94件。',
  '属本市职责的96件，即全市新收{96}件。',
])('true in the words of clerks: %s', (sentence) => holds(sentence))

test.each([
  '部分公开（当事人住址隐去）{12}件，无法提供（多为档案移交）{20}件。',
  '收到申请{96}件，去年的5件年初就办了，答复{94}件，公开{35}件，不掌握{17}件，明年再办{7}件。',
  '办结的件数{94}件跟上年一样，公开了的{35}件，部分公开了的{12}件。',
  '办结件中公开{35}件，部分公开{12}件。',
  '行政规范性文件制发数量{14}条、废止数量{6}条及现行有效数量{58}条。',
  '收到申请96件，其中通过公开系统收到61件，局长信箱收到35件；予以公开{35}件，部分公开{12}件。',
  '收到申请{96}件。其中，符合条件予以公开{35}件；部分公开{12}件。',
  '全面梳理后继续有效的行政规范性文件{58}件。',
  '不属于我市掌握的17件，移到下一年办的{7}件。',
  '实为信访投诉的6件告知申请人不作为政府信息公开申请处理。',
])('what stands beside a number, and what time it is of: %s', (sentence) => holds(sentence))

test('an answer that is no answer to an application is never more than all that were so', () => {
  expect(blamed('属咨询或信访不作为申请处理的19件。')).toHaveLength(1)
  expect(blamed('作信访件处理的2件。')).toEqual([])
})

test.each([
  '收到公民递交的信息公开申请{83}件、企业递交的{9}件。',
  '全年受理{96}件申请，其中申请信息依法不属于本机关掌握的有{17}件。',
  '办结申请{94}件，提供信息（含部分公开）{47}件。',
  '公开（含区分处理）{47}件，不予公开{9}件。',
  '新收申请{96}件，连同上年结转的申请一共办结{94}件。',
  '新收申请{96}件，包括上年结转在内共答复{94}件。',
  '办结{94}件，依据《条例》第十五条属于第三方权益的{4}件，依照第三十六条第（五）项不予公开{9}件。',
  '申请人就我局答复申请行政复议{13}件；对本机关作出的答复提起行政诉讼{7}件。',
  '收到申请{96}件，以“信访、举报”形式提出、不予处理的{6}件。',
  '收到申请{96}件，以投诉、举报等形式提出的申请{6}件，不予处理。',
  '诉讼7件：直接起诉{3}件，维持{1}件，复议后起诉{4}件，维持{2}件。',
  '未能检索到相关信息{17}件，呈交申请的自然人{83}件。',
  '全面办结申请{94}件。',
  '收到并办结群众递交的申请{94}件。',
  '直接起诉{3}件，维持{1}件，复议后起诉{4}件，共维持{3}件。',
  '收到申请{96}件，办结{94}件，结转下年{7}件，行政复议{13}件，复议后起诉{4}件。',
])('rows of the tables in plain words: %s', (sentence) => holds(sentence))

test('what one rule of the law closes is at most its row', () => {
  expect(
    blamed(
      '依据《条例》第十五条不予公开4件，依据第三十九条不予处理6件，依据第三十六条第（四）项无法提供17件。',
    ),
  ).toEqual([])
  expect(blamed('依据《条例》第三十六条第（一）项予以公开12件，第（二）项予以公开23件。')).toEqual([])
  expect(blamed('依据《条例》第三十六条第（二）项予以公开23件。')).toEqual([])
  expect(blamed('依据《条例》第十五条不予公开14件。')).toHaveLength(1)
  expect(blamed('依据《条例》第三十六条第（三）项不予公开8件。')).toHaveLength(1)
})

test('what is in force, made public or received more often is told of other things as well', () => {
  expect(blamed('发放问卷200份，收回186份，有效182份。')).toEqual([])
  expect(blamed('收回问卷186份；规范性文件有效85份。')).toHaveLength(1)
  expect(blamed('本年度发文41件，公开39件。')).toEqual([])
  expect(blamed('收到申请10件以上的部门有3个。')).toEqual([])
  expect(blamed('收到申请110件以上的部门有3个。')).toHaveLength(1)
})

const ZONE = ['示例市临湖经济技术开发区管理委员会', 'authorizedOrganization'] as const
test.each([
  '年内经开区管委会接收申请{96}件，党政办公室答复{94}件。',
  '临湖经开区（镇）依申请公开{96}件，按时办结{94}件。',
])('a zone by its kind, under two names and by its desk: %s', (sentence) => holds(sentence, ...ZONE))

test('a desk has received no more than its organ, and maybe less', () => {
  expect(blamed('市政务公开办公室共受理政府信息公开申请18件。')).toEqual([])
  expect(blamed('市政务公开办公室共受理政府信息公开申请118件。')).toHaveLength(1)
  // 公开办 is no desk where 办 is what was done.
  expect(blamed('全市政务公开办理申请69件。')).toHaveLength(1)
  // Nor does what it tells of all say what it had itself.
  expect(blamed('市政务公开办公室统计，全年收到申请86件。')).toEqual([])
})

test('more than all is told of a list, of what was withdrawn, and of what was answered with documents', () => {
  expect(blamed('公民申请共65条，其中申请提供年鉴41条。')).toEqual([])
  expect(blamed('公民申请共65条，其中申请提供年鉴81条。')).toHaveLength(1)
  expect(blamed('上年结转申请5条，已撤销申请6项，结转下年申请7条。')).toEqual([])
  expect(blamed('上年结转申请5条，已撤销申请26项，结转下年申请7条。')).toHaveLength(1)
  // By kind of publication, which no table counts.
  expect(blamed('主动公开文件数60件。依申请公开文件数12件。')).toEqual([])
  expect(blamed('主动公开文件数60件，依申请公开文件数12件。')).toEqual([])
  expect(blamed('制发的公文中，依申请公开文件数12件。')).toEqual([])
  expect(blamed('制发文件中，依申请公开文件数12件。')).toEqual([])
})

test('what is told of one kind of case is neither the sum of both nor a part of it', () => {
  const told = (direct: number, after: number) =>
    blamed(`诉讼7件，直接起诉3件，维持${direct}件，复议后起诉4件，维持${after}件。`)
  expect(told(1, 2)).toEqual([])
  expect(told(2, 2)).toHaveLength(1)
  expect(told(1, 3)).toHaveLength(1)
  expect(told(1, 1)).toHaveLength(1)
  // Over ；, too.
  expect(blamed('诉讼7件：直接起诉3件，维持1件；复议后起诉4件，维持2件。')).toEqual([])
  expect(blamed('诉讼7件：直接起诉3件，维持1件；复议后起诉4件，维持3件。')).toHaveLength(1)
})

test('a case between two bodies does not keep them from being added up', () => {
  expect(blamed('收到申请41件，复议13件，另收到申请55件。')).toEqual([])
})

test('what adds up with cases, or waits for the next year, makes no case and no waiting one true', () => {
  expect(blamed('办理申请101件，已办结94件，结转下年4件，复议、诉讼各3件。')).not.toEqual([])
  expect(blamed('办理申请101件，办结94件，结转4件，复议3件。')).toEqual(['结转4件', '复议3件'])
  expect(blamed('结转下年7件，行政复议3件，复议后起诉4件。')).not.toEqual([])
})

const LAST = {
  'tables.reviewAndLitigation.administrativeReview.upheld': '15',
  'tables.proactiveDisclosure.administrativePenalties.decisions': '450',
  'tables.requests.received.naturalPerson': '80',
}
test.each([
  ['复议案件较上年减少{2}件，降幅{13.3}%，其中被纠正2件。'],
  ['行政处罚567宗，比上年的450宗多{117}宗，增幅约26.0%。'],
  ['新收申请96件，都来自本市，与上年{80}件相比增长{20.0}%。'],
  ['与上年相比，行政复议由15件降至13件，维持率由33.3%提高到{46.2}%。'],
  ['新收申请96件、同比增长{20.0}%，连同上年结转共办结94件。'],
  ['办理结果中予以公开的比例为{37.2}%，即35件（全年答复94件）。'],
])('growth and shares in other words: %s', (sentence) => {
  const said = (text: string) =>
    findingsIn(text, undefined, undefined, {}, LAST).map(
      ({ message, evidence = {} }) => `${message} ${Object.values(evidence)}`,
    )
  expect(said(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) expect(said(text).join('\n'), text).toContain(wrong)
})

test.each([
  '通过网站发布信息64条，承接代表建议15件和委员提案12件，共{27}件。',
  '2023年新收申请{96}件，2022年新收80件，2021年新收75件，三年合计{251}件。',
  '收到申请{96}件；其中涉及旧城改造40件、教育30件、养老16件、其他{10}件。',
  '结转下年{7}件，较上年结转数5件增加{2}件。',
  '全市共办结{94}件，其中市政府本级20件。',
  '市政府受理申请22件，市直部门受理{65}件，各县区受理9件，合计新收{96}件。',
  '余下的均为12月收到，结转下年{7}件。',
  '当事人对答复不服申请行政复议{13}件。',
  '可以公开并提供的{35}件，已予公开35件。',
  '办结{94}件，还有{7}件要到明年1月答复。',
])('lists and what waits, in other words: %s', (sentence) => holds(sentence))

test('a town for its own part, and a government by its office', () => {
  holds('就镇本级而言，收到申请{96}件。', '示例县示例镇人民政府', 'townshipGovernment')
  holds('我市政府本级新收申请{96}件。', '示例市人民政府办公室', 'prefectureOffice')
})

test.each([
  '应办101件，年内办结{94}件，剩余{7}件依法延期，来年再答。',
  '收到申请{96}件，上年转来{5}件；办结{94}件，其余7件在年后答复。',
  '收到政府信息公开申请{96}件，已全部答复，办结率{97.9}%。',
  '留言板办件4326件，办结率99.6%。',
])('what is left, and rates of all that was answered: %s', (sentence) => holds(sentence))

test.each([
  // How it came, what was asked, and why it was refused, in many words.
  '通过门户网站、邮寄信函、电子邮箱、现场递交、挂号信件等途径收到公开申请{96}件。',
  '全年收到请求公开政府信息的申请{96}件，企业申请政务公开信息{9}件。',
  '收到{96}件针对本机关有关信息公开事务的申请。',
  '因所申请的内容属于行政执法案卷不予公开{2}件。',
  '收到申请{96}件，其中信函申请58件、来访申请{8}件、网上申请{30}件。',
  '收到申请{96}件，其中书面申请{58}件，邮件申请{8}件，通过信息公开系统申请{30}件，转办0件。',
  // What became of cases that were decided, and of those that were not.
  '行政复议{13}件，{11}件已作出复议决定，行政诉讼{7}件，{5}件法院做了判决。',
  '行政复议{13}件，维持{6}件，尚未收到复议决定书{2}件。',
  '行政诉讼{7}件，{2}件还没拿到判决书。',
  // Documents and decisions.
  '以“示政规”字号印发了{14}份规范性文件。',
  '对占用盲道、违规施工、噪声扰民、乱倒垃圾等出具书面形式行政处罚{567}件。',
  '行政处罚事项共648项，实施行政处罚{567}件，与上年持平。',
])('more words of clerks: %s', (sentence) => holds(sentence))

test.each([
  // Ways beside one in a bracket, and ways over ；without a word of all of them.
  '收到公开申请{96}件。提交方式以信函申请居多（{58}件），网络申请{38}件。',
  '网站受理依申请公开{30}件；现场受理依申请公开{10}件；邮寄受理依申请公开{40}件；其他途径受理依申请公开{16}件。',
  '全年收到公开申请96件，其中纸质申请{58}件、网络申请38件。',
  // What became of all of them, behind a heading or among those that ended.
  '全年办理公开申请101件。处理结果如下：予以公开{35}件；部分公开{12}件；不予公开{9}件，其中第三方权益{4}件、内部事务{3}件、执法案卷{2}件；无法提供{20}件；不予处理{8}件；属于咨询{10}件；转入下年{7}件。',
  '在办结的94件申请中，公开{35}件，部分公开{12}件，不予公开{9}件，无法提供{20}件，不予处理{8}件，申请撤销{10}件。',
  // Items that are numbered, the last with a sum of its own.
  '公开信息{577}条，一是网站发布信息{442}条；二是公众号发布信息{71}条；三是公开栏公开各类信息合计{64}条。',
  // What there was none of is no word of the number before it.
  '制发规范性文件{14}件、废止{6}件、无规章废止。',
  // All departments answered what came to all.
  '全市收到公开申请{96}件，各部门按期答复{94}件，因公开引发行政复议{13}件，行政诉讼{7}件。',
  '全市收到公开申请96件，各部门答复40件，市政府办答复54件。',
  // The government itself, and its departments.
  '政府新收公开申请{40}件，办理结果为予以公开{20}件；部门新收公开申请56件，办理结果为予以公开{15}件，无法提供{20}件，不予处理{8}件。',
  // Kinds of power are no decisions.
  '保留行政权力120项。其中，行政许可40项、行政处罚60项、行政强制5项、行政检查9项、其他行政权力6项。',
  // So many who asked so often.
  '收到群众公开申请61人{96}次。',
  // This year's, beside the years around it.
  '办理公开申请{96}件；上年结转{5}件，转入下年{7}件。',
])('ways, results and lists in more shapes: %s', (sentence) => holds(sentence))

test.each([
  '收到公开申请96件，其中来信58件。这{96}件申请均已登记在册。',
  '公开35件，部分公开12件，上述{47}件均已送达。',
  '收到公开申请96件，已答复94件，这{2}件仍在办理。',
])('what points back tells a number again: %s', (sentence) => holds(sentence))

test.each([
  '行政复议13件、行政诉讼7件，占公开申请总量的{20.8}%。',
  '收到申请96件，上年结转5件，办结94件。其中公开{35}件，占{37}%；部分公开12件，占13%；不予公开9件，占10%；无法提供20件，占21%；不予处理8件，占9%；其他处理10件，占11%。',
  '收到公开申请96件。其中20件无法提供，所有申请均按规定答复，办结率达{97.9}%。',
])('shares of those side by side, of a list, and rates of all: %s', (sentence) => holds(sentence))

test.each([
  '通过门户网站、邮寄信函、电子邮箱、现场递交、挂号信件等途径收到公开申请69件。',
  '收到申请96件，其中信函申请58件、来访申请3件、网上申请30件。',
  '行政处罚事项共648项，实施行政处罚500件，与上年持平。',
  // 37% of the 94 that make up the list, not 36% of the 96 that came in.
  '收到申请96件，上年结转5件，办结94件。其中公开35件，占36%；部分公开12件，占13%；不予公开9件，占10%；无法提供20件，占21%；不予处理8件，占9%；其他处理10件，占11%。',
])('a little less than it should be is blamed as well: %s', (sentence) =>
  expect(blamed(sentence)).toHaveLength(1),
)
