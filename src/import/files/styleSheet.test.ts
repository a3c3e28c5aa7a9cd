import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { cpuOf } from '../../testing/cpuOf'
import { proposePaste } from '../paste'
import { recognise } from '../recognise'
import { readFile } from './read'
import { sheetsIn, styling } from './styleSheet'

const PERMITS = 'tables.proactiveDisclosure.administrativeLicenses.decisions'
const table = (cell: string, more = '') =>
  `<table class=xl id=t${more}><tr><td>行政许可</td><td>${cell}</td></tr><tr><td>行政处罚</td><td>12</td></tr><tr><td>行政强制</td><td>7</td></tr></table>`
const page = (css: string, cell: string) =>
  `<html><head>${css}</head><body><p>二、主动公开政府信息情况</p>${table(cell)}</body></html>`
const style = (css: string) => `<style>${css}</style>`
const mht = (html: string, css = '') =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://a/\r\n\r\n${html}\r\n--b\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://a/a.css\r\n\r\n${css}\r\n--b--\r\n`

async function inFile(text: string, name = 'a.html') {
  const read = await readFile(strToU8(text), name)
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  const figure = figures.find(({ address }) => address === PERMITS)
  return {
    text: figure?.text,
    doubted: figure?.doubt !== undefined,
    all: figures.length,
    listed: unplaced.map((each) => each.text).join('\n'),
  }
}
async function pasted(html: string) {
  const target = edition2021.sections.flatMap((section) => section.table ?? [])[0]
  if (!target) throw new Error('no table')
  const found = await proposePaste(
    { html, text: '' },
    { edition: edition2021, table: target, focus: PERMITS },
  )
  return {
    text: found?.changes.find(({ address }) => address === PERMITS)?.after,
    doubted: (found?.doubtful.length ?? 0) > 0,
  }
}

const unseen: [string, string, string][] = [
  ['a class', '.x{display:none}', '38<span class=x>7</span>'],
  ['one of several classes', '.x { visibility: hidden }', '38<span class="y x z">7</span>'],
  ['an id', '#x{DISPLAY:NONE}', '38<b id=x>7</b>'],
  ['a tag', 'span,u{mso-hide:all}', '38<u>7</u>'],
  ['a tag with its class', 'p,span.font7{font-size:0}', '38<span class=font7>7</span>'],
  ['the element around it', 'table.xl td .x{opacity:0}', '38<i class=x>7</i>'],
  ['its parent', '#t td>i{color:#fff}', '38<i>7</i>'],
  ['an attribute', '[data-old],i[lang="x"]{display:none}', '38<i lang=x>7</i><b data-old>6</b>'],
  ['a class that it lacks', 'td i:not(.on){display:none}', '38<i>7</i><i class=on></i>'],
  ['its place', 'td b:nth-child(2){display:none}', '<b>38</b><b>7</b>'],
  ['a class that strikes it out', '.x{text-decoration:underline line-through}', '38<span class=x>7</span>'],
  ['a sheet for screens', '@media screen and (min-width:600px){.x{display:none}}', '38<i class=x>7</i>'],
  [
    'a sheet behind comments',
    '<!--\n/* .y{} */ .x\n\t{mso-style-name:a;\n\tdisplay:none;}\n-->',
    '38<i class=x>7</i>',
  ],
  ['a rule that outweighs another', 'i.x{display:none} i{display:inline}', '38<i class=x>7</i>'],
  ['an important rule', '.x{display:none!important}', '38<i class=x style="display:inline">7</i>'],
  ['a name with escapes', '.lg\\:x{display:none}', '38<i class="lg:x">7</i>'],
  ['a rule behind strings with braces', '.y::after{content:"}"} .x{display:none}', '38<i class=x>7</i>'],
]
test.each(unseen)(
  'a text hidden by %s joins no figure: in a page, a page in one file and pasted',
  async (_, css, cell) => {
    const html = page(style(css), cell)
    const plain = { text: '38', doubted: false }
    expect(await inFile(html)).toMatchObject({ ...plain, all: 3 })
    expect(await inFile(mht(html), 'a.mht')).toMatchObject(plain)
    expect(await inFile(mht(page('<link rel=stylesheet href=a.css>', cell), css), 'a.mht')).toMatchObject(
      plain,
    )
    expect(await pasted(html)).toEqual(plain)
  },
)

test.each([
  ['.u{vertical-align:super}', '38<span class=u>7</span>'],
  ['td .u{position:relative;top:-.5em;font-size:60%}', '38<span class=u>7</span>'],
  ['small{vertical-align:30%}', '38<small>7</small>'],
])('what a sheet raises is a mark: %s', async (css, cell) => {
  const html = page(style(css), cell)
  expect(await inFile(html)).toMatchObject({ text: '38', doubted: true, all: 3 })
  expect(await pasted(html)).toEqual({ text: '38', doubted: true })
})

