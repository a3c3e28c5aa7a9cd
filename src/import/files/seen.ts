import { raised } from './raised'
import type { Style } from './styleSheet'

/** A stretch of text as it shows. */
export interface Piece {
  text: string
  /** In the colour of paper: not seen beside text of another colour. */
  faint?: boolean
  /** Off its line: a mark beside what stands on the line. */
  shifted?: boolean
  /** Linked to a place of the page, or smaller than what stands around it, as the number of a note is. */
  aside?: boolean
}

const isBlank = ({ text }: Piece) => !text.trim()

/**
 * The text that a reader sees: without what has the colour of paper, and with raised digits as marks. Both show only beside
 * other text: alone, white words stand on a dark ground, and a word that is shifted has been moved as a whole.
 */
export function seenText(pieces: Piece[]): string {
  const seen = isFaint(pieces) ? pieces : pieces.filter(({ faint }) => !faint)
  const upright = seen.some((piece) => !piece.shifted && !isBlank(piece))
  return seen
    .map((piece, at) =>
      (piece.shifted && upright) || isNote(piece, seen[at - 1]) ? raised(piece.text) : piece.text,
    )
    .join('')
}
/** One or two digits right behind those of a figure, and unlike them. */
const isNote = ({ text, aside }: Piece, before: Piece | undefined): boolean =>
  aside === true && /^\d{1,2}$/.test(text.trim()) && !before?.aside && /\d$/.test(before?.text ?? '')

/** Whether there is text, all of it in the colour of paper. */
export const isFaint = (pieces: Piece[]): boolean =>
  pieces.some((piece) => piece.faint && !isBlank(piece)) &&
  pieces.every((piece) => piece.faint || isBlank(piece))

/** How an element of a web page shows its text. */
export interface Look {
  /** Not laid out, with all that is in it: as if it were not in the page. */
  gone: boolean
  /** Laid out, but none of its text counts: struck out, cut off or clear. A cell keeps its column. */
  blank: boolean
  /** Not seen, unless an element within says otherwise. */
  unseen: { size: boolean; visibility: boolean; colour: boolean }
  white: boolean
  /** The ground behind it is another than that of the page. */
  ground: boolean
  raised: boolean
  shifted: boolean
  aside: boolean
  /** The size of its text, where a style names it. */
  points?: number | undefined
}
export const plainLook: Look = {
  gone: false,
  blank: false,
  unseen: { size: false, visibility: false, colour: false },
  white: false,
  ground: false,
  raised: false,
  shifted: false,
  aside: false,
}

/** Red, green and blue from 0 to 255 and the opacity; undefined for other names of colours. */
function colourOf(value: string): [number, number, number, number] | undefined {
  if (value === 'transparent') return [0, 0, 0, 0]
  if (value === 'white') return [255, 255, 255, 1]
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(value)
  const hex = short
    ? short.slice(1).map((digit) => digit + digit)
    : /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(value)?.slice(1)
  if (hex) {
    const [r = 0, g = 0, b = 0] = hex.map((part) => Number.parseInt(part, 16))
    return [r, g, b, 1]
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?\s*\)$/.exec(value)
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4] ?? 1)] : undefined
}
const isWhite = (value: string): boolean => {
  const colour = colourOf(value)
  return colour?.every((part, at) => part >= (at < 3 ? 250 : 1)) === true
}
const isClear = (value: string): boolean => colourOf(value)?.[3] === 0

/** A length that is not zero. */
const isLength = (value: string | undefined): boolean =>
  Number.parseFloat(value ?? '') !== 0 && /^[-+.\d]/.test(value ?? '')
/** A length of so few pixels that nothing can be read. */
const isTiny = (value: string): boolean =>
  /^[\d.]+(?:px|pt|em|rem|ex|%|)$/.test(value) && Number.parseFloat(value) <= (/px|pt$/.test(value) ? 1 : 0)
