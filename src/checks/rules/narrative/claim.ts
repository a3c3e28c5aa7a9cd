import { readingOf } from '../../prose/reading'
import type { Rule } from '../../types'
import { T3 } from '../requests/places'
import { T4 } from '../review/places'
import { claimFailure, NARRATIVE_SOURCE, outcomesOf } from './claims'

/** 22 received, 1 carried over, 23 closed. */
const CLOSED_23 = {
  [`${T3}received.naturalPerson`]: '22',
  [`${T3}carriedOver.naturalPerson`]: '1',
  [`${T3}outcome.granted.naturalPerson`]: '23',
}

export const narrativeClaim: Rule = {
  id: 'narrative.claim',
  title: '正文的数字与表格一致',
  severity: 'verify',
  due: 'whenAnswered',
  source: NARRATIVE_SOURCE,
  explanation:
    '正文里说申请、案件、文件、处理决定的数字，按整句的各种合理读法与表格比较，哪一种都说不通的才提出。日期、文号、电话和别的单位、别的年份的数字不算。',
  check: (given) =>
    outcomesOf(
      readingOf(given).judged.filter(({ item }) => item.quantity),
      (judged) => claimFailure(given, judged),
    ),
  examples: [
    {
      title: '答复数写成了新收数',
      entries: { ...CLOSED_23, 'overview.onRequest': '全年累计处理、答复政府信息公开申请22件。' },
      messages: [
        '正文（二）写“处理、答复政府信息公开申请22件”，表中（七）总计为 23。22 与“本年新收”相同，是否指本年新收？',
      ],
    },
    {
      title: '与哪一格都不同',
      entries: { ...CLOSED_23, 'overview.onRequest': '共收到申请25件。' },
      messages: ['正文（二）写“收到申请25件”，表中本年新收为 22。'],
    },
    {
      title: '复议的件数与已审结数相同',
      entries: {
        [`${T4}administrativeReview.upheld`]: '88',
        [`${T4}administrativeReview.pending`]: '36',
        'overview.onRequest': '因政府信息公开引发行政复议案件88件。',
      },
      messages: [
        '正文（二）写“引发行政复议案件88件”，表中行政复议总计为 124。88 与已审结数相同，是否指审结？',
      ],
    },
    {
      title: '一句话的几个数一起读：3＋2＋1 分的是复议的 6',
      entries: {
        [`${T4}administrativeReview.upheld`]: '3',
        [`${T4}administrativeReview.corrected`]: '2',
        [`${T4}administrativeReview.otherResult`]: '1',
        'overview.onRequest': '涉及信息公开的复议6件、诉讼0件，其中3件获维持，2件被纠正，1件以其他方式结案。',
      },
      messages: [],
    },
    {
      title: '只有说错的那一个',
      entries: {
        [`${T4}administrativeReview.upheld`]: '3',
        [`${T4}administrativeReview.corrected`]: '2',
        [`${T4}administrativeReview.otherResult`]: '1',
        'overview.onRequest': '涉及信息公开的复议6件、诉讼0件，其中3件获维持，9件被纠正，1件以其他方式结案。',
      },
      messages: ['正文（二）写“9件被纠正”，表中行政复议 · 结果纠正为 2。'],
    },
    {
      title: '部门、上半年、来信和公开条数都不是表里的数',
      entries: {
        ...CLOSED_23,
        'overview.onRequest': '市公安局受理申请7件。上半年收到申请9件。受理群众来信30件。同比增加5件。',
        'overview.proactive': '公开规范性文件18条，行政许可信息90条。',
        'overview.management': '全年印发公文公文属性为主动公开的67条、依申请公开的12条、不予公开的52条。',
      },
      messages: [],
    },
    {
      title: '数字相符',
      entries: {
        ...CLOSED_23,
        'overview.onRequest': '新收申请22件，上年结转1件，办结23件，其中予以公开23件，结转下年度0件。',
      },
      messages: [],
    },
  ],
}
