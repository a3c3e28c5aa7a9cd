import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../../format/editions'
import { blamed } from '../../../testing/blamed'
import { findingsOf, givenOf, runChecks } from '../../run'
import { neutralReport } from '../neutralReport'

/** The second number is more than what it is told to be part of. */
test.each([
  ['共收到申请96件，其中：邮递申请22件，平台网上申请74件。', '74件', '174件'],
  ['公开政府信息170条，主要是规划、预算等内容，其中，微信发布50条，在门户网站公开31条。', '31条', '310条'],
  ['公开信息221条。其中，网站公开103条，便民热线89条，其他29条。', '103条', '403条'],
  ['共收到申请96件，2件申请公开验收信息，4件申请公开人防信息，其余为用地信息。', '4件', '204件'],
])('%s', (sentence, right, wrong) => {
  expect(blamed(sentence)).toEqual([])
  expect(blamed(sentence.replace(right, wrong)).join()).toContain(wrong)
})

test.each([
  // Growth, what it was, and what is counted otherwise.
  '比上年增加5件，其中个人申请83件。',
  '制发规范性文件14件，其中2件为修订，同时现行有效58件。',
  '公开信息120条，其中政策类由142条减至113条。',
  '发布信息20条，其中单条浏览量最高3000次。',
  '除7件结转外，均已答复，其中14件为当场答复。',
  '律所3件；主要内容为土地；其中教育局41件，住建局22件。',
  '公开信息约100条，其中政策110条。',
  '公开信息10条，其中转发80余条。',
])('no part of it: %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test('results right behind their cases, though those of all kinds together are as many', () => {
  const cases = (cell: string) => `tables.reviewAndLitigation.${cell}`
  const messages = (text: string) => {
    const report = neutralReport(
      edition,
      {
        'overview.onRequest': text,
        [cases('administrativeReview.upheld')]: '2',
        [cases('administrativeReview.corrected')]: '1',
        [cases('litigationDirect.upheld')]: '2',
      },
      2023,
    )
    const given = givenOf({ edition, report, today: '2024-01-20' })
    return findingsOf(runChecks(given), [], edition, report)
      .filter(({ rule }) => rule === 'narrative.parts-sum')
      .map(({ message }) => message)
  }
  expect(messages('行政复议、行政诉讼情况。被申请行政复议3件，其中维持2件，纠正1件。')).toEqual([])
  expect(messages('行政复议、行政诉讼情况。被申请行政复议3件，其中维持4件，纠正1件。')).not.toEqual([])
})
