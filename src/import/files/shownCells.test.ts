import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import { readHtml } from './html'
import { readPlain } from './plain'
import { readBytes } from './read'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PENALTIES = 'tables.proactiveDisclosure.administrativePenalties.decisions'
const HEADING = '二、主动公开政府信息情况'

/** What became of the cell 行政处罚: its figure with a mark, listed, or nothing; the rows around it must stand. */
const fateIn = (source: Parameters<typeof recognise>[0]) => {
  const { figures, unplaced } = recognise(source, edition2021)
  const of = (row: string) => figures.find(({ address }) => address.includes(`administrative${row}.`))
  expect([of('Licenses')?.text, of('Compulsion')?.text]).toEqual(['5', '7'])
  const figure = of('Penalties')
  if (figure) return figure.doubt ? `${figure.text}?` : figure.text
  return unplaced.some(({ address }) => address === PENALTIES) ? 'listed' : 'lost'
}
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const control = (properties: string, text: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="46"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

const inWord = (cell: string) => {
  const row = (label: string, inner: string) =>
    `<w:tr><w:tc><w:p>${run(label)}</w:p></w:tc><w:tc><w:p>${inner}</w:p></w:tc></w:tr>`
  const table = `<w:tbl>${row('行政许可', run('5'))}${row('行政处罚', cell)}${row('行政强制', run('7'))}</w:tbl>`
  const read = readBytes(
    zipSync({
      'word/document.xml': strToU8(
        `<w:document ${W}><w:body><w:p>${run(HEADING)}</w:p>${table}</w:body></w:document>`,
      ),
      'word/numbering.xml': strToU8(numbering),
    }),
    'a.docx',
  )
  if ('problem' in read) throw new Error(read.problem)
  return read.source
}

test.each([
  ['a field with its result', field('=SUM(ABOVE)', '46'), '46'],
  ['a field without a result', field('=SUM(ABOVE)', ''), 'listed'],
  ['a simple field without a result', '<w:fldSimple w:instr="=40+6"></w:fldSimple>', 'listed'],
  ['a figure beside an entry of an index', run('46') + field('XE "许可"', ''), '46'],
  ['a sign of a font', '<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>', 'listed'],
  ['a figure beside such a sign', `${run('46')}<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>`, '46?'],
  ['digits in a font of signs', run('46', '<w:rFonts w:ascii="Wingdings"/>'), '46?'],
  ['nothing but an automatic number', numbered, '46?'],
  ['a figure behind an automatic number', numbered + run('7'), '7?'],
  ['what a content control asks for', control('<w:showingPlcHdr/>', '0'), 'listed'],
  ['what was put into a content control', control('<w:showingPlcHdr w:val="0"/>', '46'), '46'],
  ['marks of notes alone', run('⁴⁶'), 'listed'],
])('Word: a cell is never taken as blank while it shows something: %s', (_, cell, fate) => {
  expect(fateIn(inWord(cell))).toBe(fate)
})

test.each([
  ['the number of an empty item', '<ol start=46><li></li></ol>', '46?'],
  ['a figure behind the number of its item', '<ol><li>46</li></ol>', '46?'],
  ['an item without a number', '<ol style="list-style-type: none"><li>46</li></ol>', '46'],
  ['an item of a list of points', '<ul><li>46</li></ul>', '46'],
  ['marks of notes alone', '⁴⁶', 'listed'],
])('web page: a cell is never taken as blank while it shows something: %s', (_, cell, fate) => {
  const rows = [
    ['行政许可', '5'],
    ['行政处罚', cell],
    ['行政强制', '7'],
  ]
  const page = `<p>${HEADING}</p><table>${rows.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`
  expect(fateIn(readHtml(page, ''))).toBe(fate)
})

test.each([
  ['46', '46'],
  ['46.', '46?'],
  ['约46', '46?'],
  ['累计46', '46?'],
  ['0.5亿元', 'listed'],
  ['暂无', 'listed'],
  ['46年', 'listed'],
  ['四十六.', 'listed'],
])('a text with one blank behind the label: the cell “%s” is %s', (cell, fate) => {
  const text = [HEADING, '行政许可 5', `行政处罚 ${cell}`, '行政强制 7'].join('\n')
  expect(fateIn(readPlain(text, ''))).toBe(fate)
})

test('figures set in a table without headings are read though their label is as long as a sentence', () => {
  const label = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'
  const rows = [
    '一、本年新收政府信息公开申请数量 41 7 0 2 1 3 54',
    '二、上年结转政府信息公开申请数量 5 0 0 0 0 1 6',
    `（六）其他处理 ${label} 1030 106 0 202 1 2 1341`,
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 0 0 0 0 0 0 0',
  ]
  const text = [
    '山阳县林业局2023年政府信息公开工作年度报告',
    '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    ...rows,
  ].join('\n')
  const { figures } = recognise(readPlain(text, ''), edition2021)
  const own = figures.filter(({ address }) => address.includes('.correctionOverdue.'))
  expect(own.map((figure) => figure.text)).toEqual(['1030', '106', '0', '202', '1', '2', '1341'])
})

test('the last row of 表三 is no heading, though the head of 表四 below it names 复议 and 诉讼', () => {
  const text = [
    '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    '一、本年新收政府信息公开申请数量 41 7 0 2 1 3 54',
    '二、上年结转政府信息公开申请数量 5 0 0 0 0 1 6',
    '四、结转下年度继续办理 7 1 0 0 0 0 8',
    '行政复议 行政诉讼',
    '结果维持 结果纠正 其他结果 尚未审结 总计',
    '未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
    '3 1 0 0 4 2 0 0 0 2 1 0 0 1 2',
  ].join('\n')
  const { figures } = recognise(readPlain(text, ''), edition2021)
  const own = figures.filter(({ address }) => address.includes('.carriedForward.'))
  expect(own.map((figure) => figure.text)).toEqual(['7', '1', '0', '0', '0', '0', '8'])
})

test('figures in square brackets behind a label point to notes and are none of it', () => {
  const table = `<table><tr><td>一、本年新收政府信息公开申请数量[1]<td>41<td>7<td>0<td>2<td>1<td>3<td>54<tr><td>二、上年结转政府信息公开申请数量[2]<td>5<td>0<td>0<td>0<td>0<td>1<td>6</table>`
  const { figures, unplaced } = recognise(
    readHtml(`<p>三、收到和处理政府信息公开申请情况</p>${table}`, ''),
    edition2021,
  )
  expect(figures.filter(({ doubt }) => !doubt)).toHaveLength(14)
  expect(unplaced).toEqual([])
})

test('a label whose number stands above its figures and whose words stand below them takes no other row', () => {
  const text = `三、收到和处理政府信息公开申请情况
             3.其他         6     0    0    0    0    2    8
             （七）
                            36    6    0    2    1    4    49
             总计
四、结
转下年
                            10    1    0    0    0    0    11
度继续
办理`
  const { figures } = recognise(readPlain(text, ''), edition2021)
  const of = (row: string) =>
    figures.filter(({ address }) => address.includes(`.${row}.`)).map((each) => each.text)
  expect(of('outcomeTotal')).toEqual(['36', '6', '0', '2', '1', '4', '49'])
  expect(of('carriedForward')).toEqual(['10', '1', '0', '0', '0', '0', '11'])
})

test('a row of a text that has one figure less than the table, the last being the sum of the others, lacks no total', () => {
  const text = `三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量
41
7
2
1
3
54
二、上年结转政府信息公开申请数量
5
0
0
0
0
1
6`
  const { figures, unplaced } = recognise(readPlain(text, ''), edition2021)
  expect(figures.some(({ address }) => address.includes('.received.'))).toBe(false)
  expect(unplaced.map((each) => each.text).join()).toContain('41 7 2 1 3 54')
})
