import { expect, test } from 'vitest'
import { blamed, findingsIn, plainly, shiftsOf } from '../../testing/blamed'

type Of = [organ: string, kind: string]
const CITY: Of = ['示例市人民政府', 'prefectureGovernment']
const OFFICE: Of = ['示例市人民政府办公室', 'prefectureOffice']
const TOWN: Of = ['示例县河口镇人民政府', 'townshipGovernment']
const TOWN_OFFICE: Of = ['河口镇党政综合办公室', 'townshipGovernment']
const STREET: Of = ['示例区河口街道办事处', 'subdistrictOffice']
const BUREAU: Of = ['示例省自然资源厅', 'provincialDepartment']
const FORESTRY: Of = ['青山国有林管理局', 'authorizedOrganization']

/** Silent when true; each number in braces is blamed when it is changed. */
function holds(sentence: string, of: Of = CITY) {
  expect(blamed(plainly(sentence), ...of), sentence).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const said = findingsIn(text, ...of).map(
      ({ message, evidence }) => message + Object.values(evidence ?? {}),
    )
    expect({ text, said }).toEqual({ text, said: expect.arrayContaining([expect.stringContaining(wrong)]) })
  }
}

test.each([
  // Not held, in the words of clerks.
  '答复94件，因本机关不掌握有关资料而无法提供的{17}件。',
  '其中所需信息不掌握的{17}件，没有现成材料的{2}件。',
  '因未制作、未保存相关材料无法提供{17}件。',
  '不存在和不掌握的19件，公开{35}件。',
  // Why it was refused.
  '因涉及其他投标人报价不予公开{9}件。',
  '4件涉及商业秘密经征求第三方意见不予公开，公开{35}件。',
  '同一申请人就同一事项重复申请的{2}件，不予处理。',
  '同一申请人重复提交的{2}件不予重复处理。',
  '要求本机关确认资格的0件不予处理，信访举报投诉{6}件。',
  // Public, in plain words.
  '答复申请94件，公开了{35}件、部分公开了{12}件、无法提供的{20}件。',
  '能公开的都公开了，计{35}件；只能公开一部分的{12}件；不能公开的{9}件。',
  '办理结果为公开{35}件、部分公开{12}件。',
  '以公开告知的{35}件，以“本机关不掌握”告知的{17}件。',
  '申请内容按答复类型分：公开35件，部分公开{12}件，不予公开{9}件。',
  // What waits.
  '收{96}件，办{94}件，转{7}件。',
  '年底未办结结转{7}件，其中12月收到的5件。',
  '上年转入{5}件、办结{94}件、转出{7}件。',
  '剩{7}件因征求第三方意见转到2024年。',
  '上年结转的{5}件已于1月中旬答复。',
  // Who asked.
  '共收到公民、法人申请政府信息公开{96}件，其中公民{83}件，法人{13}件。',
  '收到群众书面申请{96}件，均已答复。',
  '96件里头公民个人的{83}件，公司的{9}件。',
  '共收到{96}件申请，（不含口头咨询及当场答复的便民查询）其中自然人提出的{83}件。',
  '申请数量为{96}，答复数量为{94}。',
  '收到96，办结{94}（予以公开{35}、部分公开{12}），结转下年{7}。',
  '收到申请，其中网上{61}、信件{30}、当面{5}，共96件。',
  '新收与上年结转合并计算{101}件。',
])('words of requests: %s', (sentence) => holds(sentence))

test.each([
  '废止规章0件，清理中废止行政规范性文件{6}件。',
  '组织全面清理，当年制发行政规范性文件{14}件，清理后继续有效的为{58}件。',
  '制发税务规范性文件{14}件，年末全文有效及部分有效{58}件。',
  '制发行政规范性文件{14}件，文件库内现行有效{58}件。',
  '规章未作废止。行政规范性文件方面废止{6}件，现行有效{58}件。',
  '行政规范性文件制发{14}件，规章未作废止，现行有效4件。',
  '行政事业性收费方面，全年收取{321.5}万元，主要为检验检测费。',
  '收取基础设施配套费等行政事业性收费{321.5}万元。',
  '核发采矿、勘查等许可{1234}件，对违规培训机构作出行政处罚{567}件。',
  '查处违法案件并作出行政处罚{567}件。',
  '行政许可类事项办结{1234}件，行政处罚{567}件。',
  '行政处罚567件去年500件，行政强制{89}件。',
])('words of documents: %s', (sentence) => holds(sentence))

