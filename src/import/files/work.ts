import { currentEdition } from '../../format/editions'
import type { ImportProposal } from '../proposal'
import { recognise } from '../recognise'
import type { SourceBlock, SourceCell, SourceDocument } from '../source'
import { type ReadSource, UNREADABLE } from './problems'

/** What is read beside the page: a file, or a text with the HTML it was copied with. */
export type Material = { name: string } & ({ bytes: Uint8Array } | { text: string; html?: string })
/** What is asked of a reader in its worker. */
export type Work = { id: number } & Material
/** What it answers; whatever goes wrong is a sentence. */
export type Recognition = { source: SourceDocument; proposal: ImportProposal } | { problem: string }
export type Answer = { id: number; recognition: Recognition }

/** Reads and recognises; an error of a library is no error of the clerk's. */
export async function recognition(read: () => ReadSource | Promise<ReadSource>): Promise<Recognition> {
  try {
    const found = await read()
    if ('problem' in found) return found
    const { source, whole } = beginningOf(found.source)
    const proposal = recognise(source, currentEdition)
    if (!whole) proposal.remarks.unshift({ rule: 'import.too-long', message: SHORTENED, places: [] })
    return { source, proposal }
  } catch {
    return { problem: UNREADABLE }
  }
}

/**
 * Far more than any report has. What is longer could not be drawn without holding up the page, and would be another kind
 * of document: only its beginning is read, and the clerk is told.
 */
const MOST = { lines: 4_000, cells: 5_000, characters: 300_000 }
const SHORTENED = `来文比一份年报长得多，只读取了开头的部分（最多 ${MOST.lines} 行、${MOST.cells} 格、${MOST.characters / 10_000} 万字）。请确认选对了文件。`

/** The beginning of a source, and whether it is all of it. */
export function beginningOf(source: SourceDocument): { source: SourceDocument; whole: boolean } {
  const left = { ...MOST }
  const fits = (cells: SourceCell[]) => {
    left.lines--
    left.cells -= cells.length
    for (const { text } of cells) left.characters -= text.length
    return Math.min(left.lines, left.cells, left.characters) >= 0
  }
  const blocks: SourceBlock[] = []
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') {
      const room = left.characters
      if (fits([block])) blocks.push(block)
      else {
        if (left.lines >= 0 && room > 0) blocks.push({ ...block, text: block.text.slice(0, room) })
        return { source: { ...source, blocks }, whole: false }
      }
    } else {
      const end = block.rows.findIndex((row) => !fits(row))
      if (end < 0) blocks.push(block)
      else {
        if (end > 0) blocks.push({ ...block, rows: block.rows.slice(0, end) })
        return { source: { ...source, blocks }, whole: false }
      }
    }
  }
  return { source, whole: true }
}
