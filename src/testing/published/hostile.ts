import { strToU8, zipSync } from 'fflate'
import { currentEdition } from '../../format/editions'
import type { ReadSource } from '../../import/files/problems'
import { readBytes, readText } from '../../import/files/read'
import { recognise } from '../../import/recognise'
import { layouts } from './layouts'
import { type Random, randomOf } from './random'
import { publishedReport } from './report'

export interface HostileCase {
  name: string
  /** Reads it; whether the answer was a sentence. Throws when the importer does. */
  run(): Promise<'sentence' | 'proposal'> | 'sentence' | 'proposal'
}

const names = Object.keys(layouts)
const contentOf = (random: Random): string => {
  const build = layouts[random.pick(names)]
  return build ? build(publishedReport(random), random).content : ''
}

const answer = (found: ReadSource): 'sentence' | 'proposal' => {
  if ('problem' in found) return 'sentence'
  recognise(found.source, currentEdition)
  return 'proposal'
}
const asText = (text: string) => answer(readText({ text }, 'x.txt'))
const asBytes = (bytes: Uint8Array, name: string) => answer(readBytes(bytes, name))

const flipped = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  for (let flips = random.whole(1, 40); flips > 0; flips--)
    copy[random.whole(0, copy.length - 1)] = random.whole(0, 255)
  return copy
}
const word = (body: string) =>
  zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
const wordTable = (content: string) =>
  `<w:tbl>${content
    .split('\n')
    .map(
      (line) =>
        `<w:tr>${line
          .split(/[\t ]+/)
          .map((cell) => `<w:tc><w:p><w:r><w:t>${cell.replace(/[<&]/g, '')}</w:t></w:r></w:p></w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`
const sheet = (rows: string) =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  })

