import { reader } from './caseGrid'
import type { Leaf } from './caseHead'
import type { Line } from './lines'
import { isValue } from './runs'

/** The lines of 表四 with the names of its kinds of case above their figures, where each stands below the table that it names. */
export function withCaptionsAbove(lines: Line[], leaves: Leaf[]): Line[] {
  const read = reader(leaves)
  const hasFigures = ({ atoms }: Line) => atoms.some(isValue)
  const isCaption = (line: Line) => {
    const [only, more] = line.atoms.filter(({ kind }) => kind !== 'empty')
    const says = only?.kind === 'label' && !more ? read(only.text) : undefined
    return says?.groups !== undefined && !says.result
  }
  const captions = [...lines.keys()].filter((at) => isCaption(lines[at] as Line))
  const named = captions.map((at, order) => lines.slice(order ? (captions[order - 1] ?? 0) + 1 : 0, at + 1))
  const rest = lines.slice((captions.at(-1) ?? -1) + 1)
  if (named.length < 2 || !named.every((part) => part.some(hasFigures)) || rest.some(hasFigures)) return lines
  return [...named.flatMap((part) => [...part.slice(-1), ...part.slice(0, -1)]), ...rest]
}
