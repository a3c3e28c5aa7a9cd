import { cellAt, enteredCellsOf } from '../../format/cells'
import { editionByKey } from '../../format/editions'
import { fieldAt, fieldsOf, textsOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { yearOf } from '../deadline'
import { isProposed } from '../proposed'
import {
  type Change,
  type Entries,
  lastYearCopy,
  type Notes,
  type Pending,
  type Report,
  textAt,
} from '../report'
import { readCell } from '../value'
import { figuresIn } from './figures'
import { LONGEST_CARRIED, pendingOf, withPending } from './pendingNotes'

/** What a report takes over from the one of the year before. */
export interface Carried {
  /** Year, 基本信息, where the introduction stands, and the prose. */
  changes: Change[]
  /** 结转下年 of last year as 上年结转, in the typed text, where it reads as a number. */
  figures: Change[]
  /** The notes of the new report: last year's report to compare with, and the carried figures that wait to be looked at. */
  notes: Notes
}

/**
 * Last year's report carried into another one: only what is blank there is filled, so nothing that was typed is lost. A year
 * that was put in for the clerk gives way to the year after last year's; a year that cannot be read carries no copy to
 * compare with.
 */
export function carriedInto(report: Report, edition: Edition, last: Report): Carried {
  const year = yearOf(last.entries)
  const { entries } = report
  const free = (address: Address) =>
    textAt(entries, address) === '' ||
    textAt(entries, address) === fieldAt(edition, address)?.initial ||
    isProposed(report.notes, entries, address)
  const fill = (address: Address, after: string): Change[] => {
    const before = textAt(entries, address)
    return after === '' || after === before || !free(address) ? [] : [{ address, before, after }]
  }
  const lasting = fieldsOf(edition).filter((field) => field.lasting)
  const texts = textsOf(edition).flatMap(({ address }) => {
    const text = textAt(last.entries, address)
    return text.length > LONGEST_CARRIED ? [] : fill(address, text)
  })
  const pending = texts.flatMap(({ address, after }): Pending[] => {
    const figures = figuresIn(after, year).map(({ start, end }): [number, number] => [start, end])
    return figures.length ? [{ text: address, carried: after, figures }] : []
  })
  return {
    changes: [
      ...fill('year', year === undefined ? '' : String(year + 1)),
      ...lasting.flatMap(({ address }) => fill(address, textAt(last.entries, address))),
      ...texts,
    ],
    figures: carriedForward(last, edition).flatMap(({ address, after }) => fill(address, after)),
    notes: withPending(
      year === undefined ? report.notes : { ...report.notes, lastYear: lastYearCopy(last) },
      // What was taken over before still waits: a file chosen twice finds nothing blank, and looks at nothing.
      [
        ...pendingOf(report.notes).filter(({ text }) => !texts.some(({ address }) => address === text)),
        ...pending,
      ],
    ),
  }
}

function carriedForward(last: Report, edition: Edition): Pick<Change, 'address' | 'after'>[] {
  const before = editionByKey(last.edition) ?? edition
  const figure = (entries: Entries, address: Address) => {
    const text = textAt(entries, address)
    const cell = cellAt(before, address)
    return cell && readCell(text, cell.unit).kind === 'number' ? text : undefined
  }
  return (edition.carriesForward ?? []).flatMap(({ table, from, to }) =>
    enteredCellsOf(edition)
      .filter((cell) => cell.table.key === table && cell.row.path === to)
      .flatMap(({ address, column }) => {
        const after = figure(last.entries, ['tables', table, from, column.path].join('.'))
        return after === undefined ? [] : [{ address, after }]
      }),
  )
}
