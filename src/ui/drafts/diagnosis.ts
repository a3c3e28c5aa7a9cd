import { version } from '../../../package.json'
import type { Draft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { download } from '../parts/download'
import { localDate } from '../parts/localDate'

/** The latest errors of this page, newest last. */
const errors: { at: string; what: string }[] = []
const MOST = 20

export function noteError(error: unknown) {
  const what = error instanceof Error ? (error.stack ?? String(error)) : String(error)
  errors.push({ at: new Date().toISOString(), what })
  errors.splice(0, errors.length - MOST)
}

/**
 * What helps to find a fault, as a file that the clerk can look into before sending it: versions, states and error texts.
 * Of the reports it holds nothing but their number, unless `content` is given.
 */
export function downloadDiagnosis(store: DraftStore, content?: Draft) {
  const facts = {
    program: { name: '年报通', version, singleFile: __SINGLE_FILE__ },
    browser: {
      userAgent: navigator.userAgent,
      language: navigator.language,
      screen: `${window.innerWidth}×${window.innerHeight} @${window.devicePixelRatio}`,
      protocol: window.location.protocol,
      // The id in it is random and names no organ.
      page: window.location.hash,
    },
    storage: {
      ...store.health(),
      drafts: store.list().length,
      trash: store.trash().length,
      unreadable: store.damaged().map(({ problem }) => problem),
      characters: store.usage(),
    },
    errors,
    ...(content && { content }),
  }
  download(`年报通_诊断_${localDate()}.json`, `${JSON.stringify(facts, null, 2)}\n`)
}
