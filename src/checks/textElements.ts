import { sectionOf } from '../format/names'
import type { Address, TextSpec } from '../format/types'
import { sentencesOf } from './prose/quantities'
import { holdsAt, inSection, proseName, type Written, writtenTexts } from './texts'
import type { Fix, Given, Outcome, Rule } from './types'

const OVERVIEW = 'overview'
const PROBLEMS = 'problems'
const OTHER = 'other'
const ARTICLE = '条例第五十条'

/** A sentence that the clerk completes; it states nothing that the report does not know. */
function starter(given: Given, address: Address, sentence: string): Fix[] {
  const text = given.text(address).trimEnd()
  return [
    { label: '加入待补充的句子', changes: [{ address, after: text ? `${text}\n${sentence}` : sentence }] },
  ]
}

const fails = (address: Address, message: string, fixes?: Fix[]): Outcome => ({
  target: address,
  operands: [address],
  state: 'fails',
  message,
  fixes,
})

const textsIn = (given: Given, key: string): TextSpec[] =>
  given.edition.sections.find((section) => section.key === key)?.texts ?? []

/** What section one must speak of, and the words it is spoken of with where it has no heading of its own. */
const PARTS: { address: Address; name: string; words: RegExp }[] = [
  { address: 'overview.proactive', name: '主动公开', words: /主动公开/ },
  { address: 'overview.onRequest', name: '依申请公开', words: /依申请公开|依法申请/ },
  { address: 'overview.management', name: '政府信息管理', words: /信息管理|信息资源管理/ },
  { address: 'overview.platform', name: '平台建设', words: /平台建设|公开平台/ },
  { address: 'overview.oversight', name: '监督保障', words: /监督保障|监督管理/ },
]
/** So far into a sentence a subject is still named as its topic. */
const OPENING = 14

const opensSentence = (texts: Written[], words: RegExp): boolean =>
  texts.some(({ prose }) =>
    sentencesOf(prose.text).some((sentence) => words.test(sentence.text.slice(0, OPENING))),
  )

export const fiveParts: Rule = {
  id: 'text.five-parts',
  title: '总体情况的五个方面',
  severity: 'verify',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号',
  explanation:
    '总体情况写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。没有发生的，写明没有也算。',
  check: (given) => {
    const parts = PARTS.filter(({ address }) => sectionOf(given.edition, address))
    const blank = parts.filter(({ address }) => given.text(address).trim() === '')
    const first = parts[0]
    // A section that is blank altogether is text.section-blank's business.
    if (!first || blank.length === parts.length) return []
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const missing = blank.filter(({ words }) => !opensSentence(texts, words))
    const target = missing[0]
    if (!target) return [holdsAt(first.address)]
    return [
      {
        target: target.address,
        operands: missing.map(({ address }) => address),
        state: 'fails',
        message: `总体情况缺少：${missing.map(({ name }) => name).join('、')}。`,
      },
    ]
  },
  examples: [
    {
      title: '缺平台建设和监督保障',
      entries: { 'overview.platform': '', 'overview.oversight': '' },
      messages: ['总体情况缺少：平台建设、监督保障。'],
    },
    {
      title: '写在同一段里',
      entries: {
        'overview.oversight': '',
        'overview.platform': '公开平台建设方面，依托政府网站。监督保障方面，开展了培训。',
      },
      messages: [],
    },
  ],
}

/** Only governments must report these three (条例第五十条第一款第四项). */
const isRequired = (given: Given) =>
  given.edition.organKinds.find((kind) => kind.value === given.text('organ.kind'))?.assessmentRequired ??
  false

/** An element that governments must have in section one or five; the place for it is 监督保障. */
function governmentElement(
  found: (sentence: string) => boolean,
  message: string,
  sentence: string,
): Rule['check'] {
  const HOME = 'overview.oversight'
  return (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW, PROBLEMS)
    if (!isRequired(given) || !texts.length || !sectionOf(given.edition, HOME)) return []
    const isFound = texts.some(({ prose }) => sentencesOf(prose.text).some(({ text }) => found(text)))
    return [isFound ? holdsAt(HOME) : fails(HOME, message, starter(given, HOME, sentence))]
  }
}

const ITEM_FOUR = '条例第五十条第一款第四项'

const ASSESSMENT =
  /(?:工作|绩效|目标|年度|纳入|质效|综合|专项|量化|日常|督查|监督|检查|[日月季年]).{0,12}(?:考核|考评)|(?:考核|考评).{0,8}(?:结果|体系|范围|评估|指标|内容|制度|机制|办法|排名|通报|得分)/

