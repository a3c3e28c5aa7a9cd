import { textsOf } from '../../../format/names'
import type { Address } from '../../../format/types'
import { yearOf } from '../../../report/deadline'
import { type Sentence, sentencesOf } from '../../prose/quantities'
import { readingOf } from '../../prose/reading'
import type { Given, Outcome, Rule } from '../../types'
import { givenOfLastYear } from '../figures'
import { T3 } from '../requests/places'
import { holdsAt, proseName, quotedSpot, replaceSpots, type Spot, type Written, writtenTexts } from '../texts'

const HEADING =
  '(?:[一二三四五六七八九十]+是|\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+、|\\d[.、])?'
/** A sub-heading that runs into its text without a stop: （三）政府信息管理情况2023年，… */
const RUN_IN = '(?:[\\u4e00-\\u9fa5]{2,12}(?:情况|方面|建设|保障|管理|工作):?)?'
/** What follows a year that a sentence is set in: a pause, who acts, or at once what was done. */
const SET_IN = '(?=[,我全度以来]|制作|获取|共|主动|收到|新收|受理|公开|发布|制发|在|未)'
const OPENING = new RegExp(`^${HEADING}${RUN_IN}(20\\d\\d)年${SET_IN}`)
/** 结合2023年工作实际: the year the report is said to be about. */
const ACTUAL = /(?:结合|根据|按照)[^。;,\d]{0,12}(20\d\d)年[^。;,\d]{0,16}实际/
/** y年，我局将…: what is said of the year to come. 将…列入 is no future. */
const TO_COME =
  /(20\d\d)年,?(?:我[\u4e00-\u9fa5]{1,4}|本[\u4e00-\u9fa5]{1,3})?将(?=继续|进一步|着重|聚焦|突出|大力|抓好|抓紧|扎实|全面|强化|推动|推进|完善|健全|优化|提升|提高|做好|针对|着力|不断|持续|重点|认真|深入|努力|积极|坚持|严格|更加|从|加强|加大|按照|围绕)/

/** Another year may begin a sentence when it is looked back to or ahead to, or when a stretch of years is meant. */
const LOOKS_BACK =
  /结转|上年|同比|相比|较|比20|决算|年报|年度报告|自查|指出|通报|考核结果|反馈|整改|遗留|查[找摆]|问题[^。]*(?:已经?|均已?|都|全部)[^。]{0,6}解决/

/** 2022年度提出要改进的“……”问题，……: whatever figures of this year follow. */
const FOUND_THEN = /^[^,;。]{0,8}20\d\d年度?[^,;。]{0,12}(?:存在|提出|指出|反映|查找|发现|问题)/

const LOOKS_AHEAD = /下一步|预算|结转|计划|将|打算|继续|力争|争取|要|拟|目标/

const STRETCH = /^20\d\d年(?:度)?(?:以来|来|至|到|—|-|起)/

/** 今年多措并举, 今年不少单位: no word of more or less by itself, only where the clause ends with it or goes on to how much. */
const LESS_OR_MORE =
  /今年[^,;。]{0,6}(?:翻[一了]?番|翻倍|持平|(?:增[加长多]|减少|(?<!不)[多少]|上升|[下上]降|上涨|(?<!提)升|[降涨])(?=[了出到至近约超过一两几\d]|[,;。]|$))/

/** 2022年办结31件，2023年多办结5件; 2022年收到31件，今年少了5件; 2022年只收到18件，今年接近翻番: set beside this year's. */
const isBeside = (sentence: string, year: number) =>
  LESS_OR_MORE.test(sentence) ||
  new RegExp(
    `20\\d\\d年[^。]*\\d[件条次个].*(?:(?<!截[至止]到?|[至到])${year}年(?!12月)|今年)[^,;]*\\d[件条次个]`,
  ).test(sentence)

const isStray = (sentence: string, year: number, other: number, isOutlook: boolean): boolean => {
  if (other === year) return false
  if (other < year && STRETCH.test(sentence.replace(/^.*?(?=20\d\d年)/, ''))) return false
  // 2020年收37件，2021年收66件: one year after another.
  const later = [...sentence.matchAll(/20\d\d(?=年)/g)].map(Number)
  if (later.some((one) => one > other && one < year)) return false
  if (other === year - 1 && (LOOKS_BACK.test(sentence) || isBeside(sentence, year))) return false
  return !(other === year + 1 && (isOutlook || LOOKS_AHEAD.test(sentence)))
}

