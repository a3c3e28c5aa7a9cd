import { useEffect, useState } from 'react'
import { parseDraft } from '../../drafts/draft'
import { contentCode, printedCode } from '../../report/contentCode'
import type { Report } from '../../report/report'
import { useDraftStore } from '../drafts/store'
import { useSession } from '../form/session'

/** A version that left the program as a file earlier. */
export interface ExportedVersion {
  report: Report
  savedAt: string
  /** As printed. */
  code: string
}

/** The last exported version that differs from the report as it is now, and the way to add the present one. */
export function useExportedVersion(report: Report, code: string) {
  const store = useDraftStore()
  const { draft, edition, autosave } = useSession()
  const [exported, setExported] = useState<ExportedVersion>()
  useEffect(() => {
    let current = true
    void store.snapshots(draft.id).then((snapshots) => {
      if (!current) return
      const versions = snapshots
        .filter(({ reason }) => reason === 'export')
        .flatMap(({ text }) => {
          const read = parseDraft(text)
          return 'problem' in read ? [] : [read]
        })
      const last = versions.reverse().find((version) => contentCode(version.report, edition) !== code)
      setExported(
        last && {
          report: last.report,
          savedAt: last.savedAt,
          code: printedCode(contentCode(last.report, edition)),
        },
      )
    })
    return () => {
      current = false
    }
  }, [store, draft.id, edition, code])

  async function remember() {
    autosave.flush()
    const snapshots = await store.snapshots(draft.id)
    const last = snapshots.filter(({ reason }) => reason === 'export').at(-1)
    const read = last && parseDraft(last.text)
    if (read && !('problem' in read) && contentCode(read.report, edition) === code) return
    const saved = store.get(draft.id) ?? draft
    await store.keep({ ...saved, savedAt: store.now().toISOString(), report }, 'export')
  }
  return { exported, remember: () => void remember() }
}
