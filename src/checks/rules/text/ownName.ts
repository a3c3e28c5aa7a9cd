import type { Outcome, Rule } from '../../types'
import { holdsAt, quotedSpot, type Spot, spotsOf, type Written, writtenTexts } from '../texts'

/** Shorter names differ from others' by a character or two as a matter of course. */
const LEAST_NAME = 6
/** So many characters may be missing or too many. */
const SLIPS = 2
/** Both names begin and end alike by so many characters. */
const ALIKE = 2

/** A short way of writing a name is no misspelling: 市场监管局, 发展改革局, 管委会, …政府办公室. */
const shortened = (name: string): string =>
  name
    .replace(/监督管理/g, '监管')
    .replace(/管理委员会/g, '管委会')
    .replace(/人民|委员会$|汇总|本级|机关|系统|[全和与及的省市县区州盟旗]/g, '')

/** Whether the shorter text is the longer one with some characters left out. */
function isLeftOver(short: string, long: string): boolean {
  let at = 0
  for (const char of long) if (char === short.charAt(at)) at++
  return at === short.length
}

/** A name with one or two characters missing or too many. Other characters in their place make another office's name. */
function isMisspelt(written: string, name: string): boolean {
  const slips = Math.abs(written.length - name.length)
  const [short, long] = written.length < name.length ? [written, name] : [name, written]
  // 大湖海关对关区: no part of a name.
  const between = written.length > name.length ? [...written].filter((char) => !name.includes(char)) : []
  return (
    slips > 0 &&
    slips <= SLIPS &&
    isLeftOver(short, long) &&
    !between.some((char) => NO_NAME.test(char)) &&
    shortened(written) !== shortened(name)
  )
}

/** What tells two offices apart that are called alike: 河东区、河西区, 第一中学、第二中学, 市教育局、县教育局. */
const TELLS_APART = /[东西南北中上下前后左右内外大小新老旧高低长短一二三四五六七八九十省市县区州盟旗乡镇]/
/** Another character in the place of one: 柳荷镇人民政府 for 柳河镇人民政府. It may be the name of a neighbour. */
function isOtherCharacter(written: string, name: string): boolean {
  if (written.length !== name.length) return false
  const [at, ...more] = [...name].flatMap((char, i) => (char === written.charAt(i) ? [] : [i]))
  return (
    at !== undefined &&
    // 生态环境状况 beside 生态环境局: what an organ is stands last.
    at < name.length - 1 &&
    !more.length &&
    !TELLS_APART.test(written.charAt(at)) &&
    !TELLS_APART.test(name.charAt(at))
  )
}
const HAN_ONLY = /^[\u4e00-\u9fa5]+$/

/** 示例县柳河镇人民政府, 柳河镇人民政府. */
const namesOf = (name: string): string[] => [
  ...new Set([name, name.replace(/^.*?[省市县区州盟旗](?=.{5,}(?:政府|[局委办室])$)/, '')]),
]

/** Where a text writes something that has one other character than the organ's name. */
function otherCharactersIn({ address, prose }: Written, name: string): Spot[] {
  const spots: Spot[] = []
  for (let start = 0; start + name.length <= prose.text.length; start++) {
    // One of its halves is as it should be.
    if (prose.text.charAt(start) !== name.charAt(0) && prose.text.charAt(start + 1) !== name.charAt(1))
      continue
    const written = prose.text.slice(start, start + name.length)
    if (HAN_ONLY.test(written) && isOtherCharacter(written, name))
      spots.push({ address, prose, start, end: start + name.length })
  }
  return spots
}

/** 通过区政府网站, 由县水务局: no names. */
const NO_NAME = /[过在和与及由向对为从到按经以本该各全并将把被请]/
const PLACE = /([\u4e00-\u9fa5]{2,4}?)(街道|[省市县区州盟旗镇乡])/g
/** 临湖街道 at the head of a clause for 临胡街道办事处: its place with another character, once; what is named more often is a neighbour. */
function otherPlacesIn(texts: Written[], name: string): Spot[] {
  return [...name.replace(/人民政府|总局/g, ' ').matchAll(PLACE)].flatMap(([place, own = '', kind]) => {
    const written = new RegExp(`(?<=^|[。;,:\\n(]|联系|请[与向])[\\u4e00-\\u9fa5]{${own.length}}${kind}`)
    const others = spotsOf(texts, written).filter(({ prose, start, end }) => {
      const said = prose.text.slice(start, end)
      return !NO_NAME.test(said) && isOtherCharacter(said, place)
    })
    return others.length === 1 ? others : []
  })
}

