// The real application in its second year: last year's report is loaded, and its figures stand in the cells (显示上年).
import project, { columns, rows } from './project.mjs'

const LAST = 2024
const prose = (/** @type {string} */ what) =>
  Array.from(
    { length: 4 },
    (_, n) => `${LAST}年，${what}${n + 12}件，同比增长${n + 3}.5%，其中第${n + 1}季度办结${n + 5}件。`,
  ).join('\n')

/** Last year's report as a file: figures in all cells of the table, and prose whose figures wait to be looked at. */
const file = JSON.stringify({
  format: 'nianbao',
  schemaVersion: 1,
  edition: '2021',
  year: LAST,
  organ: { name: '某局' },
  overview: {
    introduction: prose('编制年度报告'),
    proactive: prose('主动公开政府信息'),
    onRequest: prose('收到政府信息公开申请'),
    management: prose('制发行政规范性文件'),
    platform: prose('维护栏目'),
    oversight: prose('举办培训'),
  },
  problems: prose('整改问题'),
  tables: {
    requests: rows.reduce((/** @type {any} */ tree, row, r) => {
      const path = row.split('.')
      const leaf = path.reduce((node, key) => (node[key] ??= {}), tree)
      for (const [c, column] of columns.entries()) leaf[column] = ((r * 5 + c * 2) % 9) + 1
      return tree
    }, {}),
  },
})

/** @type {import('./byId.mjs').Contender} */
export default {
  ...project,
  name: 'lastYear',
  scaledFolder: undefined,
  async setUp(page) {
    await page.getByRole('button', { name: '新建年报' }).first().click()
    await page
      .getByLabel('选择上年文件')
      .setInputFiles({ name: 'last.json', mimeType: 'application/json', buffer: Buffer.from(file) })
    await page.getByText(/^已沿用正文/).waitFor()
    const table = new URL(page.url()).hash.replace(/[^/]+$/, 'requests')
    await page.goto(`${page.url().split('#')[0]}${table}`)
    await page.waitForSelector('[data-last-of]')
    return table
  },
}
