import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'

/* How far a reading that spares a number goes: what it spares, and the error beside it. */

test.each([
  // Of several years, each told behind its number.
  '近三年申请量分别为71件（2021年）、80件（2022年）、96件（2023年），年均82.3件。',
  '申请量由80件（2022年）增至96件（2023年），增长20%。',
  // All that the offices of a wider circle had.
  '全县上年收到申请417件，本年增长7.7%。',
  '各乡镇上年收到申请417件，本年增长7.7%。',
  // Of those who asked often.
  '同一人提交2件以上的有9人，受理申请31件。',
  // Halves are of their quarters.
  '一季度21件，二季度23件，三季度31件，四季度21件，上半年合计44件，下半年合计52件。',
  // What was not made, as one row, as a part of another, and as one of two that make it up.
  '无法提供20件：不掌握17件，未制作2件，补正后仍不明确1件。',
  '不掌握17件，其中未制作9件、未获取8件。',
  '不掌握12件、未制作5件，补正后仍不明确1件。',
  '不掌握17件（未制作9件、未获取8件）。',
  '本机关不掌握17件；工作中未制作的9件已说明。',
  '不掌握17件，未制作1件，需要另行加工制作2件。',
  // Case files that were asked for, and those that were denied.
  '申请执法案卷41件，多为交通事故。',
  '申请执法案卷2件不予公开。',
  // Cases that had waited.
  '加上年初结转的9件，审结复议案件11件。',
  '连同上年结转2件，复议13件。',
  // A part that is named again before its share.
  '收到申请96件，其中网站58件、信函38件，网站占60.4%。',
  '收到申请96件，其中征地58件、规划征地38件，征地占60.4%。',
  '收到申请96件，网站58件，占60.4%；网站留言30件、电话20件，留言占60%。',
  // A few words between two sentences that say what is divided.
  '公开信息842条。内容涉及民生。其中942条为动态。',
])('spares %s', (sentence) => expect(blamed(sentence)).toEqual([]))

test.each([
  ['近三年申请量分别为71件（2021年）、80件（2022年）、96件（2023年），年均92.3件。', '年均92.3件'],
  ['近三年申请量分别为71件（2021年）、80件（2022年）、76件（2023年），逐年上升。', '逐年上升'],
  ['2022年收到20件，增长20%。', '20件，增长20%'],
  ['7名申请人多次申请，今年新收31件。', '新收31件'],
  ['一季度21件，二季度23件，三季度31件，四季度21件，上半年合计54件。', '上半年合计54件'],
  ['一季度21件，二季度23件，三季度31件，四季度21件，上半年合计44件，下半年合计44件。', '下半年合计44件'],
  ['不掌握17件，未制作9件。', '未制作9件'],
  ['申请执法案卷12件不予公开。', '12件不予公开'],
  ['上年结转9件，复议13件。', '上年结转9件'],
  ['收到申请96件，其中网站58件、信函38件，网站占42.4%。', '网站占42.4%'],
  ['公开信息1000条，其中动态300条、公告200条，动态约占42%。', '动态约占42%'],
  ['公开信息842条。形式多样。其中942条为动态。', '942条'],
])('blames %s', (sentence, found) => expect(blamed(sentence).join('')).toContain(found))
