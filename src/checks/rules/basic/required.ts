import type { Outcome, Rule } from '../../types'

/** 年度、机关名称、机关类型: what title, deadline and half of the rules depend on. */
export const basicRequired: Rule = {
  id: 'basic.required',
  title: '基本信息要填全',
  severity: 'blank',
  due: 'atReview',
  source: '条例第四十九条、第五十条',
  explanation: '机关名称、年度写进标题，机关类型决定要核对的事项和公布期限。',
  check: ({ edition, text }) =>
    edition.fields
      .filter((field) => field.required)
      .map(({ address, label, options }): Outcome => {
        const place = { target: address, operands: [address] }
        const value = text(address).trim()
        // A choice that the form does not offer (an old or foreign file) shows as none.
        const answered = options ? options.some((option) => option.value === value) : value !== ''
        return answered
          ? { ...place, state: 'holds' }
          : { ...place, state: 'fails', message: `填写${label}。` }
      }),
  examples: [
    { title: '没有机关名称', entries: { 'organ.name': '' }, messages: ['填写机关名称。'] },
    {
      title: '年度、机关类型都没有',
      entries: { year: ' ', 'organ.kind': '' },
      messages: ['填写年度。', '填写机关类型。'],
    },
    {
      title: '三项都已填写',
      entries: { year: '2023', 'organ.name': '示例局', 'organ.kind': 'department' },
      messages: [],
    },
  ],
}
