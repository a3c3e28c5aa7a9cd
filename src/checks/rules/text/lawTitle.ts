import type { Rule } from '../../types'
import { oneFinding, quotedSpot, replaceSpots, type Spot, spotsOf, writtenTexts } from '../texts'

/** 《…关于<印发…>的通知》: the inner marks belong around the inner title alone. */
const NESTED = /《([^《》<〈]*)[<〈](印发|转发|批转|公布|发布|修改|废止)([^<>〈〉《》]*)[>〉]([^《》]*)》/

export const lawTitle: Rule = {
  id: 'text.law-title',
  title: '书名号的位置',
  severity: 'note',
  due: 'atReview',
  source: 'GB/T 15834-2011 标点符号用法',
  explanation: '通知标题里的文件名用单书名号，只括文件名本身，不括“印发”。',
  check: (given) => {
    const texts = writtenTexts(given)
    const home = texts[0]?.address
    if (home === undefined) return []
    const spots = spotsOf(texts, NESTED)
    const mended = (spot: Spot) =>
      spot.prose.text.slice(spot.start, spot.end).replace(NESTED, '《$1$2〈$3〉$4》')
    return [
      oneFinding(
        spots,
        home,
        ([first]) => (first ? `书名号位置：“${quotedSpot(first)}”，应为“${mended(first)}”。` : ''),
        [{ label: '改正书名号', changes: replaceSpots(spots, mended) }],
      ),
    ]
  },
  examples: [
    {
      title: '书名号括进了“印发”',
      entries: { other: '按照《示例局关于<印发示例办法>的通知》，未收取信息处理费。' },
      messages: [
        '书名号位置：“《示例局关于<印发示例办法>的通知》”，应为“《示例局关于印发〈示例办法〉的通知》”。',
      ],
    },
    {
      title: '单书名号只括文件名',
      entries: { other: '按照《示例局关于印发〈示例办法〉的通知》，未收取信息处理费。' },
      messages: [],
    },
  ],
}