/** 截至2022年底, 截至2022年12月: a sentence of that year as well. */
const UNTIL = /^[^;。\d]{0,20}?截[至止]到?(20\d\d)年(?:年?底|末|12月)/
/** 截至2022年12月31日，主动公开信息380条: told to the end of another year. */
const UNTIL_END = new RegExp(
  `^${HEADING}[^;。\\d]{0,12}?截[至止]到?(20\\d\\d)年12月31日(?:止|底)?,[^;。\\d]{0,30}(?:公开|发布|收到|受理|新收)[^,;。\\d]{0,16}\\d`,
)
/** So many figures of one sentence are not those of two years by chance; fewer where one of them is large. */
const WITNESSES = 3
const FEWER = 2
const LARGE = 100

/**
 * 2022年，收到申请22件，上年结转1件，办结23件: with the year put right, so many figures of the sentence are this report's, and
 * last year's report, where it is known, has others.
 */
function isToldByFigures(given: Given, { address, prose }: Written, sentence: Sentence, other: number) {
  const year = yearOf(given.report.entries)
  const own = prose.text.slice(sentence.start, sentence.end)
  if (year === undefined || other !== year - 1 || own.includes(`${year}年`)) return false
  const prosaic = new Set(textsOf(given.edition).map((spec) => spec.address))
  const agreeing = (of: Given, text: string) => {
    const alone = (at: Address) => (at === address ? text : prosaic.has(at) ? '' : of.text(at))
    const figures = readingOf({ ...of, text: alone }).judged.flatMap(
      ({ state, item, meanings: [meaning] }) =>
        state === 'agrees' && item.value > 0 && meaning ? [meaning] : [],
    )
    const count = new Set(figures.map(({ figure }) => figure)).size
    return count >= WITNESSES || (count >= FEWER && figures.some(({ amount = 0 }) => amount >= LARGE))
  }
  if (!agreeing(given, own.replaceAll(`${other}年`, `${year}年`))) return false
  const last = givenOfLastYear(given)
  return !last || !agreeing(last, own)
}

interface Stray {
  spot: Spot
  message: string
  /** The year that should stand there. */
  right: number
}

/** The year a sentence speaks of where it can only be a slip. */
function strayIn(
  sentence: Sentence,
  year: number,
  isOutlook: boolean,
  isToldBy: (other: number) => boolean,
): { year: string; right: number; message: string } | undefined {
  const [, ahead] = (isOutlook && TO_COME.exec(sentence.text)) || []
  if (ahead !== undefined && Number(ahead) <= year)
    return {
      year: ahead,
      right: year + 1,
      message: `展望写 ${ahead} 年，本报告为 ${year} 年，应为 ${year + 1} 年。`,
    }
  const [, actual] = ACTUAL.exec(sentence.text) ?? []
  if (actual !== undefined && Number(actual) !== year)
    return { year: actual, right: year, message: `写“${actual}年…实际”，本报告为 ${year} 年。` }
  if (FOUND_THEN.test(sentence.text)) return undefined
  const [, opening] = OPENING.exec(sentence.text) ?? UNTIL_END.exec(sentence.text) ?? []
  if (opening !== undefined && isStray(sentence.text, year, Number(opening), isOutlook))
    return { year: opening, right: year, message: `句首写 ${opening} 年，本报告为 ${year} 年。` }
  const told = opening ?? UNTIL.exec(sentence.text)?.[1]
  return told !== undefined && isToldBy(Number(told))
    ? { year: told, right: year, message: `写 ${told} 年，句中的数字却是本报告（${year} 年）表中的。` }
    : undefined
}

