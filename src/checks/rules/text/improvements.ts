import type { Rule } from '../../types'
import { ARTICLE, judgeProblems } from './elements'

const IMPROVEMENT_WORDS = /改进|下一步|加强|措施|整改|将|今后|强化|提升|完善/

export const improvements: Rule = {
  id: 'text.improvements',
  title: '改进情况',
  severity: 'verify',
  due: 'atReview',
  source: `${ARTICLE}第一款第五项`,
  explanation: '第五部分除了主要问题，还要写改进情况或措施。',
  check: (given) =>
    judgeProblems(given, (text) =>
      IMPROVEMENT_WORDS.test(text) ? undefined : '第五部分只写了主要问题，未见改进情况。',
    ),
  examples: [
    {
      title: '只有问题',
      entries: { problems: '一是人手不足；二是解读形式单一。' },
      messages: ['第五部分只写了主要问题，未见改进情况。'],
    },
    {
      title: '问题和打算都有',
      entries: { problems: '一是人手不足；二是解读形式单一。明年将增配人员，增加图解。' },
      messages: [],
    },
  ],
}
