import type { Rule } from '../../types'
import { governmentElement, ITEM_FOUR } from './elements'

/** 网络安全风险评估, 培训后测评, 自评估: what is examined, or by whom, is not how others see disclosure. */
const OF_ELSE = '风险|安全|保密|等级保护|培训|测试|考试|自评|自我|效果评估|后评估'
/** Who is asked, and how. */
const SOCIAL_REVIEW = {
  words: [
    /(?:社会|群众|民主|行风)评议|公众评[价议]|民意调查|参评群众|[民众]评公开(?!招|栏)|测评满意/,
    /满意度.{0,4}(?:测评|调查|评价|评议)|(?:访问|走访|回访)[^。]{0,24}满意/,
    /第三方.{0,6}(?:评估|机构|测评|评价|评议)/,
    /邀请.{0,40}(?:评议|评价|打分)|(?:代表|委员|群众|居民|村民|职工|社会)[^。,;]{0,12}评议/,
    /(?:代表|委员|群众|居民|村民|公众|社会|服务对象|办事人)[^。,;]{0,12}(?:打分|评分|测评)|测评[表卡票]/,
    /评议(?:活动|代表|员|会|结果|[卡表票])|网[上络]评议|考核和评议|评议上/,
    /(?:社会|群众|义务|特邀)监督员[^。]{0,24}(?:意见|建议|评)/,
  ],
  wide: new RegExp(`评议|满意|问卷|^(?!.*(?:${OF_ELSE})).*(?:测评|打分|评分|评估|评价)`),
  maybe: new RegExp(`^(?!.*(?:${OF_ELSE})).*(?:第三方|监督员|听取[^。,;]{0,12}意见)`),
}

export const socialReview: Rule = {
  id: 'text.social-review',
  title: '社会评议情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写社会评议的情况，例如满意度调查、第三方评估、公众评议。',
  check: governmentElement(
    SOCIAL_REVIEW,
    '未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。',
    '社会评议方面，（请写明本年社会评议的形式和结果；没有开展的，写明未开展）。',
  ),
  examples: [
    {
      title: '村民代表评议，民意调查',
      entries: {
        'organ.kind': 'townshipGovernment',
        'overview.oversight': '年底请20位村民代表评议，满意18人。',
      },
      messages: [],
    },
    {
      title: '乡政府没有写社会评议',
      entries: { 'organ.kind': 'townshipGovernment' },
      messages: ['未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。'],
    },
    {
      title: '满意度调查的对象是别的工作',
      entries: { 'organ.kind': 'townshipGovernment', 'overview.oversight': '对农户开展满意度调查。' },
      messages: ['未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。'],
    },
  ],
}
