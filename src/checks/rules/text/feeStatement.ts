import type { Outcome, Rule } from '../../types'
import { holdsAt, writtenTexts } from '../texts'
import { fails, starter, textsIn } from './elements'

const OTHER = 'other'

const FEE_WORDS = /信息处理费|收费通知|收取.{0,16}费|收费|(?:未|没有|无|不|均未).{0,8}收取|费用/

export const feeStatement: Rule = {
  id: 'text.fee-statement',
  title: '收取信息处理费情况',
  severity: 'verify',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号；国办函〔2020〕109号',
  explanation: '第六部分要写收取信息处理费的情况，没有收取也要写明。',
  check: (given) =>
    textsIn(given, OTHER).flatMap(({ address }): Outcome[] => {
      const written = writtenTexts(given).find((text) => text.address === address)
      if (!written) return []
      if (FEE_WORDS.test(written.prose.text)) return [holdsAt(address)]
      return [
        fails(
          address,
          '第六部分未写收取信息处理费情况；没有收取也要写明。',
          starter(
            given,
            address,
            '收取信息处理费情况：（请写明是否收取；收取的，写明件数和金额，单位为元）。',
          ),
        ),
      ]
    }),
  examples: [
    {
      title: '只写了“无”',
      entries: { other: '无' },
      messages: ['第六部分未写收取信息处理费情况；没有收取也要写明。'],
    },
    { title: '未收取任何费用', entries: { other: '本年度未收取依申请公开的任何费用。' }, messages: [] },
  ],
}
