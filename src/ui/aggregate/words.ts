import type { ChangeKind, UnitChanges } from '../../aggregate/changes'
import { type Received, unusable } from '../../aggregate/received'
import { isSummed, type Overview, type Standing, type State } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import { dateInWords } from '../../report/localDate'

/** What the states are called (决算 and 统计 software say so, too). */
export const STATE_WORDS: Record<State, string> = {
  missing: '未报',
  received: '已报',
  zero: '零报告',
  returned: '退回',
  conflict: '版本冲突',
  outside: '名册外',
  exempt: '不需报',
}

/** The page on which the report of a content code is settled. */
export const SETTLE = 'settle-'

/** Of how many figures of a report none can be used, and why: 3 处存疑，缺 12 个数. "" where all can. */
export function unusableWords(report: Pick<Received, 'figures' | 'doubtful'>): string {
  const { doubtful, missing } = unusable(report)
  return [doubtful > 0 && `${doubtful} 处存疑`, missing > 0 && `缺 ${missing} 个数`]
    .filter(Boolean)
    .join('，')
}

/** How many of those that have to report have done so. */
export function progressOf({ standings }: Pick<Overview, 'standings'>): { done: number; of: number } {
  const due = standings.filter(({ state }) => state !== 'outside' && state !== 'exempt')
  return { done: due.filter(isSummed).length, of: due.length }
}

/**
 * Reports that came in and are in no sum, in words: of organs outside the list, of files whose unit has to be asked for, and of units
 * (of the range) that need not report. "" where there is none.
 */
export function uncountedWords(
  { standings, open }: Overview,
  range: readonly Standing[] = standings,
): string {
  const outside = standings.filter(({ state }) => state === 'outside').length
  const asked = open.filter((one) => 'ask' in one).length
  const exempt = range.filter(isExemptYetSent).length
  const words = [
    outside > 0 && `名册外 ${outside} 家`,
    asked > 0 && `没有认定单位的 ${asked} 份`,
    exempt > 0 && `不需报的 ${exempt} 家`,
  ].filter(Boolean)
  return words.length ? `另收到${words.join('、')}，没有计入` : ''
}
/** A unit that need not report and has sent one all the same. */
export const isExemptYetSent = ({ state, reports }: Standing): boolean =>
  state === 'exempt' && reports.length > 0

/** Who has made sure that a 零报告 is meant so, when and how; "" for what is none. */
export function zeroWords({ state, decided = [] }: Pick<Standing, 'state' | 'decided'>): string {
  if (state !== 'zero') return ''
  const marks = decided.flatMap((one) => (one.kind === 'zero' ? [one] : []))
  return marks
    .map(({ by, day, reason }) => [`${by || '未写姓名'}核实`, day, reason].filter(Boolean).join('，'))
    .join('；')
}

/** Why a report went back to its unit, and when; "" where none did. */
export const returnWords = ({ state, decided = [], reports }: Standing): string =>
  state !== 'returned'
    ? ''
    : decided
        .flatMap((one) => (one.kind === 'returned' ? [one] : []))
        .map(({ code, day, reason }) => {
          const file = reports.find((report) => report.code === code)?.file
          return [`${file ? `“${file}”` : ''}已退回`, day, reason].filter(Boolean).join('，')
        })
        .join('；')

/** Whether a unit is late, by the calendar of the desk: a second mark beside its state, never one of them. */
export const isOverdue = ({ unit, state }: Standing, today: string): boolean =>
  isAwaited({ state }) && !!unit?.due && unit.due < today

/** Whether a unit has still to report: nothing came, or it went back. */
export const isAwaited = ({ state }: Pick<Standing, 'state'>): boolean =>
  state === 'missing' || state === 'returned'

/** A text to be sent to those that have not reported. */
export function reminderOf({ standings, year }: Overview, today: string): string {
  const missing = standings.filter(isAwaited)
  const names = unitNames(standings)
  const lines = missing.map((standing) => {
    const { unit } = standing
    const words = [
      standing.state === 'returned' && '已退回，请改正后重报',
      unit?.due && `${dateInWords(unit.due)}前报送${isOverdue(standing, today) ? '，已逾期' : ''}`,
    ].filter(Boolean)
    return `${names.get(standing.id)}${words.length ? `（${words.join('，')}）` : ''}`
  })
  return [
    `请以下 ${missing.length} 家单位尽快报送${year ?? ''}年政府信息公开工作年度报告：`,
    ...lines.map((line, at) => `${at + 1}. ${line}`),
  ].join('\n')
}

/** What became of a unit since last year. */
export const KINDS: Record<ChangeKind, string> = {
  same: '未变',
  new: '新增',
  renamed: '更名',
  merged: '合并',
  gone: '减少',
}

/** 户数变动 in one sentence. */
export const changeWords = (
  last: { year: number },
  { before, now, counts }: UnitChanges,
  { year }: { year: number },
): string =>
  `${last.year} 年度 ${before} 家，${year} 年度 ${now} 家：新增 ${counts.new}，更名 ${counts.renamed}，合并 ${counts.merged}，减少 ${counts.gone}。`

/** Heads and widths of 户数变动表, wherever it is printed. */
export const CHANGE_COLUMNS: [label: string, width: number][] = [
  ['序号', 8],
  ['变动', 10],
  ['上年单位', 26],
  ['本年单位', 26],
  ['原因', 30],
]
/** Its lines; the names are those of last year's list and of this year's. */
export const changeRows = (
  { changes }: UnitChanges,
  namesBefore: ReadonlyMap<string, string>,
  namesNow: ReadonlyMap<string, string>,
): string[][] =>
  changes.map(({ kind, before, now, reason }, n) => [
    String(n + 1),
    KINDS[kind],
    namesBefore.get(before?.id ?? '') ?? '',
    namesNow.get(now?.id ?? '') ?? '',
    reason,
  ])
