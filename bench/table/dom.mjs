import { COLUMNS, cellId, labelCells, TOTAL_LABEL } from './spec.mjs'

/** @param {string} rowKey */
export const formId = (rowKey) => `row.${rowKey}`

/** How many times each row is there, `?scale=10`. */
export const scaleOf = () => Number(new URLSearchParams(location.search).get('scale') ?? 1)

/**
 * The table as HTML. With `ownForms` each row's inputs belong to a form of their own: the browser looks through every
 * field of the form a changed field belongs to.
 * @param {import('./spec.mjs').Row[]} rows
 */
export function tableHtml(rows, ownForms = false) {
  const labels = labelCells(rows)
  const [person, ...organizations] = COLUMNS.map(([, label]) => label)
  const head = `<thead>
    <tr><th colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th><th colspan="7">申请人情况</th></tr>
    <tr><th rowspan="2">${person}</th><th colspan="5">法人或其他组织</th><th rowspan="2">${TOTAL_LABEL}</th></tr>
    <tr>${organizations.map((label) => `<th>${label}</th>`).join('')}</tr></thead>`
  const body = rows.map((row, r) => {
    const stubs = (labels[r] ?? []).map(
      ({ text, rowSpan, colSpan }) => `<th rowspan="${rowSpan}" colspan="${colSpan}">${text}</th>`,
    )
    const form = ownForms ? ` form="${formId(row.key)}"` : ''
    const cells = COLUMNS.map(([key]) =>
      row.kind === 'total'
        ? `<td><output id="${cellId(row.key, key)}">0</output></td>`
        : `<td><input type="text" inputmode="numeric" autocomplete="off" id="${cellId(row.key, key)}"${form}></td>`,
    )
    return `<tr>${stubs.join('')}${cells.join('')}<td><output id="${cellId(row.key, 'total')}">0</output></td></tr>`
  })
  const checks = [...COLUMNS.map(([key]) => key), 'total'].map(
    (key) => `<td><output id="check.${key}">0＝0 ✓</output></td>`,
  )
  const forms = ownForms ? rows.map(({ key }) => `<form id="${formId(key)}"></form>`) : []
  return `<h1>三、收到和处理政府信息公开申请情况</h1>
    <table><colgroup><col style="width:110px"><col style="width:120px"><col style="width:250px">${'<col style="width:100px">'.repeat(7)}</colgroup>
    ${head}<tbody>${body.join('')}</tbody>
    <tfoot><tr><th colspan="3">第一项＋第二项＝第三项＋第四项</th>${checks.join('')}</tr></tfoot></table>${forms.join('')}`
}
