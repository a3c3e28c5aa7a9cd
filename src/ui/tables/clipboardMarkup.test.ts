import { describe, expect, test } from 'vitest'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { proposePaste } from '../../import/paste'
import { textAt } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { type CopiedCell, copyTable, tableRows } from './copy'

/** The tables of a report in the markup that each program puts on the clipboard, with its habits. */
type Writer = (rows: CopiedCell[][]) => string

const spans = ({ rowSpan = 1, colSpan = 1 }: CopiedCell) =>
  `${colSpan > 1 ? ` colspan=${colSpan}` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`
const table = (rows: CopiedCell[][], cell: (cell: CopiedCell) => string, row = '<tr>') =>
  rows.map((cells) => `${row}${cells.map(cell).join('\r\n')}</tr>`).join('\r\n')

/** Unquoted attributes, fragment comments, a line break with spaces inside long labels, numbers aligned right. */
const excel: Writer = (
  rows,
) => `Version:1.0\r\n<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\#\\,\\#\\#0";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=960 style='border-collapse:collapse;width:720pt'>
<!--StartFragment--> <col width=64 span=10 style='width:48pt'>
${table(rows, (cell) => ` <td${spans(cell)} height=19 class=xl65 ${/^\d/.test(cell.text) ? 'align=right ' : ''}style='height:14.25pt'>${cell.text.replace(/(.{12})/u, '$1\r\n  ')}</td>`, " <tr height=19 style='height:14.25pt'>\r\n ")}
<!--EndFragment--></table></body></html>`

/** Every figure in a paragraph and a span, non-breaking spaces in blank cells, an empty paragraph mark. */
const word: Writer = (
  rows,
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment--><table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>
${table(
  rows,
  (cell) =>
    `<td${spans(cell)} valign=top style='width:42.6pt;border:solid windowtext 1.0pt'><p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-size:9.0pt;font-family:宋体'>${cell.text || '&nbsp;'}<o:p></o:p></span></p></td>`,
)}
</table><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>`

/** Upper-case tags, fonts in every cell. */
const wps: Writer = (
  rows,
) => `<html><head><meta name="Generator" content="WPS Office"/></head><body><!--StartFragment--><TABLE border=0 cellSpacing=0 style="BORDER-COLLAPSE: collapse">
${table(
  rows,
  (cell) =>
    `<TD class=et2${spans(cell)} style="HEIGHT: 13.50pt" x:num="${/^\d+$/.test(cell.text) ? cell.text : ''}"><FONT face=宋体>${cell.text}</FONT></TD>`,
)}
</TABLE><!--EndFragment--></body></html>`

/** Values twice: in the text and in an attribute. */
const calc: Writer = (
  rows,
) => `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator" content="LibreOffice 7.4"/></head><body>
<table cellspacing="0" border="0"><colgroup span="10" width="85"></colgroup>
${table(
  rows,
  (cell) =>
    `<td${spans(cell)} height="17" align="${/^\d/.test(cell.text) ? 'right" sdval="' : 'left" sdval="'}${/^\d+$/.test(cell.text) ? cell.text : ''}" sdnum="1033;"><font face="Noto Sans CJK SC">${cell.text || '<br>'}</font></td>`,
)}
</table></body></html>`

const writers: Record<string, Writer> = { Excel: excel, Word: word, WPS: wps, 'LibreOffice Calc': calc }
const { entries } = filledReport()

describe.each(Object.entries(writers))('%s', (_, write) => {
  test.each(edition.sections.flatMap((section) => (section.table ? [section.table] : [])))(
    '$name is placed whole, from any cell',
    async (spec) => {
      const entered = enteredCellsOf(edition).filter((cell) => cell.table === spec)
      const focus = entered.at(-1)?.address ?? ''
      const html = write(tableRows(edition, entries, spec))
      const { text } = copyTable(edition, entries, spec)
      const proposal = await proposePaste({ html, text }, { edition, table: spec, focus })
      expect(proposal?.doubtful).toEqual([])
      expect(
        Object.fromEntries(proposal?.changes.map(({ address, after }) => [address, after]) ?? []),
      ).toEqual(Object.fromEntries(entered.map(({ address }) => [address, textAt(entries, address)])))
    },
  )

  test('a block of figures without labels fills from the focused cell', async () => {
    const html = write([
      [{ text: '22' }, { text: '3' }],
      [{ text: '1' }, { text: '0' }],
    ])
    const proposal = await proposePaste(
      { html, text: '22\t3\r\n1\t0' },
      {
        edition,
        table: edition.sections[2]?.table ?? { key: '', name: '', blocks: [] },
        focus: 'tables.requests.received.commercialEnterprise',
      },
    )
    expect(proposal?.changes).toEqual([
      { address: 'tables.requests.received.commercialEnterprise', after: '22' },
      { address: 'tables.requests.received.researchInstitution', after: '3' },
      { address: 'tables.requests.carriedOver.commercialEnterprise', after: '1' },
      { address: 'tables.requests.carriedOver.researchInstitution', after: '0' },
    ])
  })
})

test('one line of fifteen numbers is table 4', async () => {
  const spec = edition.sections[3]?.table
  if (!spec) throw new Error('no table 4')
  const focus = 'tables.reviewAndLitigation.administrativeReview.upheld'
  const figures = '5 0 0 0 5 5 0 1 0 6 3 0 0 0 3'.split(' ')
  for (const text of [figures.join('\t'), figures.join('\r\n')]) {
    const proposal = await proposePaste({ text }, { edition, table: spec, focus })
    expect(proposal?.changes.map(({ after }) => after).join(' ')).toBe('5 0 0 0 5 0 1 0 3 0 0 0')
    expect(proposal?.sourceTotals.map(({ text }) => text)).toEqual(['5', '6', '3'])
  }
})
