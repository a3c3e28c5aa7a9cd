import type { Written } from './texts'

/** Shorter sentences are alike by chance. */
export const LEAST_SENTENCE = 12

const GRAM = 3

const gramsOf = (text: string): Set<string> => {
  const han = text.replace(/[^\u4e00-\u9fa5]/g, '')
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= han.length; at++) grams.add(han.slice(at, at + GRAM))
  return grams
}

export const share = (item: string, texts: Written[]): number => {
  const grams = gramsOf(item)
  const all = texts.map(({ prose }) => prose.text).join('')
  return [...grams].filter((gram) => all.includes(gram)).length / Math.max(1, grams.size)
}
