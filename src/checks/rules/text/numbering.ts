import type { Address } from '../../../format/types'
import type { Outcome, Rule } from '../../types'
import { holdsAt, proseName, type Spot, spotsOf, type Written, writtenTexts } from '../texts'

const NUMERALS = '一二三四五六七八九十'
/** 一是、二是 at the beginning of a sentence or clause, and （一）（二） at the beginning of a line or sentence. */
const MARKS = [
  new RegExp(`(?<=^|[。;:,\\n]|20\\d\\d年)[${NUMERALS}]是(?![${NUMERALS}])`),
  new RegExp(`(?<=^|[。\\n])\\([${NUMERALS}]\\)`),
]

const numberOf = ({ prose, start, end }: Spot): number =>
  NUMERALS.indexOf(prose.text.slice(start, end).replace(/[()是]/g, '')) + 1

/** The first mark that goes on from no list that is open; a list may stand inside an item of another. */
function slipIn(spots: Spot[]): { before: Spot; spot: Spot } | undefined {
  const open: number[] = []
  let before: Spot | undefined
  for (const spot of spots) {
    const number = numberOf(spot)
    const continued = open.lastIndexOf(number - 1)
    if (number === 1) open.push(1)
    else if (continued >= 0) open.splice(continued, open.length, number)
    else if (before) return { before, spot }
    else open.push(number)
    before = spot
  }
  return undefined
}

const shownAt = ({ prose, start, end }: Spot): string =>
  prose.text.slice(start, end).replace('(', '（').replace(')', '）')

function judge(text: Written, name: string): Outcome {
  const { address }: { address: Address } = text
  const slip = MARKS.flatMap((mark) => slipIn(spotsOf([text], mark)) ?? [])[0]
  if (!slip) return holdsAt(address)
  const [last, next] = [shownAt(slip.before), shownAt(slip.spot)]
  return {
    target: address,
    operands: [address],
    state: 'fails',
    message: `${name}：“${last}”后面是“${next}”，序号跳号或重复。`,
    evidence: { [address]: `${last}${next}` },
  }
}

export const numbering: Rule = {
  id: 'text.numbering',
  title: '序号连续',
  severity: 'note',
  due: 'atReview',
  source: '通读',
  explanation: '“一是、二是”和“（一）（二）”应依次编号，不跳号、不重复。',
  check: (given) => writtenTexts(given).map((text) => judge(text, proseName(given.edition, text.address))),
  examples: [
    {
      title: '跳过了二',
      entries: { 'overview.management': '一是健全制度。三是加强审核。三是清理文件。' },
      messages: ['正文（三）：“一是”后面是“三是”，序号跳号或重复。'],
    },
    {
      title: '一项里面另有序号',
      entries: {
        'overview.management':
          '一是健全制度。（一）修订目录。（二）规范流程。二是加强审核：一是先审，二是后发。三是清理文件。',
      },
      messages: [],
    },
  ],
}
