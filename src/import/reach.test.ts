import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { applicantNames as names } from '../testing/officialForm'
import { readFile, readText } from './files/read'
import { recognise } from './recognise'

const rows: [string, ...string[]][] = [
  ['一、本年新收政府信息公开申请数量', '31', '17', '5', '0', '2', '1', '56'],
  ['二、上年结转政府信息公开申请数量', '4', '3', '0', '0', '0', '1', '8'],
  ['（一）予以公开', '12', '9', '1', '0', '1', '0', '23'],
]
const heading = '三、收到和处理政府信息公开申请情况'
const figuresOf = async (read: ReturnType<typeof readText> | ReturnType<typeof readFile>) => {
  const found = await read
  if ('problem' in found) throw new Error(found.problem)
  const { figures, unplaced } = recognise(found.source, edition2021)
  const at = (path: string) => figures.find(({ address }) => address === `tables.${path}`)
  return { figures, unplaced, at }
}
const page = (cells: (row: string[], at: number) => string) =>
  readText(
    {
      text: `<p>${heading}</p><table>${[['', ...names], ...rows].map((row, at) => `<tr>${cells(row, at)}</tr>`).join('')}</table>`,
    },
    'a.html',
  )
const cell = (text: string, more = '') => `<td${more}>${text}</td>`

/** The rows of a text with tabs, each row cut or filled up at its end. */
const tabs = (of: string[][]) =>
  readText({ text: `${heading}\n${of.map((row) => row.join('\t')).join('\n')}` }, '')
const all = [['', ...names], ...rows]

test.each([
  ['web page', (of: string[][]) => page((_, at) => (of[at] ?? []).map((text) => cell(text)).join(''))],
  ['tabs', tabs],
  ['filled up at the end', (of: string[][]) => tabs(of.map((row) => [...row, ''].slice(0, 8)))],
])('%s: a row that lacks a cell has moved: no figure of it is certain', async (_, draw) => {
  for (let gone = 1; gone < 7; gone++) {
    const short = all.map((row, at) => (at === 1 ? row.filter((_, i) => i !== gone) : row))
    const { figures } = await figuresOf(draw(short))
    const received = figures.filter(({ address }) => address.includes('.received.'))
    expect(received.length).toBeGreaterThan(0)
    expect(received.filter(({ doubt }) => !doubt)).toEqual([])
    // The other rows keep their columns, without a mark.
    expect(figures.filter(({ doubt, address }) => doubt && !address.includes('.received.'))).toEqual([])
  }
})

test('table four: a row that lacks a cell is in doubt', async () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const figures = ['3', '1', '4', '2', '10', '5', '0', '1', '2', '8', '6', '1', '0', '3', '10']
  for (const gone of [0, 6, 10, 13]) {
    const { figures: read } = await figuresOf(
      readText(
        {
          text: `<p>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p><table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼</tr><tr>${'<td colspan=5>'}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉</tr><tr>${[...results, ...results, ...results].map((text) => cell(text)).join('')}</tr><tr>${figures
            .filter((_, at) => at !== gone)
            .map((text) => cell(text))
            .join('')}</tr></table>`,
        },
        'a.html',
      ),
    )
    expect(read.length).toBeGreaterThan(0)
    expect(read.filter(({ doubt }) => !doubt)).toEqual([])
  }
})

test('in table two, which has no sums, a short row is in doubt as well', async () => {
  const { at } = await figuresOf(
    readText(
      {
        text: '<p>二、主动公开政府信息情况</p><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr><tr><td>规章<td>6<td>41</tr><tr><td>行政规范性文件<td>7<td>8<td>9</tr></table>',
      },
      'a.html',
    ),
  )
  expect(at('proactiveDisclosure.regulations.issued')?.doubt).toBeTruthy()
  expect(at('proactiveDisclosure.normativeDocuments.issued')?.doubt).toBeUndefined()
})

test('a table without any totals, or whose rows are all blank at their ends, is not in doubt for that', async () => {
  const { figures } = await figuresOf(
    page((row, at) => row.map((text, i) => cell(at && i === 7 ? '' : text)).join('')),
  )
  expect(figures).toHaveLength(18)
  expect(figures.filter(({ doubt }) => doubt)).toEqual([])
})

test('a figure over two columns is in doubt, and the column it covers is listed', async () => {
  const { at, unplaced } = await figuresOf(
    page((row, r) =>
      row
        .flatMap((text, i) => (r === 1 && i === 3 ? [] : cell(text, r === 1 && i === 2 ? ' colspan=2' : '')))
        .join(''),
    ),
  )
  expect(at('requests.received.commercialEnterprise')).toMatchObject({
    text: '17',
    doubt: expect.any(String),
  })
  expect(at('requests.received.naturalPerson')?.doubt).toBeUndefined()
  expect(unplaced.map(({ address }) => address)).toEqual(['tables.requests.received.researchInstitution'])
})

test('a figure over two rows is in doubt, and the row below it is listed', async () => {
  const { at, unplaced } = await figuresOf(
    page((row, r) =>
      row
        .flatMap((text, i) => (r === 2 && i === 2 ? [] : cell(text, r === 1 && i === 2 ? ' rowspan=2' : '')))
        .join(''),
    ),
  )
  expect(at('requests.received.commercialEnterprise')).toMatchObject({
    text: '17',
    doubt: expect.any(String),
  })
  expect(at('requests.carriedOver.naturalPerson')).toMatchObject({ text: '4' })
  expect(unplaced.map(({ address }) => address)).toEqual(['tables.requests.carriedOver.commercialEnterprise'])
})

