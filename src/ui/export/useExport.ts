import { useCallback, useEffect, useMemo, useState } from 'react'
import { hasLongTexts } from '../../checks/aside'
import { type Reviewed, reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import type { Finding, Verdict } from '../../checks/types'
import { isFinal } from '../../checks/verdict'
import { hasSameContent } from '../../drafts/draft'
import { approvalSheet, changeList, codeLine, correctionNote, reviewNotes } from '../../export/attachments'
import { changesBetween, changesOfContent } from '../../export/changes'
import { type DocumentPart, documentOf, type ReportDocument } from '../../export/document'
import { fileStem } from '../../export/fileName'
import { placeOf } from '../../format/names'
import type { Edition } from '../../format/types'
import { contentCode, printedCode } from '../../report/contentCode'
import { dateInWords } from '../../report/localDate'
import { isCorrection, PUBLISHED_AT } from '../../report/publication'
import { blankReport, type Report, textAt, withTexts } from '../../report/report'
import { safeFileName } from '../../report/safeFileName'
import { useReview } from '../form/findings'
import { runRules } from '../form/runRules'
import { useSession } from '../form/session'
import { localDate } from '../parts/localDate'
import { useObservable } from '../parts/observable'
import { type ExportedVersion, useExportedVersion } from './useExportedVersion'

/** What a clerk chooses about a copy. */
export interface CopySettings {
  /** 送审稿: marked 草稿 although it could be final. */
  forReview: boolean
  /** 数据审核说明; undefined: wherever reasons were given. */
  reviewNotes?: boolean
  changes: boolean
  /** 审签单. */
  approval: boolean
  /** The three tables as 附表. */
  tablesLast: boolean
  /** 更正说明, where the report is a correction. */
  correction: boolean
  /** Undefined: on a marked copy yes, on a final one no. */
  code?: boolean
}
const DEFAULTS: CopySettings = {
  forReview: false,
  changes: false,
  approval: false,
  tablesLast: false,
  correction: true,
}

export interface Export {
  report: Report
  verdict: Verdict
  /** Nothing is 阻断 or 未填. */
  canBeFinal: boolean
  /** This copy carries the mark 草稿. */
  draft: boolean
  document: ReportDocument
  /** For a site: 数据审核说明 goes onto a final page only when asked for. */
  webPage: ReportDocument
  /** File name without ending. */
  stem: string
  code: string
  explained: number
  exported?: ExportedVersion
  changed: number
  settings: CopySettings
  set(settings: Partial<CopySettings>): void
  /** An output has been made: the next change list starts from here. */
  rememberExport(): void
}

/** The copy that is about to leave the program; undefined while the rules still run over an unusually long one. */
export function useExport(): Export | undefined {
  const session = useSession()
  const { edition } = session
  const report = useReport()
  const [settings, setSettings] = useState(DEFAULTS)
  const own = useJudged(edition, report)
  const { findings, verdict } = own ?? NOTHING
  const canBeFinal = verdict !== undefined && isFinal(verdict)
  const draft = !canBeFinal || settings.forReview
  const code = useMemo(() => contentCode(report, edition), [report, edition])
  const { exported, remember } = useExportedVersion(report, code)
  const changes = useMemo(
    () => (exported ? changesBetween(exported.report, report, edition) : []),
    [exported, report, edition],
  )
  const explained = useMemo(
    () =>
      findings
        .filter(({ status }) => status === 'accepted')
        .map(({ target, message, reason = '' }) => ({ place: placeOf(edition, target), message, reason })),
    [findings, edition],
  )
  const notesByDefault = settings.reviewNotes === undefined && explained.length > 0
  const withNotes = settings.reviewNotes ?? notesByDefault
  const documentWith = useCallback(
    (notes: boolean) =>
      documentOf(report, edition, {
        draft,
        code,
        tablesLast: settings.tablesLast,
        closing: [
          // At the end of the report itself: attachments may fill their last page.
          ...((settings.code ?? draft) ? [codeLine(code)] : []),
          ...(settings.correction ? correctionParts(report, edition) : []),
          ...(settings.approval ? approvalSheet(...aboutCopy(report, edition, code)) : []),
          ...(notes ? reviewNotes(explained) : []),
          ...(settings.changes && exported ? changeList(changes, sinceText(exported)) : []),
        ],
      }),
    [report, edition, draft, code, settings, explained, exported, changes],
  )
  const document = useMemo(() => documentWith(withNotes), [documentWith, withNotes])
  const webPage = useMemo(
    () => (notesByDefault && !draft ? documentWith(false) : document),
    [document, documentWith, notesByDefault, draft],
  )
  if (!own || !verdict) return undefined
  return {
    report,
    verdict,
    canBeFinal,
    draft,
    document,
    webPage,
    stem: safeFileName(fileStem(report, edition, draft)),
    code,
    explained: explained.length,
    exported,
    changed: changes.length,
    settings: { ...settings, reviewNotes: withNotes },
    set: (some) => setSettings({ ...settings, ...some }),
    rememberExport: remember,
  }
}

const NOTHING: { findings: Finding[]; verdict?: Verdict } = { findings: [] }

/**
 * Whether a copy is final is decided at once: a print straight after opening must carry the right mark. Where the texts are
 * so long that the rules run beside the page, it is undefined meanwhile, and nothing is shown that could be printed.
 */
function useJudged(edition: Edition, report: Report): Reviewed | undefined {
  const atOnce = useMemo(
    () =>
      hasLongTexts(edition, report)
        ? undefined
        : reviewOf(runChecks(givenOf({ edition, report, today: localDate() })), edition, report),
    [edition, report],
  )
  const [late, setLate] = useState<{ report: Report; judged?: Reviewed; fault?: unknown }>()
  useEffect(() => {
    if (atOnce) return
    let gone = false
    runRules(edition, report, localDate()).then(
      ({ outcomes }) => gone || setLate({ report, judged: reviewOf(outcomes, edition, report) }),
      (fault) => gone || setLate({ report, fault }),
    )
    return () => {
      gone = true
    }
  }, [atOnce, edition, report])
  if (atOnce || late?.report !== report) return atOnce
  // The page says so in its place, with the backup.
  if (late.fault !== undefined) throw late.fault
  return late.judged
}

/** The report as it stands; the same object until something in it changes (undo works on this page too). */
function useReport(): Report {
  const session = useSession()
  const review = useReview()
  const looks = useObservable(session.findings.looks)
  // A field on this page that is left for a button is in the copy before the button is pressed.
  const history = useObservable(session.history)
  const [report, setReport] = useState(session.report)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look says that something may have changed
  const now = useMemo(() => session.report(), [session, review, looks, history])
  if (now !== report && !hasSameContent(now, report)) setReport(now)
  return report
}

/** Of a correction, what has changed since the published version, and why. */
function correctionParts(report: Report, edition: Edition): DocumentPart[] {
  const { correction } = edition
  if (!correction || !isCorrection(report)) return []
  const { base, corrected } = report.notes
  const date = (of: Report, address: string) => dateInWords(textAt(of.entries, address).trim())
  return correctionNote({
    before: corrected && { publishedAt: date(corrected, PUBLISHED_AT), code: base ?? '' },
    reason: textAt(report.entries, correction.reason).trim(),
    date: date(report, correction.date),
    changes: corrected ? changesOfContent(corrected, report, edition) : [],
  })
}

/** What a chief signs: which file, and of a correction why and at whose request. */
function aboutCopy({ entries }: Report, edition: Edition, code: string): Parameters<typeof approvalSheet> {
  const title = documentOf({ ...blankReport(edition), entries }, edition, { draft: true, code }).titleLines
  const { reason = '', requestedBy = '' } = edition.correction ?? {}
  const line = (label: string, address: string) => {
    const text = textAt(entries, address).replace(/\s+/g, ' ').trim()
    return text ? [{ label, text }] : []
  }
  return [
    [
      { label: '文件', text: title.join('') },
      { label: '内容码', text: printedCode(code) },
    ],
    [...line('更正原因', reason), ...line('提出更正', requestedBy)],
  ]
}

const sinceText = ({ savedAt, code }: ExportedVersion) => [
  `与${new Date(savedAt).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}导出的版本相比，本版有以下修改。`,
  `该版本内容码：${code}`,
]

/** The empty form of the edition, for the organ and year of a report. */
export function blankForm(report: Report, edition: ReturnType<typeof useSession>['edition']): ReportDocument {
  const blank = blankReport(edition)
  const entries = withTexts(
    blank.entries,
    ['organ.name', 'year'].map((address) => [address, textAt(report.entries, address)]),
  )
  return documentOf({ ...blank, entries }, edition, { draft: false, code: '' })
}
