import { yearOf } from '../report/deadline'
import { sentencesOf } from './prose/quantities'
import {
  holdsAt,
  inSection,
  proseName,
  quotedSpot,
  replaceSpots,
  type Spot,
  spotsOf,
  writtenTexts,
} from './texts'
import type { Given, Outcome, Rule } from './types'

const OVERVIEW = 'overview'

/** 2021年1月1日至2021年12月31日, with what names it a period of statistics before it. */
const PERIOD =
  /(?:统计|期限|时限|期间|报告期|数据)[^。\n]{0,24}?(20\d\d)年1月1日(?:起|零时|0时)?,?(?:至|到|—|–|-|~|～)+(?:(20\d\d)年|当年|同年)?12月31日?/

const periodSpots = (given: Given): Spot[] => spotsOf(inSection(given, writtenTexts(given), OVERVIEW), PERIOD)
const yearsIn = ({ prose, start, end }: Spot): string[] =>
  [...prose.text.slice(start, end).matchAll(/20\d\d(?=年(?:1月1日|12月31日))/g)].map(([year]) => year)

export const yearPeriod: Rule = {
  id: 'year.period',
  title: '统计期限与年度一致',
  severity: 'verify',
  due: 'atReview',
  source: '条例第五十条；国办公开办函〔2021〕30号',
  explanation: '报告所列数据的统计期限应是报告年度的 1 月 1 日至 12 月 31 日。',
  check: (given) => {
    const year = yearOf(given.report.entries)
    if (year === undefined) return []
    return periodSpots(given).map((spot): Outcome => {
      const place = { target: spot.address, operands: [spot.address] }
      const wrong = yearsIn(spot).filter((other) => other !== String(year))
      if (!wrong.length) return { ...place, state: 'holds' }
      const [changed] = replaceSpots([spot], () =>
        quotedSpot(spot).replace(/20\d\d(?=年(?:1月1日|12月31日))/g, String(year)),
      )
      return {
        ...place,
        state: 'fails',
        message: `统计期限写 ${[...new Set(wrong)].join('、')} 年，本报告为 ${year} 年。`,
        fixes: changed && [{ label: `改为 ${year}`, changes: [changed] }],
        evidence: { [spot.address]: quotedSpot(spot) },
      }
    })
  },
  examples: [
    {
      title: '还是上年的期限',
      entries: { 'overview.introduction': '所列数据的统计期限自2022年1月1日起至2022年12月31日止。' },
      messages: ['统计期限写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '只改了前一半',
      entries: { 'overview.introduction': '本报告统计时限为2023年1月1日到2022年12月31日。' },
      messages: ['统计期限写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '“统计数据的期限自…起，至…”',
      entries: { 'overview.introduction': '统计数据的期限自2023年1月1日起，至12月31日止。' },
      messages: [],
    },
  ],
}

export const textPeriod: Rule = {
  id: 'text.period',
  title: '写明统计期限',
  severity: 'note',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号',
  explanation: '引言或第一部分通常写明所列数据的统计期限。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = given.edition.sections.find((section) => section.key === OVERVIEW)?.texts?.[0]?.address
    if (!target || !texts.length) return []
    const found = texts.some(
      ({ prose }) =>
        /统计(?:数据)?的?(?:期限|时限|期间|时间)|截至|截止/.test(prose.text) || PERIOD.test(prose.text),
    )
    if (found) return [holdsAt(target)]
    const year = yearOf(given.report.entries)
    const span = year === undefined ? '' : `（${year}年1月1日至12月31日）`
    return [{ target, operands: [target], state: 'fails', message: `未写统计期限${span}。` }]
  },
  examples: [
    {
      title: '引言没有期限',
      entries: { 'overview.introduction': '示例局编制本报告，可在网站查阅。' },
      messages: ['未写统计期限（2023年1月1日至12月31日）。'],
    },
  ],
}

const OPENING =
  /^(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d[.、])?(20\d\d)年(?=[,我全度以来])/
/** Another year may begin a sentence when it is looked back to or ahead to, or when a stretch of years is meant. */
const LOOKS_BACK = /结转|上年|同比|相比|较|比20|决算|年报|年度报告|自查|指出|通报|考核结果|反馈|整改|遗留/
const LOOKS_AHEAD = /下一步|预算|结转|计划|将|打算|继续|力争|争取|要|拟|目标/
const STRETCH = /^20\d\d年(?:度)?(?:以来|来|至|到|—|-|起)/

const isStray = (sentence: string, year: number, other: number, isOutlook: boolean): boolean => {
  if (other === year) return false
  if (other < year && STRETCH.test(sentence.replace(/^.*?(?=20\d\d年)/, ''))) return false
  if (other === year - 1 && LOOKS_BACK.test(sentence)) return false
  return !(other === year + 1 && (isOutlook || LOOKS_AHEAD.test(sentence)))
}

export const yearStray: Rule = {
  id: 'year.stray',
  title: '句首的年份',
  severity: 'verify',
  due: 'atReview',
  source: '与年度比较',
  explanation: '沿用上年文字时，句首的年份常常忘了改。文号、书名号里的年份和对比上年、展望下年的句子不算。',
  check: (given) => {
    const year = yearOf(given.report.entries)
    if (year === undefined) return []
    return writtenTexts(given).flatMap(({ address, prose }): Outcome[] => {
      const stray = sentencesOf(prose.text).flatMap((sentence): { spot: Spot; other: number }[] => {
        const match = OPENING.exec(sentence.text)
        const other = Number(match?.[1])
        if (!match || !isStray(sentence.text, year, other, address === 'problems')) return []
        const start = sentence.start + match[0].length - 5
        return [{ spot: { address, prose, start, end: start + 4 }, other }]
      })
      if (!stray.length) return [holdsAt(address)]
      return stray.map(({ spot, other }) => ({
        target: address,
        operands: [address],
        state: 'fails',
        message: `${proseName(given.edition, address)}：句首写 ${other} 年，本报告为 ${year} 年。`,
        fixes: [{ label: `改为 ${year}`, changes: replaceSpots([spot], () => String(year)) }],
        evidence: { [address]: quotedSpot({ ...spot, end: Math.min(spot.end + 12, prose.text.length) }) },
      }))
    })
  },
  examples: [
    {
      title: '上年的年份留在句首',
      entries: { 'overview.management': '2022年，本镇共制定规范性文件0件。' },
      messages: ['正文（三）：句首写 2022 年，本报告为 2023 年。'],
    },
    {
      title: '与上年比较、展望下年、说的是一段时间',
      entries: {
        'overview.proactive': '2022年度报告指出的问题已经整改。2019年以来，公开渠道不断增加。',
        problems: '存在的主要问题是解读不够。2024年，将改进解读方式。',
      },
      messages: [],
    },
  ],
}

/** Kept for the list of rules and for a city that asks for it. */
const MAX_OVERVIEW = 1000

export const textLength: Rule = {
  id: 'text.length',
  title: '总体情况的字数',
  severity: 'note',
  due: 'atReview',
  source: '个别地方的通知',
  explanation: '个别地方要求总体情况不超过 1000 字。没有全国规定，默认不核对。',
  off: true,
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = texts[0]?.address
    if (!target) return []
    const count = texts.reduce((sum, { prose }) => sum + prose.text.replace(/\s/g, '').length, 0)
    return [
      count > MAX_OVERVIEW
        ? { target, operands: [target], state: 'fails', message: `总体情况 ${count} 字。` }
        : holdsAt(target),
    ]
  },
  examples: [
    {
      title: '超过 1000 字',
      entries: {
        'overview.introduction': '公开'.repeat(600),
        'overview.proactive': '',
        'overview.onRequest': '',
        'overview.management': '',
        'overview.platform': '',
        'overview.oversight': '',
      },
      messages: ['总体情况 1200 字。'],
    },
  ],
}
