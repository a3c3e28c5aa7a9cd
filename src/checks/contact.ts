import { fieldAt } from '../format/names'
import type { Address } from '../format/types'
import { lastYearOf } from './figures'
import { holdsAt, inSection, quotedSpot, spotsOf, writtenTexts } from './texts'
import type { Given, Outcome, Rule } from './types'

interface Contact {
  address: Address
  name: string
  /** Where the introduction gives it instead. */
  inProse: RegExp
  /** Asked for only if the organ gave it last year. */
  optional?: boolean
}
const CONTACTS: Contact[] = [
  { address: 'organ.address', name: '地址', inProse: /地址|[路街道巷]\d+号/ },
  { address: 'organ.phone', name: '电话', inProse: /电话|联系方式|0\d{2,3}-?\d{7,8}/ },
  { address: 'organ.email', name: '邮箱', inProse: /邮箱|@/, optional: true },
  { address: 'organ.fax', name: '传真', inProse: /传真/, optional: true },
  { address: 'organ.postcode', name: '邮编', inProse: /邮编|邮政编码/, optional: true },
]

export const contact: Rule = {
  id: 'text.contact',
  title: '联系方式',
  severity: 'note',
  due: 'atReview',
  source: '通行做法',
  explanation: '年报通常写明地址和联系电话；上年写了邮箱、传真、邮编的，今年也写。法规没有要求。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), 'overview', 'other')
    const lastYear = lastYearOf(given)
    return CONTACTS.flatMap(({ address, name, inProse, optional }): Outcome[] => {
      if (!fieldAt(given.edition, address)) return []
      if (optional && !lastYear?.text(address).trim()) return []
      const found = given.text(address).trim() !== '' || texts.some(({ prose }) => inProse.test(prose.text))
      return [
        found
          ? holdsAt(address)
          : { target: address, operands: [address], state: 'fails', message: `未写联系${name}。` },
      ]
    })
  },
  examples: [
    { title: '没有电话', entries: { 'organ.phone': '' }, messages: ['未写联系电话。'] },
    {
      title: '上年有邮箱',
      entries: {},
      lastYear: { 'organ.email': 'office@example.gov.cn' },
      messages: ['未写联系邮箱。'],
    },
    {
      title: '写在引言里',
      entries: {
        'organ.phone': '',
        'overview.introduction':
          '示例局编制本报告，统计期限为2023年1月1日至12月31日，可在网站查阅，联系电话：0551-60000000。',
      },
      messages: [],
    },
  ],
}

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
  const prose = spotsOf(writtenTexts(given), BRACKETED_URL).map((spot): Outcome => {
    const original = given.text(spot.address)
    const after = original.replace(/<\s*((?:https?:\/\/|www\.)[^<>\s]*)\s*>/g, '$1')
    return {
      target: spot.address,
      operands: [spot.address],
      state: 'fails',
      message: `联系网址“${quotedSpot(spot)}”格式需核对。`,
      fixes:
        after === original
          ? undefined
          : [{ label: '去掉尖括号', changes: [{ address: spot.address, after }] }],
      evidence: { [spot.address]: quotedSpot(spot) },
    }
  })
  return [...fields, ...prose]
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
  ],
}

/** Characters of a 统一社会信用代码 in the order of their values; weights and modulus by GB 32100-2015. */
const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export function isCreditCode(code: string): boolean {
  const values = [...code].map((char) => CODE_CHARACTERS.indexOf(char))
  if (values.length !== CODE_WEIGHTS.length + 1 || values.includes(-1)) return false
  const weighted = CODE_WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] ?? 0), 0)
  return values.at(-1) === (31 - (weighted % 31)) % 31
}

const CODES: { address: Address; name: string; isWell: (text: string) => boolean }[] = [
  { address: 'organ.code', name: '统一社会信用代码', isWell: (text) => isCreditCode(text.toUpperCase()) },
  { address: 'organ.region', name: '行政区划代码', isWell: (text) => /^\d{6}$/.test(text) },
]

export const organCodeFormat: Rule = {
  id: 'organ.code-format',
  title: '机关代码',
  severity: 'note',
  due: 'onLeave',
  source: 'GB 32100-2015；GB/T 2260',
  explanation: '统一社会信用代码 18 位，末位是校验码；行政区划代码 6 位数字。都可以不填。',
  check: (given) =>
    CODES.flatMap(({ address, name, isWell }): Outcome[] => {
      const text = given.text(address).normalize('NFKC').trim()
      if (text === '' || !fieldAt(given.edition, address)) return []
      return [
        isWell(text)
          ? holdsAt(address)
          : {
              target: address,
              operands: [address],
              state: 'fails',
              message: `${name}“${text}”校验不通过，请核对。`,
            },
      ]
    }),
  examples: [
    {
      title: '末位不对',
      entries: { 'organ.code': '11100000000013039G' },
      messages: ['统一社会信用代码“11100000000013039G”校验不通过，请核对。'],
    },
    {
      title: '区划代码少一位',
      entries: { 'organ.region': '41020' },
      messages: ['行政区划代码“41020”校验不通过，请核对。'],
    },
    { title: '都没有填', entries: { 'organ.code': '', 'organ.region': '' }, messages: [] },
  ],
}
