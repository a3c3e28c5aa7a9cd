import { Parser } from 'htmlparser2'

/** Struck twice or once, hidden, too small to be read: by its tag. */
const GONE = new Set(['w:strike', 'w:dstrike', 'w:vanish', 'w:sz'])
/** Sizes are told in half points. */
const MAX_TINY = 2
const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/.test(value ?? '')
/** A style is based on another, and that on a third; a circle is none. */
const MAX_BASES = 12

/** How a run of Word is set, as far as it says whether its text counts. */
export interface RunLook {
  /** By what it is struck or hidden; nothing where it is there to be read. */
  gone: ReadonlySet<string>
  /** Raised or lowered: a note mark, no digit. */
  raised: boolean
  /** White: not seen beside other text. */
  faint: boolean
  /** Above or below its line. */
  shifted: boolean
}
export const plainRun: RunLook = { gone: new Set(), raised: false, faint: false, shifted: false }

/** What one property of a run changes in its look: a property that is off undoes that of its style. */
export function withProperty(look: RunLook, tag: string, value: string | undefined): RunLook {
  if (tag === 'w:vertAlign') return { ...look, raised: /^(?:super|sub)script$/.test(value ?? '') }
  if (tag === 'w:color') return { ...look, faint: /^f{6}$/i.test(value ?? '') }
  if (tag === 'w:position') return { ...look, shifted: Number(value) !== 0 }
  if (!GONE.has(tag)) return look
  const gone = new Set(look.gone)
  if (tag === 'w:sz' ? Number(value) <= MAX_TINY : isOn(value)) gone.add(tag)
  else gone.delete(tag)
  return { ...look, gone }
}

interface Style {
  base?: string
  properties: [tag: string, value: string | undefined][]
}

/** The looks that the styles of a document give, by the style's id. */
export function readRunStyles(
  xml: string | undefined,
): (style: string | undefined, look?: RunLook) => RunLook {
  const styles = new Map<string, Style>()
  let open: Style | undefined
  let inRun = false
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'w:style') {
          open = { properties: [] }
          styles.set(attributes['w:styleId'] ?? '', open)
        } else if (tag === 'w:basedOn' && open && attributes['w:val']) open.base = attributes['w:val']
        else if (tag === 'w:rPr') inRun = true
        else if (inRun && open) open.properties.push([tag, attributes['w:val']])
      },
      onclosetag(tag) {
        if (tag === 'w:style') open = undefined
        else if (tag === 'w:rPr') inRun = false
      },
    },
    { xmlMode: true },
  )
  parser.write(xml ?? '')
  parser.end()
  const lookOf = (id: string | undefined, look: RunLook, bases: number): RunLook => {
    const style = id === undefined || bases > MAX_BASES ? undefined : styles.get(id)
    if (!style) return look
    return style.properties.reduce(
      (all, [tag, value]) => withProperty(all, tag, value),
      lookOf(style.base, look, bases + 1),
    )
  }
  return (style, look = plainRun) => lookOf(style, look, 0)
}
