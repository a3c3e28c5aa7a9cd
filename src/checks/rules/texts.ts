import { sectionOf, textSpecAt, textsOf } from '../../format/names'
import { standsBefore } from '../../format/place'
import type { Address, Edition, Section, TextSpec } from '../../format/types'
import { originalSpan, type Prose, proseOf, quoted } from '../prose/normalise'
import type { Fix, Given, Outcome } from '../types'

/** One prose field of a report with something in it. */
export interface Written {
  address: Address
  spec: TextSpec
  prose: Prose
}

/** The prose fields that are not blank, in printed order. */
export const writtenTexts = (given: Given): Written[] =>
  textsOf(given.edition).flatMap((spec): Written[] => {
    const text = given.text(spec.address)
    return text.trim() === '' ? [] : [{ address: spec.address, spec, prose: proseOf(text) }]
  })

/** Sections are told apart by their keys; the introduction stands before the first but belongs to it. */
export const inSection = (given: Given, texts: Written[], ...keys: string[]): Written[] =>
  texts.filter(({ address }) => keys.includes(sectionOf(given.edition, address)?.key ?? ''))

/** What stands under the heading of a section, an introduction that was put there included. */
export const writtenUnder = (section: Section, text: Given['text']): string[] =>
  (section.texts ?? [])
    .filter((spec) => !standsBefore(spec, text))
    .map(({ address }) => text(address).trim())
    .filter(Boolean)

/** 正文（二）, 引言, 第五部分: where a sentence stands, as messages say it. */
export function proseName(edition: Edition, address: Address): string {
  const spec = textSpecAt(edition, address)
  const numeral = /^（[^）]+）/.exec(spec?.heading ?? '')?.[0]
  if (numeral) return `正文${numeral}`
  if (spec?.beforeSections) return spec.label
  return `第${sectionOf(edition, address)?.numeral ?? ''}部分`
}

/** A place in a text: what was found there, as it is quoted. */
export interface Spot {
  address: Address
  prose: Prose
  start: number
  end: number
}
export const quotedSpot = ({ prose, start, end }: Spot): string => quoted(prose, start, end)

/** All matches of an expression over some texts. */
export const spotsOf = (texts: Written[], expression: RegExp): Spot[] =>
  texts.flatMap(({ address, prose }) =>
    [...prose.text.matchAll(new RegExp(expression.source, `${expression.flags.replace('g', '')}g`))].map(
      (match) => ({ address, prose, start: match.index, end: match.index + match[0].length }),
    ),
  )

/** Texts with some stretches replaced, each in the original so that everything else stays as typed. */
export function replaceSpots(spots: Spot[], replacement: (spot: Spot) => string): Fix['changes'] {
  const byAddress = new Map<Address, Spot[]>()
  for (const spot of spots) byAddress.set(spot.address, [...(byAddress.get(spot.address) ?? []), spot])
  return [...byAddress].map(([address, own]) => {
    let after = own[0]?.prose.original ?? ''
    for (const spot of [...own].sort((a, b) => b.start - a.start)) {
      const [from, to] = originalSpan(spot.prose, spot.start, spot.end)
      after = after.slice(0, from) + replacement(spot) + after.slice(to)
    }
    return { address, after }
  })
}

/** Where a clerk is sent when a text lacks something: the first place it can be written in. */
export const holdsAt = (address: Address): Outcome => ({
  target: address,
  operands: [address],
  state: 'holds',
})

/** One finding for all places of one kind; the first is where the clerk is sent. */
export function oneFinding(
  spots: Spot[],
  home: Address,
  message: (spots: Spot[]) => string,
  fixes?: Fix[],
): Outcome {
  const operands = [...new Set(spots.map((spot) => spot.address))]
  const target = operands[0]
  if (target === undefined) return holdsAt(home)
  const evidence = Object.fromEntries(
    operands.map((address) => [
      address,
      spots
        .filter((spot) => spot.address === address)
        .map(quotedSpot)
        .join('；'),
    ]),
  )
  return { target, operands, state: 'fails', message: message(spots), fixes, evidence }
}

/** Whether a fragment lies inside 《》 or quotation marks: then it is a name, not the clerk's own wording. */
export function insideMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  const open = Math.max(before.lastIndexOf('《'), before.lastIndexOf('“'))
  const close = Math.max(before.lastIndexOf('》'), before.lastIndexOf('”'))
  return open > close
}
