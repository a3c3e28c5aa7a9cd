import { yearOf } from '../../../report/deadline'
import { sentencesOf } from '../../prose/quantities'
import type { Outcome, Rule } from '../../types'
import { holdsAt, proseName, quotedSpot, replaceSpots, type Spot, writtenTexts } from '../texts'

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
