import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import { shownAs } from './numberFormat'
import { readBytes } from './read'

const PERMITS = 'tables.proactiveDisclosure.administrativeLicenses.decisions'

test.each([
  ['5', 'General', '5'],
  ['5', '0"件"', '5件'],
  ['5', '0件', '5件'],
  ['5', '000', '5'],
  ['5', '0.00', '5'],
  ['1234', '#,##0', '1234'],
  ['1234', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '1234'],
  ['0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
  ['0', '#,##0.00;-#,##0.00;"-"??', '0'],
  ['5', '[Red][$-804]0;[蓝色]-0', '5'],
  ['5', 'G/通用格式"万元"', '5万元'],
  ['4166.241619', '0.00####', '4166.241619'],
  ['5', '@', '5'],
  ['10.0000000000002', 'General', '10'],
  ['4166.24161899999', 'General', '4166.241619'],
  ['59237.241619', 'General', '59237.241619'],
  ['-5', '0', '-5'],
])('%s in the format %s shows its figure, which is certain: %s', (value, format, text) => {
  expect(shownAs(value, format)).toEqual({ text })
})

test.each([
  ['12.5', '0', '13'],
  ['0.4', '0', '0'],
  ['99.995', '0.00', '100.00'],
  ['4166.241619', '#,##0.00', '4166.24'],
  ['15300', '0,', '15'],
  ['0.155', '0.0%', '15.5%'],
  ['3', '0!0', '30'],
  ['3', '0!.0', '3'],
  ['45000', 'yyyy"年"m"月"', '45000'],
  ['5', '[DBNum1]General', '5'],
  ['5', '[>3]"多";0', '5'],
  ['5', '# ?/?', '5'],
  ['5', '0.0E+00', '5'],
  ['5', '[White]0', '5'],
  ['0', '0;-0;', '0'],
  ['0', '#', '0'],
  ['0', '0;-0;"无"', '无'],
  ['5', '"待定"', '待定'],
])(
  '%s in the format %s is shown as another text or may be, and is not certain: %s',
  (value, format, text) => {
    expect(shownAs(value, format)).toEqual({ text, doubt: expect.any(String) })
  },
)

test.each(['""', '" "', ';;;', '0;;', ';-0;0'])(
  'a figure that its format does not show is known as such: %s',
  (format) => {
    const value = format === '0;;' ? '-5' : '5'
    expect(shownAs(value, format === '""' ? '"";""' : format)).toEqual({ text: value, unseen: true })
  },
)

test('whatever the figure: decimals that a format has room for are certain, others are marked with the figure that it holds', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), fc.nat(6), fc.nat(6), (digits, decimals, room) => {
      const all = String(digits).padStart(decimals + 1, '0')
      const whole = all.slice(0, all.length - decimals)
      const value = decimals ? `${whole}.${all.slice(all.length - decimals)}`.replace(/\.?0+$/, '') : whole
      const { text, doubt } = shownAs(value, room ? `#,##0.${'0'.repeat(room)}` : '#,##0')
      const needed = value.split('.')[1]?.length ?? 0
      expect(doubt === undefined).toBe(needed <= room)
      if (needed <= room) expect(text).toBe(value)
      else expect(Math.abs(Number(text) - Number(value))).toBeLessThanOrEqual(0.51 / 10 ** room)
      if (doubt) expect(doubt).toContain(value)
    }),
  )
})

/** 行政许可 with one cell in a format, 行政处罚 12, 行政强制 a sum without its value. */
function inSheet(cell: string, xf: string, { fonts = '', view = '' } = {}) {
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
  const rows = [
    text('二、主动公开政府信息情况'),
    text('行政许可') + cell,
    `${text('行政处罚')}<c><v>12</v></c>`,
    `${text('行政强制')}<c><f>B2+B3</f></c>`,
  ]
  const bytes = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/><numFmt numFmtId="171" formatCode="0&quot;件&quot;"/><numFmt numFmtId="172" formatCode="0.0%"/></numFmts><fonts><font><sz val="11"/></font><font>${fonts}</font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF003366"/><bgColor indexed="64"/></patternFill></fill></fills><cellXfs><xf numFmtId="0" fontId="0"/><xf ${xf}/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet>${view}<sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`,
    ),
  })
  const read = readBytes(bytes, 'a.xlsx')
  if ('problem' in read) throw new Error(read.problem)
  const { figures, unplaced } = recognise(read.source, edition2021)
  const at = (address: string) => figures.find((figure) => figure.address === address)
  const own = at(PERMITS)
  return {
    own: own && [own.text, own.doubt !== undefined],
    listed: unplaced.map((each) => each.text).join('\n'),
    penalties: at('tables.proactiveDisclosure.administrativePenalties.decisions')?.text,
    sum: at('tables.proactiveDisclosure.administrativeCompulsion.decisions')?.text,
  }
}
const styled = (value: string, type = '') => `<c s="1" ${type}>${value}</c>`

test('Excel: a figure that its cell does not show is listed with what it holds, as a number and as a text', () => {
  for (const cell of [styled('<v>38</v>'), styled('<is><t>38</t></is>', 't="inlineStr"')]) {
    const { own, listed, penalties } = inSheet(cell, 'numFmtId="170"')
    expect([own, penalties]).toEqual([undefined, '12'])
    expect(listed).toContain('38')
  }
})

test('Excel: what a cell shows counts: a unit is certain, a percentage is listed, a rounded figure marked', () => {
  expect(inSheet(styled('<v>38</v>'), 'numFmtId="171"')).toEqual({
    own: ['38', false],
    listed: '',
    penalties: '12',
    sum: '50',
  })
  expect(inSheet(styled('<v>0.38</v>'), 'numFmtId="172"').own).toBeUndefined()
  expect(inSheet(styled('<v>0.38</v>'), 'numFmtId="172"').listed).toContain('38%')
  expect(inSheet(styled('<v>37.7</v>'), 'numFmtId="1"').own).toEqual(['38', true])
})

test('Excel: a white or tiny figure is marked, unless its ground has a colour; a zero that is not shown is marked', () => {
  for (const fonts of ['<color rgb="FFFFFFFF"/>', '<color theme="0"/>', '<sz val="1"/>']) {
    expect(inSheet(styled('<v>38</v>'), 'fontId="1"', { fonts }).own).toEqual(['38', true])
    expect(inSheet(styled('<v>38</v>'), 'fontId="1" fillId="1"', { fonts }).own).toEqual(['38', false])
  }
  const view = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
  expect(inSheet(styled('<v>0</v>'), 'fontId="0"', { view }).own).toEqual(['0', true])
  expect(inSheet(styled('<v>0</v>'), 'fontId="0"').own).toEqual(['0', false])
})
