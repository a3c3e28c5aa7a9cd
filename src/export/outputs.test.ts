import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { blankReport, type Report } from '../report/report'
import { readFileText } from '../report/schema'
import { anyText } from '../testing/arbitraries'
import { filledReport } from '../testing/filledReport'
import { approvalSheet, codeLine, correctionNote, reviewNotes } from './attachments'
import { documentOf } from './document'
import { makeOutput, type OutputKind } from './outputs'
import { tableRows } from './table'
import { STYLE } from './xlsx'

const kinds: OutputKind[] = ['json', 'html', 'xlsx', 'docx']
const code = 'a'.repeat(64)
const outputOf = (kind: OutputKind, report: Report, draft = false) =>
  makeOutput(kind, {
    report,
    edition: currentEdition,
    document: documentOf(report, currentEdition, {
      draft,
      code,
      closing: [
        ...approvalSheet([{ label: '文件', text: '送审稿' }]),
        ...reviewNotes([{ place: '表四', message: '本年 9 件，上年 2 件。', reason: '系列案件' }]),
        codeLine(code),
      ],
    }),
  })

test.each(kinds)('%s of the published figures, read again, holds all 200 of them', async (kind) => {
  const { comparison } = await outputOf(kind, filledReport())
  expect(comparison.differences).toEqual([])
  expect(comparison.figures).toBe(200)
})

test.each(kinds)('%s of an empty form and of slips is complete too', async (kind) => {
  const slips = filledReport({
    'organ.name': '=1+1',
    'tables.requests.received.naturalPerson': '=HYPERLINK("x")',
    'tables.requests.carriedOver.naturalPerson': '/',
    'tables.proactiveDisclosure.administrativeFees.amount': '0.0001',
    'tables.reviewAndLitigation.litigationDirect.upheld': '123456789012345',
  })
  for (const report of [blankReport(currentEdition), slips])
    expect((await outputOf(kind, report, true)).comparison.differences).toEqual([])
})

const signed = filledReport({
  'overview.introductionPlace': 'within',
  'signOff.phrase': '特此报告。',
  'signOff.organ': '示例区人民政府',
  'signOff.date': '2022-01-20',
})
test.each(kinds)('%s holds the 落款, broken or not, and the introduction where it stands', async (kind) => {
  const long = '某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局'
  for (const report of [signed, filledReport({ 'signOff.organ': long, 'signOff.date': '2022-01-20' })])
    expect((await outputOf(kind, report)).comparison.differences).toEqual([])
})

const corrected = filledReport({
  'correction.reason': '漏计一件。',
  'correction.date': '2022-03-01',
  'page.index': '000014349/2022-00001',
  'page.publisher': '示例区人民政府办公室 <信息科>',
})
test.each(kinds)('%s of a correction with its metadata and the tables as 附表 is complete', async (kind) => {
  const document = documentOf(corrected, currentEdition, {
    draft: false,
    code,
    tablesLast: true,
    closing: correctionNote({
      before: { publishedAt: '2022年1月20日', code },
      reason: '漏计一件。',
      date: '2022年3月1日',
      changes: [{ place: '表二·行政处罚', before: '97', after: '' }],
    }),
  })
  const { comparison } = await makeOutput(kind, { report: corrected, edition: currentEdition, document })
  expect(comparison.differences).toEqual([])
  expect(comparison.figures).toBe(200)
})

test('the web page shows the metadata that is filled in, and no other', async () => {
  const html = String((await outputOf('html', corrected)).content)
  expect(html).toContain('<dt>索引号</dt><dd>000014349/2022-00001</dd>')
  expect(html).toContain('<meta name="发布机构" content="示例区人民政府办公室 &lt;信息科&gt;">')
  expect(html).not.toContain('发文日期')
  expect(String((await outputOf('html', filledReport())).content)).not.toContain('<dl')
})

test('a row of 审签单 has room to sign, the last one for a seal, on paper and in Word', async () => {
  const html = String((await outputOf('html', filledReport())).content)
  const heights = [...html.matchAll(/<tr style="height:(\d+)mm">/g)].map((found) => Number(found[1]))
  expect(heights.length).toBeGreaterThanOrEqual(4)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(15)
  expect(heights.at(-1)).toBeGreaterThanOrEqual(42)
  const { content } = await outputOf('docx', filledReport())
  const xml = strFromU8(unzipSync(content as Uint8Array)['word/document.xml'] as Uint8Array)
  const rows = [...xml.matchAll(/<w:trHeight w:val="(\d+)"/g)].map((found) => Number(found[1]) / 56.7)
  expect(rows.filter((height) => height >= 15)).toHaveLength(heights.length)
})

test('the page that is signed names the file and its code; what is too long for it is read in full before', () => {
  const copy = [
    { label: '文件', text: '送审稿' },
    { label: '内容码', text: 'AAAA-BBBB-CCCC-DDDD' },
  ]
  const reason = '行政处罚漏计一件。'
  for (const times of [20, 400]) {
    const parts = approvalSheet(copy, [{ label: '更正原因', text: reason.repeat(times) }])
    const begins = parts.map(({ kind }) => kind).lastIndexOf('attachment')
    const sheet = JSON.stringify(parts.slice(begins))
    for (const text of ['审签单', '送审稿', 'AAAA-BBBB-CCCC-DDDD', '拟稿人', '单位盖章'])
      expect(sheet).toContain(text)
    expect(sheet.split(reason).length - 1).toBe(times === 20 ? 20 : 0)
    const tables = parts.flatMap((part) => (part.kind === 'table' ? part : []))
    const read = tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.at(-1)?.text ?? '')).join('')
    expect(read).toContain(reason.repeat(times))
    // A page on which it goes on says of what.
    const [facts] = tables
    const [head, first] = facts ? tableRows(facts, 3, facts.rows.length).rows : []
    expect(head?.cells.map(({ text }) => text)).toEqual(['审签单（续）', '送审稿'])
    if (times > 20) expect(first?.cells[0]?.text).toBe('更正原因（续）')
  }
})

