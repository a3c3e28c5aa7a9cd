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
