import { fieldAt } from '../../../format/names'
import type { Address } from '../../../format/types'
import type { Outcome, Rule } from '../../types'
import { holdsAt } from '../texts'

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
