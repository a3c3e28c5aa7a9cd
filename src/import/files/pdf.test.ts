import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pdfPage } from '../../testing/pdfPage'
import { recognise } from '../recognise'
import { readPdf } from './pdf'
import { LOST } from './problems'

/** A page with the codes of one font, of which the document says what characters they are. */
function pdfOf(codes: string, characters: Record<string, string>, more = ''): Uint8Array {
  const hex = (text: string, digits: number) => (text.codePointAt(0) ?? 0).toString(16).padStart(digits, '0')
  const mapped = Object.entries(characters).map(
    ([code, character]) => `<${hex(code, 2)}> <${hex(character, 4)}>`,
  )
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(`BT /F 12 Tf 50 700 Td (${codes}) Tj ET ${more}`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    stream(
      `/CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange ${mapped.length} beginbfchar ${mapped.join(' ')} endbfchar`,
    ),
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 7 >>\n%%EOF`)
}

test('a PDF whose characters are named is read', async () => {
  const read = await readPdf(pdfOf('ab'.repeat(30), { a: '公', b: '开' }), '')
  expect(read).toEqual({ source: { name: '', blocks: [{ kind: 'paragraph', text: '公开'.repeat(30) }] } })
})

test('a PDF that has lost many of its characters is refused with a sentence', async () => {
  expect(await readPdf(pdfOf('ab'.repeat(30), { a: '\ufffd', b: '开' }), '')).toEqual({ problem: LOST })
})

test('a few lost characters are no reason', async () => {
  expect(await readPdf(pdfOf(`${'b'.repeat(80)}a`, { a: '\ufffd', b: '开' }), '')).toHaveProperty('source')
})

test.each(['0.88 0.47 -0.47 0.88', '0.71 0.71 -0.71 0.71', '0.98 -0.2 0.2 0.98', '0 1 -1 0'])(
  'a slanted mark behind the page is no text of it: %s',
  async (matrix) => {
    const mark = `BT /F 96 Tf ${matrix} 200 400 Tm (c) Tj ET`
    expect(await readPdf(pdfOf('ab'.repeat(30), { a: '公', b: '开', c: '稿' }, mark), '')).toEqual({
      source: { name: '', blocks: [{ kind: 'paragraph', text: '公开'.repeat(30) }] },
    })
  },
)

/** 行政许可 with 38 and what stands beside it; 行政处罚 12; 行政强制 7. */
async function withMark(mark: { text: string; x: number; y: number; size?: number }) {
  const heading = { text: '二、主动公开政府信息情况', x: 40, y: 40 }
  const rows = [
    ['行政许可', '38'],
    ['行政处罚', '12'],
    ['行政强制', '7'],
  ].flatMap(([label = '', figure = ''], at) => [
    { text: label, x: 40, y: 70 + at * 20 },
    { text: figure, x: 300, y: 70 + at * 20 },
  ])
  const sentence = { text: '本机关按照规定公开政府信息'.repeat(4), x: 40, y: 20 }
  const read = await readPdf(pdfPage([heading, ...rows, sentence, mark]), 'a.pdf')
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  return {
    figures: figures.map(({ text, doubt }) => (doubt ? `${text} in doubt` : text)),
    listed: unplaced.map(({ text }) => text).join(),
  }
}

test.each([
  { text: '1', x: 310, y: 66.5, size: 6 },
  { text: '12', x: 310.5, y: 65, size: 5.5 },
  { text: '[1]', x: 311, y: 67, size: 6.5 },
  { text: '①', x: 310, y: 66, size: 6 },
  { text: '1', x: 310, y: 72, size: 6 },
  { text: '1', x: 310, y: 70, size: 6 },
  { text: '1', x: 310, y: 66 },
])('a small or shifted digit behind a figure is a mark and none of its digits: %j', async (mark) => {
  expect(await withMark(mark)).toEqual({ figures: ['38 in doubt', '12', '7'], listed: '' })
})

test('digits of nearly the size of a figure on its line, and small ones apart from it, are no marks of it', async () => {
  expect((await withMark({ text: '1', x: 310, y: 70 })).figures).toEqual(['381', '12', '7'])
  expect((await withMark({ text: '1', x: 310, y: 70, size: 9 })).figures).toEqual(['381', '12', '7'])
  expect((await withMark({ text: '9', x: 340, y: 66, size: 6 })).figures).not.toContain('38 in doubt')
})