/** Where a text writes something that is nearly the organ's name. */
function misspellingsIn({ address, prose }: Written, name: string): Spot[] {
  const [head, tail] = [name.slice(0, ALIKE), name.slice(-ALIKE)]
  const spots: Spot[] = []
  for (let start = prose.text.indexOf(head); start >= 0; start = prose.text.indexOf(head, start + 1)) {
    const reach = prose.text.slice(start, start + name.length + SLIPS)
    if (reach.startsWith(name)) continue
    for (let length = name.length - SLIPS; length <= reach.length; length++) {
      const written = reach.slice(0, length)
      if (!written.endsWith(tail) || !isMisspelt(written, name)) continue
      spots.push({ address, prose, start, end: start + length })
      break
    }
  }
  return spots
}

export const ownName: Rule = {
  id: 'text.own-name',
  title: '本机关名称有无错漏',
  severity: 'verify',
  due: 'atReview',
  source: '通读',
  explanation:
    '正文里与机关名称只差一两个字的名称，多半是漏字或多字。换了一个字的，也可能是邻近的机关，只作提示。通行的简称不算。',
  check: (given): Outcome[] => {
    const name = given.text('organ.name').trim()
    const texts = writtenTexts(given)
    const isLong = name.length >= LEAST_NAME
    const missing = isLong ? texts.flatMap((text) => misspellingsIn(text, name)) : []
    const whole = isLong
      ? texts.flatMap((text) => namesOf(name).flatMap((own) => otherCharactersIn(text, own)))
      : []
    const places = otherPlacesIn(texts, name).filter(
      (one) =>
        !whole.some(({ prose, start, end }) => prose === one.prose && start <= one.start && end >= one.end),
    )
    // 自然资源和规化局 in 示例市自然资源和规化局: said once.
    const others = [...whole, ...places].filter(
      (one, _, all) =>
        !all.some(({ prose, start, end }) => prose === one.prose && start < one.start && end === one.end),
    )
    const spots = [...missing, ...others]
    const [first] = spots
    if (!first) return [holdsAt('organ.name')]
    const written = [...new Set(spots.map(quotedSpot))]
    return written.map((text) => {
      const spot = spots.find((one) => quotedSpot(one) === text) ?? first
      return {
        target: spot.address,
        operands: [spot.address, 'organ.name'],
        state: 'fails',
        message: `正文写“${text}”，本机关为“${name}”。`,
        evidence: { [spot.address]: text },
        ...(others.includes(spot) && { severity: 'note' as const }),
      }
    })
  },
  examples: [
    {
      title: '漏了两个字',
      entries: {
        'organ.name': '示例综合实验区水务局',
        'overview.introduction':
          '如有疑问，请与示例综合区水务局联系。统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: ['正文写“示例综合区水务局”，本机关为“示例综合实验区水务局”。'],
    },
    {
      title: '写成了另一个字，也可能是邻近的机关',
      entries: {
        'organ.name': '示例县柳河镇人民政府',
        'organ.kind': 'townshipGovernment',
        'overview.management': '柳荷镇人民政府认真审核公开内容。',
      },
      messages: ['正文写“柳荷镇人民政府”，本机关为“示例县柳河镇人民政府”。'],
    },
    {
      title: '地名写成了另一个字，后面不是全称',
      entries: {
        'organ.name': '示例区临胡街道办事处',
        'organ.kind': 'subdistrictOffice',
        'overview.platform': '平台建设：临湖街道在14个社区设公开栏，临胡街道公众号推送196条。',
      },
      messages: ['正文写“临湖街道”，本机关为“示例区临胡街道办事处”。'],
    },
    {
      title: '多次写到的是邻近的地方',
      entries: {
        'organ.name': '示例区临胡街道办事处',
        'organ.kind': 'subdistrictOffice',
        'overview.platform': '与邻近街道共建公开专区，临湖街道出场地，临湖街道出人员。',
      },
      messages: [],
    },
    {
      title: '“通过区政府网站”里没有地名',
      entries: {
        'organ.name': '通明区示例街道办事处',
        'organ.kind': 'subdistrictOffice',
        'overview.platform': '信息公开。通过区政府网站公开信息196条。',
      },
      messages: [],
    },
    {
      title: '名称只差方位的是别的机关',
      entries: { 'organ.name': '河东区教育局', 'overview.management': '河西区教育局来访交流。' },
      messages: [],
    },
    {
      title: '通行的简称，别的机关',
      entries: {
        'organ.name': '示例县市场监督管理局',
        'overview.introduction':
          '示例县市场监管局编制，示例县审计局协助。统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [],
    },
  ],
}
