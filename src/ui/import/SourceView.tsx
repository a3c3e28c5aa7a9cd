import { memo, type ReactNode } from 'react'
import type { Address } from '../../format/types'
import type { ImportProposal } from '../../import/proposal'
import type { Place, SourceDocument } from '../../import/source'
import styles from './SourcePreview.module.css'

/** A stretch of the source with what was made of it. */
interface SourceMark {
  start: number
  end: number
  address?: Address
  doubtful: boolean
}
type Marks = Map<string, SourceMark[]>

const keyOf = ({ block, row, cell }: Pick<Place, 'block' | 'row' | 'cell'>) =>
  `${block}.${row ?? ''}.${cell ?? ''}`

function marksOf({ figures, unplaced }: ImportProposal): Marks {
  const marks: Marks = new Map()
  const add = (place: Place, mark: Omit<SourceMark, 'start' | 'end'>) => {
    const key = keyOf(place)
    const own = marks.get(key)
    const placed = { ...mark, start: place.start, end: place.end }
    if (own) own.push(placed)
    else marks.set(key, [placed])
  }
  for (const { address, places, doubt } of figures)
    for (const place of places) add(place, { address, doubtful: doubt !== undefined })
  for (const { places } of unplaced) for (const place of places) add(place, { doubtful: true })
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start)
  return marks
}

/** The source as it came, every recognised figure tinted. A click on one shows where it went. */
export const SourceView = memo(function SourceView({
  source,
  proposal,
  onSelect,
}: {
  source: SourceDocument
  proposal: ImportProposal
  onSelect: (address: Address) => void
}) {
  const marks = marksOf(proposal)
  const marked = (text: string, key: string): ReactNode => {
    const parts: ReactNode[] = []
    let from = 0
    for (const { start, end, address, doubtful } of marks.get(key) ?? []) {
      if (start < from || end <= start) continue
      parts.push(text.slice(from, start))
      const className = doubtful ? styles.miss : styles.hit
      parts.push(
        address ? (
          <button
            key={start}
            type="button"
            tabIndex={-1}
            className={className}
            data-source={address}
            onClick={() => onSelect(address)}
          >
            {text.slice(start, end)}
          </button>
        ) : (
          <span key={start} className={className}>
            {text.slice(start, end)}
          </span>
        ),
      )
      from = end
    }
    return [...parts, text.slice(from)]
  }
  return (
    <div className={styles.sourceText}>
      {source.blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source never changes
          <p key={index}>{marked(block.text, keyOf({ block: index }))}</p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source never changes
          <table key={index}>
            <tbody>
              {block.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a source never changes
                <tr key={at}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a source never changes
                    <td key={column}>{marked(cell.text, keyOf({ block: index, row: at, cell: column }))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
    </div>
  )
})
