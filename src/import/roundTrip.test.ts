import { expect, test } from 'vitest'
import { codeLine } from '../export/attachments'
import { documentOf, figuresOf } from '../export/document'
import { toHtml, toPastedHtml, toPlainText } from '../export/html'
import { makeOutput, type OutputKind } from '../export/outputs'
import { cellsOf } from '../format/cells'
import { currentEdition } from '../format/editions'
import { textsOf } from '../format/names'
import { type Report, textAt } from '../report/report'
import { filledReport } from '../testing/filledReport'
import type { ReadSource } from './files/problems'
import { readBytes, readText } from './files/read'
import type { ImportProposal } from './proposal'
import { recognise } from './recognise'

const reports: Record<string, Report> = {
  complete: filledReport(),
  'with blanks, slashes and decimals': filledReport({
    'tables.proactiveDisclosure.administrativeFees.amount': '59237.2449',
    'tables.proactiveDisclosure.regulations.issued': '',
    'tables.requests.carriedOver.commercialEnterprise': '/',
    'tables.requests.outcome.denied.stateSecret.naturalPerson': '',
    'tables.reviewAndLitigation.litigationDirect.pending': '',
    'overview.introduction': '本报告的统计期限为2021年1月1日至12月31日。\n\n第二段在这里，说明查阅方式。',
  }),
  'with the introduction under the heading, and signed': filledReport({
    'overview.introductionPlace': 'within',
    'signOff.phrase': '特此报告。',
    'signOff.organ': '示例区人民政府',
    'signOff.date': '2022-01-09',
  }),
  'with a text before the heading and another under it': filledReport({
    'overview.preface': '本报告根据有关规定编制。',
    'overview.introductionPlace': 'within',
    'signOff.date': '2022-11-20',
  }),
}

const proposalOf = (read: ReadSource): ImportProposal => {
  if ('problem' in read) throw new Error(read.problem)
  return recognise(read.source, currentEdition)
}

/** Every printed figure, blank, heading and paragraph comes back. */
function expectSame(report: Report, proposal: ImportProposal, prose: boolean) {
  const document = documentOf(report, currentEdition, { draft: false, code: '' })
  const printed = new Map(figuresOf(document).map(({ address, text }) => [address, text]))
  const read = new Map(proposal.figures.map(({ address, text }) => [address, text]))
  for (const { address } of cellsOf(currentEdition))
    expect(`${address} ${read.get(address) ?? ''}`).toBe(
      `${address} ${printed.get(address)?.replace('—', '') ?? ''}`,
    )
  if (!prose) return
  const texts = new Map(proposal.texts.map(({ address, text }) => [address, text]))
  const addresses = [...textsOf(currentEdition), ...(currentEdition.optionalFields ?? [])]
  for (const { address } of addresses)
    expect(texts.get(address) ?? '').toBe(textAt(report.entries, address).replace(/\n+/g, '\n'))
  expect([texts.get('year'), texts.get('organ.name')]).toEqual(['2021', '示例区人民政府'])
  expect(proposal.unplaced).toEqual([])
}

const documentFor = (report: Report) => documentOf(report, currentEdition, { draft: false, code: '' })

test.each(Object.keys(reports))('our own outputs come back: %s', async (name) => {
  const report = reports[name] ?? filledReport()
  const document = documentFor(report)
  const source = { report, edition: currentEdition, document }
  const bytesOf = async (kind: OutputKind) => {
    const { content } = await makeOutput(kind, source)
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  expectSame(report, proposalOf(readBytes(await bytesOf('docx'), '年报.docx')), true)
  expectSame(report, proposalOf(readText({ text: toHtml(document) }, '年报.html')), true)
  expectSame(report, proposalOf(readText({ html: toPastedHtml(document), text: '' }, '')), true)
  expectSame(report, proposalOf(readText({ text: toPlainText(document) }, '')), true)
  expectSame(report, proposalOf(readBytes(await bytesOf('xlsx'), '年报.xlsx')), false)
  // The line with the content code belongs to the copy.
  const coded = documentOf(report, currentEdition, {
    draft: true,
    code: '',
    closing: [codeLine('a'.repeat(64))],
  })
  expectSame(report, proposalOf(readText({ text: toHtml(coded) }, '年报_草稿.html')), true)
})

test.each([true, false])(
  'our own Excel file tells organ and year, without the file name too; a draft: %s',
  async (draft) => {
    const report = filledReport()
    const document = documentOf(report, currentEdition, { draft, code: '' })
    const { content } = await makeOutput('xlsx', { report, edition: currentEdition, document })
    if (typeof content === 'string') throw new Error('a workbook is no text')
    const { texts, unplaced } = proposalOf(readBytes(content, 'a.xlsx'))
    const found = texts.map(({ address, text, doubt }) => [address, text, doubt])
    expect(found).toEqual([
      ['organ.name', '示例区人民政府', undefined],
      ['year', '2021', undefined],
    ])
    expect(unplaced).toEqual([])
  },
)

test.each(['docx', 'html'] as const)(
  'a long name, broken behind its words in title and 落款, comes back whole from %s',
  async (kind) => {
    const names = [
      '示例市高新技术产业开发区管理委员会市场监督管理局',
      '某省某市某自治县某工业园区与综合保税区管理委员会行政审批和政务服务管理局',
    ]
    for (const name of names) {
      const report = filledReport({
        'organ.name': name,
        'page.index': '000014349/2022-00001',
        'signOff.organ': `${name}办公室`,
        'signOff.date': '2022-01-20',
      })
      const document = documentOf(report, currentEdition, { draft: false, code: '' })
      expect(document.titleLines.length).toBeGreaterThan(2)
      const { content } = await makeOutput(kind, { report, edition: currentEdition, document })
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const { texts } = proposalOf(await readBytes(bytes, `年报.${kind}`))
      const read = (wanted: string) => texts.find(({ address }) => address === wanted)?.text
      expect([read('organ.name'), read('signOff.organ')]).toEqual([name, `${name}办公室`])
      expect(read('other')).toBe(textAt(report.entries, 'other'))
    }
  },
)
