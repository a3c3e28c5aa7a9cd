import type { DocumentPart, ReportDocument } from './document'
import { type Element, element, partElement, tableElement, titleElement } from './elements'
import paper from './paper.css?raw'
import fonts from './paperFonts.css?raw'
import type { DocumentTable } from './table'
import draftMark from './webDraft.css?raw'
import page from './webPage.css?raw'
import { escaped } from './xml'

const VOID = new Set(['br', 'wbr', 'col', 'meta'])

/** HTML text of elements; the one place where anything is escaped. */
export function markup(node: Element | string): string {
  if (typeof node === 'string') return escaped(node)
  const { tag, attributes = {}, style, children } = node
  const all = Object.entries({
    ...attributes,
    ...(style && {
      style: Object.entries(style)
        .map(([name, value]) => `${name}:${value}`)
        .join(';'),
    }),
  })
  const open = `<${tag}${all.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`
  return VOID.has(tag) ? open : `${open}${children.map(markup).join('')}</${tag}>`
}

/** One self-contained file for a government site: semantic tables, no script, nothing loaded from anywhere. */
export function toHtml(content: ReportDocument): string {
  const title = content.titleLines.join('')
  const meta = (name: string, value: string) => markup(element('meta', { name, content: value }))
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(content.draft ? `${title}（草稿）` : title)}</title>
${[
  meta('viewport', 'width=device-width, initial-scale=1'),
  meta('author', content.organ),
  ...(content.page ?? []).map(({ label, text }) => meta(label, text)),
  meta('description', title),
  meta('keywords', `政府信息公开,年度报告,${content.year}`),
  meta('content-code', content.code),
  meta('document-status', content.draft ? 'draft' : 'final'),
].join('\n')}
<style>
${[fonts, paper, page, ...(content.draft ? [draftMark] : [])].map((css) => css.trim()).join('\n')}
</style>
</head>
<body>
${content.draft ? '<header class="web-draft">草稿</header>\n' : ''}<main class="paper web-page">
${[...pageTable(content), titleElement(content), ...sectionsOf(content.parts)].map(markup).join('\n')}
</main>
</body>
</html>
`
}

/** 索引号, 发布机构, 发文日期 over the title, where a site asks for them. */
const pageTable = ({ page = [] }: ReportDocument): Element[] =>
  page.length
    ? [
        element(
          'dl',
          { class: 'web-meta' },
          ...page.map(({ label, text }) =>
            element('div', {}, element('dt', {}, label), element('dd', {}, text)),
          ),
        ),
      ]
    : []

/** Each heading of level 1 and each attachment begins a section. */
function sectionsOf(parts: DocumentPart[]): Element[] {
  const top: Element[] = []
  let section: Element | undefined
  for (const part of parts) {
    if ((part.kind === 'heading' && part.level === 1) || part.kind === 'attachment') {
      section = element('section', { class: part.kind === 'attachment' ? 'web-attachment' : undefined })
      top.push(section)
    }
    const made = part.kind === 'table' ? scrollable(part) : partElement(part)
    if (section) section.children.push(made)
    else top.push(made)
  }
  return top
}

/** On a narrow screen the table scrolls, not the page; what scrolls is named and can be reached by keyboard. */
const scrollable = (table: DocumentTable): Element =>
  element(
    'section',
    { class: 'web-scroll', tabindex: '0', 'aria-label': table.caption },
    tableElement(table, table.caption),
  )

/** Looks of the pasted content, which cannot bring a style sheet along. */
const INLINE: Record<string, Record<string, string>> = {
  h1: { 'text-align': 'center', 'font-size': '22pt', 'font-weight': 'normal', 'line-height': '1.6' },
  h2: {
    'font-family': 'SimHei, sans-serif',
    'font-size': '16pt',
    'font-weight': 'normal',
    'text-indent': '2em',
  },
  h3: { 'font-family': 'KaiTi, serif', 'font-size': '16pt', 'font-weight': 'normal', 'text-indent': '2em' },
  p: { 'font-size': '16pt', 'line-height': '1.8', 'text-indent': '2em', margin: '0' },
  table: { width: '100%', 'border-collapse': 'collapse', border: '1pt solid #000', 'font-size': '10.5pt' },
  th: { border: '1px solid #000', padding: '3px', 'font-weight': 'normal', 'text-align': 'center' },
  td: { border: '1px solid #000', padding: '3px', 'text-align': 'center' },
}

/** What is put on the clipboard for an editor of a site: the same elements, with their looks on each of them. */
export const toPastedHtml = (content: ReportDocument): string =>
  [titleElement(content), ...content.parts.map(partElement)].map((node) => markup(withLooks(node))).join('\n')

function withLooks(node: Element | string): Element | string {
  if (typeof node === 'string') return node
  const { class: name, ...attributes } = node.attributes ?? {}
  const look: Record<string, string> = { ...INLINE[node.tag], ...node.style }
  if (name === 'paper-left') look['text-align'] = 'left'
  if (name === 'paper-whole') look['white-space'] = 'nowrap'
  if (name?.startsWith('paper-signed')) Object.assign(look, { 'text-align': 'right', 'text-indent': '0' })
  return {
    ...node,
    attributes,
    style: Object.keys(look).length ? look : undefined,
    children: node.children.map(withLooks),
  }
}

/** The same as plain text: a line for each paragraph, table cells divided by tabs. */
export const toPlainText = (content: ReportDocument): string =>
  [
    ...content.titleLines,
    ...content.parts.flatMap((part) =>
      part.kind === 'table'
        ? part.rows.map((row) => row.cells.map((cell) => cell.text).join('\t'))
        : [part.text],
    ),
  ].join('\n')
