import type { Outcome, Rule } from '../../types'
import { holdsAt, insideMarks, proseName, quotedSpot, type Spot, spotsOf, writtenTexts } from '../texts'

/** What an organ of each kind never calls itself, as the subject of a sentence. */
const FOREIGN = new Map<string, RegExp>(
  Object.entries({
    department:
      /(?<![\u4e00-\u9fa5])我[镇乡县](?=[\u4e00-\u9fa5]{0,6}(?:共|全年|主动公开|收到|受理|制定|召开|成立))|(?<![\u4e00-\u9fa5])[我本](?:镇|乡|街道)(?![\u4e00-\u9fa5]{0,4}(?:局|部门))/,
    townshipGovernment: /(?<![\u4e00-\u9fa5])[我本](?:局|厅|委|街道|县政府|市政府|区政府)(?!书记|员|会)/,
    subdistrictOffice: /(?<![\u4e00-\u9fa5])[我本](?:局|厅|委|镇|乡|县政府|市政府|区政府)(?!书记|员|会)/,
    countyGovernment: /(?<![\u4e00-\u9fa5])[我本](?:局|厅|镇|乡|街道)(?!长|级)/,
    prefectureGovernment: /(?<![\u4e00-\u9fa5])[我本](?:局|厅|镇|乡|街道|县)(?!长|级)/,
    provincialGovernment: /(?<![\u4e00-\u9fa5])[我本](?:局|厅|镇|乡|街道|县|市)(?!长|级)/,
  }),
)

/** An application is handed to the organ itself: a township does not count what was handed to a city. */
const HANDED_TO =
  /向[省市县区](?:人民)?政府(?:及|和|、)[其省市县区]?(?:人民)?政府办公[室厅](?:提出|申请|提交)/

const BELOW_GOVERNMENT = new Set([
  'department',
  'townshipGovernment',
  'subdistrictOffice',
  'authorizedOrganization',
])

export const foreignOrgan: Rule = {
  id: 'text.foreign-organ',
  title: '自称与机关类型相符',
  severity: 'verify',
  due: 'atReview',
  source: '通读',
  explanation: '部门自称“我镇”、街道写“向市政府及市政府办公室提出的申请”，多半沿用了别单位的文字。',
  check: (given) => {
    const texts = writtenTexts(given)
    const home = texts[0]?.address
    if (home === undefined) return []
    const kind = given.text('organ.kind')
    const own = FOREIGN.get(kind)
    const spots = [
      ...(own ? spotsOf(texts, own) : []),
      ...(BELOW_GOVERNMENT.has(kind) ? spotsOf(texts, HANDED_TO) : []),
    ].filter((spot) => !insideMarks(spot.prose.text, spot.start))
    if (!spots.length) return [holdsAt(home)]
    const byText = new Map<string, Spot>()
    for (const spot of spots) if (!byText.has(spot.address)) byText.set(spot.address, spot)
    return [...byText.values()].map(
      (spot): Outcome => ({
        target: spot.address,
        operands: [spot.address, 'organ.kind'],
        state: 'fails',
        message: `${proseName(given.edition, spot.address)}：出现“${quotedSpot(spot)}”，与机关类型不符，是否沿用了别单位文字？`,
        evidence: { [spot.address]: quotedSpot(spot) },
      }),
    )
  },
  examples: [
    {
      title: '街道写成向市政府提出的申请',
      entries: {
        'organ.kind': 'subdistrictOffice',
        'overview.onRequest': '收到向市政府及市政府办公室提出的政府信息公开申请。',
      },
      messages: ['正文（二）：出现“向市政府及市政府办公室提出”，与机关类型不符，是否沿用了别单位文字？'],
    },
    {
      title: '县政府自称“我局”',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': '我局加强监督检查。' },
      messages: ['正文（五）：出现“我局”，与机关类型不符，是否沿用了别单位文字？'],
    },
    {
      title: '部门服务于本市',
      entries: { 'overview.proactive': '根据市政府部署，我局围绕我市中心工作公开信息。' },
      messages: [],
    },
  ],
}
