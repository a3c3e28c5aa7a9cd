import type { Rule } from '../../types'
import { oneFinding, replaceSpots, spotsOf } from '../texts'
import { overAll } from './wording'

const TERM = /政府信息工作(?!秘密)/

export const term: Rule = {
  id: 'text.term',
  title: '条例用语',
  severity: 'note',
  due: 'atReview',
  source: '政府信息公开条例',
  explanation: '条例用语是“政府信息公开工作”，不写“政府信息工作”。',
  check: (given) =>
    overAll(given, (texts, home) => {
      const spots = spotsOf(texts, TERM)
      return oneFinding(
        spots,
        home,
        () => `“政府信息工作”${spots.length} 处，条例用语是“政府信息公开工作”。`,
        [{ label: '全部替换', changes: replaceSpots(spots, () => '政府信息公开工作') }],
      )
    }),
  examples: [
    {
      title: '少了“公开”',
      entries: { 'overview.oversight': '加强政府信息工作的领导，把政府信息工作列入议程。' },
      messages: ['“政府信息工作”2 处，条例用语是“政府信息公开工作”。'],
    },
    {
      title: '写全了，或者说的是政府信息工作秘密',
      entries: { 'overview.oversight': '加强政府信息公开工作的领导，涉及政府信息工作秘密的先行审查。' },
      messages: [],
    },
  ],
}
