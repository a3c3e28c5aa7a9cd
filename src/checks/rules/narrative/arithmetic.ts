import type { Judged } from '../../prose/reading'

/** The source of rules that only add and divide. */
export const ARITHMETIC = '加得上、除得准'

export const plain = (value: number) => String(Math.round(value * 10_000) / 10_000)

/** The numbers of each sentence, with those of the sentence before it in the same text. */
export function sentencesOfReading(judged: Judged[]): { own: Judged[]; earlier: Judged[] }[] {
  const found: { own: Judged[]; earlier: Judged[] }[] = []
  for (const one of judged) {
    const last = found.at(-1)
    const [head] = last?.own ?? []
    if (last && head?.written === one.written && head.sentence === one.sentence) last.own.push(one)
    else found.push({ own: [one], earlier: head?.written === one.written ? (last?.own ?? []) : [] })
  }
  return found
}
