// A page that does by itself what is measured beside the table: checks, exports, recognition.
import { catalogue } from '../../src/checks/catalogue'
import { marksOf } from '../../src/checks/marks'
import { proseOf } from '../../src/checks/prose/normalise'
import { findingsOf, givenOf, runChecks } from '../../src/checks/run'
import type { Given } from '../../src/checks/types'
import { draftText, newDraft } from '../../src/drafts/draft'
import { draftKey } from '../../src/drafts/shelf'
import { documentOf } from '../../src/export/document'
import { makeOutput, type OutputKind } from '../../src/export/outputs'
import { currentEdition as edition } from '../../src/format/editions'
import { lastYearCopy, type Report, textAt } from '../../src/report/report'
import { filledReport } from '../../src/testing/filledReport'
import { readMaterial } from '../../src/ui/import/reader'

const report = filledReport()
const SENTENCE =
  '本年新收政府信息公开申请22件，上年结转1件，全部在法定期限内答复；制发行政规范性文件6件、废止13件。'
const textOf = (characters: number) =>
  SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters)
const LONG_TEXT = 'overview.onRequest'
const LONG_DRAFT = 'benchlong'
const longReport = (characters: number, head = '') => filledReport({ [LONG_TEXT]: head + textOf(characters) })

/** Milliseconds of one call. */
async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** The report of each run: a text is read once, so that no two runs may have the same. */
function longGivens(characters: number, times: number): Given[] {
  return Array.from({ length: times }, (_, run) => {
    const own = longReport(characters, `第${run}次。`)
    const notes = { ...own.notes, lastYear: lastYearCopy(longReport(characters, `上年第${run}次。`)) }
    return givenOf({ edition, report: { ...own, notes }, today: '2022-01-20' })
  })
}
const isProse = ({ id }: { id: string }) => id.startsWith('narrative.')
let prepared: { givens: Given[]; reader: boolean } = { givens: [], reader: false }

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
  /** Reports with one long text each, for `rules`: for the reader of prose, or read already and for all the others. */
  prepareRules(characters: number, reader: boolean, times: number) {
    prepared = { givens: longGivens(characters, times), reader }
    if (reader) return
    for (const { report, lastYear } of prepared.givens)
      for (const text of [report.entries, lastYear?.entries]) if (text) proseOf(textAt(text, LONG_TEXT))
  },
  rules() {
    const { givens, reader } = prepared
    for (const given of givens) {
      runChecks(
        given,
        catalogue.filter((rule) => isProse(rule) === reader),
      )
      if (reader) marksOf(given)
    }
  },
  /** A draft with one long text, as it stands in the browser's storage. */
  longDraft(characters: number): [string, string] {
    return [
      draftKey(LONG_DRAFT),
      draftText(newDraft(longReport(characters), new Date(Date.UTC(2022, 0, 10)), LONG_DRAFT)),
    ]
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
