import { expect, test } from 'vitest'
import { findingsIn } from '../../testing/blamed'

/** What is said of a text that stands elsewhere than under 依申请公开. */
const saidOf = (address: string, text: string) =>
  findingsIn('', '示例市人民政府', 'prefectureGovernment', { [address]: text }).map(({ message }) => message)

test.each([
  ['overview.management', '整理批文档案1326宗，本年完成41宗。'],
  ['overview.management', '核对旧文，标注失效11件；还有4件没有找到。'],
  ['other', '承办建议14件、提案23件，共37件，全部办结；可公开的33件已公开。'],
  // Who applied is told of; and another sentence than its own names applications.
  ['problems', '对申请人的解释不够，当年办结88件。'],
  ['problems', '申请较多。积案化解力度不够，当年办结88件。'],
])('a paragraph that names no applications tells of others: %s %s', (address, text) => {
  expect(saidOf(address, text)).toEqual([])
})

test.each([
  // Named in the same paragraph, or by what is said of nothing else.
  ['overview.management', '依申请公开方面，规范登记和送达。全年办结95件。', '95件'],
  ['other', '全年结转下年度8件。', '8件'],
  ['problems', '收到申请99件。', '99件'],
  ['other', '依申请公开情况：\n收到99件。', '99件'],
  ['other', '不掌握的18件。', '18件'],
  ['problems', '全年收到99件，答复不够规范。', '99件'],
  ['problems', '办结99件，其中公开35件。', '99件'],
])('and one that does, of those of the tables: %s %s', (address, text, wrong) => {
  expect(saidOf(address, text).join()).toContain(wrong)
})

test('papers that were gone through are of any kind', () => {
  const told = '制发规范性文件14件，废止6件。'
  expect(saidOf('overview.management', `${told}对2020年以前印发的文件全面清理，宣布失效8件。`)).toEqual([])
  expect(saidOf('overview.management', `${told}清理规范性文件，宣布失效8件。`)).not.toEqual([])
})

test('what another paragraph names is told there alone', () => {
  expect(
    saidOf(
      'overview.management',
      '申请按时登记，按时送达，文书统一编号，登记表由专人保管，逐月核对一遍。\n公文属性审核中，当年办结95件。',
    ),
  ).toEqual([])
})
