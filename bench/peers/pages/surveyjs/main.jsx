// SurveyJS: matrixdropdown with an expression column, totals as expressions, values taken while typing.
import 'survey-core/survey-core.css'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { COLUMNS as COLS, makeRows, TOTAL_LABEL } from '../../../table/spec.mjs'

const scaleOf = () => Number(new URLSearchParams(location.search).get('scale') ?? 1)
const rows = makeRows(scaleOf()).filter((r) => r.kind !== 'total')
const cells = (kinds, k) =>
  rows
    .filter((r) => kinds.includes(r.kind))
    .map((r) => `{t.${r.key}.${k}}`)
    .join('+')
const keys = [...COLS.map((c) => c[0]), 'total']
const model = new Model({
  showNavigationButtons: false,
  textUpdateMode: 'onTyping',
  widthMode: 'responsive',
  title: '三、收到和处理政府信息公开申请情况',
  elements: [
    {
      type: 'matrixdropdown',
      name: 't',
      titleLocation: 'hidden',
      rows: rows.map((r) => ({ value: r.key, text: r.labels.at(-1) })),
      totalText: '（七）总计',
      columns: [
        ...COLS.map(([name, title]) => ({
          name,
          title,
          cellType: 'text',
          inputType: 'text',
          totalType: 'sum',
          totalExpression: cells(['result'], name),
        })),
        {
          name: 'total',
          title: TOTAL_LABEL,
          cellType: 'expression',
          expression: COLS.map(([k]) => `{row.${k}}`).join('+'),
          totalExpression: cells(['result'], 'total'),
        },
      ],
    },
    ...keys.map((k, i) => ({
      type: 'expression',
      name: `check_${k}`,
      startWithNewLine: i === 0,
      title: k === 'total' ? TOTAL_LABEL : COLS[i][1],
      expression: `iif(${cells(['received', 'carriedOver'], k)} = ${cells(['result', 'carriedForward'], k)}, '✓', '✗')`,
    })),
  ],
})
model.locale = 'zh-cn'
createRoot(document.getElementById('root')).render(<Survey model={model} />)
