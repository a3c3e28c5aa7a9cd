import { currentEdition } from '../format/editions'
import type { ImportProposal } from './proposal'
import { recognise } from './recognise'
import { type ReadSource, UNREADABLE } from './sentences'
import type { SourceDocument } from './source'

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
    return { source: found.source, proposal: recognise(found.source, currentEdition) }
  } catch {
    return { problem: UNREADABLE }
  }
}
