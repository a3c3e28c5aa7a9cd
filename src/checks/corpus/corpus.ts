import type { Address } from '../../format/types'
import { normalise } from '../prose/normalise'
import { type ReadingPlace, recognise, withoutAsides } from '../prose/recognise'

/** A sentence with what its numbers count: a number and a kind, or 无 and the kind that is denied. */
export interface Labelled {
  text: string
  claims: { value: number; kind: string }[]
  place: Address
}

const YEAR = 2023
const PART_ON_REQUESTS: Address = 'overview.onRequest'

/** One sentence a line, `text | claims | place`; a line that does not begin a sentence continues the one before. */
export function parseCorpus(file: string): Labelled[] {
  return file
    .replace(/^#.*\n/gm, '')
    .trimEnd()
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1)
      if (last !== undefined && !last.includes(' |')) lines[lines.length - 1] = `${last}\n${line}`
      else lines.push(line)
      return lines
    }, [])
    .map((line) => {
      const [text = '', claims = '', place = PART_ON_REQUESTS] = line.split(' |').map((part) => part.trim())
      return {
        text,
        place: place || PART_ON_REQUESTS,
        claims: claims
          .split(/\s+/)
          .filter(Boolean)
          .map((claim) => {
            const [number = '', kind = ''] = claim.split(':')
            return { value: number === '无' ? 0 : Number(number), kind }
          }),
      }
    })
}

/** Every other sentence is held out: looked at by the score alone, never while the rules are written. */
export const halfOf = (corpus: Labelled[], half: 'worked' | 'heldOut'): Labelled[] =>
  corpus.filter((_, i) => i % 2 === (half === 'worked' ? 0 : 1))

/** Fees are read in 元 and labelled in 万元, as the form has them. */
const labelValue = ({ keys, value }: { keys: string[]; value: number }) =>
  keys.includes('fee') ? value / 10_000 : value

const isKind = (key: string, kind: string) =>
  key === kind ||
  key.endsWith(`/${kind}`) ||
  (kind === 'otherResult' && key.endsWith('/otherPart')) ||
  (kind === 'corrected' && key.endsWith('/correctedPart')) ||
  (kind === 'upheld' && key.endsWith('/rejected'))

export interface Judged {
  sentence: Labelled
  /** Recognised and labelled alike. */
  right: number
  /** Recognised where there is no such claim. */
  wrong: string[]
  missed: string[]
}

/** What the recogniser makes of a sentence, against its labels. */
export function judge(sentence: Labelled): Judged {
  const place: ReadingPlace = {
    year: YEAR,
    organ: '示例区人民政府',
    aboutRequests: sentence.place === PART_ON_REQUESTS,
  }
  const found = recognise(withoutAsides(normalise(sentence.text)), place).filter(({ rough }) => !rough)
  const open = [...sentence.claims]
  const wrong: string[] = []
  let right = 0
  for (const claim of found) {
    const at = open.findIndex(
      ({ value, kind }) => value === labelValue(claim) && claim.keys.some((key) => isKind(key, kind)),
    )
    if (at < 0) wrong.push(`${labelValue(claim)}:${claim.keys.join('|')}`)
    else {
      open.splice(at, 1)
      right++
    }
  }
  return { sentence, right, wrong, missed: open.map(({ value, kind }) => `${value}:${kind}`) }
}

export interface Score {
  sentences: number
  labelled: number
  recognised: number
  right: number
  precision: number
  recall: number
}

export function score(judged: Judged[]): Score {
  const right = judged.reduce((sum, one) => sum + one.right, 0)
  const recognised = right + judged.reduce((sum, one) => sum + one.wrong.length, 0)
  const labelled = right + judged.reduce((sum, one) => sum + one.missed.length, 0)
  return {
    sentences: judged.length,
    labelled,
    recognised,
    right,
    precision: recognised ? right / recognised : 1,
    recall: labelled ? right / labelled : 1,
  }
}
