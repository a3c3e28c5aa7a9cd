import { getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Registers itself: the parser then runs in this thread, which is a worker already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { SourceBlock } from '../source'
import { characterMap } from './characterMaps'
import { withoutRadicals } from './han'
import { LOCKED, LOST, type ReadSource, SCAN, UNREADABLE } from './problems'
import { raised } from './raised'

/** A report has some ten pages; a book is none. */
const MAX_PAGES = 120
/** A page of text has more characters than this; a scan has at most a stamp or a page number. */
const MIN_CHARACTERS = 40
/** More characters than this part that stand for “unknown” make sentences and labels useless. */
const MAX_LOST = 0.02

/** A page that was scanned askew is less slanted than this (rise over run), a mark behind it more. */
const MAX_SLANT = 0.15

/** Hands the library its data out of the program; everything else (fonts, decoders) it does without. */
class ProgramData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const bytes = kind === 'cMapUrl' ? characterMap(filename) : undefined
    if (!bytes) throw new Error(`no ${filename}`)
    return bytes
  }
}

interface Glyphs {
  text: string
  x: number
  y: number
  width: number
  height: number
}

/** The text layer of a PDF as lines, with spaces where columns are apart. Nothing is drawn, no script in it runs. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadSource> {
  const task = getDocument({
    data: bytes,
    useWorkerFetch: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: 'program:/',
    cMapPacked: true,
    BinaryDataFactory: ProgramData,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0])
  try {
    const document = await task.promise
    const blocks: SourceBlock[] = []
    let characters = 0
    let lost = 0
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
      const page = await document.getPage(number)
      const { transform } = page.getViewport({ scale: 1 })
      const glyphs: Glyphs[] = []
      // Not getTextContent(): its legacy build needs an async iterator that Chromium 109 lacks.
      const reader = page.streamTextContent().getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read())
        for (const item of part.value.items) {
          if (!('str' in item) || !item.str.trim()) continue
          const [a = 0, b = 0, , d = 0, x = 0, y = 0] = Util.transform(transform, item.transform) as number[]
          // Text that runs upwards or down is a note at the edge, slanted text is a mark behind the page.
          if (Math.abs(b) > Math.abs(a) * MAX_SLANT) continue
          glyphs.push({
            text: withoutRadicals(item.str),
            x,
            y,
            width: item.width,
            height: Math.abs(d) || item.height || 10,
          })
        }
      for (const { text } of glyphs) {
        characters += text.trim().length
        lost += text.split('\ufffd').length - 1
      }
      for (const text of linesOfPage(withMarks(glyphs))) blocks.push({ kind: 'paragraph', text })
      page.cleanup()
    }
    if (characters < MIN_CHARACTERS) return { problem: SCAN }
    if (lost > characters * MAX_LOST) return { problem: LOST }
    return { source: { name, blocks } }
  } catch (error) {
    return { problem: error instanceof Error && error.name === 'PasswordException' ? LOCKED : UNREADABLE }
  } finally {
    await task.destroy()
  }
}

/** A note mark has some characters: 1, [12], （注1）. */
const MAX_MARK = 6
/** No page of a report has as many pieces; looking for marks among more would take too long. */
const MAX_PIECES = 8_000

/**
 * Raised and lowered pieces set on the line of the text that they stand behind, their digits as those of a note mark: small
 * ones, and those of any size that touch it.
 */
export function withMarks(glyphs: Glyphs[]): Glyphs[] {
  if (glyphs.length > MAX_PIECES) return glyphs
  return glyphs.map((glyph) => {
    if (glyph.text.trim().length > MAX_MARK) return glyph
    const base = glyphs.find((text) => {
      const gap = (glyph.x - text.x - text.width) / text.height
      const rise = (text.y - glyph.y) / text.height
      if (rise <= -0.5 || rise >= 0.9 || gap <= -0.3 || gap >= 0.6) return false
      const size = glyph.height / text.height
      // Figures of a cell may be smaller than the label beside them.
      const behindFigure = /\d\s*$/.test(text.text)
      const beside = size <= 0.85 ? behindFigure || gap < 0.25 : size < 1.1 && Math.abs(gap) < 0.12
      const off = rise > 0.12 || rise < -0.08 || (behindFigure && size <= 0.75)
      return beside && off
    })
    return base ? { ...glyph, y: base.y, height: base.height, text: raised(glyph.text) } : glyph
  })
}

/** How wide a text prints, in halves of a Han character. */
const halves = (text: string): number => text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0)

/**
 * Lines of a page from the top, each with its pieces from the left. Where there is a gap, as many spaces as bring the next
 * piece to its place on the page, so that columns stay above one another.
 */
export function linesOfPage(glyphs: Glyphs[]): string[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)
  const lines: Glyphs[][] = []
  for (const glyph of sorted) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && Math.abs(glyph.y - last.y) < Math.min(last.height, glyph.height) * 0.35)
      line.push(glyph)
    else lines.push([glyph])
  }
  const heights = glyphs.map(({ height }) => height).sort((a, b) => a - b)
  const half = (heights[Math.floor(heights.length / 2)] ?? 10) / 2
  const edge = glyphs.length ? Math.min(...glyphs.map(({ x }) => x)) : 0
  return lines.map((line) => {
    line.sort((a, b) => a.x - b.x)
    let text = ''
    let end = edge
    for (const { text: piece, x, width, height } of line) {
      const gap = x - end
      const due = Math.round((x - edge) / half) - halves(text)
      if (gap > height * 1.2) text += ' '.repeat(Math.min(200, Math.max(text ? 2 : 0, due)))
      else if (gap > height * 0.3 && text && !text.endsWith(' ')) text += ' '
      text += piece
      end = x + width
    }
    return text
  })
}
