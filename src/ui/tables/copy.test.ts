import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import type { TableSpec } from '../../format/types'
import { blankEntries, withTexts } from '../../report/report'
import { copyBlock, copyTable } from './copy'

const tableOf = (key: string) => edition.sections.find(({ table }) => table?.key === key)?.table as TableSpec
const A = 'tables.requests.received.naturalPerson'
const B = 'tables.requests.received.commercialEnterprise'

test('a block is copied as it is printed', () => {
  const entries = withTexts(blankEntries(edition), [
    [A, '1,230'],
    [B, '<b>'],
  ])
  const { text, html } = copyBlock(edition, entries, [[A, B, 'tables.requests.received.total']])
  expect(text).toBe('1230\t<b>\t')
  expect(html).toContain('<tr><td>1230</td><td>&lt;b&gt;</td><td></td></tr>')
})

test('a whole table keeps its merged heads, and each line has as many cells as the form has columns', () => {
  const { text, html } = copyTable(edition, blankEntries(edition), tableOf('requests'))
  const lines = text.split('\r\n').map((line) => line.split('\t'))
  expect(lines).toHaveLength(28)
  expect(lines.every((line) => line.length === 10)).toBe(true)
  expect(lines[3]?.slice(0, 4)).toEqual(['一、本年新收政府信息公开申请数量', '', '', ''])
  expect(lines[7]?.slice(0, 3)).toEqual(['', '（三）不予公开', '1.属于国家秘密'])
  expect(html).toContain('<th rowspan="22">三、本年度办理结果</th>')
})

test('table 2 keeps its captions and merged cells', () => {
  const { html } = copyTable(edition, blankEntries(edition), tableOf('proactiveDisclosure'))
  expect(html).toContain('<th colspan="4">第二十条第（一）项</th>')
  expect(html).toContain('<th>行政许可</th><td colspan="3"></td>')
})
