// Ant Design: Form + Table + InputNumber, totals through Form.useWatch on the row and on the table's values.

import { ConfigProvider, Form, InputNumber, Table } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import {
  COLUMNS as COLS,
  cellId,
  checkText,
  labelCells,
  makeRows,
  TOTAL_LABEL,
} from '../../../table/spec.mjs'

const scaleOf = () => Number(new URLSearchParams(location.search).get('scale') ?? 1)

/** Everything recomputed from the figures; the computed row's are ignored. */
function computeAll(rows, value) {
  const columns = [...COLS.keys()]
  const sum = (figures) => figures.reduce((total, figure) => total + figure, 0)
  const down = (c, ...kinds) => sum(rows.map(({ kind }, r) => (kinds.includes(kind) ? value(r, c) : 0)))
  const all = (each) => [...columns.map(each), sum(columns.map(each))]
  const left = all((c) => down(c, 'received', 'carriedOver'))
  const right = all((c) => down(c, 'result', 'carriedForward'))
  return { colTotals: all((c) => down(c, 'result')), checks: left.map((a, i) => checkText(a, right[i])) }
}

const rows = makeRows(scaleOf()).map((r, index) => ({ ...r, index }))
const labels = labelCells(rows)
const path = (row, key) => ['tables', 'requests', row.key, key]
function RowTotal({ row }) {
  const v = Form.useWatch(['tables', 'requests', row.key]) || {}
  return <output id={cellId(row.key, 'total')}>{COLS.reduce((s, [k]) => s + (v[k] || 0), 0)}</output>
}
const useTotals = () => {
  const v = Form.useWatch(['tables', 'requests']) || {}
  return useMemo(() => computeAll(rows, (r, c) => v[rows[r].key]?.[COLS[c][0]] || 0), [v])
}
function ColTotal({ c, id }) {
  return <output id={id}>{useTotals().colTotals[c]}</output>
}
function Checks() {
  const { checks } = useTotals()
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} colSpan={3}>
        第一项＋第二项＝第三项＋第四项
      </Table.Summary.Cell>
      {checks.map((t, i) => (
        <Table.Summary.Cell key={COLS[i]?.[0] ?? 'total'} index={i + 3}>
          <output id={`check.${COLS[i]?.[0] ?? 'total'}`}>{t}</output>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}
const slot = (row, d) => {
  const own = labels[row.index]
  return own.find((_, i) => 3 - own.slice(i).reduce((sum, label) => sum + label.colSpan, 0) === d)
}
const labelColumn = (d) => ({
  title: d ? '' : '勾稽关系：第一项加第二项之和，等于第三项加第四项之和',
  key: `l${d}`,
  width: [110, 120, 250][d],
  onHeaderCell: () => ({ colSpan: d ? 0 : 3 }),
  onCell: (row) => {
    const l = slot(row, d)
    return l ? { rowSpan: l.rowSpan, colSpan: l.colSpan } : { rowSpan: 0, colSpan: 0 }
  },
  render: (_, row) => slot(row, d)?.text,
})
const cellColumn = ([key, title], c) => ({
  title,
  key,
  width: 100,
  render: (_, row) =>
    row.kind === 'total' ? (
      <ColTotal c={c} id={cellId('total', key)} />
    ) : (
      <Form.Item name={path(row, key)} noStyle>
        <InputNumber id={cellId(row.key, key)} controls={false} precision={0} />
      </Form.Item>
    ),
})
const columns = [
  labelColumn(0),
  labelColumn(1),
  labelColumn(2),
  {
    title: '申请人情况',
    children: [
      cellColumn(COLS[0], 0),
      { title: '法人或其他组织', children: COLS.slice(1).map((c, i) => cellColumn(c, i + 1)) },
      {
        title: TOTAL_LABEL,
        key: 'total',
        width: 100,
        render: (_, row) =>
          row.kind === 'total' ? <ColTotal c={6} id={cellId('total', 'total')} /> : <RowTotal row={row} />,
      },
    ],
  },
]
function App() {
  const [form] = Form.useForm()
  return (
    <ConfigProvider locale={zhCN}>
      <Form form={form}>
        <h1>三、收到和处理政府信息公开申请情况</h1>
        <Table
          rowKey="key"
          size="small"
          bordered
          pagination={false}
          columns={columns}
          dataSource={rows}
          summary={() => <Checks />}
        />
      </Form>
    </ConfigProvider>
  )
}
createRoot(document.getElementById('root')).render(<App />)
