import { version } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }

const numbers = (text: string) => text.split('.').map(Number)
/** Whether version a comes before b. */
function isBefore(a: string, b: string): boolean {
  const [left, right] = [numbers(a), numbers(b)]
  const at = left.findIndex((number, place) => number !== right[place])
  return at >= 0 && (left[at] as number) < (right[at] as number)
}

/** CVE-2026-16633 by the threads of its repair: from 5.6.83 on, mended in 6.2.108. */
const isVulnerable = (version: string) => !isBefore(version, '5.6.83') && isBefore(version, '6.2.108')

test('the PDF library is named exactly and lies outside the range of its published weakness', () => {
  expect(isVulnerable('5.6.205') && isVulnerable('6.2.107')).toBe(true)
  expect(isVulnerable('5.6.82') || isVulnerable('6.2.108')).toBe(false)
  expect(isVulnerable(version)).toBe(false)
  expect(manifest.dependencies['pdfjs-dist']).toBe(version)
})
