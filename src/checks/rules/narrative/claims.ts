import { amountOf, type Family, figureOf } from '../../prose/figures'
import { TOTAL } from '../../prose/meanings'
import { isPrecise } from '../../prose/quantities'
import { type Judged, type Meaning, spanOf } from '../../prose/reading'
import type { Failure, Fix, Given, Outcome } from '../../types'
import { proseName } from '../texts'
import { plain } from './arithmetic'

export const NARRATIVE_SOURCE = '条例第五十条；国办公开办函〔2021〕30号'

/** What a number that does not fit may have been meant for, in the order in which it is likely. */
const OFTEN_MEANT: Record<Family, string[][]> = {
  requests: [
    ['received'],
    ['carriedOver'],
    ['received', 'carriedOver'],
    ['outcomeTotal'],
    ['carriedForward'],
    ['outcome.granted'],
    ['outcome.partiallyGranted'],
  ],
  cases: [['review'], ['litigation'], ['litigationDirect'], ['litigationAfterReview']],
  documents: [],
}

const inYuan = ({ first }: Meaning) => first.includes('administrativeFees')
const shown = (meaning: Meaning): string =>
  inYuan(meaning) ? `${plain((meaning.amount ?? 0) / 10_000)} 万元` : String(meaning.amount)

/** Meanings with an amount of their own: of two that say the same one is named, the fewer cells the better. */
function distinct(meanings: Meaning[]): Meaning[] {
  const byAmount = new Map<number, Meaning>()
  for (const meaning of meanings) {
    if (meaning.amount === undefined) continue
    const before = byAmount.get(meaning.amount)
    if (!before || meaning.first.length < before.first.length) byAmount.set(meaning.amount, meaning)
  }
  return [...byAmount.values()].slice(0, 3)
}

/** A figure of the same table that says what the prose says. */
function alsoFits(given: Given, { item, meanings }: Judged): Meaning | undefined {
  const [own] = meanings
  if (!own || item.value <= 0) return undefined
  const second = TOTAL
  return OFTEN_MEANT[own.family]
    .filter((first) => !meanings.some((meaning) => String(meaning.first) === String(first)))
    .flatMap((first): Meaning[] => {
      const figure = figureOf(given.edition, { family: own.family, first, second })
      return figure
        ? [{ family: own.family, first, second, figure, amount: amountOf(given, figure.cells) }]
        : []
    })
    .find(({ amount }) => amount === item.value)
}

const changeTo = (given: Given, judged: Judged, meaning: Meaning): Fix[] => {
  const { item, written, certain } = judged
  const digits = spanOf(judged, 'digits')
  if (!certain || item.quantity?.spelt || item.quantity?.wan || inYuan(meaning)) return []
  const typed = given.text(written.address)
  const after = typed.slice(0, digits.start) + meaning.amount + typed.slice(digits.end)
  return [{ label: `改为 ${meaning.amount}`, changes: [{ address: written.address, after }] }]
}

/** How a reader that erred is told so: the finding ends, for this phrase with its number. */
export const notThisFigure = (phrase: string): Fix => ({
  label: '不是指这一格',
  changes: [],
  accept: `正文“${phrase}”不是指这一格。`,
})

/** 引发行政诉讼6件: all that were brought, with those still pending, unless the sentence tells how they ended. */
const brought = ({ sentence: { text }, item }: Judged): boolean =>
  /发生|引发|引起|产生|提起|收到|受理|新增|被诉|被申请/.test(text.slice(0, item.end)) &&
  !/审结|办结|结案|已结|维持|纠正|纠错|胜诉|败诉/.test(text)

/** So many times more or less is no manner of speaking. */
const WELL_OFF = 1.15
/** A number that no fair reading makes true of the tables, as it was read. */
export function claimFailure(given: Given, judged: Judged): Outcome & { state: 'fails' } {
  const { written, phrase, state, item } = judged
  const { address } = written
  const meanings = distinct(judged.meanings)
  const other = alsoFits(given, judged)
  const hint =
    state === 'closed'
      ? `${item.value} 与已审结数相同，是否指审结？`
      : other
        ? `${item.value} 与“${other.figure.shortName}”相同，是否指${other.figure.shortName}？`
        : ''
  const read = meanings.map((meaning) => `${meaning.figure.spoken}为 ${shown(meaning)}`).join('，')
  const failure: Failure = {
    message: `${proseName(given.edition, address)}写“${phrase}”，表中${read}。${hint}`,
    evidence: { [address]: phrase },
    fixes:
      state === 'closed'
        ? [notThisFigure(phrase)]
        : [
            ...(meanings.length === 1 ? meanings.flatMap((meaning) => changeTo(given, judged, meaning)) : []),
            ...(other
              ? [
                  {
                    label: `指${other.figure.shortName}`,
                    changes: [],
                    accept: `正文“${phrase}”指${other.figure.shortName}。`,
                  },
                ]
              : []),
            notThisFigure(phrase),
          ],
  }
  // What is told roughly is no error by a little.
  const rough =
    item.quantity?.rough &&
    !isPrecise(item.quantity) &&
    meanings.some(({ amount = 0 }) => item.value < amount * WELL_OFF && amount < item.value * WELL_OFF)
  if ((state === 'closed' && !brought(judged)) || rough) failure.severity = 'note'
  const cells = [...meanings.flatMap(({ figure }) => figure.cells), ...(other?.figure.cells ?? [])]
  return { target: address, operands: [address, ...new Set(cells)], state: 'fails', ...failure }
}

/** One outcome for each number or denial that speaks of the tables; a text without any has none. */
export const outcomesOf = (judged: Judged[], failing: (judged: Judged) => Outcome): Outcome[] =>
  judged.flatMap((one): Outcome[] => {
    const place = { target: one.written.address, operands: [one.written.address] }
    if (one.state === 'agrees') return [{ ...place, state: 'holds' }]
    if (one.state === 'missing') return [{ ...place, state: 'notAssessable' }]
    if (one.state === 'differs' || one.state === 'closed') return [failing(one)]
    return []
  })
