import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'
import { readHtml } from './html'
import { readXlsx } from './xlsx'

const table = (rows: (string | number)[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`
const TWO = `<h2>二、主动公开政府信息情况</h2>${table([
  ['行政许可', 213],
  ['行政处罚', 45],
  ['行政强制', 6],
])}`
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const cases = [4, 1, 0, 2, 7, 3, 0, 5, 1, 9, 0, 6, 2, 0, 8]
const FOUR = `<h2>四、政府信息公开行政复议、行政诉讼情况</h2>${table([[...results, ...results, ...results], cases])}`
const figuresOf = (source: SourceDocument) =>
  recognise(source, edition2021).figures.map(({ text, doubt }) => [text, !!doubt])
const page = (body: string) => figuresOf(readHtml(`<html><body>${body}</body></html>`, 'a.html'))
const shown = ['213', '45', '6'].map((text) => [text, false])
const unseen = cases.map((figure) => [String(figure), true])

test.each([
  ['in the element', `<div>${TWO}</div><div style="display:none">${FOUR}</div>`],
  [
    'by a sheet',
    `<style>.t{display:none}.t.on{display:block}</style><div class="t on">${TWO}</div><div class=t>${FOUR}</div>`,
  ],
  ['by its attribute', `<section>${TWO}</section><section hidden>${FOUR}</section>`],
  ['an item of a list', `<ul><li>${TWO}</li><li style="display:none">${FOUR}</li></ul>`],
])('a section that waits for a click on its tab is read, in doubt: %s', (_, body) => {
  expect(page(body)).toEqual([...shown, ...unseen])
})

const written = JSON.stringify(FOUR).replace(/\//g, '\\/')
test.each([
  ['in a dialog', `${TWO}<dialog>${FOUR}</dialog>`, true],
  ['in a template', `${TWO}<template>${FOUR}</template>`, true],
  ['for browsers without scripts', `${TWO}<noscript>${FOUR}</noscript>`, true],
  ['written by a script', `${TWO}<script>var t = ${written}; document.write(t)</script>`, true],
  ['in a frame', `${TWO}<iframe srcdoc='${FOUR}'></iframe>`, false],
  [
    'in a field of text',
    `${TWO}<textarea>四、政府信息公开行政复议、行政诉讼情况\n${[...results, ...results, ...results].join('\t')}\n${cases.join('\t')}</textarea>`,
    false,
  ],
])('a section that the page does not lay out itself is read: %s', (_, body, isHidden) => {
  expect(page(body)).toEqual([...shown, ...cases.map((figure) => [String(figure), isHidden])])
})

test('what a script or a field holds beside what is to be seen does not count', () => {
  for (const pane of [
    `<script>t = ${JSON.stringify(TWO.replace('213', '987'))}</script>`,
    '<script>for (i = 0; i < 12; i++) {}</script>',
    '<textarea>请在此留言（200字以内）</textarea>',
    '<noscript>请启用脚本，共3条</noscript>',
  ])
    expect(page(`${pane}${TWO}${pane}`)).toEqual(shown)
})

test('what is not laid out does not count where the same is to be seen, or where it is nothing of the form', () => {
  const other = TWO.replace('213', '987')
  const days = table([
    ['一', '二', '三'],
    [1, 2, 3],
  ])
  for (const pane of [TWO, other, days, '<p>共3条 第1页</p>'])
    for (const body of [`${TWO}<div style="display:none">${pane}</div>`, `<div hidden>${pane}</div>${TWO}`])
      expect(page(body)).toEqual(shown)
})

const workbook = (sheets: { name: string; state?: string; rows: (string | number)[][] }[]) => {
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook><sheets>${sheets.map(({ name, state = 'visible' }, at) => `<sheet name="${name}" state="${state}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
  }
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  for (const [at, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
    )
  const read = readXlsx(zipSync(files), 'a.xlsx')
  return figuresOf('problem' in read ? { name: '', blocks: [] } : read.source)
}
const rows = [['二、主动公开政府信息情况'], ['行政许可', 213], ['行政处罚', 45], ['行政强制', 6]]
test('a hidden sheet is read, in doubt, where no other has figures', () => {
  const cover = { name: '封面', rows: [['山阳县林业局2023年政府信息公开工作年度报告']] }
  expect(workbook([cover, { name: '表二', state: 'hidden', rows }])).toEqual(
    shown.map(([text]) => [text, true]),
  )
  const old = rows.map(([label = '', figure]) => (figure === undefined ? [label] : [label, 1]))
  expect(
    workbook([
      { name: '表二', rows },
      { name: '旧', state: 'veryHidden', rows: old },
    ]),
  ).toEqual(shown)
})

test('a text whose lines keep their tabs on a page is read as a text with tabs', () => {
  const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const pre = [
    ['', '', ...applicants],
    ['一、本年新收政府信息公开申请数量', '', '21', '4', '0', '1', '0', '2', '28'],
    ['三、本年度办理结果', '（一）予以公开', '13', '2', '', '1', '0', '1', '17'],
  ]
  const text = pre.map((row) => row.join('\t')).join('\n')
  expect(page(`<h2>三、收到和处理政府信息公开申请情况</h2><pre>${text}</pre>`)).toEqual(
    [21, 4, 0, 1, 0, 2, 28, 13, 2, 1, 0, 1, 17].map((figure) => [String(figure), false]),
  )
})