/** Of a size that is named in points or pixels. */
const pointsOf = (size: string): number | undefined => {
  const [, number, unit] = /^([\d.]+)(pt|px)$/.exec(size) ?? []
  return number === undefined ? undefined : Number(number) * (unit === 'px' ? 0.75 : 1)
}
/** Whether a size is less than that of the text around it. */
const isSmaller = (size: string, outer: number | undefined): boolean =>
  /^(?:smaller|x+-small)$/.test(size) ||
  (/^[\d.]+(?:%|em)$/.test(size) && Number.parseFloat(size) < (size.endsWith('%') ? 90 : 0.9)) ||
  (pointsOf(size) ?? Number.POSITIVE_INFINITY) < 0.8 * (outer ?? 0)
const FAR = /^-\d{3,}/

/** The look of an element from that of the one it stands in, its tag, its attributes and what its style says. */
export function lookOf(tag: string, attributes: Record<string, string>, style: Style, outer: Look): Look {
  const of = (name: string) => style.get(name)
  const isPart = /^(?:t[dhr]|table|thead|tbody|tfoot)$/.test(tag)
  const moved = of('position')
  const clipped =
    /hidden|clip/.test(of('overflow') ?? '') &&
    ['width', 'height', 'max-width', 'max-height'].some((each) => isTiny(of(each) ?? ''))
  const away =
    (/^(?:absolute|fixed)$/.test(moved ?? '') &&
      ([of('left'), of('top')].some((each) => FAR.test(each ?? '')) ||
        /^rect\((?:0|1px)/.test(of('clip') ?? ''))) ||
    /^inset\((?:[5-9]\d|100)%/.test(of('clip-path') ?? '')
  const gone =
    outer.gone ||
    (of('display') ?? ('hidden' in attributes ? 'none' : '')) === 'none' ||
    (tag === 'dialog' && !('open' in attributes)) ||
    tag === 'template' ||
    tag === 'noscript'
  const blank =
    outer.blank ||
    of('content-visibility') === 'hidden' ||
    /^0*(?:\.0+)?%?$/.test(of('opacity') || '1') ||
    of('mso-hide') === 'all' ||
    /line-through/.test(`${of('text-decoration')} ${of('text-decoration-line')}`) ||
    FAR.test(of('text-indent') ?? '') ||
    clipped ||
    away
  const size = of('font-size') ?? /(?:^|\s)(0(?:px|pt|em|rem)?)(?=[\s/])/.exec(of('font') ?? '')?.[1]
  const visibility = of('visibility')
  const colour = of('color') ?? (tag === 'font' ? attributes.color?.toLowerCase() : undefined)
  const ground =
    of('background-image') ??
    of('background-color') ??
    of('background')?.split(/\s+(?![^(]*\))/)[0] ??
    attributes.bgcolor?.toLowerCase()
  const vertical = of('vertical-align')
  return {
    gone,
    blank,
    unseen: {
      size: size ? isTiny(size) : outer.unseen.size,
      visibility: visibility ? visibility !== 'visible' : outer.unseen.visibility,
      colour: colour ? isClear(colour) : outer.unseen.colour,
    },
    white: colour ? isWhite(colour) : outer.white,
    ground: ground && !isClear(ground) && ground !== 'none' ? !isWhite(ground) : outer.ground,
    raised: outer.raised || tag === 'sup' || tag === 'sub' || /^(?:super|sub)$/.test(vertical ?? ''),
    shifted:
      outer.shifted ||
      (!isPart &&
        (tag === 'small' ||
          isLength(vertical) ||
          isLength(of('mso-text-raise')) ||
          (moved === 'relative' && (isLength(of('top')) || isLength(of('bottom')))))),
    aside:
      outer.aside ||
      (tag === 'a' && /^#./.test(attributes.href ?? '')) ||
      (tag === 'font' && /^(?:[12]|-\d)$/.test(attributes.size ?? '')) ||
      isSmaller(size ?? '', outer.points),
    points: pointsOf(size ?? '') ?? outer.points,
  }
}
