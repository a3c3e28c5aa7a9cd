// A page that does by itself what is measured beside the table: checks, exports, recognition.
import { findingsOf, givenOf, runChecks } from '../../src/checks/run'
import { draftText, newDraft } from '../../src/drafts/draft'
import { draftKey } from '../../src/drafts/shelf'
import { documentOf } from '../../src/export/document'
import { makeOutput, type OutputKind } from '../../src/export/outputs'
import { currentEdition as edition } from '../../src/format/editions'
import { lastYearCopy, type Report } from '../../src/report/report'
import { filledReport } from '../../src/testing/filledReport'
import { readMaterial } from '../../src/ui/import/reader'

const report = filledReport()
const SENTENCE =
  '本年新收政府信息公开申请22件，上年结转1件，全部在法定期限内答复；制发行政规范性文件6件、废止13件。'
const textOf = (characters: number) =>
  SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters)
const longReport = (characters: number) => filledReport({ 'overview.onRequest': textOf(characters) })

/** Milliseconds of one call. */
async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

const check = (given: Report) =>
  findingsOf(
    runChecks(givenOf({ edition, report: given, today: '2022-01-20' })),
    given.notes.exceptions,
    edition,
    given,
  )
const document = () => documentOf(report, edition, { draft: false, code: '' })
const output = (kind: OutputKind) => makeOutput(kind, { report, edition, document: document() })

async function recognised(name: string, content: Uint8Array | string) {
  const material =
    typeof content === 'string'
      ? { name, bytes: new TextEncoder().encode(content) }
      : { name, bytes: content }
  const found = await readMaterial(material)
  if ('problem' in found) throw new Error(found.problem)
  return found.proposal.figures.length
}

/** Full reports of several years and organs, each with last year's beside it, as they stand in the browser's storage. */
function drafts(count: number, characters: number): [string, string][] {
  return Array.from({ length: count }, (_, n) => {
    const id = `bench${n}`
    const own = filledReport({
      year: String(2021 + (n % 8)),
      'organ.name': `示例区第${n}局`,
      'overview.onRequest': textOf(characters),
    })
    const report = { ...own, notes: { ...own.notes, lastYear: lastYearCopy(own) } }
    return [draftKey(id), draftText(newDraft(report, new Date(Date.UTC(2022, 0, 10, 0, n)), id))]
  })
}

export const work = {
  drafts,
  checks: (characters: number) => {
    const given = characters ? longReport(characters) : report
    return timed(() => check(given))
  },
  /** Each character of the same text looked at once, for comparison. */
  loop(characters: number) {
    const text = textOf(characters)
    return timed(() => {
      let digits = 0
      for (const character of text) if (character >= '0' && character <= '9') digits++
      return digits
    })
  },
  /** Of a report of ours; a PDF is handed in. */
  async recognition(kind: 'html' | 'docx' | 'xlsx' | 'text' | 'pdf', given?: number[]) {
    if (kind === 'pdf') return timed(() => recognised('年报.pdf', Uint8Array.from(given ?? [])))
    if (kind === 'text') {
      const { toPlainText } = await import('../../src/export/html')
      const text = toPlainText(document())
      return timed(() => recognised('年报.txt', text))
    }
    const { content } = await output(kind)
    return timed(() => recognised(`年报.${kind}`, content))
  },
}
export type Work = typeof work

Object.assign(window, { work })
