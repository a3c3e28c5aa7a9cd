import { expect, type Locator, test } from '@playwright/test'
import { filledReport } from '../src/testing/filledReport'
import { linesOf, officialTables } from '../src/testing/officialForm'
import { openDraft } from './openDraft'

/** The official drawing with “#” for each figure; a row of table 3 has seven. */
function official(key: keyof typeof officialTables): string[] {
  const figures = key === 'requests' ? Array(7).fill('#').join(' | ') : '#'
  return linesOf(officialTables[key]).map((line) => line.replace(/\{[^}]*\}/g, figures))
}

/** A table of the page in the same notation: labels as they are read, “↓n” and “→n” for their spans. */
const drawn = (table: Locator): Promise<string[]> =>
  table.locator('tr').evaluateAll((rows) =>
    rows
      .filter((row) => !row.closest('tfoot'))
      .map((row) =>
        [...(row as HTMLTableRowElement).cells]
          .map(({ tagName, textContent, colSpan, rowSpan }) => {
            const text = tagName === 'TH' ? (textContent ?? '').replace(/\s/g, '') : '#'
            return text + (rowSpan > 1 ? `↓${rowSpan}` : '') + (colSpan > 1 ? `→${colSpan}` : '')
          })
          .join(' | '),
      ),
  )

const tables = [
  ['proactive', '表二', 'proactiveDisclosure'],
  ['requests', '表三', 'requests'],
  ['review', '表四', 'reviewAndLitigation'],
] as const

test('the tables to fill are the printed ones: labels, order, merged cells', async ({ page }) => {
  await openDraft(page, filledReport(), 'proactive')
  for (const [section, name, key] of tables) {
    await page.goto(page.url().replace(/[^/]+$/, section))
    const table = page.getByRole('table', { name })
    await expect(table).toBeVisible()
    expect(await drawn(table)).toEqual(official(key))
  }
})

test('so are the tables on paper', async ({ page }) => {
  await openDraft(page, filledReport(), 'export')
  const paper = page.getByRole('article', { name: /^第 \d+ 页$/ }).getByRole('table')
  await expect(paper).toHaveCount(3)
  for (const [at, [, , key]] of tables.entries()) expect(await drawn(paper.nth(at))).toEqual(official(key))
})
