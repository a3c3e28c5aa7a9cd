import { formatOf } from './numberFormat'
import { raised } from './raised'
import type { Piece } from './seen'
import { parseXml } from './xml'

/** How a sheet sets a text. */
export interface Font {
  struck: boolean
  raised: boolean
  /** In the colour of the sheet, or too small to be read: not seen beside other text. */
  faint: boolean
}
/** How a sheet shows a cell. */
export interface CellFormat {
  font: Font
  /** The code of its number format. */
  code: string
  /** Its ground has a colour. */
  filled: boolean
}

export const isOn = (value: string | undefined): boolean => !/^(?:0|false)$/.test(value ?? '')
export const plainFont = (): Font => ({ struck: false, raised: false, faint: false })

const isPaper = ({ rgb, theme, tint, indexed }: Record<string, string>): boolean =>
  /^(?:..)?f{6}$/i.test(rgb ?? '') || (theme === '0' && !tint) || indexed === '9' || indexed === '1'

/** Collects what a font says of its text, tag by tag. */
export function readFont(font: Font, tag: string, attributes: Record<string, string>) {
  const { val } = attributes
  if (tag === 'color') font.faint ||= isPaper(attributes)
  else if (tag === 'sz') font.faint ||= Number(val) <= 1
  else if (tag === 'strike') font.struck = isOn(val)
  else if (tag === 'vertAlign') font.raised = /^(?:super|sub)script$/.test(val ?? '')
}
/** Text as it counts: struck text no longer does, raised digits are note marks. */
export const inFont = (text: string, font: Font | undefined): string =>
  font?.struck ? '' : font?.raised ? raised(text) : text
export const pieceOf = (text: string, font: Font | undefined): Piece => ({
  text: inFont(text, font),
  faint: font?.faint === true,
})

/** The formats of the cells of a workbook, by their index. */
export function readCellFormats(xml: string): CellFormat[] {
  const fonts: Font[] = []
  const fills: boolean[] = []
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let within = ''
  parseXml(xml, {
    onopentag(tag, attributes) {
      if (/^(?:numFmts|fonts|fills|cellXfs|dxfs)$/.test(tag)) within = tag
      else if (within === 'numFmts' && tag === 'numFmt')
        codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (within === 'fonts' && tag === 'font') fonts.push(plainFont())
      else if (within === 'fonts') readFont(fonts.at(-1) ?? plainFont(), tag, attributes)
      else if (within === 'fills' && tag === 'fill') fills.push(false)
      else if (within === 'fills' && tag === 'patternFill')
        fills[fills.length - 1] = !/^(?:none|gray125|)$/.test(attributes.patternType ?? '')
      else if (within === 'fills' && tag === 'gradientFill') fills[fills.length - 1] = true
      else if (within === 'fills' && tag === 'fgColor' && isPaper(attributes)) fills[fills.length - 1] = false
      else if (within === 'cellXfs' && tag === 'xf')
        formats.push({
          font: fonts[Number(attributes.fontId ?? 0)] ?? plainFont(),
          code: formatOf(Number(attributes.numFmtId ?? 0), codes),
          filled: fills[Number(attributes.fillId ?? 0)] === true,
        })
    },
    onclosetag(tag) {
      if (tag === within) within = ''
    },
  })
  return formats
}
