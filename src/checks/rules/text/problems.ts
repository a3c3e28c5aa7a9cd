import type { Rule } from '../../types'
import { ARTICLE, judgeProblems, PROBLEM_WORDS } from './elements'
import { IMPROVEMENT_WORDS } from './improvements'

/** 一是征地信息不便查找；……: a clause that promises nothing tells of what is so. */
const tellsOfSome = (text: string) =>
  text.split(/[。；;\n]/).some((clause) => clause.trim().length > SHORT && !IMPROVEMENT_WORDS.test(clause))
const SHORT = 6

export const problems: Rule = {
  id: 'text.problems',
  title: '存在的主要问题',
  severity: 'verify',
  due: 'atReview',
  source: `${ARTICLE}第一款第五项`,
  explanation: '第五部分先写存在的主要问题，再写改进情况。',
  check: (given) =>
    judgeProblems(given, (text) =>
      PROBLEM_WORDS.test(text) || tellsOfSome(text) ? undefined : '第五部分只写了改进情况，未见主要问题。',
    ),
  examples: [
    {
      title: '只有打算',
      entries: { problems: '下一步将加强培训，完善机制。' },
      messages: ['第五部分只写了改进情况，未见主要问题。'],
    },
    {
      title: '问题不叫问题',
      entries: { problems: '停水信息更新慢，解读以文字为主，形式单一。明年将提前公布停水信息。' },
      messages: [],
    },
    {
      title: '问题用平常话写',
      entries: { problems: '一是信息按批次公开后群众检索不便；二是人员调整频繁。下一步将建立检索目录。' },
      messages: [],
    },
    {
      title: '问题和打算都有',
      entries: { problems: '解读形式还比较单一，群众反映不够直观。下一步将增加图解和短视频。' },
      messages: [],
    },
  ],
}
