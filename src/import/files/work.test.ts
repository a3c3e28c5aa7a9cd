import { describe, expect, it } from 'vitest'
import type { SourceBlock, SourceDocument } from '../source'
import { beginningOf, recognition } from './work'

const of = (...blocks: SourceBlock[]): SourceDocument => ({ name: '', blocks })
const grid = (rows: number, columns: number): SourceBlock => ({
  kind: 'grid',
  rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, () => ({ text: `${row}` }))),
})
const paragraph = (characters: number): SourceBlock => ({ kind: 'paragraph', text: '公'.repeat(characters) })
const cellsIn = ({ blocks }: SourceDocument) =>
  blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.rows.flat().length : 1), 0)

describe('what is far longer than a report', () => {
  it('a table of a quarter million cells is read down to a row that can still be drawn', () => {
    const { source, whole } = beginningOf(of(grid(4_000, 60), paragraph(5)))
    expect(whole).toBe(false)
    expect(cellsIn(source)).toBe(4_980)
    expect(source.blocks).toHaveLength(1)
  })
  it('a paragraph of a million characters is cut, and what follows is left out', () => {
    const { source, whole } = beginningOf(of(paragraph(10), paragraph(1_000_000), paragraph(5)))
    expect(whole).toBe(false)
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text.length)).toEqual([
      10, 299_990,
    ])
  })
  it('five thousand lines end at the four thousandth, whichever blocks they stand in', () => {
    const { source } = beginningOf(
      of(...Array.from({ length: 500 }, () => [paragraph(1), grid(9, 1)]).flat()),
    )
    const lines = source.blocks.reduce(
      (sum, block) => sum + (block.kind === 'grid' ? block.rows.length : 1),
      0,
    )
    expect(lines).toBe(4_000)
  })
  it('what is as long as a report is left as it came', () => {
    const source = of(paragraph(20_000), grid(60, 12), paragraph(0))
    expect(beginningOf(source)).toEqual({ source, whole: true })
  })
  it('the clerk is told first of all, and only then', async () => {
    const remarks = async (source: SourceDocument) => {
      const found = await recognition(() => ({ source }))
      return 'problem' in found ? [] : found.proposal.remarks.map(({ rule }) => rule)
    }
    expect((await remarks(of(grid(4_000, 60))))[0]).toBe('import.too-long')
    expect(await remarks(of(grid(40, 6)))).not.toContain('import.too-long')
  })
})