const kinds: ((random: Random) => HostileCase)[] = [
  (random) => {
    const content = contentOf(random)
    return { name: 'cut off', run: () => asText(content.slice(0, random.whole(0, content.length))) }
  },
  (random) => {
    const bytes = new TextEncoder().encode(contentOf(random))
    return {
      name: 'bytes flipped',
      run: () => asBytes(flipped(bytes, random), random.pick(['x.html', 'x.txt', 'x.md'])),
    }
  },
  (random) => {
    const content = contentOf(random)
    const [from, to] = [random.whole(0, content.length), random.whole(0, content.length)]
    return {
      name: 'parts moved about',
      run: () => asText(content.slice(Math.min(from, to)) + content.slice(0, Math.max(from, to)) + content),
    }
  },
  (random) => {
    const lines = contentOf(random).split('\n')
    return { name: 'lines shuffled', run: () => asText(random.shuffled(lines).join('\n')) }
  },
  (random) => {
    const content = contentOf(random)
    return {
      name: 'digits and marks changed',
      run: () =>
        asText(
          content.replace(/\d/g, (digit) =>
            random.chance(0.1)
              ? random.pick(['', '/', '-', '９', ',', '99999999999999999999', 'é', '-1'])
              : digit,
          ),
        ),
    }
  },
  (random) => {
    const depth = random.whole(5, 3000)
    return {
      name: 'nested tables',
      run: () =>
        asText(
          `${'<table><tr><td>'.repeat(depth)}规章 1 2 3${random.chance(0.5) ? '</td></tr></table>'.repeat(depth) : ''}`,
        ),
    }
  },
  (random) => {
    const depth = random.whole(100, 20_000)
    return {
      name: 'nested elements',
      run: () => asText(`<div>${`<${random.pick(['b', 'div', 'ul', 'font'])}>`.repeat(depth)}规章`),
    }
  },
  (random) => ({
    name: 'huge spans',
    run: () =>
      asText(
        `<table>${'<tr><td colspan="99999" rowspan="99999">规章</td><td>1</td><td>2</td></tr>'.repeat(random.whole(1, 60))}</table>`,
      ),
  }),
  (random) => ({
    name: 'scripts and references',
    run: () =>
      asText(
        `<html><script>throw 1</script><img src=x onerror=alert(1)><iframe src="http://example.invalid"></iframe><svg onload=alert(1)><style>@import "http://example.invalid"</style>${contentOf(random)}<object data="x"><a href="javascript:alert(1)">行政许可</a> 5`,
      ),
  }),
  (random) => ({
    name: 'one character again and again',
    run: () =>
      asText(
        random
          .pick(['1', ' ', '|', '\t', '（', '一、', '"', '1 ', '规章 ', '<', '&#', '<td>', '0\n'])
          .repeat(random.whole(1000, 30_000)),
      ),
  }),
  (random) => {
    const bytes = word(wordTable(contentOf(random)))
    return {
      name: 'damaged Word file',
      run: () =>
        asBytes(
          random.chance(0.5) ? flipped(bytes, random) : bytes.slice(0, random.whole(4, bytes.length)),
          'x.docx',
        ),
    }
  },
  (random) => ({
    name: 'odd Word file',
    run: () =>
      asBytes(
        word(
          `${'<w:tbl><w:tr><w:tc>'.repeat(random.whole(1, 400))}${wordTable(contentOf(random))}<w:del><w:p>`,
        ),
        'x.docx',
      ),
  }),
  (random) => {
    const rows = contentOf(random)
      .split('\n')
      .map(
        (line, at) =>
          `<row r="${at + 1}">${line
            .split('\t')
            .map((cell) => `<c t="inlineStr"><is><t>${cell.replace(/[<&]/g, '')}</t></is></c>`)
            .join('')}</row>`,
      )
      .join('')
    const bytes = sheet(`${rows}${random.chance(0.3) ? '<row><c r="XFD1048576"><v>1e309</v></c></row>' : ''}`)
    return {
      name: 'damaged workbook',
      run: () => asBytes(random.chance(0.5) ? flipped(bytes, random) : bytes, 'x.xlsx'),
    }
  },
  (random) => ({
    name: 'random bytes',
    run: () =>
      asBytes(
        Uint8Array.from({ length: random.whole(0, 4000) }, () => random.whole(0, 255)),
        random.pick(['x.docx', 'x.xlsx', 'x.txt', 'x.html', 'x.doc']),
      ),
  }),
]

/** Rare and heavy: each comes once in a thousand cases. */
const heavy: ((random: Random) => HostileCase)[] = [
  () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) })
    return { name: 'zip bomb', run: () => asBytes(bytes, 'x.docx') }
  },
  () => ({ name: 'more than 10 MB of text', run: () => asText('规章 0 0 0\n'.repeat(1_100_000)) }),
  () => ({ name: '2 MB of rows', run: () => asText('行政许可\t1\n重复申请 0 0 0 0 0 0 0\n'.repeat(50_000)) }),
  () => ({
    name: '2 MB of markup',
    run: () => asText(`<table>${'<tr><td>规章<td>0<td>0<td>0'.repeat(80_000)}`),
  }),
  () => ({ name: 'one line of 2 MB', run: () => asText('（一）予以公开 1 0 0 0 0 0 1 '.repeat(80_000)) }),
  () => ({
    name: 'headings by the thousand',
    run: () => asText('一、总体情况\n六、其他需要报告的事项\n'.repeat(20_000)),
  }),
  () => ({ name: 'quotation marks', run: () => asText('"\t'.repeat(100_000)) }),
  () => ({ name: 'an open bracket', run: () => asText(`${'（'.repeat(200_000)}规章 1 2 3`) }),
]

export function hostileCase(seed: number): HostileCase {
  const random = randomOf(seed * 104_729 + 1)
  const make = seed % 1000 < heavy.length ? heavy[seed % 1000] : kinds[seed % kinds.length]
  if (!make) throw new Error(String(seed))
  return make(random)
}
