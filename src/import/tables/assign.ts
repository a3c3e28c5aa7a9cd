import { withoutBrackets } from './labels'
import { COMMON, couldBe, type Occurrence, type Piece, type Target } from './occurrences'
import type { Run } from './runs'

/** A run with the row it belongs to. */
export interface Row {
  run: Run
  target: Target
  /** Why the row is not certain. */
  doubt?: string
  written?: string
}

const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`

const HAN_NUMERALS = '〇一二三四五六七八九'
/** 七 and 7 are one number: where all is numbered in decimals, （七） is 3.7. */
const sameNumber = (one: string | undefined, other: string): boolean =>
  one === other || (one !== undefined && one !== '' && HAN_NUMERALS.indexOf(other) === Number(one))

/** Labels such as 其他 and 总计 are rows only with their number, or in a place where that row is due. */
export function inContext(found: Occurrence[], pieces: Piece[], targets: Target[]): Occurrence[] {
  let before: Occurrence | undefined
  const kept: Occurrence[] = []
  for (const occurrence of found) {
    const { target } = occurrence
    const [first] = occurrence.pieces
    const read = first === undefined ? undefined : pieces[first]?.read
    if (
      target.row &&
      COMMON.has(withoutBrackets(read?.text ?? '')) &&
      !sameNumber(read?.number, target.number)
    ) {
      const index = targets.indexOf(target)
      const due = before && targets[index - 1] === before.target
      if (!due || read?.number) continue
    }
    // 3.其他 of another stub than its own would be another row.
    before = occurrence
    kept.push(occurrence)
  }
  return kept
}

const SEVERAL = '来文这一格里有几行的标签，请对照原文'

export function assign(runs: Run[], found: Occurrence[], pieces: Piece[]) {
  const rows: Row[] = []
  const unlabelled: Run[] = []
  const undivided: { run: Run; target: Target }[] = []
  const taken = new Set<Occurrence>()
  const ofPiece = new Map<number, Occurrence>()
  for (const occurrence of found) for (const index of occurrence.pieces) ofPiece.set(index, occurrence)
  const place = (run: Run, occurrence: Occurrence) => {
    taken.add(occurrence)
    const { target, written } = occurrence
    const foreign = run.grid ? undefined : wordsBetween(run, occurrence)
    const cellOf = (each: Occurrence) => pieces[each.pieces.at(-1) ?? -1]?.atom.place
    const own = cellOf(occurrence)
    // Several labels in the cell of one: whose a figure is, its lines would tell.
    const isOneOf = run.beside.some((piece) => {
      const [other, place] = [ofPiece.get(piece), pieces[piece]?.atom.place]
      return (
        run.grid &&
        other?.target.row &&
        other !== occurrence &&
        place?.row === own?.row &&
        place?.cell === own?.cell
      )
    })
    if (target.row)
      rows.push({
        run,
        target,
        written,
        ...(foreign && { doubt: `来文的标签后面还有${quote(foreign)}，请对照原文` }),
        ...(isOneOf && { doubt: SEVERAL }),
      })
    else undivided.push({ run, target: occurrence.target })
  }
  /** Words of no label between the label of a run and its figures, on one line: 行政处罚 本年46. */
  const wordsBetween = (run: Run, { pieces: own }: Occurrence): string | undefined => {
    const label = run.beside.indexOf(own.at(-1) ?? -1)
    const between = label < 0 ? [] : run.beside.slice(label + 1)
    const found = between.find(
      (index) => !ofPiece.has(index) && withoutBrackets(pieces[index]?.read.text ?? '') !== '',
    )
    return found === undefined ? undefined : pieces[found]?.atom.text
  }
  let previousNext = 0
  for (const [index, run] of runs.entries()) {
    const beside = run.beside.flatMap((piece) => ofPiece.get(piece) ?? [])
    const leaf = beside.filter(({ target }) => target.row).at(-1)
    const spanning = found
      .filter(
        (each) =>
          each.target.row &&
          !taken.has(each) &&
          each.firstLine <= run.first &&
          each.lastLine >= run.last &&
          each.firstLine < each.lastLine,
      )
      .at(-1)
    // A stub that begins below the label that waits and reaches over the figures: they are its own.
    const stub = found
      .filter(
        (each) =>
          !each.target.row &&
          !taken.has(each) &&
          each.firstLine <= run.first &&
          each.lastLine >= run.last &&
          each.firstLine < each.lastLine,
      )
      .at(-1)
    const stray =
      !isSubtotal(run, pieces) &&
      run.beside.every((piece) => {
        const { text = '' } = pieces[piece]?.read ?? {}
        return ofPiece.has(piece) || (text.length <= 2 && !COMMON.has(text))
      })
    const pending = stray
      ? found
          .filter((each) => {
            const last = each.pieces.at(-1) ?? -1
            return last < run.next && last >= previousNext && !taken.has(each)
          })
          .at(-1)
      : undefined
    const above = pendingRow(pending, run, pieces)
    const waiting = stub && above?.target.row && above.lastLine < stub.firstLine ? stub : above
    const chosen = leaf ?? spanning ?? waiting ?? (stray ? beside.at(-1) : undefined)
    if (chosen && !taken.has(chosen)) place(run, chosen)
    else if (!continues(run, rows.at(-1), runs[index - 1])) unlabelled.push(run)
    previousNext = run.next
  }
  return { rows, unlabelled, undivided }
}

/** A row that the form does not have: no label that waits for its figures is the one of these. */
const isSubtotal = ({ beside }: Run, pieces: Piece[]) =>
  beside.some((piece) => /^(?:小计|共计)$/.test(pieces[piece]?.read.text ?? ''))

/** In a grid a label waits for its figures only on a row of its own. */
function pendingRow(pending: Occurrence | undefined, run: Run, pieces: Piece[]): Occurrence | undefined {
  if (!pending) return undefined
  if (!run.grid) return pending
  const last = pieces[pending.pieces.at(-1) ?? -1]
  return last && run.first - last.line <= 1 ? pending : undefined
}

/** A few figures behind a full row, without a label, are its surplus. */
function continues(run: Run, last: Row | undefined, before: Run | undefined): boolean {
  if (!last || last.run !== before || run.beside.length || run.grid || before.next !== run.next) return false
  last.run.atoms.push(...run.atoms)
  last.run.last = run.last
  return true
}

/** Rows whose label was found and whose figures were not, although others have theirs. */
export const lostRows = (rows: Row[], found: Occurrence[]): boolean => {
  const placed = new Set(rows.map(({ target }) => target))
  const lost = new Set(
    found.filter(({ target }) => target.row && !placed.has(target)).map(({ target }) => target),
  )
  return lost.size > 0
}

/**
 * Rows without a readable label, by their neighbours: exactly as many figures rows stand between two known rows as the
 * form has there. Certain only where what is left of the label fits.
 */
export function guessRows(unlabelled: Run[], rows: Row[], runs: Run[], pieces: Piece[], targets: Target[]) {
  const guessed: Row[] = []
  const open: Run[] = []
  const leaves = targets.filter(({ row }) => row)
  const rowOf = new Map(rows.map((row) => [row.run, row]))
  const waiting = new Set(unlabelled.filter((run) => !isSubtotal(run, pieces)))
  open.push(...unlabelled.filter((run) => isSubtotal(run, pieces)))
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (!run || !waiting.has(run)) continue
    const gap: Run[] = []
    let end = index
    for (; end < runs.length; end++) {
      const next = runs[end]
      if (!next || !waiting.has(next)) break
      gap.push(next)
    }
    const above = runs
      .slice(0, index)
      .flatMap((each) => rowOf.get(each) ?? [])
      .at(-1)
    const below = runs.slice(end).flatMap((each) => rowOf.get(each) ?? [])[0]
    const from = above ? leaves.indexOf(above.target) + 1 : 0
    const to = below ? leaves.indexOf(below.target) : leaves.length
    const due = leaves.slice(from, to)
    index = end - 1
    if (due.length !== gap.length || (!above && !below)) {
      open.push(...gap)
      continue
    }
    for (const [at, each] of gap.entries()) {
      const target = due[at]
      if (!target) continue
      const beside = each.beside.map((piece) => pieces[piece])
      const text = beside.map((piece) => piece?.read.text ?? '').join('')
      const number = beside[0]?.read.number ?? ''
      const fits = couldBe(text, target) && number === target.number
      const written = beside.map((piece) => piece?.atom.text ?? '').join('')
      guessed.push({
        run: each,
        target,
        ...(written ? { written } : {}),
        ...(fits
          ? {}
          : {
              doubt: written
                ? `来文的标签是${quote(written)}，按前后行放在这里，请核对`
                : '来文没有这一行的标签，按前后行放在这里，请核对',
            }),
      })
    }
  }
  return { rows: guessed, open }
}
