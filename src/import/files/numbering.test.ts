import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import { readBytes } from './read'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
</w:numbering>`
const styles = `<w:styles ${W}>
<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="H2"><w:basedOn w:val="H"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>`

const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
const listed = (list: number, at: number) =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`
const style = (name: string) => `<w:pStyle w:val="${name}"/>`
const wordOf = (body: string) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(numbering),
    'word/styles.xml': strToU8(styles),
  })
const linesOf = (body: string): string[] => {
  const read = readBytes(wordOf(body), '年报.docx')
  if ('problem' in read) throw new Error(read.problem)
  return read.source.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)).join('/'),
  )
}

test('numbers that Word prints are read, level by level, also where the style carries them', () => {
  expect(
    linesOf(
      [
        paragraph('总体情况', style('H')),
        paragraph('主动公开', style('H2')),
        paragraph('网站', listed(1, 2)),
        paragraph('依申请公开', listed(1, 1)),
        paragraph('正文。'),
        paragraph('', listed(1, 1)),
        paragraph(
          '旧的设置',
          '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
        ),
        paragraph('没有编号', `${style('H')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
        paragraph('圆点', listed(2, 0)),
        paragraph('主动公开情况', style('H')),
        paragraph('从四起', listed(3, 1)),
      ].join(''),
    ),
  ).toEqual([
    '一、总体情况',
    '（一）主动公开',
    '1.网站',
    '（二）依申请公开',
    '正文。',
    '旧的设置',
    '没有编号',
    '圆点',
    '二、主动公开情况',
    '（四）从四起',
  ])
})

test('figures and labels of a table stay as they are written', () => {
  const cell = (text: string) => `<w:tc>${paragraph(text, listed(1, 2))}</w:tc>`
  expect(linesOf(`<w:tbl><w:tr>${cell('规章')}${cell('12')}</w:tr></w:tbl>`)).toEqual(['规章,12'])
})

test('a part of section one is known by its automatic number', () => {
  const read = readBytes(
    wordOf(
      [
        paragraph('青禾县水务局2021年政府信息公开工作年度报告'),
        paragraph('总体情况', listed(1, 0)),
        paragraph('政府信息管理方面。目录按季更新。', listed(1, 1)),
        paragraph('加强平台建设。检索栏目已经改版。', listed(1, 1)),
        paragraph('主动公开政府信息情况', listed(1, 0)),
      ].join(''),
    ),
    '年报.docx',
  )
  const texts = 'source' in read ? recognise(read.source, edition2021).texts : []
  expect(Object.fromEntries(texts.map(({ address, text }) => [address, text]))).toMatchObject({
    'overview.management': '目录按季更新。',
    'overview.platform': '检索栏目已经改版。',
  })
})