export const assessment: Rule = {
  id: 'text.assessment',
  title: '工作考核情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写政府信息公开工作考核的情况。',
  check: governmentElement(
    (sentence) => ASSESSMENT.test(sentence),
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
  ],
}

const SOCIAL_REVIEW =
  /社会评议|群众评议|民主评议|行风评议|公众评[价议]|满意度.{0,4}(?:测评|调查|评价|评议)|第三方.{0,6}(?:评估|机构|测评|评价|评议)|邀请.{0,40}(?:评议|评价|打分)|评议(?:活动|代表|员|会|结果)/
const ABOUT_DISCLOSURE = /公开|年报|满意|评议/

export const socialReview: Rule = {
  id: 'text.social-review',
  title: '社会评议情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写社会评议的情况，例如满意度调查、第三方评估、公众评议。',
  check: governmentElement(
    (sentence) => SOCIAL_REVIEW.test(sentence) || (/问卷/.test(sentence) && ABOUT_DISCLOSURE.test(sentence)),
    '未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。',
    '社会评议方面，（请写明本年社会评议的形式和结果；没有开展的，写明未开展）。',
  ),
  examples: [
    {
      title: '乡政府没有写社会评议',
      entries: { 'organ.kind': 'townshipGovernment' },
      messages: ['未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。'],
    },
    {
      title: '邀请代表评议',
      entries: {
        'organ.kind': 'townshipGovernment',
        'overview.oversight': '邀请人大代表和群众代表对公开工作进行评议。',
      },
      messages: [],
    },
    {
      title: '问卷说的是别的事',
      entries: { 'organ.kind': 'townshipGovernment', 'overview.proactive': '发放河道治理问卷一批。' },
      messages: ['未见“社会评议”情况。条例第五十条第四项要求各级人民政府年报写明。'],
    },
  ],
}

const PURSUED = /追究.{0,8}责任|责任.{0,4}追究|问责|追责/
/** 刑事 and civil liability are another matter, unless the sentence is about this work. */
const OTHER_LIABILITY = /刑事|民事|法律责任|赔偿|违约|食品|生产|环境|侵权/

export const accountability: Rule = {
  id: 'text.accountability',
  title: '责任追究结果情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写责任追究的结果；没有发生的，写明没有发生。',
  check: governmentElement(
    (sentence) =>
      PURSUED.test(sentence) &&
      (/责任追究/.test(sentence) || !OTHER_LIABILITY.test(sentence) || /公开/.test(sentence)),
    '未见“责任追究结果”情况；没有发生的，可写“未发生责任追究情况”。',
    '责任追究方面，（请写明本年责任追究的结果；没有发生的，写“未发生责任追究情况”）。',
  ),
  examples: [
    {
      title: '县政府没有写责任追究',
      entries: { 'organ.kind': 'countyGovernment' },
      messages: ['未见“责任追究结果”情况；没有发生的，可写“未发生责任追究情况”。'],
    },
    {
      title: '写明没有发生',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': '本年度未发生责任追究情况。' },
      messages: [],
    },
  ],
}

const PROBLEM_WORDS = /问题|不足|差距|短板|薄弱|有待|还需|不够|不强|不高|不深|不及时|欠缺|困难/
const IMPROVEMENT_WORDS = /改进|下一步|加强|措施|整改|将|今后|强化|提升|完善/
const NOTHING = /^(?:无|没有|暂无|无。|\/|-)$/

/** Section five as one text; blank or 无 is another rule's business. */
function judgeProblems(given: Given, judge: (text: string) => string | undefined): Outcome[] {
  return textsIn(given, PROBLEMS).flatMap(({ address }): Outcome[] => {
    const written = writtenTexts(given).find((text) => text.address === address)
    if (!written || NOTHING.test(written.prose.text.replace(/[。.\s]/g, ''))) return []
    const message = judge(written.prose.text)
    return [message === undefined ? holdsAt(address) : fails(address, message)]
  })
}

export const problems: Rule = {
  id: 'text.problems',
  title: '存在的主要问题',
  severity: 'verify',
  due: 'atReview',
  source: `${ARTICLE}第一款第五项`,
  explanation: '第五部分先写存在的主要问题，再写改进情况。',
  check: (given) =>
    judgeProblems(given, (text) =>
      PROBLEM_WORDS.test(text) ? undefined : '第五部分只写了改进情况，未见主要问题。',
    ),
  examples: [
    {
      title: '只有打算',
      entries: { problems: '下一步将加强培训，完善机制。' },
      messages: ['第五部分只写了改进情况，未见主要问题。'],
    },
  ],
}

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
  ],
}

