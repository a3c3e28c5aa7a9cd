import { cellsOf } from '../../format/cells'
import { edition2021 } from '../../format/edition2021/edition'
import { readText } from '../../import/files/read'
import type { ImportProposal } from '../../import/proposal'
import { recognise } from '../../import/recognise'
import { type Layout, layouts, openLayouts } from './layouts'

export { layouts, openLayouts }

import { randomOf } from './random'
import { publishedReport } from './report'

export interface Score {
  expected: number
  right: number
  /** Wrong and not marked as doubtful: the one thing that must not happen. */
  wrong: string[]
  wrongButDoubtful: number
  missing: string[]
  doubtful: number
  /** Sections and prose fields whose text came out as it was written, of all. */
  prose: number
  ofProse: number
}

export function readLayout({ content }: Layout): ImportProposal {
  const read = readText({ text: content }, '')
  if ('problem' in read) throw new Error(read.problem)
  return recognise(read.source, edition2021)
}

/** How one report in one layout was read. */
export function scoreOf(name: string, seed: number): Score {
  const random = randomOf(seed * 7919 + name.length)
  const report = publishedReport(random)
  const build = layouts[name]
  if (!build) throw new Error(name)
  const layout = build(report, random)
  const proposal = readLayout(layout)
  const score: Score = {
    expected: layout.figures.size,
    right: 0,
    wrong: [],
    wrongButDoubtful: 0,
    missing: [],
    doubtful: 0,
    prose: 0,
    ofProse: 0,
  }
  const read = new Map(proposal.figures.map((figure) => [figure.address, figure]))
  for (const { address } of cellsOf(edition2021)) {
    const [want, figure] = [layout.figures.get(address), read.get(address)]
    if (figure?.doubt) score.doubtful++
    if (figure && figure.text === want) score.right++
    else if (figure?.doubt) score.wrongButDoubtful++
    else if (figure) score.wrong.push(`${address} ${want ?? '(blank)'} read as ${figure.text}`)
    else if (want !== undefined) score.missing.push(address)
  }
  if (layout.prose) {
    const texts = new Map(proposal.texts.map(({ address, text }) => [address, text]))
    const wanted = new Map([...report.texts].map(([address, paragraphs]) => [address, paragraphs.join('\n')]))
    wanted.set('year', report.year)
    wanted.set('organ.name', report.organ)
    for (const [address, text] of wanted) {
      score.ofProse++
      if (texts.get(address) === text) score.prose++
    }
  }
  return score
}

/** Scores of several reports in every layout. */
export function scoresOf(seeds: number): Map<string, Score> {
  const all = new Map<string, Score>()
  for (const name of Object.keys(layouts)) {
    const total: Score = {
      expected: 0,
      right: 0,
      wrong: [],
      wrongButDoubtful: 0,
      missing: [],
      doubtful: 0,
      prose: 0,
      ofProse: 0,
    }
    for (let seed = 1; seed <= seeds; seed++) {
      const score = scoreOf(name, seed)
      for (const key of ['expected', 'right', 'wrongButDoubtful', 'doubtful', 'prose', 'ofProse'] as const)
        total[key] += score[key]
      total.wrong.push(...score.wrong)
      total.missing.push(...score.missing)
    }
    all.set(name, total)
  }
  return all
}
