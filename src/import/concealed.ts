import type { Remark, Unplaced } from './proposal'
import type { Place, SourceDocument } from './source'

/** What the columns say that a source hides, column by column, and that it has such columns. */
export function concealedIn({ blocks }: SourceDocument): { unplaced: Unplaced[]; remarks: Remark[] } {
  const columns = new Map<number, { texts: string[]; places: Place[] }>()
  for (const [block, each] of blocks.entries())
    for (const [row, cells] of each.kind === 'grid' ? each.rows.entries() : [])
      for (const [cell, { text, concealed }] of cells.entries()) {
        if (!concealed || !text) continue
        const column = columns.get(cell) ?? { texts: [], places: [] }
        column.texts.push(text)
        column.places.push({ block, row, cell, start: 0, end: text.length })
        columns.set(cell, column)
      }
  const unplaced = [...columns.values()].map(({ texts, places }) => ({
    text: texts.join(' '),
    places,
    why: '这一列在来文中是隐藏的，没有填入，请对照原文',
  }))
  const message = '来文里有隐藏的列，其中的数没有填入，列在未能放置里；需要的请取消隐藏后重新导入。'
  return {
    unplaced,
    remarks: unplaced.length ? [{ rule: 'import.hidden-column', message, places: [] }] : [],
  }
}
