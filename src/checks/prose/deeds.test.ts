import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

const BUREAU = '示例市林业局'
const TOWN = '示例县河口镇人民政府'
const FORCE = '示例市文化市场综合执法支队'

/** True as it is; each number in braces is wrong when it is changed alone. */
test.each([
  // A denial behind its noun names what follows, too.
  ['制发规范性文件{14}件，废止{6}件，有效{58}件，政府规章无废止，现行有效{4}件。'],
  // In force, in other words.
  ['新制定规范性文件{14}件，清理中废止{6}件，清理后继续有效{58}件。'],
  ['制发规范性文件{14}件，年末全文有效和部分有效{58}件。'],
  ['出台规范性文件{14}件，文件库内现行有效{58}件，同期宣布废止{6}件，现行有效的{58}件均已收录专栏。'],
  ['公布政府规章{1}件，现行有效{4}件。'],
  ['新制发的{14}件规范性文件均配发图文解读。'],
  // To whom, for whom, and what for.
  ['对违规培训机构作出行政处罚{567}件，查处涉林案件并作出行政强制{89}件。'],
  ['我局受省厅委托办理行政许可{1234}件，收取植被恢复费等行政事业性收费{321.5}万元。', BUREAU],
  ['办结采伐、运输等许可{1234}件，许可类事项办结{1234}件。'],
  // A heading, and what the verb behind it counts.
  ['行政处罚方面，立案600起，作出决定{567}件；行政许可方面，办结{1234}件。'],
  ['行政事业性收费方面，全年收取{321.5}万元。'],
  ['行政处罚{567}件，行政强制{89}件，收费{321.5}万元。'],
  // The organ by its kind, with its forces, at its own level, in its own name.
  ['支队作出行政处罚{567}件、行政强制{89}件。', FORCE],
  ['局机关及直属执法机构作出行政处罚{567}件。', BUREAU],
  ['局本级作出行政许可决定{1234}件、行政处罚决定{567}件。', BUREAU],
  ['市本级制定规章{1}件，现行有效{4}件。'],
  ['镇综合执法队以镇政府名义作出行政处罚{567}件。', TOWN],
  ['全市各执法部门共作出行政许可{1234}件。'],
  ['以市政府（含市政府办公室）名义印发规范性文件{14}件；规章制发{1}件。'],
  // Behind a list of bodies that is complete.
  ['制发规范性文件14件，其中市政府9件、各部门5件，废止{6}件，现行有效{58}件。'],
  // Another year in the words of another number.
  ['行政强制{89}件去年也是89件，行政事业性收费{321.5}万元。'],
  ['制发、废止规范性文件分别为{14}件和{6}件。'],
  // What two kinds are counted by, dealt out behind them.
  ['新制发规章{1}件、行政规范性文件{14}件，现行有效的分别为{4}件、{58}件。'],
  ['新制发规章1件、行政规范性文件14件，分别现行有效{4}件、{58}件。'],
  // The next deed has the same order, with 分别 or without, and whatever was counted between.
  ['规章、行政规范性文件分别制发{1}件、{14}件，废止0件、{6}件，现行有效{4}件、{58}件。'],
  ['新制发规章{1}件、规范性文件{14}件，分别解读1件、13件，分别现行有效{4}件、{58}件。'],
  // What is dealt out to one kind is dealt out to the next.
  ['规范性文件制发、废止、有效数分别为{14}件、{6}件、{58}件，规章分别为{1}件、0件、{4}件。'],
  ['复议维持、纠正分别为{6}件、{2}件，诉讼分别为{3}件、{1}件。'],
  // A heading of several years names what each of them had, but none of it.
  ['近三年规范性文件制发情况：2021年20件，2022年18件，2023年{14}件。'],
  ['近两年办理情况：2022年收到80件，2023年收到{96}件。'],
  // What became of the documents, one by one.
  ['规范性文件由上年末的50件增至{58}件。'],
  ['以政府令形式公布规章{1}件，编号印发规范性文件{14}件，库存有效文件{58}件。'],
  // Headings before a colon, three decisions with one noun, and remarks behind them.
  ['行政执法：许可{1234}件、处罚{567}件、强制{89}件。'],
  ['行政许可、处罚、强制决定数分别为{1234}件、{567}件和{89}件。'],
  ['行政处罚决定{567}件全部在7个工作日内上网公示。'],
  ['垃圾处理费等行政事业性收费{321.5}万元，核发采矿许可、规划许可等许可证书共{1234}件。'],
  // Forces and desks of the organ.
  ['文化市场综合执法大队检查场所603家，办结行政处罚案件{567}件；局审批科办理行政许可{1234}件。', BUREAU],
  ['支队及各大队共作出行政许可{1234}件、行政处罚{567}件。', FORCE],
  // What was named last, and what was added or kept.
  ['制发规范性文件{14}件，有效{58}件；规章没有变动，现行有效{4}件。'],
  ['规范性文件新增{14}件，清理废止{6}件，年底保留{58}件。'],
  ['制定规章{1}件；以市政府和市政府办公室名义出台规范性文件{14}件。'],
  ['农药经营许可、种子生产许可等{1234}件。', BUREAU],
  // Kinds of one decision, added up.
  ['作出卫生许可{1207}件、诊疗许可{27}件，共作出行政许可{1234}件。'],
  // A kind of licence, which is all of them as what stands beside it tells.
  ['办理林木采伐许可{1234}件，林政处罚{567}件。', BUREAU],
  // Where those in force can be read.
  ['把现行有效的行政规范性文件在政府网站专栏集中公开，共计{58}件。'],
  ['现行有效规范性文件均已通过门户网站文件库发布，共{58}件。'],
  // Newly published, and published as an order.
  ['年内新发布行政规范性文件{14}件，配套图解9个，经清理废止{6}件。'],
  ['以市政府令形式发布规章{1}件，现行有效{4}件。'],
  // In writing; and as the table calls them.
  ['以书面形式作出行政处罚{567}件。', BUREAU],
  ['行政许可本年处理决定数量{1234}条，行政强制本年处理决定数量{89}条。', BUREAU],
  // Published side by side.
  ['主动公开行政许可处理事项1234件、行政处罚处理事项{567}件。', BUREAU],
  ['公开行政规范性文件14件，行政许可文件1234件，行政处罚文件{567}件。', BUREAU],
  // What lapsed may be told apart.
  ['规范性文件废止{6}件、到期失效2件，现行有效{58}件。'],
])('is held to its figure: %s', (sentence, organ = '示例市人民政府') => {
  const kind =
    organ === TOWN ? 'townshipGovernment' : organ.endsWith('政府') ? 'prefectureGovernment' : 'department'
  expect(blamed(plainly(sentence), organ, kind)).toEqual([])
  for (const { text } of shiftsOf(sentence)) expect(blamed(text, organ, kind), text).toHaveLength(1)
})

