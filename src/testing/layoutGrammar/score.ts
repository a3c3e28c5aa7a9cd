import { edition2021 } from '../../format/edition2021/edition'
import { readBytes } from '../../import/files/read'
import { recognition } from '../../import/files/work'
import type { Figure, ImportProposal } from '../../import/proposal'
import {
  type Axes,
  axes,
  drawLayout,
  type ExpectedFigure,
  type Layout,
  layoutWith,
  pairedAxes,
  singleAxes,
} from './grammar'
import { randomFigures, seeded } from './random'

/** How the figures of a layout were read. Recall counts what is printed and can be settled. */
export interface Score {
  layouts: number
  /** Printed figures that a reader can settle. */
  expected: number
  right: number
  /** A figure that the source does not have there, without a mark of doubt: the one thing that must not happen. */
  wrong: string[]
  /** Read right, but nobody is told that it was not certain. */
  unmarked: string[]
  /** Neither read nor listed. */
  silent: string[]
  /** Not read, but listed with its text. */
  unplaced: string[]
  wrongButMarked: string[]
  /** Figures with a mark, and those of them that were certain. */
  marked: number
  needless: number
}

const emptyScore = (): Score => ({
  layouts: 0,
  expected: 0,
  right: 0,
  wrong: [],
  unmarked: [],
  silent: [],
  unplaced: [],
  wrongButMarked: [],
  marked: 0,
  needless: 0,
})

const extensions = { html: 'html', text: 'txt', csv: 'csv' }
const shown = (printed: string) => printed.replace(/<[^<>]*>/g, '')

export async function readLayout({ kind, content }: Layout): Promise<ImportProposal> {
  const name = `a.${extensions[kind]}`
  const read = await recognition(() => readBytes(new TextEncoder().encode(content), name))
  if ('problem' in read) throw new Error(read.problem)
  return read.proposal
}

const amountIn = ({ text }: Figure): number | null => (/^-?\d/.test(text) ? Number(text) : null)

export async function scoreOf(layout: Layout): Promise<Score> {
  const proposal = await readLayout(layout)
  const score = emptyScore()
  score.layouts = 1
  const read = new Map(proposal.figures.map((figure) => [figure.address, figure]))
  const isListed = (printed: string) => proposal.unplaced.some(({ text }) => text.includes(shown(printed)))
  score.marked = proposal.figures.filter(({ doubt }) => doubt).length
  for (const expected of layout.expected) judge(expected, read.get(expected.address), isListed, score)
  const known = new Set(layout.expected.map(({ address }) => address))
  for (const figure of proposal.figures)
    if (!known.has(figure.address) && !figure.doubt && amountIn(figure) !== null)
      score.wrong.push(`${figure.address} is not in the source, read as ${figure.text}`)
  for (const { address, printed } of layout.alsoListed)
    if (printed !== '0' && !isListed(printed) && !isTaken(read.get(address), printed))
      score.silent.push(`${address} ${printed} belongs to no cell, not listed`)
  return score
}

/** The figure of a row that is there twice was read for the other one, with a mark: then it is not passed over. */
const isTaken = (figure: Figure | undefined, printed: string): boolean =>
  figure?.doubt !== undefined && amountIn(figure) === Number(printed.normalize('NFKC').replace(/[^\d.]/g, ''))

function judge(
  { address, printed, value, certainty, alternatives = [], free }: ExpectedFigure,
  figure: Figure | undefined,
  isListed: (printed: string) => boolean,
  score: Score,
) {
  const got = figure && amountIn(figure)
  const says = `${address} “${printed}” read as ${figure ? `${figure.text}${figure.doubt ? ' ?' : ''}` : 'nothing'}`
  if (free) {
    if (figure && !figure.doubt && got !== value) score.wrong.push(says)
    return
  }
  const counts = printed !== ''
  if (counts) score.expected++
  const right = () => {
    if (counts) score.right++
    if (certainty === 'certain' && figure?.doubt) score.needless++
  }
  if (!figure) {
    if (value === null && certainty === 'certain') right()
    else if (certainty !== 'certain' && isListed(printed)) right()
    else if (isListed(printed)) score.unplaced.push(says)
    else score.silent.push(says)
    return
  }
  const fair = got === value ? certainty !== 'listed' : figure.doubt && alternatives.includes(got ?? null)
  if (!fair) {
    if (figure.doubt) score.wrongButMarked.push(says)
    else score.wrong.push(says)
  } else if (certainty === 'marked' && !figure.doubt) {
    right()
    score.unmarked.push(says)
  } else right()
}

export function add(to: Score, other: Score) {
  for (const key of ['layouts', 'expected', 'right', 'marked', 'needless'] as const) to[key] += other[key]
  for (const key of ['wrong', 'unmarked', 'silent', 'unplaced', 'wrongButMarked'] as const)
    to[key].push(...other[key])
}

/**
 * Layouts drawn at random, each axis changed alone in each medium, and every pair of values: with a seed each. Seeds count
 * from `base`; another base gives layouts and figures that nobody has looked at.
 */
export function* layoutsOf(drawn: number, base: number): Generator<{ title: string; layout: Layout }> {
  for (let seed = base + 1; seed <= base + drawn; seed++) {
    const random = seeded(seed)
    yield {
      title: `seed ${seed}`,
      layout: drawLayout(edition2021, randomFigures(edition2021, random), random),
    }
  }
  const from = (title: string, at: number, wanted: Axes, size?: 'usual') => {
    const random = seeded(base + at + 1)
    return {
      title: `${title} ${at}`,
      layout: layoutWith(edition2021, randomFigures(edition2021, random, size), wanted, random),
    }
  }
  for (const medium of axes.medium)
    for (const [at, wanted] of singleAxes(medium).entries()) yield from('single', at, wanted, 'usual')
  for (const [at, wanted] of pairedAxes(seeded(base + 1)).entries()) yield from('pair', at, wanted)
}

/** Scores by medium, and the reasons why some figures cannot be settled by anybody, with how many layouts they concern. */
export async function scoresOf(drawn: number, base = 0) {
  const media = new Map<string, Score>()
  const unsettled = new Map<string, Set<string>>()
  const worst: { title: string; name: string; score: Score }[] = []
  for (const { title, layout } of layoutsOf(drawn, base)) {
    const score = await scoreOf(layout)
    const medium = layout.axes.medium
    const total = media.get(medium) ?? emptyScore()
    add(total, score)
    media.set(medium, total)
    if (score.right < score.expected || score.wrong.length || score.silent.length || score.unmarked.length)
      worst.push({ title, name: layout.name, score })
    for (const reason of new Set(layout.unsettled?.replace(/ ?\d+ ?/g, '').match(/[^。]+。/g)))
      unsettled.set(reason.trim(), (unsettled.get(reason.trim()) ?? new Set()).add(layout.name))
  }
  return { media, unsettled, worst }
}
export { emptyScore }
