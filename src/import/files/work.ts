import { currentEdition } from '../../format/editions'
import type { ImportProposal } from '../proposal'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'
import { type ReadSource, UNREADABLE } from './problems'

/** What is asked of a reader in its worker. */
export type Work = { id: number; name: string } & ({ bytes: Uint8Array } | { text: string; html?: string })
/** What it answers; whatever goes wrong is a sentence. */
export type Recognition = { source: SourceDocument; proposal: ImportProposal } | { problem: string }
export type Answer = { id: number; recognition: Recognition }

/** Reads and recognises; an error of a library is no error of the clerk's. */
export async function recognition(read: () => ReadSource | Promise<ReadSource>): Promise<Recognition> {
  try {
    const found = await read()
    if ('problem' in found) return found
    const source = shortened(found.source)
    return { source, proposal: recognise(source, currentEdition) }
  } catch {
    return { problem: UNREADABLE }
  }
}

/** A report has a few hundred lines. What is far longer is not handed to the page whole: it could not be drawn. */
const MAX_BLOCKS = 4_000
function shortened(source: SourceDocument): SourceDocument {
  let left = MAX_BLOCKS
  const blocks = source.blocks.slice(0, MAX_BLOCKS).flatMap((block) => {
    if (left <= 0) return []
    left -= block.kind === 'grid' ? block.rows.length : 1
    return block.kind === 'grid' && left < 0 ? [{ ...block, rows: block.rows.slice(0, left) }] : [block]
  })
  return { ...source, blocks }
}