test.each([
  ['核发采伐许可证320件。'],
  ['公布市政府规章5件（含新制定1件、修订4件）。'],
  ['县行政审批局作出行政许可9000件。'],
  ['综合执法大队收到申请3件。', BUREAU],
  ['办理卫生许可418件、诊疗许可27件，共作出行政许可1234件。'],
  ['局本级作出行政处罚12件，各分局作出行政处罚555件。', BUREAU],
  ['行政处罚方面，立案600起，罚款32.1万元。'],
  ['收取信息处理费0元，印刷收费12元。'],
  ['行政许可方面，申请700件。'],
  ['就占道经营等问题作出行政处罚265件。', BUREAU],
  ['规范性文件废止4件、宣布失效2件，现行有效58件。'],
  ['主动公开规范性文件58件、行政许可1234件、行政处罚567件。', BUREAU],
  ['主动公开规范性文件20件。', BUREAU],
  ['作出行政许可1234件，网上公示行政处罚600件。', BUREAU],
])('may be another figure: %s', (sentence, organ = '示例市人民政府') => {
  expect(blamed(sentence, organ, organ === BUREAU ? 'department' : 'prefectureGovernment')).toEqual([])
})

test('a part is at most its whole, and nothing is both of what each of two is', () => {
  expect(blamed('核发采伐许可证1243件。')).toHaveLength(1)
  expect(blamed('办理采伐许可1214件，林政处罚567件，行政强制89件。')).toHaveLength(1)
  expect(blamed('办理采伐许可1214件，林政处罚567件。')).toEqual([])
  expect(blamed('制发、废止规范性文件各20件。')).toHaveLength(1)
  expect(blamed('就占道经营等问题以书面形式作出行政处罚665件。')).toHaveLength(1)
  expect(
    blamed('作出行政许可1234.12万件。', undefined, undefined, {
      'tables.proactiveDisclosure.administrativeLicenses.decisions': '12341188',
    }),
  ).toEqual([])
})

test('what a change names itself has changed', () => {
  const cell = (path: string) => `tables.proactiveDisclosure.${path}`
  const last = {
    [cell('administrativePenalties.decisions')]: '600',
    [cell('normativeDocuments.inForce')]: '50',
  }
  const told = (text: string) => blamed(text, undefined, undefined, {}, last)
  expect(told('作出行政许可1234件、行政处罚567件，其中处罚较上年减少33件。')).toEqual([])
  expect(told('作出行政许可1234件、行政处罚567件，其中处罚较上年减少30件。')).toHaveLength(1)
  expect(told('行政处罚567件，同比下降5.5%，罚款同比上升40.2%。')).toEqual([])
  expect(told('制发规范性文件14件，废止6件，现行有效文件较上年末增加8件。')).toEqual([])
  expect(told('制发规范性文件14件，废止6件，现行有效文件较上年末增加9件。')).toHaveLength(1)
})