test.each([
  ['.x{display:none} b.x{display:inline}', '38<b class=x>7</b>'],
  ['.x{display:none}', '38<b class=x style="display:inline">7</b>'],
  ['.x{display:none} .x{display:inline}', '38<b class=x>7</b>'],
  ['@media print{.x{display:none}}', '38<b class=x>7</b>'],
  ['@media (max-width:600px){.x{display:none}}', '38<b class=x>7</b>'],
  ['.x{display:none} @media (width>=48rem){.md\\:x{display:inline}}', '38<b class="x md:x">7</b>'],
  ['ul .x,.x:hover,.x::before,div>.x{display:none}', '38<b class=x>7</b>'],
  ['@font-face{.x{display:none}} .y{display:none;.x{display:none}}', '38<b class=x>7</b>'],
  ['/* .x{display:none}', '38<b class=x>7</b>'],
  ['.x{color:white} tr{background:#036}', '38<b class=x>7</b>'],
  ['.x{color:white} .x b{color:inherit;color:#000}', '<i class=x><b>387</b></i>'],
  ['.y .x{display:none}', '<i class=y>3</i>8<b class=x>7</b>'],
  ['.y .x{display:none}', '38<wbr class=y><b class=x>7</b>'],
  ['.y .x{display:none}', '38<script class=y></script><b class=x>7</b>'],
])('what is seen after all is read: %s', async (css, cell) => {
  expect(await inFile(page(style(css), cell))).toMatchObject({ text: '387', doubted: false, all: 3 })
})

test('sheets for print, in comments and in scripts say nothing of what is seen', async () => {
  const css = '.x{display:none}'
  const beside = `<!--${style(css)}--><script>"${style(css)}"</script><style media=print>${css}</style><noscript>${style(css)}</noscript>`
  expect(sheetsIn(beside)).toEqual([])
  expect(await inFile(page(beside, '38<b class=x>7</b>'))).toMatchObject({ text: '387' })
})

test('a page that hides all its tables until a script shows them is read, with marks', async () => {
  for (const css of ['body{opacity:0}', '.xl{display:none}'])
    expect(await inFile(page(style(css), '38'))).toMatchObject({ text: '38', doubted: true, all: 3 })
})

/** 本年新收 with figures 1 to 6 and their total in its seven columns; the attributes are of the cell that says 99. */
const ofRequests = (cell: string, cols = '') =>
  `<style>.old{text-decoration:line-through} .clear{opacity:0}</style><p>三、收到和处理政府信息公开申请情况</p><table>${cols}<tr><td>项目</td>${['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((head) => `<td>${head}</td>`).join('')}</tr><tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>2</td>${cell}<td>4</td><td>5</td><td>6</td><td>21</td></tr></table>`

test.each([
  ['<td class=old>99</td>', ''],
  ['<td class=clear>99</td>', ''],
  ['<td style="mso-hide:all">99</td>', ''],
  ['<td style="visibility:hidden">99</td>', ''],
  ['<td style="font-size:0">99</td>', ''],
  ['<td><s>99</s></td>', ''],
  ['<td>99</td>', "<col span=3><col width=0 style='display:none'>"],
  ['<td>99</td>', '<col><col span=2><col style="visibility:collapse"><col>'],
])('a cell whose text is not seen keeps its column: %s %s', async (cell, cols) => {
  const read = await readFile(strToU8(ofRequests(cell, cols)), 'a.html')
  if ('problem' in read) throw new Error(read.problem)
  const { figures } = recognise(read.source, edition2021)
  expect(
    figures.map(({ address, text }) => [address.replace('tables.requests.received.', ''), text]),
  ).toEqual([
    ['naturalPerson', '1'],
    ['commercialEnterprise', '2'],
    ['publicWelfareOrganization', '4'],
    ['legalServiceInstitution', '5'],
    ['otherOrganization', '6'],
    ['total', '21'],
  ])
})

test.each([
  ['<textarea rows=1>38</textarea>', '38'],
  ['<select><option>37<option value=1 selected>38</select>', '38'],
  ['<select><option value=9>38</option><option>39</option></select>', '38'],
  ['<select><optgroup label="5"><option selected label="38">6</option></optgroup></select>', '38'],
  ['38<input type=checkbox value=7 checked>', '38'],
  ['38<input type=hidden value=7><input type=submit value=7><input type=radio value=7>', '38'],
  ['38<datalist><option>7</datalist><progress>7</progress><dialog>7</dialog>', '38'],
  ['<input type=search value=38>', '38'],
  ['<input value="">38', '38'],
])('a field shows its figure in its cell: %s', async (cell, text) => {
  expect(await inFile(page('', cell))).toMatchObject({ text, doubted: false, all: 3 })
})

test.each([
  ['<textarea>待定</textarea>', '待定'],
  ['<input value="见附件">', '见附件'],
  ['<select><option>请选择</option><option>38</option></select>', '请选择'],
  ['38<select><option>7</select>', '38 7'],
  ['<select multiple><option selected>38<option selected>7</select>', '38 7'],
])('a field that shows no single figure is listed with what it shows: %s', async (cell, text) => {
  const { text: read, listed } = await inFile(page('', cell))
  expect(read).toBeUndefined()
  expect(listed).toContain(text)
})

test('a sheet of any length costs time in proportion to it', () => {
  const long = 200_000
  for (const css of [
    '/*'.repeat(long),
    '"'.repeat(long),
    'url('.repeat(long),
    '.a{'.repeat(long),
    `${'a '.repeat(long)}{color:red}`,
    `.a{color:${' '.repeat(long)}x}`,
    `a${':not('.repeat(long)}{color:red}`,
    '.a,'.repeat(long),
    '<style>'.repeat(long),
    '<style '.repeat(long),
    '<!--'.repeat(long),
  ]) {
    const spent = cpuOf(() => {
      styling([css])([])
      sheetsIn(css)
    })
    expect(spent, css.slice(0, 8)).toBeLessThan(1500)
  }
})
