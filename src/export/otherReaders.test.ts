// Word and Excel files are read by libraries that did not write them, the web page is judged by a validator.
import { HtmlValidate } from 'html-validate'
import mammoth from 'mammoth'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { blankReport } from '../report/report'
import { filledReport } from '../testing/filledReport'
import { approvalSheet, changeList, codeLine, correctionNote, reviewNotes } from './attachments'
import { type DocumentPart, documentOf, figuresOf } from './document'
import { toDocx } from './docx'
import { toHtml, toPastedHtml } from './html'
import { readHtml } from './readHtml'
import { readXlsx } from './readXlsx'
import { toXlsx } from './xlsx'

const code = 'b'.repeat(64)
const documentWith = (changes: Record<string, string> = {}, closing: DocumentPart[] = []) =>
  documentOf(filledReport(changes), currentEdition, { draft: false, code, closing })
const content = documentWith({}, [codeLine(code)])
const tables = content.parts.filter((part) => part.kind === 'table')
const textsOfTable = (index: number) =>
  tables[index]?.rows.flatMap(({ cells }) => cells.map(({ text }) => text))

test('mammoth reads headings, paragraphs and every cell of the Word file', async () => {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await toDocx(content)) },
    {
      styleMap: [
        "p[style-name='Title'] => h1",
        "p[style-name='heading 1'] => h2",
        "p[style-name='heading 2'] => h3",
      ],
    },
  )
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  const read = readHtml(
    `<main>${value.replace(/<(td|th)([^>]*)><p>(.*?)<\/p><\/\1>/g, '<$1$2>$3</$1>')}</main>`,
  )
  expect(read.tables).toHaveLength(3)
  for (const [index, cells] of read.tables.entries())
    expect(cells.map(({ text }) => text)).toEqual(textsOfTable(index))
  const levels = [...value.matchAll(/<h([123])>(.*?)<\/h\1>/g)].map(([, level, text]) => `${level} ${text}`)
  expect(levels).toContain('2 三、收到和处理政府信息公开申请情况')
  expect(levels).toContain('3 （二）依申请公开情况')
  expect(levels).toContain('3 （一）主要问题')
})

test('read-excel-file reads the figures of the workbook as numbers, totals included', async () => {
  const sheets = await readXlsxFile(Buffer.from(toXlsx(content)))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ caption }) => caption))
  const numbers = sheets.flatMap(({ data }) => data.flat().filter((cell) => typeof cell === 'number'))
  expect(numbers).toEqual(figuresOf(content).map(({ text }) => Number(text)))
})

test('a fee with as many decimals as reports have is a number in the workbook', async () => {
  const fee = documentWith({ 'tables.proactiveDisclosure.administrativeFees.amount': '72701.257812' })
  const [sheet] = await readXlsxFile(Buffer.from(toXlsx(fee)))
  expect(sheet?.data.flat()).toContain(72701.257812)
})

test('totals of the workbook are formulas over the cells they add up', () => {
  const [, requests, review] = readXlsx(toXlsx(content))
  expect(Object.keys(requests?.formulas ?? {})).toHaveLength(25 + 6)
  expect(requests?.formulas).toMatchObject({ J6: 'SUM(D6:I6)', D29: 'SUM(D8:D28)', J29: 'SUM(J8:J28)' })
  expect(review?.formulas).toEqual({ E6: 'SUM(A6:D6)', J6: 'SUM(F6:I6)', O6: 'SUM(K6:N6)' })
})

test('a total with a missing part stays open in the workbook, and nothing typed becomes a formula', () => {
  const [, requests] = readXlsx(
    toXlsx(documentWith({ 'tables.requests.received.naturalPerson': '=1+1', 'organ.name': '@SUM(A1)' })),
  )
  expect(requests?.formulas).toMatchObject({
    J6: 'IF(COUNT(D6:I6)+COUNTIF(D6:I6,"?*")=0,"",IF(COUNT(D6:I6)<6,"—",SUM(D6:I6)))',
  })
  expect(requests?.formulas.D6).toBeUndefined()
  expect(requests?.cells).toContainEqual({ row: 5, column: 3, text: '=1+1' })
})

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'doctype-style': 'off', 'attribute-boolean-style': 'off' },
})

test('the web page is valid with whatever it may carry, and with prose that looks like markup', async () => {
  const awkward = documentWith({
    problems: '<script>alert(1)</script> & "引号" \'单引号\' </main><table>',
    'organ.name': '某<b>局</b>&"',
  })
  const everything = documentWith({ 'page.index': '1<2', 'page.date': '2022-01-20' }, [
    ...correctionNote({
      reason: '漏计 <1> 件。',
      date: '2022年3月1日',
      changes: [{ place: '表二', before: '97', after: '98' }],
    }),
    ...approvalSheet([{ label: '文件', text: '送审稿' }]),
  ])
  const behind = documentOf(
    filledReport({
      other: `网址：https://www.example.gov.cn/${'zwgk/'.repeat(20)}，欢迎查阅。`,
      'signOff.organ': '某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局',
      'signOff.date': '2022-01-20',
      'page.publisher': '某局 & "某科"',
    }),
    currentEdition,
    {
      draft: true,
      code,
      tablesLast: true,
      closing: [codeLine(code), ...reviewNotes([]), ...changeList([], ['无'])],
    },
  )
  const empty = documentOf(blankReport(currentEdition), currentEdition, { draft: true, code })
  for (const page of [content, { ...content, draft: true }, awkward, everything, behind, empty]) {
    const report = await validator.validateString(toHtml(page))
    expect(
      report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message}`)),
    ).toEqual([])
  }
  expect(toHtml(awkward)).not.toMatch(/<script|<b>/)
  expect(toPastedHtml(awkward)).not.toMatch(/<script|<b>/)
})

test('the web page stands alone: no script, nothing loaded, heads with scope, the code in its metadata', () => {
  const html = toHtml(content)
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/)
  expect(html).toContain(`<meta name="content-code" content="${code}">`)
  expect(html.match(/<caption>/g)).toHaveLength(3)
  const heads = html.match(/<th\b[^>]*>/g) ?? []
  expect(heads.length).toBeGreaterThan(60)
  expect(heads.filter((head) => !head.includes('scope='))).toEqual([])
})
