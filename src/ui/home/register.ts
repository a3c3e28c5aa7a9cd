import type { Verdict } from '../../checks/types'
import { isFinal } from '../../checks/verdict'
import type { Draft } from '../../drafts/draft'
import { editionByKey } from '../../format/editions'
import { organKindOf } from '../../format/organKinds'
import type { Edition } from '../../format/types'
import { daysBetween, deadlineOf, yearOf } from '../../report/deadline'
import { type Progress, progressOf } from '../../report/progress'
import { isCorrection } from '../../report/publication'
import { textAt } from '../../report/report'
import { dateWords } from '../parts/names'
import { BASIC } from '../routes'

/** One draft as a line of the register. */
export interface Row {
  draft: Draft
  /** Absent where the draft names an edition that this version does not know. */
  edition?: Edition
  year?: number
  kind: string
  deadline?: string
  publishedAt: string
}

export interface YearGroup {
  year?: number
  rows: Row[]
}

/** Lines already read, by draft: saving makes a new draft object, so a line is read anew only after a save. */
const known = new WeakMap<Draft, Row>()

export function rowOf(draft: Draft): Row {
  const row = known.get(draft) ?? readRow(draft)
  known.set(draft, row)
  return row
}

function readRow(draft: Draft): Row {
  const { entries } = draft.report
  const edition = editionByKey(draft.report.edition)
  const kind = edition && organKindOf(edition, textAt(entries, 'organ.kind'))
  return {
    draft,
    edition,
    year: yearOf(entries),
    kind: kind?.label ?? '',
    deadline: edition && deadlineOf(edition, draft.report),
    publishedAt: textAt(entries, 'publishedAt').trim(),
  }
}

export interface Filled {
  /** The statutory sections in printed order. */
  sections: Progress[]
  /** The first page with something left to fill; absent when all is filled. */
  next?: string
}

/** How far a draft is filled. It looks at every place of the form: not for lines that are not drawn. */
export function filledOf({ draft, edition }: Row): Filled {
  const progress = edition ? progressOf(edition, draft.report.entries) : []
  return {
    sections: progress.filter((part) => part.key !== BASIC),
    next: progress.find((part) => part.filled < part.total)?.key,
  }
}

/** The first lines of the register as they stand in their groups. */
export function firstLines(groups: YearGroup[], most: number): { group: YearGroup; rows: Row[] }[] {
  let left = most
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left))
    left -= rows.length
    return rows.length ? [{ group, rows }] : []
  })
}

/** Grouped by year, reports without a year (just begun) first, then the newest; within a year the nearest deadline first. */
export function registerOf(rows: Row[]): YearGroup[] {
  const groups = new Map<number | undefined, Row[]>()
  for (const row of rows) {
    const own = groups.get(row.year)
    if (own) own.push(row)
    else groups.set(row.year, [row])
  }
  return [...groups]
    .sort(([a], [b]) => (b ?? Infinity) - (a ?? Infinity))
    .map(([year, own]) => ({ year, rows: own.sort(byDeadline) }))
}

const LATEST = '9999-12-31'
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byDeadline = (a: Row, b: Row) =>
  inOrder(a.deadline ?? LATEST, b.deadline ?? LATEST) || inOrder(b.draft.savedAt, a.draft.savedAt)

/** The verdict, and which of the statutory parts are 已完成: what the rail of the open report says. */
export type Looked = Verdict & { complete: string[] }

/** What is known of a draft: `failed` when the rules could not look at it, undefined as long as they have not. */
export type Known = Looked | 'failed' | undefined

export const isKnownFinal = (verdict: Known): boolean =>
  verdict !== undefined && verdict !== 'failed' && isFinal(verdict)

export interface Words {
  words: string
  detail: string
}

export interface Standing extends Words {
  tone: 'block' | 'verify' | 'ok' | 'idle'
  icon: 'block' | 'verify' | 'ok' | 'blank' | 'half'
}

/** What the rules say, most pressing first. */
export function standingOf(verdict: Verdict, sections: Progress[]): Standing {
  const { block, verify, note, blank, rules, broken = 0 } = verdict
  const rest = (...parts: [string, number, string?][]) =>
    parts.flatMap(([word, count, unit = '']) => (count ? [`${word} ${count}${unit}`] : [])).join('，')
  const unfilled: [string, number, string] = ['未填', blank, ' 项']
  if (block)
    return {
      tone: 'block',
      icon: 'block',
      words: `阻断 ${block}`,
      detail: rest(unfilled, ['待核实', verify], ['提示', note]),
    }
  if (!blank)
    return {
      tone: verify ? 'verify' : 'ok',
      icon: verify ? 'verify' : 'ok',
      words: '可以定稿',
      detail:
        rest(['待核实', verify], ['提示', note], ['没有核对', broken, ' 条']) ||
        `已核对 ${rules} 条规则，未发现问题`,
    }
  if (verify)
    return {
      tone: 'verify',
      icon: 'verify',
      words: `待核实 ${verify}`,
      detail: rest(unfilled, ['提示', note]),
    }
  const begun = sections.some((section) => section.filled > 0)
  return {
    tone: 'idle',
    icon: begun ? 'half' : 'blank',
    words: begun ? '填写中' : '未开始',
    detail: rest(unfilled, ['提示', note]),
  }
}

export interface Due extends Words {
  /** Within two weeks and not yet final: bold. */
  near: boolean
}

const NEAR_DAYS = 14

/** The date to publish by, and how far off it is. */
export function dueOf(row: Row, today: string, final: boolean): Due {
  const { deadline, publishedAt, edition } = row
  const currentYear = Number(today.slice(0, 4))
  if (isCorrection(row.draft.report))
    return {
      words: '—',
      detail: publishedAt ? `${dateWords(publishedAt, currentYear)}公布` : '更正版，改好即公布',
      near: false,
    }
  if (!deadline)
    return {
      words: '未定',
      detail:
        row.year === undefined || !row.kind || !edition
          ? '填写年度和机关类型后显示'
          : '随本地通知，可在基本信息填写',
      near: false,
    }
  const words = dateWords(deadline, currentYear)
  if (publishedAt) {
    const late = daysBetween(deadline, publishedAt) > 0
    return { words, detail: late ? `${dateWords(publishedAt, currentYear)}公布` : '按期公布', near: false }
  }
  const days = daysBetween(today, deadline)
  // A date field holds what was typed before there were date pickers, too.
  if (Number.isNaN(days)) return { words, detail: '', near: false }
  const detail = days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `已过 ${-days} 天`
  return { words, detail, near: !final && days <= NEAR_DAYS }
}

/** The line beside the heading: how the newest year stands, and the next date to keep. */
export function summaryOf(groups: YearGroup[], today: string, isFinalRow: (row: Row) => boolean): string {
  const newest = groups.find((group) => group.year !== undefined)
  if (!newest) return ''
  const ready = newest.rows.filter(isFinalRow).length
  const count = `${newest.year} 年度 ${newest.rows.length} 份${ready ? `，${ready} 份可以定稿` : ''}`
  const ahead = groups
    .flatMap((group) => group.rows)
    .filter((row) => row.deadline && !row.publishedAt && daysBetween(today, row.deadline) >= 0)
    .sort(byDeadline)[0]
  if (!ahead?.deadline) return count
  const days = daysBetween(today, ahead.deadline)
  const near = `${dateWords(ahead.deadline, Number(today.slice(0, 4)))}，${days ? `还有 ${days} 天` : '就是今天'}`
  return `${count}；最近的期限是 ${near}`
}
