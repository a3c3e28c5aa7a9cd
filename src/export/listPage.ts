import { type Element, element } from './elements'
import { markup } from './html'
import css from './listPage.css?raw'
import { escaped } from './xml'

/** One report on the list. */
export interface ListedReport {
  unit: string
  title: string
  /** Path of its file beside the page, not encoded. */
  file: string
  /** 公布日期 as YYYY-MM-DD, or "". */
  date: string
}
/** A node of the tree with the reports right below it; `level` 1 is the top. */
export interface ListedGroup {
  name: string
  level: number
  reports: ListedReport[]
}
export interface ListPage {
  title: string
  groups: ListedGroup[]
  /** Units without a report; none are listed where it is empty. */
  lacking: string[]
}

/** The page on which an office publishes the reports of all its units: one file, no script, nothing loaded; each report a link to its file. */
export function toListPage({ title, groups, lacking }: ListPage): string {
  const body: Element[] = [element('h1', {}, title), ...groups.flatMap((group, n) => groupOf(group, n))]
  if (lacking.length)
    body.push(
      element(
        'section',
        { 'aria-labelledby': 'lacking' },
        element('h2', { id: 'lacking' }, `未报单位（${lacking.length} 家）`),
        element('ol', {}, ...lacking.map((name) => element('li', {}, name))),
      ),
    )
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
${css.trim()}
</style>
</head>
<body>
<main>
${body.map(markup).join('\n')}
</main>
</body>
</html>
`
}

function groupOf({ name, level, reports }: ListedGroup, n: number): Element[] {
  const heading = name ? [element(`h${Math.min(level + 1, 6)}`, { id: `g${n}` }, name)] : []
  if (!reports.length) return heading
  const head = (text: string, look?: string) => element('th', { scope: 'col', class: look }, text)
  const table = element(
    'table',
    { 'aria-labelledby': name ? `g${n}` : undefined },
    element(
      'thead',
      {},
      element('tr', {}, head('单位', 'list-unit'), head('年度报告'), head('公布日期', 'list-date')),
    ),
    element(
      'tbody',
      {},
      ...reports.map(({ unit, title, file, date }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, unit),
          element('td', {}, element('a', { href: hrefOf(file) }, title)),
          element('td', {}, date),
        ),
      ),
    ),
  )
  return [...heading, table]
}

/** A path as a link takes it, whatever signs are in the names. */
export const hrefOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
