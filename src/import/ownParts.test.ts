import { expect, test } from 'vitest'
import { approvalSheet, changeList, codeLine, correctionNote, reviewNotes } from '../export/attachments'
import { type CopyOptions, documentOf } from '../export/document'
import { toPastedHtml, toPlainText } from '../export/html'
import { makeOutput } from '../export/outputs'
import { enteredCellsOf } from '../format/cells'
import { currentEdition } from '../format/editions'
import { textAt } from '../report/report'
import { filledReport } from '../testing/filledReport'
import type { ReadSource } from './files/problems'
import { readBytes, readText } from './files/read'
import { recognise } from './recognise'

const code = 'a'.repeat(64)
const changes = [{ place: '二、行政处罚', before: '97', after: '98' }]
const correction = correctionNote({
  before: { publishedAt: '2022年1月20日', code },
  reason: '行政处罚漏计一件。\n已与台账核对。',
  date: '2022年3月1日',
  changes,
})
const pack = [
  codeLine(code),
  ...approvalSheet([{ label: '文件', text: '示例区人民政府2021年政府信息公开工作年度报告' }]),
  ...reviewNotes([{ place: '表四', message: '本年 9 件，上年 2 件。', reason: '系列案件。' }]),
  ...changeList(changes, [
    '与2022年1月10日导出的版本相比，本版有以下修改。',
    '该版本内容码：CCCC-CCCC-CCCC-CCCC',
  ]),
]
const copies: Record<string, Omit<CopyOptions, 'code'>> = {
  附表: { draft: false, tablesLast: true },
  更正说明: { draft: false, closing: correction },
  送审包: { draft: true, closing: pack },
  'all of them': {
    draft: true,
    tablesLast: true,
    closing: [codeLine(code), ...correction, ...pack.slice(1)],
  },
}
const report = filledReport({
  'signOff.phrase': '特此报告。',
  'signOff.organ': '示例区人民政府',
  'signOff.date': '2022-01-20',
})

async function readings(options: Omit<CopyOptions, 'code'>): Promise<Record<string, ReadSource>> {
  const document = documentOf(report, currentEdition, { ...options, code })
  const bytes = async (kind: 'docx' | 'html') => {
    const { content } = await makeOutput(kind, { report, edition: currentEdition, document })
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return {
    docx: await readBytes(await bytes('docx'), '年报.docx'),
    html: await readBytes(await bytes('html'), '年报.html'),
    pasted: await readText({ html: toPastedHtml(document), text: '' }, ''),
    text: await readText({ text: toPlainText(document) }, ''),
  }
}

test.each(Object.keys(copies))('a copy of our own comes back as the report alone: %s', async (name) => {
  for (const [kind, read] of Object.entries(await readings(copies[name] ?? { draft: false }))) {
    if ('problem' in read) throw new Error(read.problem)
    const { figures, texts, unplaced } = recognise(read.source, currentEdition)
    const found = new Map(figures.map(({ address, text }) => [address, text]))
    for (const { address } of enteredCellsOf(currentEdition))
      expect([kind, address, found.get(address)]).toEqual([kind, address, textAt(report.entries, address)])
    expect([kind, figures.length]).toEqual([kind, 200])
    const written = new Map(texts.map(({ address, text }) => [address, text]))
    for (const address of [
      'overview.oversight',
      'problems',
      'other',
      'signOff.phrase',
      'signOff.organ',
      'signOff.date',
    ])
      expect([kind, written.get(address)]).toEqual([kind, textAt(report.entries, address)])
    const corrects = name === '更正说明' || name === 'all of them'
    // What goes round with the copy is named and not taken for a part of the report.
    const titles = unplaced.map(({ text }) => text.split('\n')[0])
    expect([kind, titles]).toEqual([
      kind,
      [
        ...(corrects ? ['附：更正说明'] : []),
        ...(name === '附表' || name === '更正说明' ? [] : ['审签单', '附：数据审核说明', '附：修改对照']),
      ],
    ])
  }
})

test.each([
  // A character more than a line holds, two lines' worth of names, and a name that has no names in it.
  '某某省某某市某某自治县某某工业园区与综合保税区管理委员会',
  '某某省某某市某某自治县某某工业园区与综合保税区管理委员会行政审批和政务服务管理局',
  '示例市推进职能转变和放管服改革与营商环境优化提升协调推进工作领导小组办公室',
])('an organ whose name is broken over lines comes back in one piece: %s', async (name) => {
  const long = filledReport({ 'organ.name': name, 'signOff.organ': name, 'signOff.date': '2022-01-20' })
  const document = documentOf(long, currentEdition, { draft: false, code })
  for (const kind of ['docx', 'html'] as const) {
    const { content } = await makeOutput(kind, { report: long, edition: currentEdition, document })
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const read = await readBytes(bytes, `年报.${kind}`)
    if ('problem' in read) throw new Error(read.problem)
    const written = new Map(
      recognise(read.source, currentEdition).texts.map(({ address, text }) => [address, text]),
    )
    expect([written.get('organ.name'), written.get('signOff.organ')]).toEqual([name, name])
  }
})