test('in Word the numbering of （三）不予公开 has a line of its own, and a line before a telephone number is not stretched', async () => {
  const report = filledReport({ 'overview.platform': '联系电话：0600-5550100。' })
  const { content } = await outputOf('docx', report)
  const xml = strFromU8(unzipSync(content as Uint8Array)['word/document.xml'] as Uint8Array)
  expect(xml).toMatch(/（三）<\/w:t><\/w:r><w:r>(?:(?!<\/w:r>).)*<w:br\/>(?:(?!<\/w:r>).)*不予公开/)
  const paragraph = /<w:p>(?:(?!<\/w:p>).)*0600-5550100/.exec(xml)?.[0]
  expect(paragraph).toContain('<w:jc w:val="left"/>')
})

test('in Word the labels keep off the rules of their rows, and figures of ten digits are not broken', async () => {
  const ten = filledReport({ 'tables.requests.received.naturalPerson': '1234567890' })
  const { content } = await outputOf('docx', ten)
  const xml = strFromU8(unzipSync(content as Uint8Array)['word/document.xml'] as Uint8Array)
  const cell = (text: string) => xml.split('<w:tc>').find((each) => each.includes(text)) ?? ''
  const label = cell('不计其他情形')
  for (const side of ['top', 'bottom'])
    expect(
      Number(new RegExp(`<w:${side} w:type="dxa" w:w="(\\d+)"/>`).exec(label)?.[1]),
    ).toBeGreaterThanOrEqual(20)
  // Ten digits of half an em in a column of 31 pt.
  expect(Number(/<w:sz w:val="(\d+)"\/>/.exec(cell('1234567890'))?.[1])).toBeLessThanOrEqual(12)
  const html = String((await outputOf('html', ten)).content)
  expect(html).toContain('paper-fit-twelve')
})

test('in Excel a figure is set smaller rather than broken or written as a power of ten', async () => {
  const { content } = await outputOf('xlsx', filledReport())
  const styles = strFromU8(unzipSync(content as Uint8Array)['xl/styles.xml'] as Uint8Array)
  const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf .*?<\/xf>|<xf [^>]*\/>/g) ?? []
  const figures = formats.slice(STYLE.figure)
  expect(
    figures.filter((format) => /shrinkToFit/.test(format) && !/wrapText|numFmtId="0"/.test(format)),
  ).toEqual(figures)
})

test('in Excel table three lies across one page', async () => {
  const { content } = await outputOf('xlsx', filledReport())
  const sheet = strFromU8(unzipSync(content as Uint8Array)['xl/worksheets/sheet2.xml'] as Uint8Array)
  expect(sheet).toMatch(/orientation="landscape" fitToWidth="1" fitToHeight="1"/)
})

test('a JSON file that lost the 落款 or the place of the introduction would not be offered', async () => {
  const { content } = await outputOf('json', signed)
  const read = readFileText(String(content))
  expect('report' in read && documentOf(read.report, currentEdition, { draft: false, code })).toEqual(
    documentOf(signed, currentEdition, { draft: false, code }),
  )
})

test('in Word and on the web the 落款 is flush right', async () => {
  const html = String((await outputOf('html', signed)).content)
  expect(html).toContain('<p class="paper-signed">2022年1月20日</p>')
  const docx = (await outputOf('docx', signed)).content as Uint8Array
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array)
  const paragraph = xml.split('<w:p>').find((each) => each.includes('2022年1月20日'))
  expect(paragraph).toContain('<w:jc w:val="right"/>')
  expect(xml.split('<w:p>').find((each) => each.includes('特此报告。'))).toContain('<w:keepNext/>')
})

const awkward = [
  '<script>alert(1)</script>',
  '&amp;&lt;',
  '"\'`',
  '</main></table>',
  ']]>',
  '{{x}}',
  '%s',
  '$&',
  '\u0001',
  '\ud800',
  '\r\n',
  '\u2028',
  '　',
  '年报',
]
test.each(kinds)(
  '%s keeps every typed text a text',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...awkward), anyText(8)), {
          maxLength: 6,
        }),
        async (pieces) => {
          const text = pieces.join('')
          const report = filledReport({
            'organ.name': text.replace(/[\r\n\v\f\u2028\u2029]/g, ''),
            'overview.proactive': text,
            problems: `${text}\n${text}`,
            'tables.requests.received.naturalPerson': text.replace(/[\r\n\v\f\u2028\u2029]/g, ''),
          })
          expect((await outputOf(kind, report, true)).comparison.differences).toEqual([])
        },
      ),
      { numRuns: kind === 'docx' || kind === 'json' ? 12 : 40 },
    )
  },
  60_000,
)
