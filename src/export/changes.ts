import { cellsOf } from '../format/cells'
import { placeOf, textsOf } from '../format/names'
import type { Edition } from '../format/types'
import { type Report, textAt } from '../report/report'
import type { ReportChange } from './attachments'
import { figureReader, paragraphsOf } from './document'

/** What a reader of an earlier version must look at again, in printed order: 基本信息 and figures as printed, prose by sentence. */
export function changesBetween(before: Report, after: Report, edition: Edition): ReportChange[] {
  const [figureBefore, figureAfter] = [before, after].map(({ entries }) =>
    figureReader(edition, entries),
  ) as [(address: string) => string, (address: string) => string]
  const fields = edition.fields.map(({ address, label, options }) => {
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

const sentencesOf = (text: string): string[] =>
  paragraphsOf(text).flatMap((paragraph) => paragraph.match(/[^。！？；]+[。！？；]*|[。！？；]+/g) ?? [])

/** Sentences that went and came, those at one place beside each other. */
function sentenceChanges(before: string, after: string): { before: string; after: string }[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail++
  return diff(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
}

/** Longest common subsequence; what lies between two sentences in common is one change. */
function diff(old: string[], now: string[]): { before: string; after: string }[] {
  const common: number[][] = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  )
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (common[i] as number[])[j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const changes: { before: string; after: string }[] = []
  let open = { before: '', after: '' }
  const close = () => {
    if (open.before || open.after) changes.push(open)
    open = { before: '', after: '' }
  }
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      close()
      i++
      j++
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) open.before += old[i++]
    else open.after += now[j++]
  }
  close()
  return changes
}
