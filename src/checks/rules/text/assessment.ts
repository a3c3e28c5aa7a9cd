import type { Rule } from '../../types'
import { governmentElement, ITEM_FOUR } from './elements'

/** What is assessed, by whom, and with what result. */
const ASSESSMENT = {
  words: [
    /(?:工作|绩效|目标|年度|纳入|质效|综合|专项|量化|日常|督查|监督|检查|[日月季年]).{0,12}(?:考核|考评)/,
    /(?:公开|[列纳计]入).{0,24}(?:考核|考评)|考核分值|考核[^。]{0,4}[占评依]/,
    /(?:考核|考评).{0,12}(?:结果|体系|范围|评估|指标|内容|制度|机制|办法|排名|通报|\d分|得\d|评为|合格|等次|第\d)/,
    /检查排名|打分排[名队]|(?:季度|年度)(?:测评|打分)/,
    /公开[^。]{0,30}[列纳计]入[^。,]{0,24}(?<!预算)绩效(?!目标|管理)/,
    /(?:[季年月]度|[省市县区镇乡]里?)[^。,;]{0,8}测评[^。]{0,12}(?:得分|成绩|排名?|第\d|\d分|优秀|良好|合格|反馈)/,
    /评估[^。]{0,16}(?:排名|名次|得分|评出)|第三方[^。]{0,8}评估[^。]{0,20}(?:优秀|合格|打分|\d分|反馈|通报|发现的问题)/,
  ],
  // 网站访问量位居全市第一, 知识竞赛评优: no assessment of the work.
  wide: /^(?!.*(?:访问量|阅读量|浏览量|竞赛|测试|考试)).*(?:排名|[位名]列|位居|排在?第|评为|得分|得\d+(?:\.\d+)?分|打分|评分|末位|[评绩]优|评比|等次|(?:[按每逐][季月]|[季月]度)[^。,;]{0,8}通报|通报[^。,;]{0,4}\d+[期次家]|(?:开展|进行)评[议估])/,
  maybe: /考评|评比|排名|名次|通报|[打得评]分|绩效|测评|末位/,
}

export const assessment: Rule = {
  id: 'text.assessment',
  title: '工作考核情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写政府信息公开工作考核的情况。',
  check: governmentElement(
    ASSESSMENT,
    '未见“工作考核”情况（条例第五十条第四项）。',
    '工作考核方面，（请写明本年政府信息公开工作考核的情况和结果）。',
  ),
  examples: [
    {
      title: '县政府没有写考核',
      entries: { 'organ.kind': 'countyGovernment' },
      messages: ['未见“工作考核”情况（条例第五十条第四项）。'],
    },
    {
      title: '写了考评',
      entries: {
        'organ.kind': 'countyGovernment',
        'overview.oversight': '把公开工作纳入年终考评，按季通报。',
      },
      messages: [],
    },
    { title: '部门不要求', entries: {}, messages: [] },
    {
      title: '考核的是别的工作',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': '开展安全生产工作考核。' },
      messages: ['未见“工作考核”情况（条例第五十条第四项）。'],
    },
  ],
}
