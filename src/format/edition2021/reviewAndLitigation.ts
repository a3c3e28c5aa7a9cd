import type { ColumnGroup, TableSpec } from '../types'

const results = [
  { path: 'upheld', label: '结果维持', hint: '维持原行为，或驳回复议请求、驳回诉讼请求。' },
  { path: 'corrected', label: '结果纠正', hint: '撤销、变更、确认违法或无效、责令履行等。' },
  { path: 'otherResult', label: '其他结果', hint: '撤回、终止、不予受理、驳回起诉、调解等不属于前两类的。' },
  { path: 'pending', label: '尚未审结', hint: '到12月31日仍未审结的。' },
]

/** The same five columns under each kind of case: four results and their computed 总计. */
const casesOf = (path: string, label: string, hint: string): ColumnGroup => ({
  label,
  columns: [
    ...results.map((result) => ({
      ...result,
      path: `${path}.${result.path}`,
      hint: `${result.hint}${hint}`,
    })),
    {
      path: `${path}.total`,
      label: '总计',
      variants: ['合计'],
      hint: '自动计算：四项之和。',
      sum: results.map((result) => `${path}.${result.path}`),
    },
  ],
})

/** 表四 政府信息公开行政复议、行政诉讼情况：国办公开办函〔2021〕30号 附件；条例第五十条第一款第三项 */
export const reviewAndLitigation: TableSpec = {
  key: 'reviewAndLitigation',
  name: '表四',
  blocks: [
    {
      columns: [
        casesOf(
          'administrativeReview',
          '行政复议',
          '被申请行政复议的案件，按本年审结结果和年底是否未结填；只计因政府信息公开工作引起的。常见错误：把全部行政复议案件都填进来，或漏填尚未审结。',
        ),
        {
          label: '行政诉讼',
          columns: [
            casesOf(
              'litigationDirect',
              '未经复议直接起诉',
              '没有先申请复议、直接向法院起诉的政府信息公开案件。2024 年起，对“不予公开”（表三（三）各项）不服的须先申请复议，一般不会出现在这里；对不予处理、无法提供、答复内容不符等不服的可以直接起诉。',
            ),
            casesOf(
              'litigationAfterReview',
              '复议后起诉',
              '经过复议又起诉的政府信息公开案件，含复议机关为共同被告的。',
            ),
          ],
        },
      ],
      rows: [{ path: '', label: '' }],
    },
  ],
}