const FEE_WORDS = /信息处理费|收费通知|收取.{0,16}费|收费|(?:未|没有|无|不|均未).{0,8}收取|费用/

export const feeStatement: Rule = {
  id: 'text.fee-statement',
  title: '收取信息处理费情况',
  severity: 'verify',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号；国办函〔2020〕109号',
  explanation: '第六部分要写收取信息处理费的情况，没有收取也要写明。',
  check: (given) =>
    textsIn(given, OTHER).flatMap(({ address }): Outcome[] => {
      const written = writtenTexts(given).find((text) => text.address === address)
      if (!written) return []
      if (FEE_WORDS.test(written.prose.text)) return [holdsAt(address)]
      return [
        fails(
          address,
          '第六部分未写收取信息处理费情况；没有收取也要写明。',
          starter(
            given,
            address,
            '收取信息处理费情况：（请写明是否收取；收取的，写明件数和金额，单位为元）。',
          ),
        ),
      ]
    }),
  examples: [
    {
      title: '只写了“无”',
      entries: { other: '无' },
      messages: ['第六部分未写收取信息处理费情况；没有收取也要写明。'],
    },
    { title: '未收取任何费用', entries: { other: '本年度未收取依申请公开的任何费用。' }, messages: [] },
  ],
}

export const access: Rule = {
  id: 'text.access',
  title: '报告的查阅方式',
  severity: 'note',
  due: 'atReview',
  source: '条例第四十九条；通行做法',
  explanation: '引言通常写明在哪里可以查阅、下载本报告。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = textsIn(given, OVERVIEW)[0]?.address
    if (!target || !texts.length) return []
    const found =
      given.text('organ.website').trim() !== '' ||
      texts.some(({ prose }) => /https?:|www\.|下载|查阅|网站/.test(prose.text))
    return [found ? holdsAt(target) : fails(target, '未写报告的查阅方式。')]
  },
  examples: [
    {
      title: '没有网址，也没有写在哪里查阅',
      entries: { 'overview.introduction': '示例局编制本报告，统计期限为2023年1月1日至12月31日。' },
      messages: ['未写报告的查阅方式。'],
    },
  ],
}

/** Left over from a template: letters for a name, stars, blanks to fill, an instruction in brackets. */
const PLACEHOLDER = new RegExp(
  [
    '(?<![A-Za-z\\d./@])[Xx]{2,}(?![A-Za-z\\d.@])',
    '(?<!\\d)×{2,}(?!\\d)',
    '(?<!\\d)\\*{3,}(?!\\d)',
    '(?<![A-Za-z\\d])_{2,}(?![A-Za-z\\d])',
    '\\(文字描述\\)|待补充|待填写|此处填写',
    '[【\\[(](?:请(?:写|填|补|注|说明|根据实际)|待(?:填|补|定)|此处)[^】\\])]{0,40}[】\\])]',
    '【(?=[^】]*(?:填|描述|补充|名称|单位|机关|年份|日期|内容|数字|件数|[Xx×…]))[^】]{0,30}】|【\\s*】',
  ].join('|'),
)
/** 张××, 李XX: a masked name in an example. */
const MASKED_NAME =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁马方任袁柳史唐罗毕郝常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛米贝明成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓石崔龚程邢裴陆翁曲段侯宁仇刘叶黎白蒲]$/

export const placeholder: Rule = {
  id: 'text.placeholder',
  title: '没有待填的内容',
  severity: 'block',
  due: 'atReview',
  source: '定稿要求',
  explanation: '正文里留有 XX、××、***、待补充、空的下划线或方括号里的填写说明。',
  check: (given) =>
    writtenTexts(given).flatMap(({ address, prose }): Outcome[] => {
      const matches = [...prose.text.matchAll(new RegExp(PLACEHOLDER.source, 'g'))].filter(
        (match) => !(/^[X×]+$/.test(match[0]) && MASKED_NAME.test(prose.text.slice(0, match.index))),
      )
      const [first] = matches
      if (!first) return [holdsAt(address)]
      const found = [...new Set(matches.map((match) => match[0]))].map((text) => `“${text}”`).join('、')
      return [fails(address, `${proseName(given.edition, address)}：还有待填内容${found}。`)]
    }),
  examples: [
    {
      title: '单位名称还是 XX',
      entries: { 'overview.proactive': 'XX局全年公开信息××条。' },
      messages: ['正文（一）：还有待填内容“XX”、“××”。'],
    },
    {
      title: '文号和栏目名里的方头括号',
      entries: {
        'overview.platform': '按照示政公发【2021】1号，开设【政策解读】专栏，网址 www.example.gov.cn/xxgk。',
      },
      messages: [],
    },
  ],
}
