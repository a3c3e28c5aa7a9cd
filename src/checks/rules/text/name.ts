import type { Rule } from '../../types'
import { holdsAt, insideMarks, spotsOf, writtenTexts } from '../texts'

const HEAD = /人民政府|政府|办公[厅室]|办事处|街道|管理委员会|委员会|管委会|[局厅委办]$/g

/** The last proper part of a name: 鼓楼 of 开封市鼓楼区人民政府, 财政 of 市财政局. */
function properName(name: string): string {
  const parts = name
    .replace(HEAD, '')
    .split(/[省市县区旗州盟镇乡]/)
    .filter((part) => part.length > 1)
  return parts.at(-1) ?? ''
}

const SELF_NAMED = [
  /本报告由([\u4e00-\u9fa5]{4,24}?)(?:政府信息公开|根据|依据|按照|编制|编写)/,
  /([\u4e00-\u9fa5]{4,24}(?:政府|局|委员会|办公[厅室]|办事处|街道))(?:20\d\d年(?:度)?)?政府信息公开(?:工作)?年度报告/,
]

/** A government's report is written by its office. */
const isSame = (organ: string, named: string): boolean => {
  const [a, b] = [properName(organ), properName(named)]
  return a === '' || b === '' || organ.includes(b) || named.includes(a)
}

export const organName: Rule = {
  id: 'text.name',
  title: '标题与正文的机关名称',
  severity: 'note',
  due: 'atReview',
  source: '通读',
  explanation: '正文自称的机关应与标题一致。根据某某通知里的上级机关不算。',
  check: (given) => {
    const organ = given.text('organ.name').trim()
    const texts = writtenTexts(given)
    const home = texts[0]?.address
    if (organ === '' || home === undefined) return []
    const naming = texts.filter(({ prose }) => /本报告由|年度报告/.test(prose.text))
    const named = SELF_NAMED.flatMap((expression) =>
      spotsOf(naming, expression).flatMap((spot) => {
        const name = expression.exec(spot.prose.text.slice(spot.start, spot.end))?.[1] ?? ''
        const cleaned = name.replace(/^.*(?:公布|公开|发布|编制|现将|了|的)/, '')
        return insideMarks(spot.prose.text, spot.start) || isSame(organ, cleaned)
          ? []
          : [{ spot, name: cleaned }]
      }),
    )
    const [first] = named
    if (!first) return [holdsAt('organ.name')]
    return [
      {
        target: first.spot.address,
        operands: [first.spot.address, 'organ.name'],
        state: 'fails',
        message: `标题为“${organ}”，正文自称“${first.name}”。`,
        evidence: { [first.spot.address]: first.name },
      },
    ]
  },
  examples: [
    {
      title: '正文是另一个局',
      entries: {
        'organ.name': '示例市财政局',
        'overview.introduction': '本报告由示例市税务局编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: ['标题为“示例市财政局”，正文自称“示例市税务局”。'],
    },
    {
      title: '由政府的办公室编制',
      entries: {
        'organ.name': '示例市东城区人民政府',
        'overview.introduction':
          '本报告由东城区人民政府办公室编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [],
    },
  ],
}
