import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

type Options = Parameters<Page['pdf']>[0]

/** What is printed from the page as it stands, as text with a form feed behind each page. */
export async function printedText(page: Page, options: Options = {}, order = '-raw'): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'nianbao-')), 'print.pdf')
  writeFileSync(file, await page.pdf(options))
  return execFileSync('pdftotext', [order, file, '-'], { encoding: 'utf8' })
}

/** Without white space; radicals that fonts offer in place of characters are read as these. */
export const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/** The printed document, once its pages are there, as the squeezed text of each of them. */
export async function printedPages(page: Page, options: Options = {}): Promise<string[]> {
  await expect(page.getByText('— 1 —')).toBeAttached()
  return (await printedText(page, options)).split('\f').slice(0, -1).map(squeezed)
}
