import type { Given, Outcome, Rule } from '../../types'
import { oneFinding, quotedSpot, replaceSpots, type Spot, spotsOf, writtenTexts } from '../texts'
import { CLOSE, OPEN } from './brackets'

/** Documents that annual reports cite, with the number they are cited by. */
const KNOWN_DOCUMENTS = [
  {
    subject: /年度报告格式/,
    title:
      '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
    prefix: '国办公开办函',
    year: '2021',
    number: '30',
  },
  {
    subject: /年度报告有关事项/,
    title: '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》',
    prefix: '国办公开办函',
    year: '2019',
    number: '60',
  },
  {
    subject: /政府信息公开平台有关事项/,
    title: '《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》',
    prefix: '国办公开办函',
    year: '2019',
    number: '61',
  },
  {
    subject: /信息处理费管理办法/,
    title: '《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》',
    prefix: '国办函',
    year: '2020',
    number: '109',
  },
]

type KnownDocument = (typeof KNOWN_DOCUMENTS)[number]

const citation = ({ prefix, year, number }: KnownDocument) => `${prefix}〔${year}〕${number}号`

const NUMBER = new RegExp(`(国[办令][\\u4e00-\\u9fa5]{0,6}?)${OPEN}(20\\d\\d)年?${CLOSE}(?:第)?(\\d{1,4})号`)

/** How far before its number a document's title may stand. */
const TITLE_REACH = 12

interface Cited {
  spot: Spot
  prefix: string
  year: string
  number: string
  document?: KnownDocument
}

/** The title right before the number; else the year and number of a known document, whatever its prefix. */
function documentOf(text: string, start: number, year: string, number: string): KnownDocument | undefined {
  const before = text.slice(0, start)
  const close = before.lastIndexOf('》')
  if (close >= 0 && start - close <= TITLE_REACH) {
    const title = before.slice(before.slice(0, close).lastIndexOf('《') + 1, close)
    const outer = before.slice(Math.max(0, close - 80), close)
    const titled = KNOWN_DOCUMENTS.find(
      ({ subject }) => subject.test(title) || subject.test(outer.slice(-40)),
    )
    return titled && !/试行/.test(outer) ? titled : undefined
  }
  return KNOWN_DOCUMENTS.find((document) => document.year === year && document.number === number)
}

const citedIn = (given: Given): Cited[] =>
  spotsOf(writtenTexts(given), NUMBER).map((spot) => {
    const [, prefix = '', year = '', number = ''] =
      NUMBER.exec(spot.prose.text.slice(spot.start, spot.end)) ?? []
    return { spot, prefix, year, number, document: documentOf(spot.prose.text, spot.start, year, number) }
  })

const BRACKETED = /[\u4e00-\u9fa5](?:\[20\d\d\]|\(20\d\d\)|【20\d\d】|\{20\d\d\})第?\d{1,4}号/

export const documentNumber: Rule = {
  id: 'text.document-number',
  title: '引用文件的文号',
  severity: 'verify',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号、〔2019〕60号、〔2019〕61号；国办函〔2020〕109号',
  explanation: '常被引用的几个文件，文号写错或漏字的能看出来。文号里的年份用六角括号〔〕。',
  check: (given) => {
    const wrong = citedIn(given).filter(
      ({ prefix, year, number, document }) =>
        document && (prefix !== document.prefix || year !== document.year || number !== document.number),
    )
    const failures = wrong.flatMap(({ spot, document }): Outcome[] =>
      document
        ? [
            {
              target: spot.address,
              operands: [spot.address],
              state: 'fails',
              message: `${document.title}的文号应为 ${citation(document)}，正文写 ${quotedSpot(spot)}。`,
              fixes: [
                {
                  label: `改为 ${citation(document)}`,
                  changes: replaceSpots([spot], () => citation(document)),
                },
              ],
              evidence: { [spot.address]: quotedSpot(spot) },
            },
          ]
        : [],
    )
    const bracketed = spotsOf(writtenTexts(given), BRACKETED)
      .map((spot) => ({ ...spot, start: spot.start + 1 }))
      .filter(
        (spot) => !wrong.some(({ spot: other }) => other.prose === spot.prose && other.end === spot.end),
      )
    const home = writtenTexts(given)[0]?.address
    if (home === undefined) return []
    const mended = (spot: Spot) => quotedSpot(spot).replace(/[^\d](20\d\d)[^\d第]/, '〔$1〕')
    const brackets = oneFinding(
      bracketed,
      home,
      (spots) => {
        const first = spots[0] as Spot
        const more = spots.length > 1 ? `等 ${spots.length} 处` : ''
        return `文号“${quotedSpot(first)}”${more}的年份应用六角括号，写作“${mended(first)}”。`
      },
      [{ label: '改为六角括号', changes: replaceSpots(bracketed, mended) }],
    )
    return [...failures, brackets.state === 'fails' ? { ...brackets, severity: 'note' } : brackets]
  },
  examples: [
    {
      title: '文号漏了“办”字',
      entries: {
        'overview.platform':
          '按照《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》（国办公开函〔2019〕61号）建设专栏。',
      },
      messages: [
        '《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》的文号应为 国办公开办函〔2019〕61号，正文写 国办公开函〔2019〕61号。',
      ],
    },
    {
      title: '30号文的文号写错',
      entries: {
        'overview.introduction':
          '示例局按照国办发〔2021〕30号编制本报告，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [
        '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》的文号应为 国办公开办函〔2021〕30号，正文写 国办发〔2021〕30号。',
      ],
    },
    {
      title: '年份用了方括号',
      entries: { 'overview.management': '按照示政办[2023]5号文件管理。' },
      messages: ['文号“[2023]5号”的年份应用六角括号，写作“〔2023〕5号”。'],
    },
    {
      title: '文号无误',
      entries: {
        other:
          '按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），未收取信息处理费。',
      },
      messages: [],
    },
  ],
}
