import type { Rule } from '../../types'
import { oneFinding, quotedSpot, replaceSpots, spotsOf, writtenTexts } from '../texts'

const OLD_LAW = /(?:国务院令|国令|令)[^。;]{0,4}?第?492号/

const HISTORY = /修订前|2007年|原条例|旧条例|废止/

export const lawSuperseded: Rule = {
  id: 'text.law-superseded',
  title: '引用现行条例',
  severity: 'verify',
  due: 'atReview',
  source: '国务院令第711号',
  explanation: '政府信息公开条例 2019 年修订，现行的是国务院令第711号。',
  check: (given) => {
    const texts = writtenTexts(given)
    const home = texts[0]?.address
    if (home === undefined) return []
    const spots = spotsOf(texts, OLD_LAW).filter(
      ({ prose, start, end }) => !HISTORY.test(prose.text.slice(Math.max(0, start - 20), end + 20)),
    )
    return [
      oneFinding(spots, home, () => '现行条例为国务院令第711号（2019年5月15日起施行）。', [
        {
          label: '改为第711号',
          changes: replaceSpots(spots, (spot) => quotedSpot(spot).replace('492', '711')),
        },
      ]),
    ]
  },
  examples: [
    {
      title: '第492号',
      entries: { 'overview.proactive': '根据《条例》（国务院令第492号）主动公开信息。' },
      messages: ['现行条例为国务院令第711号（2019年5月15日起施行）。'],
    },
    {
      title: '说的是修订前',
      entries: { 'overview.proactive': '与2007年公布的国务院令第492号相比，公开范围扩大。' },
      messages: [],
    },
  ],
}