test.each([
  '行政复议{13}件，其中上年结转3件、本年新收10件；审结11件，维持{6}件、纠正{2}件。',
  '复议13件，复议机关全部受理；直接起诉到法院的{3}件，经复议后起诉{4}件。',
  '因信息公开引发复议{13}件，非信息公开类行政复议30件、民事诉讼6件，不在统计之内。',
  '行政诉讼7件，3件维持，{2}件还没判下来。',
  '行政复议{13}件、与上年持平，行政诉讼{7}件，同上年一致。',
])('words of cases: %s', (sentence) => holds(sentence))

test('true in words that had been taken for others', () => {
  const silent = (sentence: string, of: Of) => expect(blamed(sentence, ...of), sentence).toEqual([])
  silent('辖区企业提出申请9件，居民提出83件，律师3件，公益组织1件。', STREET)
  silent('区里交办公开申请12件，街道自收84件，合计96件。', STREET)
  silent('县政府下达我镇处罚事项120项，作出处罚567件。', TOWN)
  silent('我厅行政许可窗口全年受理2500件、办结2480件，其中作出准予许可决定1234件。', BUREAU)
  silent('不存在的19件中，本机关不掌握17件，需另行制作2件。', CITY)
  silent('收到申请96件，申请事项为征地60件、规划30件、环保20件，个别申请一并申请多项信息。', CITY)
  silent('收到提交件150件，其中50件属咨询求助类经沟通转12345办理，正式受理的96件计入统计。', CITY)
})

test('decisions in the words of a trade may be some of them, but neither more than all nor theirs with two digits turned', () => {
  holds('办理食品经营许可300件，行政处罚{567}件。')
  holds('办理电力业务许可1234件。')
  expect(blamed('办理电力业务许可1243件。')).toHaveLength(1)
  expect(blamed('办理电力业务许可1324件。')).toHaveLength(1)
  expect(blamed('办理电力业务许可1965件。')).toHaveLength(1)
  expect(blamed('申请办理食品经营许可1965件。')).toEqual([])
  holds('行政处罚，立案27起，作出决定{567}件；行政强制89件。')
})

test('an organ by what it is, and its own desks', () => {
  holds('镇本级收到申请{96}件，办结{94}件。', TOWN)
  holds('镇综合执法办作出处罚{567}件、强制{89}件。', TOWN)
  holds('街道综合行政执法队以街道名义作出行政处罚{567}件。', STREET)
  holds('区级下达街道处罚职权88项，作出处罚决定{567}件。', STREET)
  holds('镇上收到申请{96}件，我镇办结{94}件。', TOWN_OFFICE)
  holds('省政府办公厅本级：新收申请{96}件，结转{7}件；不予公开{9}件。', [
    '示例省人民政府办公厅',
    'provincialOffice',
  ])
  holds('市政府办公室本级收到申请{96}件。', OFFICE)
  holds('省厅制发规范性文件{14}件；厅本级行政许可{1234}件，行政处罚{567}件。', BUREAU)
  holds('管理局受省厅委托办理林木采伐许可{1234}件，林政处罚{567}件。', FORESTRY)
  holds('市本级制定政府规章1件，现行有效{4}件。')
  holds(
    '全市96件申请，其中教育局26件、公安局21件、其他部门49件，全部答复（其中{5}件为2022年结转），予以公开{35}件。',
  )
})

test('an organ whose name has brackets, told with them or without', () => {
  const zone: Of = ['示例市河口经济区（临港新城）管理委员会', 'authorizedOrganization']
  holds('我区收到申请{96}件，作出行政处罚{567}件。', zone)
  holds('河口经济区管委会收到申请{96}件，示例市河口经济区（临港新城）管理委员会办结{94}件。', zone)
  const bureau: Of = ['示例市水务局(市河长制办公室)', 'department']
  holds('市水务局办结申请{94}件。全年市水务局（市河长制办公室）收到申请{96}件。', bureau)
  holds('区住建局（人防办）作出行政处罚{567}件。', ['示例区住房和城乡建设局（人防办）', 'department'])
})

