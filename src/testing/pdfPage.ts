/** One page of a PDF with texts at places (from its upper left corner, in points), in a font that names its characters. */
export function pdfPage(
  pieces: { text: string; x: number; y: number; size?: number }[],
  size = 10,
): Uint8Array {
  const width = 3200
  const height = 40 + Math.max(...pieces.map(({ y }) => y))
  const characters = [...new Set(pieces.flatMap(({ text }) => [...text]))]
  const hex = (value: number) => value.toString(16).padStart(4, '0')
  const code = new Map(characters.map((character, at) => [character, at + 1]))
  const utf16 = (character: string) =>
    [...character.split('')].map((unit) => hex(unit.charCodeAt(0))).join('')
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const shown = pieces
    .map(
      ({ text, x, y, size: own = size }) =>
        `BT /F ${own} Tf ${x} ${height - y} Td <${[...text].map((each) => hex(code.get(each) ?? 0)).join('')}> Tj ET`,
    )
    .join('\n')
  const widths = characters.map((character) => (/[\x20-\x7e]/.test(character) ? 500 : 1000))
  const blocks: string[] = []
  for (let from = 0; from < characters.length; from += 100) {
    const part = characters.slice(from, from + 100)
    blocks.push(
      `${part.length} beginbfchar\n${part.map((each) => `<${hex(code.get(each) ?? 0)}> <${utf16(each)}>`).join('\n')}\nendbfchar`,
    )
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    stream(shown),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [1 [${widths.join(' ')}]] /FontDescriptor 8 0 R >>`,
    stream(
      `/CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap`,
    ),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 700 /StemV 80 >>',
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(
    `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`,
  )
}
