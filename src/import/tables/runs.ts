import type { Atom, Line } from './lines'
import type { Piece } from './occurrences'

/** A row of figures as it stands in the source. */
export interface Run {
  atoms: Atom[]
  /** Line of its first figure and of its last. */
  first: number
  last: number
  grid: boolean
  /** The source tells its cells apart, the empty ones too. */
  cells: boolean
  hidden: boolean
  /** How many figures stand on its first line. */
  onFirst: number
  /** Pieces between the run before it and this one, on its own line. */
  beside: number[]
  /** Index of the first piece behind it. */
  next: number
}
/** Whatever stands where a figure is expected, readable or not: it keeps its column. */
export const isValue = ({ kind }: Atom) => kind === 'number' || kind === 'mark' || kind === 'unread'
/** As it stands in the source; a mark without a figure as a dash. */
export const shownText = ({ text, written }: Atom): string => written ?? (text || '—')
export const runText = (run: Run): string => run.atoms.filter(isValue).map(shownText).join(' ')

/** The cells of a row without the running number left of its label, where cells stand right of it. */
function withoutSerial(atoms: Atom[]): Atom[] {
  const [first, second] = atoms
  const isNumbered = first?.kind === 'number' && second?.kind === 'label' && atoms.at(-1)?.kind !== 'label'
  return isNumbered ? atoms.slice(1) : atoms
}

/** Runs of figures in reading order. Lines that hold nothing but figures continue the run before. */
export function runsOf(lines: Line[]): Run[] {
  const runs: Run[] = []
  let piece = 0
  let open: Run | undefined
  for (const [line, { atoms, grid, hidden = false }] of lines.entries()) {
    const onlyValues = atoms.every((atom) => atom.kind !== 'label')
    const many = grid && atoms.some(({ place }) => place.cell !== atoms[0]?.place.cell)
    // A row of a grid is a row; figures one below the other belong together until words come.
    if (!onlyValues || many || (open && open.grid !== many)) open = undefined
    let beside: number[] = []
    for (const atom of many ? withoutSerial(atoms) : atoms) {
      if (atom.kind === 'label') {
        open = undefined
        beside.push(piece++)
        continue
      }
      if (!open) {
        open = {
          atoms: [],
          first: line,
          last: line,
          grid: many,
          cells: grid,
          hidden,
          onFirst: 0,
          beside,
          next: piece,
        }
        runs.push(open)
        beside = []
      }
      open.atoms.push(atom)
      if (open.first === line && isValue(atom)) open.onFirst++
      open.last = line
    }
    if (many) open = undefined
  }
  return runs.filter((run) => run.atoms.some(isValue))
}

/** No cell holds more figures than this. */
const MAX_IN_CELL = 3

/**
 * Whether a single blank stands between two or three figures of a run while others are further apart or on lines of their own:
 * those may be one figure torn in two, or several in one cell.
 */
export function isTorn({ atoms }: Run): boolean {
  const cells: Atom[][] = []
  for (const atom of atoms.filter(isValue)) {
    const { place } = atom
    const before = cells.at(-1)?.at(-1)?.place
    const same = before?.block === place.block && before.row === place.row && before.cell === place.cell
    if (before && same && place.start - before.end === 1) cells.at(-1)?.push(atom)
    else cells.push([atom])
  }
  return cells.length > 1 && cells.some(({ length }) => length > 1 && length <= MAX_IN_CELL)
}
export const TORN = '来文这一行有的数之间只有一个空格，可能是一个数或一格两个数，请对照原文'

/** Column of the label of a run: of the last piece before its figures. */
export const labelColumn = (run: Run, pieces: Piece[]): number | undefined => {
  const last = run.beside.at(-1)
  return last === undefined ? undefined : pieces[last]?.atom.column
}
