import { diffArrays } from 'diff/lib/diff/array.js'
import { cellsOf } from '../format/cells'
import { fieldsOf, placeOf, textsOf } from '../format/names'
import type { Edition } from '../format/types'
import { aboutAddresses } from '../report/publication'
import { type Report, textAt, withTexts } from '../report/report'
import type { ReportChange } from './attachments'
import { figureReader, paragraphsOf } from './document'

/** What a reader of an earlier version must look at again, in printed order: 基本信息 and figures as printed, prose by sentence. */
export function changesBetween(before: Report, after: Report, edition: Edition): ReportChange[] {
  const [figureBefore, figureAfter] = [before, after].map(({ entries }) =>
    figureReader(edition, entries),
  ) as [(address: string) => string, (address: string) => string]
  const fields = fieldsOf(edition).map(({ address, label, options }) => {
    const shown = ({ entries }: Report) => {
      const text = textAt(entries, address).trim()
      return options?.find(({ value }) => value === text)?.label ?? text
    }
    return { place: label, before: shown(before), after: shown(after) }
  })
  const figures = (section: (typeof edition.sections)[number]) =>
    cellsOf(edition)
      .filter((cell) => cell.section === section)
      .map(({ address }) => ({
        place: placeOf(edition, address),
        before: figureBefore(address),
        after: figureAfter(address),
      }))
  const introduction = textsOf(edition).filter((text) => text.beforeSections)
  const sentences = (texts: typeof introduction) =>
    texts.flatMap(({ address }) =>
      sentenceChanges(textAt(before.entries, address), textAt(after.entries, address)).map((change) => ({
        place: placeOf(edition, address),
        ...change,
      })),
    )
  return [
    ...fields,
    ...sentences(introduction),
    ...edition.sections.flatMap((section) => [
      ...sentences((section.texts ?? []).filter((text) => !text.beforeSections)),
      ...figures(section),
    ]),
  ].filter((change) => change.before !== change.after)
}

/** The same without what is said about the report. */
export function changesOfContent(before: Report, after: Report, edition: Edition): ReportChange[] {
  const about = aboutAddresses(edition)
  const bare = (report: Report): Report => ({
    ...report,
    entries: withTexts(
      report.entries,
      about.map((address) => [address, '']),
    ),
  })
  return changesBetween(bare(before), bare(after), edition)
}

const sentencesOf = (text: string): string[] =>
  paragraphsOf(text).flatMap((paragraph) => paragraph.match(/[^。！？；]+[。！？；]*|[。！？；]+/g) ?? [])

/** What is rewritten in more sentences than this is one change for its reader, too; finding each would take seconds. */
const MOST_EDITS = 2_000

/** Sentences that went and came, those at one place beside each other: what lies between two in common is one change. */
function sentenceChanges(before: string, after: string): { before: string; after: string }[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)]
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS })
  if (!parts) return [{ before: old.join(''), after: now.join('') }]
  const changes: { before: string; after: string }[] = []
  let last: { before: string; after: string } | undefined
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      last = undefined
      continue
    }
    if (!last) {
      last = { before: '', after: '' }
      changes.push(last)
    }
    last[added ? 'after' : 'before'] += value.join('')
  }
  return changes
}
