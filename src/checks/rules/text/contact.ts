import { fieldAt } from '../../../format/names'
import type { Address } from '../../../format/types'
import type { Outcome, Rule } from '../../types'
import { lastYearOf } from '../figures'
import { holdsAt, inSection, writtenTexts } from '../texts'

interface Contact {
  address: Address
  name: string
  /** Where the introduction gives it instead. */
  inProse: RegExp
  /** Asked for only if the organ gave it last year. */
  optional?: boolean
}

const CONTACTS: Contact[] = [
  {
    address: 'organ.address',
    name: '地址',
    inProse:
      /地址|[路街道巷](?:[东南西北中]段)?[甲乙丙]?\d+号|[路街][东南西北中]段|(?:政府|大院|办公)[^。,;]{0,4}院内|[一二三四五六七八九十\d]楼[^。,;]{0,4}(?:[办室]|\d)/,
  },
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
      title: '地址没有门牌号',
      entries: {
        'organ.address': '',
        'overview.introduction':
          '示例局编制本报告，统计期限为2023年1月1日至12月31日，可在网站查阅；如有疑问，请到北街政府大院二楼党政办咨询。',
      },
      messages: [],
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