test.each([
  '<img src="a.png">',
  '<svg></svg>',
  '<object data="a"></object>',
  '&nbsp;<img src="a.png" width=60>',
])('a cell that holds only a picture or an object is listed: %s', async (picture) => {
  const { figures, at, unplaced } = await figuresOf(
    page((row, r) => row.map((text, i) => cell(r === 1 && i === 2 ? picture : text)).join('')),
  )
  expect(at('requests.received.commercialEnterprise')).toBeUndefined()
  expect(unplaced.map(({ address }) => address)).toEqual(['tables.requests.received.commercialEnterprise'])
  expect(figures.filter(({ doubt }) => doubt)).toEqual([])
})

test('a picture of one point holds a cell open and is none; one beside a figure marks it', async () => {
  const drawn = (picture: string) =>
    figuresOf(page((row, r) => row.map((text, i) => cell(r === 1 && i === 2 ? picture : text)).join('')))
  expect((await drawn('<img src="a.gif" width="1" height="1">')).unplaced).toEqual([])
  expect((await drawn('17<img src="a.png">')).at('requests.received.commercialEnterprise')).toMatchObject({
    text: '17',
    doubt: expect.any(String),
  })
})

test.each([
  '<w:r><w:drawing><wp:inline/></w:drawing></w:r>',
  '<w:r><w:object/></w:r>',
  '<m:oMath><m:r><m:t>17</m:t></m:r></m:oMath>',
])('Word: a cell that holds only a picture or a formula is listed: %s', async (picture) => {
  const text = (of: string) => `<w:p><w:r><w:t>${of}</w:t></w:r></w:p>`
  const table = [['', ...names], ...rows].map(
    (row, r) =>
      `<w:tr>${row.map((of, i) => `<w:tc>${r === 1 && i === 2 ? `<w:p>${picture}</w:p>` : text(of)}</w:tc>`).join('')}</w:tr>`,
  )
  const document = `<w:document><w:body>${text(heading)}<w:tbl>${table.join('')}</w:tbl></w:body></w:document>`
  const { at, unplaced } = await figuresOf(
    readFile(zipSync({ 'word/document.xml': strToU8(document) }), 'a.docx'),
  )
  expect(at('requests.received.naturalPerson')?.text).toBe('31')
  expect(unplaced.map(({ address }) => address)).toEqual(['tables.requests.received.commercialEnterprise'])
})

test.each(['不详', '1月5日', '详见附件', '待补'])(
  'columns by spaces: %s in a row of one figure is listed with its place',
  async (words) => {
    const { unplaced, at } = await figuresOf(
      readText(
        {
          text: `二、主动公开政府信息情况\n信息内容      本年处理决定数量\n行政许可      ${words}\n行政处罚      12\n行政强制      7`,
        },
        'a.txt',
      ),
    )
    expect(at('proactiveDisclosure.administrativePenalties.decisions')?.text).toBe('12')
    expect(unplaced).toEqual([
      expect.objectContaining({
        address: 'tables.proactiveDisclosure.administrativeLicenses.decisions',
        text: expect.stringContaining(words),
      }),
    ])
  },
)

test('columns by spaces: a blank keeps its column where other rows tell it', async () => {
  const drawn = [['', ...names], ...rows].map((row, r) =>
    row.map((text, i) => (r === 1 && i === 3 ? '' : text).padStart(i ? 9 : 20)).join(''),
  )
  const { figures } = await figuresOf(readText({ text: `${heading}\n${drawn.join('\n')}` }, 'a.txt'))
  const received = figures.filter(({ address }) => address.includes('.received.'))
  expect(received.map(({ text, address }) => [address.split('.').at(-1), text])).toEqual([
    ['naturalPerson', '31'],
    ['commercialEnterprise', '17'],
    ['publicWelfareOrganization', '0'],
    ['legalServiceInstitution', '2'],
    ['otherOrganization', '1'],
    ['total', '56'],
  ])
  expect(received.every(({ doubt }) => doubt)).toBe(true)
})

test('what is listed stands as the source writes it', async () => {
  const { unplaced } = await figuresOf(
    page(
      (row, r) =>
        row.map((text, i) => cell(r === 1 && i ? '３１件' : text)).join('') +
        (r === 1 ? cell('9') + cell('１,００２') : ''),
    ),
  )
  expect(unplaced.map(({ text }) => text).join()).toContain('１,００２')
})

const LONG = '4051792286013375902846117'
test.each(['text', 'page'] as const)(
  'a number longer than any figure is listed, whether or not it is glued to its label: %s',
  async (medium) => {
    for (const row of [
      `（三）不予公开1.属于国家秘密${LONG}`,
      `（三）不予公开1.属于国家秘密 ${LONG}`,
      `（三）不予公开 1.属于国家秘密 3 ${LONG}`,
      `1.属于国家秘密${LONG}${LONG}`,
    ]) {
      const texts = [heading, ...rows.map((cells) => cells.join(' ')), row]
      const text = texts.map((each) => (medium === 'page' ? `<p>${each}</p>` : each)).join('\n')
      const { unplaced, figures } = await figuresOf(readText({ text }, medium === 'page' ? 'a.html' : ''))
      expect([row, unplaced.some(({ text: own }) => own.includes(LONG))]).toEqual([row, true])
      expect(figures.filter(({ text: own }) => own.includes(LONG))).toEqual([])
    }
  },
)
