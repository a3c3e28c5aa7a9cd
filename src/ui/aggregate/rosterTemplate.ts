import { EXAMPLE, ROSTER_HEAD } from '../../aggregate/roster'
import { listsToXlsx } from '../../export/listXlsx'

export const ROSTER_TEMPLATE = '单位名单模板.xlsx'

/** How the columns are filled in, in their order. */
const SAMPLE = [
  '11330000000000001A',
  `${EXAMPLE}临江区教育局`,
  '教体局、临江区教育体育局',
  '临江区人民政府',
  '部门',
  '2025-01-31',
  '',
  '',
  '2024-09-30',
  '临江区教育体育局',
]
const WIDTHS = [15, 15, 13, 12, 6, 8, 9, 7, 7, 12]

/** 单位名单 to be filled in with Excel or WPS: the heads that are read, and a row that shows how. */
export const rosterTemplate = (): Uint8Array<ArrayBuffer> =>
  listsToXlsx([
    {
      title: '单位名单',
      lines: [
        '一行一家，只有“名称”必填；“名称”以“例：”开头的行不读。别名写简称、原名，用顿号隔开。“不需报”写原因。',
        '年底以前撤销、合并、更名的单位写“撤销日期”和“并入或更名为”（写那家的名称，那家也要列一行）：它的年报由那家报送。',
      ],
      columns: ROSTER_HEAD.map((label, n) => ({ label, width: WIDTHS[n] ?? 8 })),
      rows: [SAMPLE],
      ending: [],
      sheet: '单位名单',
      form: true,
    },
  ])
