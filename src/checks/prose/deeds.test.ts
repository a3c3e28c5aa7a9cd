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
  ['办结采伐、运输等许可{1234}件，许可事项办结{1234}件。'],
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
  // A kind of licence, which is all of them as what stands beside it tells.
  ['办理林木采伐许可{1234}件，林政处罚{567}件。', BUREAU],
])('is held to its figure: %s', (sentence, organ = '示例市人民政府') => {
  const kind =
    organ === TOWN ? 'townshipGovernment' : organ.endsWith('政府') ? 'prefectureGovernment' : 'department'
  expect(blamed(plainly(sentence), organ, kind)).toEqual([])
  for (const { text } of shiftsOf(sentence)) expect(blamed(text, organ, kind), text).toHaveLength(1)
})

test.each([
  ['核发采伐许可证320件。'],
  ['办理卫生许可418件、诊疗许可27件，共作出行政许可1234件。'],
  ['局本级作出行政处罚12件，各分局作出行政处罚555件。', BUREAU],
  ['行政处罚方面，立案600起，罚款32.1万元。'],
  ['收取信息处理费0元，印刷收费12元。'],
  ['行政许可方面，申请700件。'],
])('may be another figure: %s', (sentence, organ = '示例市人民政府') => {
  expect(blamed(sentence, organ, organ === BUREAU ? 'department' : 'prefectureGovernment')).toEqual([])
})

test('a part is at most its whole, and nothing is both of what each of two is', () => {
  expect(blamed('核发采伐许可证1243件。')).toHaveLength(1)
  expect(blamed('办理采伐许可1214件，林政处罚567件。')).toHaveLength(1)
  expect(blamed('制发、废止规范性文件各20件。')).toHaveLength(1)
  expect(
    blamed('作出行政许可1234.12万件。', undefined, undefined, {
      'tables.proactiveDisclosure.administrativeLicenses.decisions': '12341188',
    }),
  ).toEqual([])
})
