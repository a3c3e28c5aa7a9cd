import { expect, test } from 'vitest'
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
