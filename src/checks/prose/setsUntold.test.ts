import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

/** True as it stands: its numbers are of some of those that the tables count. */
test.each([
  // A clause without a number tells some of the applications apart: by matter, way, step, time, or who handled them.
  '涉及学区划分的申请中，予以公开8件，无法提供5件。',
  '通过信函提交的申请里，公开11件，不予公开2件。',
  '经会商研判的疑难件中，部分公开3件，不予处理2件。',
  '延期答复的申请中，公开6件，部分公开2件。',
  '上年结转的申请中，公开1件，无法提供3件，其他处理1件。',
  '由住建局承办的件中，公开9件，无法提供4件。',
  '噪声扰民类申请办理结果：公开7件，无法提供3件。',
  '这类申请予以公开6件，部分公开5件，其余无法提供。',
  '引发复议的答复中，不予公开4件、无法提供7件、不予处理2件。',
  // Of a number that its clause begins with; of the part of a share, not of its whole; consulted so many times.
  '同一小区的16件申请，重复申请2件，公开7件，其余无法提供。',
  '涉及校园餐的申请24件，占新收96件的25%，其中公开9件，占校园餐类的37.5%。',
  '征求权利人意见14件次，同意公开6件，不同意7件，未回复1件。',
  // Why, each of some of a set that has no number there.
  '被纠正的案件，2件是送达不规范，另外1件是没有区分处理。',
  '维持的案件，4件是土地答复，其余2件是补偿答复。',
  '不予处理的申请，5件是同一人反复来信，另外3件是借申请反映邻里纠纷。',
  // An answer that was not to the point is not none.
  '没有答复到位的，3件是档案移交后没有跟踪，另外1件是承办人变动。',
  // Made, and repealed in the same year.
  '全年制发规范性文件14件（其中2件当年即被废止）。',
  // What came before an answer, and what it led to; a whole of cases of all kinds.
  '办理后公开35件，部分公开12件。',
  '行政复议13件，因2022年答复引发的4件，因2023年答复引发的9件。',
  '信息公开类复议13件，占全局复议案件（65件）的20%。',
  // What a share is of is no part of the sum.
  '予以公开35件，占全部办结94件的37.2%；部分公开12件，占12.8%；公开类合计47件。',
])('of some: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})

/** Of one of the organs, where the table has what came to all of them. */
test.each([
  '全市各级机关新收申请96件。市级机关收到的申请中，直接向市政府提出的有15件。',
  '全市新收申请96件。市政府收到16件，其中现场提交9件；答复16件。',
  '市政府受理群众申请41件，各县区受理55件。',
  '今年先后有一个申请人提交13件，两个申请人各提交4件，三人合计21件。',
])('of one of them: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})

test.each([
  '涉及学区划分的申请中，予以公开{35}件。',
  '已答复的信件中，公开{35}件，部分公开{12}件。',
  '各类申请中，公开{35}件，不予公开{9}件。',
  '通过网络、信函等渠道收到的申请中，公开{35}件，不予公开{9}件。',
  '公众向市政府提出申请{96}件，已全部登记。',
])('of all, or more than all: %s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence))
    expect(blamed(text)).toEqual(expect.arrayContaining([expect.stringContaining(wrong)]))
})

test('what was done about cases is not how they ended', () => {
  const figures = { 'tables.reviewAndLitigation.administrativeReview.corrected': '32' }
  const said =
    '行政复议结果纠正32件。推行复盘，32件纠错案件逐件形成复盘表，年内已完成27件，余下5件在春节前完成。'
  expect(blamed(said, undefined, undefined, figures)).toEqual([])
})
