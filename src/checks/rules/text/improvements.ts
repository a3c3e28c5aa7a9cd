import { yearOf } from '../../../report/deadline'
import type { Rule } from '../../types'
import { ARTICLE, judgeProblems, PROBLEM_WORDS } from './elements'

export const IMPROVEMENT_WORDS =
  /改进|改正|下一步|下阶段|加强|加大|措施|整改|将|今后|强化|提升|完善|打算|准备|争取|计划|拟|优化|推进|推动|针对(?!性)|[为对]此|建立|指定|安排|责成|[明来次]年|往后|补上|下一?年|印制|录制|接下来|已经(?:做|采取|着手)|采取的(?:办法|做法)|我们(?=印|制|建|把|就|采|组织|开|要|已)|(?:指出|提出|查摆|反映|存在)的[^。]{0,24}问题[^。]{0,4}[，,]?(?:经|已|通过|均|得到)/

/** 制度不完善，尚未指定专人: what is lacking is the problem itself. */
const LACKING =
  /不(?:够|尽|太)?完善|[未没无](?:有|能)?(?:及时|专门|统一|全面|真正)?(?:建立|指定|安排|完善)|(?:建立|安排)得?(?:[尚还仍])?[不未]/g

/** A paragraph that follows the problems and tells of none: in whatever words, it is what is done about them. */
const followsProblems = (text: string) =>
  text
    .split('\n')
    .slice(1)
    .some((line) => line.length >= LEAST_WORDS && !PROBLEM_WORDS.test(line))
const LEAST_WORDS = 20

export const improvements: Rule = {
  id: 'text.improvements',
  title: '改进情况',
  severity: 'verify',
  due: 'atReview',
  source: `${ARTICLE}第一款第五项`,
  explanation: '第五部分除了主要问题，还要写改进情况或措施。',
  check: (given) =>
    judgeProblems(given, (text) => {
      const year = yearOf(given.report.entries)
      // 2024年要把…统一起来: what is said of the year to come.
      const isToCome = year !== undefined && text.includes(`${year + 1}年`)
      return isToCome || followsProblems(text) || IMPROVEMENT_WORDS.test(text.replace(LACKING, ''))
        ? undefined
        : '第五部分只写了主要问题，未见改进情况。'
    }),
  examples: [
    {
      title: '只有问题',
      entries: { problems: '一是人手不足；二是解读形式单一。' },
      messages: ['第五部分只写了主要问题，未见改进情况。'],
    },
    {
      title: '上年指出的问题已经解决',
      entries: { problems: '问题是移送偏慢。2022年指出的答复生硬问题，经统一模板后投诉少了。' },
      messages: [],
    },
    {
      title: '另起一段，写的不是问题',
      entries: {
        problems:
          '短处是政策上网有时隔了一个礼拜。\n第一，文件印发当日上网；第二，每周二派人到安置点坐班答问。',
      },
      messages: [],
    },
    {
      title: '另起一段，写的还是问题',
      entries: { problems: '一是政策上网有时隔了一个礼拜。\n二是公开栏里的内容群众看不懂，也不好找。' },
      messages: ['第五部分只写了主要问题，未见改进情况。'],
    },
    {
      title: '缺什么是问题，不是改进',
      entries: { problems: '一是会商机制尚未建立，没有指定专人；二是目录不完善，版面安排不合理。' },
      messages: ['第五部分只写了主要问题，未见改进情况。'],
    },
    {
      title: '缺的已经补齐',
      entries: { problems: '此前没有建立台账，现已建立。' },
      messages: [],
    },
    {
      title: '说的是来年要做的事',
      entries: { problems: '指南的写法不统一，群众不容易找到。2024年要把指南归为一个版本。' },
      messages: [],
    },
    {
      title: '说的是问题出现后做了什么',
      entries: { problems: '答复文书不够规范。针对这一问题，我局印发了文书范本，逐件核稿。' },
      messages: [],
    },
    {
      title: '问题和打算都有',
      entries: { problems: '一是人手不足；二是解读形式单一。明年将增配人员，增加图解。' },
      messages: [],
    },
  ],
}
