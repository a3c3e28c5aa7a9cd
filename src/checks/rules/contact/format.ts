import { fieldAt } from '../../../format/names'
import type { Address } from '../../../format/types'
import type { Given, Outcome, Rule } from '../../types'
import { holdsAt, quotedSpot, replaceSpots, type Spot, spotsOf, writtenTexts } from '../texts'

const SEPARATOR = /[、,，;；/]|\s{2,}/

const PHONE = /^(?:\+?86-?)?(?:\(?0\d{2,3}\)?[-— ]?\d{7,8}(?:[-转]\d{1,6})?|1\d{10}|\d{5}|400-?\d{3}-?\d{4})$/

const EMAIL = /^[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}$/

const URL = /^(?:https?:\/\/)?(?:[\w-]+\.)+[A-Za-z\u4e00-\u9fa5]{2,}(?::\d+)?(?:\/[^\s<>]*)?$/

const FORMATS: { address: Address; name: string; isWell: (text: string) => boolean }[] = [
  { address: 'organ.postcode', name: '邮编', isWell: (text) => /^\d{6}$/.test(text) },
  {
    address: 'organ.phone',
    name: '电话',
    isWell: (text) => text.split(SEPARATOR).every((part) => PHONE.test(part.trim())),
  },
  {
    address: 'organ.fax',
    name: '传真',
    isWell: (text) => text.split(SEPARATOR).every((part) => PHONE.test(part.trim())),
  },
  { address: 'organ.email', name: '邮箱', isWell: (text) => EMAIL.test(text) },
  { address: 'organ.website', name: '网址', isWell: (text) => URL.test(text) },
]

/** A copied address keeps the angle brackets it was set in. */
const BRACKETED_URL = /<\s*(?:https?:\/\/|www\.)[^<>\s]*>/

/** https//www…, http:www…: a colon or a stroke is missing between the scheme and the name. */
const BROKEN_SCHEME = /(?<![A-Za-z])https?(?!:\/\/)[:;]?\/{0,3}(?=[\w-]+\.[\w-]+\.)[\w./?=&%#-]+/

function checkFormats(given: Given): Outcome[] {
  const fields = FORMATS.flatMap(({ address, name, isWell }): Outcome[] => {
    const text = given.text(address).normalize('NFKC').trim()
    if (text === '' || !fieldAt(given.edition, address)) return []
    if (isWell(text)) return [holdsAt(address)]
    const bare = text.replace(/[<>]/g, '').trim()
    return [
      {
        target: address,
        operands: [address],
        state: 'fails',
        message: `联系${name}“${text}”格式需核对。`,
        fixes:
          bare !== text && isWell(bare)
            ? [{ label: `改为 ${bare}`, changes: [{ address, after: bare }] }]
            : undefined,
      },
    ]
  })
  // The field and the introduction started from it are one mistake.
  if (fields.some(({ state, target }) => state === 'fails' && target === 'organ.website')) return fields
  const failing = (spot: Spot, label: string, after: string): Outcome => ({
    target: spot.address,
    operands: [spot.address],
    state: 'fails',
    message: `联系网址“${quotedSpot(spot)}”格式需核对。`,
    fixes:
      after === spot.prose.original ? undefined : [{ label, changes: [{ address: spot.address, after }] }],
    evidence: { [spot.address]: quotedSpot(spot) },
  })
  const texts = writtenTexts(given)
  const bracketed = spotsOf(texts, BRACKETED_URL).map((spot) =>
    failing(
      spot,
      '去掉尖括号',
      spot.prose.original.replace(/<\s*((?:https?:\/\/|www\.)[^<>\s]*)\s*>/g, '$1'),
    ),
  )
  const broken = spotsOf(texts, BROKEN_SCHEME).map((spot) => {
    const well = quotedSpot(spot).replace(/^(https?)[^\w]*/, '$1://')
    const [change] = replaceSpots([spot], () => well)
    return failing(spot, `改为 ${well}`, change?.after ?? spot.prose.original)
  })
  return [...fields, ...bracketed, ...broken]
}

export const contactFormat: Rule = {
  id: 'contact.format',
  title: '联系方式的格式',
  severity: 'note',
  due: 'onLeave',
  source: '通行格式',
  explanation: '邮编 6 位；电话、传真带区号；邮箱、网址完整，网址不带尖括号。',
  check: checkFormats,
  examples: [
    {
      title: '邮编少一位',
      entries: { 'organ.postcode': '47500' },
      messages: ['联系邮编“47500”格式需核对。'],
    },
    {
      title: '电话没有区号',
      entries: { 'organ.phone': '2379890' },
      messages: ['联系电话“2379890”格式需核对。'],
    },
    {
      title: '邮箱不完整',
      entries: { 'organ.email': 'office@example' },
      messages: ['联系邮箱“office@example”格式需核对。'],
    },
    {
      title: '网址带尖括号',
      entries: { 'overview.platform': '示例局网站（<http://www.example.gov.cn/>）是公开平台。' },
      messages: ['联系网址“<http://www.example.gov.cn/>”格式需核对。'],
    },
    {
      title: '两个号码',
      entries: {
        'organ.phone': '0371-23798902、(0371)25995876',
        'organ.website': 'http://www.example.gov.cn/',
      },
      messages: [],
    },
    {
      title: '网址少了冒号',
      entries: {
        'overview.introduction':
          '统计期限为2023年1月1日至12月31日，可在网站（https//www.example.gov.cn/）查阅。',
      },
      messages: ['联系网址“https//www.example.gov.cn/”格式需核对。'],
    },
    {
      title: '正文里完整的网址',
      entries: {
        'overview.introduction':
          '统计期限为2023年1月1日至12月31日，可在网站（https://www.example.gov.cn/）查阅。',
      },
      messages: [],
    },
  ],
}
