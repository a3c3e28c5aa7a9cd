import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'
import { holds, type Of } from '../../testing/holds'

const CITY: Of = ['示例市人民政府', 'prefectureGovernment']

test.each([
  // Applications of a kind that the words name, beside the others.
  '新收申请{96}件，予以公开{35}件。另外，省政府函转我市核实的申请21件，均已反馈。',
  // What is left out parts what stands around it.
  '已办结的申请中，予以公开{35}件（占37.2%）、部分公开{12}件……其余为不予公开、无法提供、不予处理等情形，共47件。',
  // What the granted ones were about.
  '收到申请{96}件。其中自然人{83}件，内容为征地补偿50件、规划许可33件；企业{9}件，均为项目审批。',
  // The bracket of another number.
  '除{7}件需结转下一年度继续办理外，其余（含上年结转{5}件）均已答复。',
  // Carried over, and then who asked.
  '受理101件（含上年结转{5}件；自然人88件、单位13件），办结{94}件。',
  // From what it was to what it is.
  '与上一年相比，结转下年由4件变为{7}件，上年结转由9件变成{5}件。',
  // What the rows of a group leave of it.
  '涉及第三方权益不予公开{4}件，内部事务信息不予公开{3}件，其他不予公开情形2件。',
  // Cases carried over.
  '行政复议{13}件，直接起诉{3}件。另有上年跨年案件8件，全年开庭20次。',
])('what stands around a number tells what it is: %s', (sentence) => holds(sentence, ...CITY))

test('a number behind the rows of a group is the rest of it, or wrong', () => {
  expect(blamed('涉及第三方权益不予公开4件，内部事务信息不予公开3件，其他不予公开情形6件。')).toHaveLength(1)
})