test('an office that writes for its government', () => {
  const office: Of = ['示例市人民政府办公室', 'governmentOffice']
  holds('市政府（含市政府办公室）收到申请{96}件，办结{94}件。', office)
  holds('市政府及办公室制发规范性文件{14}件；全年办理市本级依申请公开事项94件，结转{7}件。', office)
  holds('当年出台的市政府规章{1}件，废止市政府行政规范性文件{6}件。', office)
  // Told beside what belongs to it, the level is one of several.
  expect(blamed('市本级收到申请40件，各县区局收到申请56件。', ...office)).toEqual([])
})

test.each([
  // Carried on into the next year, and counted with what came in.
  '答复{94}件。另有{7}件转到下年度接着办理，将在法定时间内答复申请人。',
  '答复{94}件，余下{7}件在下一年度法定期限内答复。',
  '新收{96}件，连同上年结转共{101}件，答复{94}件。',
  '收到申请{96}件，上年结转信件{5}件，办结{94}件。',
  // By whom and in which way it came.
  '全年共收到依申公开事项{96}件。',
  '公众经邮寄、网站等途径向市政府提出政府信息公开申请{96}件。',
  '通过各类便民方式收到政府信息公开申请{96}件。',
  // How they ended.
  '收到申请{96}件，{94}件已书面作答。',
  '其中信息无法提供{20}件、不予处理{8}件。',
  '收到依申请公开{96}条，其中可公开的{35}条、不可公开的{9}条、部分公开的{12}条。',
  '予以公开{35}件，本单位不掌握相关信息或不属本级职责事项无法提供{20}件。',
  // Cases.
  '申请答复后被提起行政复议{13}件，诉讼{7}件。',
  '因政府环境信息公开引发行政复议{13}件。',
  '进入行政复议和行政诉讼程序的共{20}件。',
  '引发行政复议{13}件、行政诉讼{7}件，其中被纠正的分别为{2}件、{1}件。',
])('words of requests and of their cases: %s', (sentence) => holds(sentence))

test('what may be less than a figure is no more than it', () => {
  const read = (sentence: string, words: string[] = []) => expect(blamed(sentence), sentence).toEqual(words)
  read('答复94件，其中申请人主动撤销6件。')
  read('答复94件，其中申请人主动撤销16件。', ['主动撤销16件'])
  read('收到申请96件（其中撤件5件）。')
  read('收到申请96件（其中撤件15件）。', ['撤件15件'])
  read('答复94件，其中属于主动公开范围23件，同意公开12件。')
  read('答复94件，其中告知另行查询6件。')
  read('答复94件，其中告知另行查询46件。', ['告知另行查询46件'])
  // One way of several.
  read('全年接到信息公开平台群众提出的依申请公开63件。')
  read('全年接到信息公开平台群众提出的依申请公开163件。', ['接到信息公开平台群众提出的依申请公开163件'])
  read('全年受理网上政府信息公开申请82件。')
  read('全年受理网上政府信息公开申请182件。', ['受理网上政府信息公开申请182件'])
  read('网上收到申请150件，经甄别受理96件。')
  read('依申请公开平台注册用户1900个。')
})

test('an organ of a district within a city, and one that does not hold what is asked for', () => {
  holds('区市场监管局收到政府信息公开申请{96}件。', ['示例市河东区市场监督管理局', 'countyDepartment'])
  holds('收到申请{96}件，不予公开{9}件，学校不掌握的{17}件。', ['示例大学', 'university'])
})

test('what is judged for another organ, and how that ended', () => {
  const read = (sentence: string) => expect(blamed(sentence, ...BUREAU), sentence).toEqual([])
  read('我厅代省政府办理行政复议案件310件，审结290件，其中维持151件、驳回139件。')
})
