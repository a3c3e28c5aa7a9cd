import { sectionOf } from '../../../format/names'
import type { Address } from '../../../format/types'
import { sentencesOf } from '../../prose/quantities'
import type { Rule } from '../../types'
import { holdsAt, inSection, type Written, writtenTexts, writtenUnder } from '../texts'
import { OVERVIEW } from './elements'

/** What section one must speak of, the words it is spoken of with where it has no heading of its own, and those of such headings. */
const PARTS: { address: Address; name: string; words: RegExp; heads: RegExp }[] = [
  {
    address: 'overview.proactive',
    name: '主动公开',
    words: /主动公开|(?<!申请)(?:公开|发布)(?:各类|政府|政务)*信息/,
    heads: /(?<!申请)公开(?!申请|平台)/,
  },
  {
    address: 'overview.onRequest',
    name: '依申请公开',
    words: /依申请公开|依法申请|公开申请|申请公开|申请办理|(?:收到|新收|受理|办理)[^。,;许]{0,8}申请/,
    heads: /申请/,
  },
  {
    address: 'overview.management',
    name: '政府信息管理',
    words: /信息管理|信息资源管理|信息审核|保密审查|三审/,
    heads: /管理|信息怎么管|管[好住牢严实细]?(?:政府)?信息/,
  },
  {
    address: 'overview.platform',
    name: '平台建设',
    words: /平台|网站建设|新媒体|载体|阵地|渠道建设/,
    heads: /平台|网站|渠道/,
  },
  {
    address: 'overview.oversight',
    name: '监督保障',
    words: /监督|考核|社会评议|责任追究|组织保障/,
    heads: /监督|保障/,
  },
]

/** So far into a sentence a subject is still named as its topic. */
const OPENING = 14

/** 其中主动公开140条 counts something; it opens no part. */
const opensSentence = (texts: Written[], words: RegExp): boolean =>
  texts.some(({ prose }) =>
    sentencesOf(prose.text).some((sentence) => {
      const opening = sentence.text.slice(0, OPENING)
      const at = opening.search(words)
      return at >= 0 && !opening.slice(0, at).includes('其中')
    }),
  )

/** （三）围绕规范抓管理，管理更有章法; （一）组织领导 on a line of its own or before its text: whatever a heading says of a part. */
const NUMBERED =
  /^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]+[)）.、．]|[一二三四五六七八九十]是)([^。\n]{2,40}?)(?:[。：: \t\u3000]|$)/gm
const headingsOf = (texts: Written[]): string[] =>
  texts.flatMap(({ prose }) => [...prose.original.matchAll(NUMBERED)].map((match) => match[1] ?? ''))

/** One heading of another kind may stand among the five; a local outline has more. */
const OWN_HEADINGS = 2
const LONGEST = 16

/** Section one is divided under headings of its own (组织领导、制度建设 …), as local outlines have it. */
const hasOwnOutline = (texts: Written[]): boolean =>
  headingsOf(texts).filter(
    (heading) =>
      heading.length <= LONGEST &&
      !/[，,；;]/.test(heading) &&
      !PARTS.some(({ words }) => words.test(heading)),
  ).length >= OWN_HEADINGS

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
    const section = first && sectionOf(given.edition, first.address)
    if (!section || !writtenUnder(section, given.text).length) return []
    // Written as a whole under its heading, it may speak of the five in words that no list foresees.
    const undivided = blank.length === parts.length
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const headings = headingsOf(texts)
    const missing = blank.filter(
      ({ words, heads }) => !headings.some((heading) => heads.test(heading)) && !opensSentence(texts, words),
    )
    const target = missing[0]
    if (!target) return [holdsAt(first.address)]
    return [
      {
        target: target.address,
        operands: missing.map(({ address }) => address),
        state: 'fails',
        message: `总体情况缺少：${missing.map(({ name }) => name).join('、')}。`,
        ...((undivided || hasOwnOutline(texts)) && { severity: 'note' as const }),
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
      title: '总体情况都写在标题之下的一段里，缺监督保障',
      entries: {
        ...Object.fromEntries(PARTS.map(({ address }) => [address, ''])),
        'overview.introduction':
          '主动公开信息12条。依申请公开方面没有收到申请。政府信息管理方面没有制发文件。公开平台建设方面依托政府网站。',
        'overview.introductionPlace': 'within',
      },
      messages: ['总体情况缺少：监督保障。'],
    },
    {
      title: '标题里说到',
      entries: {
        'overview.proactive': '',
        'overview.management': '',
        'overview.introduction': '（一）围绕民生办实事，主动公开更有温度\n（二）从源头做起，信息管理更有章法',
        'overview.introductionPlace': 'within',
      },
      messages: [],
    },
    {
      title: '标题换了说法',
      entries: { 'overview.management': '', 'overview.introduction': '（三）突出源头把关，管好政府信息' },
      messages: [],
    },
    {
      title: '写在同一段里',
      entries: {
        'overview.oversight': '',
        'overview.platform': '公开平台建设方面，依托政府网站。监督保障方面，开展了培训。',
      },
      messages: [],
    },
    {
      title: '只在列数时提到',
      entries: {
        'overview.proactive': '',
        'overview.onRequest': '本年没有收到依申请公开。其中主动公开政府信息140条。',
      },
      messages: ['总体情况缺少：主动公开。'],
    },
  ],
}
