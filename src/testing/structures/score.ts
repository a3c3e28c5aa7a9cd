import { catalogue } from '../../checks/catalogue'
import { type Judged, readingOf, spanOf } from '../../checks/prose/reading'
import { neutralReport } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import type { Finding, Given } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { textsOf } from '../../format/names'
import { randomFigures, seeded, sizes } from './random'
import { structures } from './structures'
import { sumsOfThree, twin } from './twin'
import type { Drawn, Figures, Random } from './types'

const YEAR = 2023
const rules = catalogue.filter(({ id }) => /^narrative\.|^review\.zero-defect$/.test(id))

/** What the reader makes of the sentences of one structure. */
export interface Score {
  id: string
  title: string
  /** True sentences, and those of them that were accused. */
  drawn: number
  accused: number
  /** Sentences with one number changed, and those in which it was found; and where another number was blamed. */
  twins: number
  found: number
  wrongBlame: number
  /** Figures that agree, each shifted in turn: not blamed. */
  shifted: number
  silent: number
  examples: string[]
}

function givenWith(entered: Record<string, number>, where: string, text: string): Given {
  const report = neutralReport(
    edition,
    {
      'organ.kind': 'prefectureGovernment',
      'organ.name': '示例市人民政府',
      ...Object.fromEntries(textsOf(edition).map(({ address }) => [address, ''])),
      ...Object.fromEntries(Object.entries(entered).map(([address, value]) => [address, String(value)])),
      [where]: text,
    },
    YEAR,
  )
  return givenOf({ edition, report, today: `${YEAR + 1}-01-20` })
}

const accusations = (given: Given): Finding[] =>
  findingsOf(runChecks(given, rules), [], edition, given.report).filter(
    ({ severity }) => severity === 'verify',
  )

const blames = ({ evidence = {} }: Finding, number: string) =>
  Object.values(evidence).join(' ').replace(/[\s,]/g, '').includes(number.replace(/[\s,]/g, ''))

/** A value that the reader cannot take for another figure of the table or of the sentence. */
function shiftOf(one: Judged, drawn: Drawn, f: Figures, r: Random): number | undefined {
  const [meaning] = one.meanings
  const table = meaning?.figure.cells[0]?.split('.')[1]
  if (
    !table ||
    one.item.part ||
    one.item.quantity?.rough ||
    one.item.quantity?.spread ||
    one.item.quantity?.spelt
  )
    return undefined
  const taken = sumsOfThree(f, table)
  const near = new Set(
    drawn.numbers.flatMap(({ text }) => [
      Number(text),
      one.item.value + Number(text),
      one.item.value - Number(text),
    ]),
  )
  const free: number[] = []
  for (
    let value = Math.max(1, Math.floor(one.item.value * 0.4));
    value <= Math.max(9, one.item.value * 2.5);
    value++
  )
    if (!taken.has(value) && !near.has(value)) free.push(value)
  return free.length ? r.pick(free) : undefined
}

/** Draws so many true sentences of every structure, from random valid reports, and reads them and their twins. */
export function scoreStructures(sentences: number, seed: number): Score[] {
  return structures.map(({ id, title, where, draw }, index): Score => {
    const score: Score = {
      id,
      title,
      drawn: 0,
      accused: 0,
      twins: 0,
      found: 0,
      wrongBlame: 0,
      shifted: 0,
      silent: 0,
      examples: [],
    }
    const note = (kind: string, text: string, findings: Finding[] = []) => {
      if (score.examples.length < 4)
        score.examples.push(
          `${kind} ${text.replaceAll('\n', '⏎')}  ${findings.map(({ message }) => message).join(' | ')}`,
        )
    }
    for (let turn = 0; score.drawn < sentences && turn < sentences * 12; turn++) {
      const r = seeded(seed * 100_003 + index * 7_919 + turn)
      const { entered, figures } = randomFigures(r, r.pick(sizes))
      const drawn = draw(figures, r, YEAR)
      if (!drawn) continue
      score.drawn++
      const given = givenWith(entered, where, drawn.text)
      const findings = accusations(given)
      if (findings.length) {
        score.accused++
        note('accused', drawn.text, findings)
        continue
      }
      drawn.numbers.forEach((number, at) => {
        const changed = number.accusable ? twin(drawn, at, figures, r) : undefined
        if (!changed) return
        const told = changed.numbers[at]?.text ?? ''
        const accused = accusations(givenWith(entered, where, changed.text))
        score.twins++
        if (accused.some((one) => blames(one, told))) score.found++
        else note(`missed (${number.text} → ${told})`, changed.text)
        if (accused.some((one) => !blames(one, told))) {
          score.wrongBlame++
          note(`wrong blame (${number.text} → ${told})`, changed.text, accused)
        }
      })
      for (const one of readingOf(given).judged) {
        if (one.state !== 'agrees' || !one.item.quantity) continue
        const value = shiftOf(one, drawn, figures, r)
        if (value === undefined) continue
        const { start, end } = spanOf(one, 'digits')
        const text = drawn.text.slice(0, start) + value + drawn.text.slice(end)
        const accused = accusations(givenWith(entered, where, text))
        score.shifted++
        if (!accused.some((finding) => blames(finding, String(value)))) {
          score.silent++
          note(`silent (${one.item.value} → ${value})`, text)
        }
        if (accused.some((finding) => !blames(finding, String(value)))) {
          score.wrongBlame++
          note(`wrong blame (${one.item.value} → ${value})`, text, accused)
        }
      }
    }
    return score
  })
}

export const sumOf = (
  scores: Score[],
  key: keyof { [K in keyof Score as Score[K] extends number ? K : never]: true },
): number => scores.reduce((sum, score) => sum + score[key], 0)