export const yearStray: Rule = {
  id: 'year.stray',
  title: '句中说的是哪一年',
  severity: 'verify',
  due: 'atReview',
  source: '与年度比较',
  explanation:
    '沿用上年文字时，句首、“结合某年实际”和展望里的年份常常忘了改。文号、书名号里的年份和对比上年、展望下年的句子不算。',
  check: (given) => {
    const year = yearOf(given.report.entries)
    if (year === undefined) return []
    return writtenTexts(given).flatMap((written): Outcome[] => {
      const { address, prose } = written
      const stray = sentencesOf(prose.text).flatMap((sentence): Stray[] => {
        const found = strayIn(sentence, year, address === 'problems', (other) =>
          isToldByFigures(given, written, sentence, other),
        )
        if (!found) return []
        const start = sentence.start + sentence.text.indexOf(`${found.year}年`)
        return [{ ...found, spot: { address, prose, start, end: start + 4 } }]
      })
      if (!stray.length) return [holdsAt(address)]
      return stray.map(({ spot, right, message }) => ({
        target: address,
        operands: [address],
        state: 'fails',
        message: `${proseName(given.edition, address)}：${message}`,
        fixes: [{ label: `改为 ${right}`, changes: replaceSpots([spot], () => String(right)) }],
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
      title: '上年只有这些，今年翻番',
      entries: { 'overview.onRequest': '2022年全镇只收到18件，今年接近翻番。' },
      messages: [],
    },
    {
      title: '今年多措并举、不少单位：说的不是多少',
      entries: {
        'overview.management': '2022年，本镇共制定规范性文件0件，今年多措并举。',
        'overview.onRequest': '2022年，全镇收到申请18件，今年不少单位提升了答复质量。',
      },
      messages: [
        '正文（二）：句首写 2022 年，本报告为 2023 年。',
        '正文（三）：句首写 2022 年，本报告为 2023 年。',
      ],
    },
    {
      title: '今年多了、有所增加',
      entries: {
        'overview.onRequest': '2022年全镇只收到18件，今年有所增加。2022年收到来信18封，今年多了几封。',
      },
      messages: [],
    },
    {
      title: '与上年比较的句子，数字却都是本年表中的',
      entries: {
        [`${T3}received.naturalPerson`]: '22',
        [`${T3}carriedOver.naturalPerson`]: '3',
        [`${T3}outcome.granted.naturalPerson`]: '24',
        [`${T3}carriedForward.naturalPerson`]: '1',
        'overview.onRequest': '截至2022年底，收到申请22件，上年结转3件，办结24件，结转下年1件。',
      },
      messages: ['正文（二）：写 2022 年，句中的数字却是本报告（2023 年）表中的。'],
    },
    {
      title: '两个数都是本年表中的，其中一个很大',
      entries: {
        [`${T3}received.naturalPerson`]: '493',
        [`${T3}carriedOver.naturalPerson`]: '13',
        [`${T3}carriedForward.naturalPerson`]: '506',
        'overview.onRequest': '2022年，全区共新收政府信息公开申请493件，上年结转13件。',
      },
      messages: ['正文（二）：写 2022 年，句中的数字却是本报告（2023 年）表中的。'],
    },
    {
      title: '与上年比较、展望下年、说的是一段时间',
      entries: {
        'overview.proactive': '2022年度报告指出的问题已经整改。2019年以来，公开渠道不断增加。',
        problems: '存在的主要问题是解读不够。2024年，将改进解读方式。',
      },
      messages: [],
    },
    {
      title: '上年的数放在本年的旁边，上年查出的问题已经解决',
      entries: {
        'overview.onRequest': '2022年办结31件，2023年多办结5件。2022年收到31件，今年多了5件。',
        problems: '2022年度查找出来的“专栏过多”等问题，已经解决。存在的主要问题是解读不够。',
      },
      messages: [],
    },
    {
      title: '小标题后面没有句号，年份后面没有逗号',
      entries: {
        'overview.management': '（三）政府信息管理情况 2022年，清理文件3件。',
        'overview.platform': '2022年制作信息30条。',
      },
      messages: [
        '正文（三）：句首写 2022 年，本报告为 2023 年。',
        '正文（四）：句首写 2022 年，本报告为 2023 年。',
      ],
    },
    {
      title: '冒号后面的年份，截至上年年底的数',
      entries: {
        'overview.proactive': '截至2022年12月31日，通过网站公开信息812条。',
        other: '（一）信息处理费收取情况：2022年未发出收费通知。',
      },
      messages: [
        '正文（一）：句首写 2022 年，本报告为 2023 年。',
        '第六部分：句首写 2022 年，本报告为 2023 年。',
      ],
    },
    {
      title: '上年存在的问题已经改了，上年底结转的数',
      entries: {
        [`${T3}received.naturalPerson`]: '493',
        [`${T3}carriedOver.naturalPerson`]: '13',
        'overview.platform': '2022年度提出要改进的“目录偏粗”问题，已拆分细化，新收申请493件，上年结转13件。',
        'overview.proactive': '截至2022年12月31日，结转申请5件。',
        problems: '改进情况：2022年度存在的“目录不统一”，已由办公室统一。存在的主要问题是解读不够。',
      },
      messages: [],
    },
    {
      title: '结合上年的实际，展望写成本年',
      entries: {
        'overview.introduction': '结合2022年工作实际编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
        problems: '存在的主要问题是解读不够。2023年，我局将继续改进解读方式。',
      },
      messages: [
        '引言：写“2022年…实际”，本报告为 2023 年。',
        '第五部分：展望写 2023 年，本报告为 2023 年，应为 2024 年。',
      ],
    },
  ],
}
