import type { Draft } from '../../drafts/draft'
import type { Report } from '../../report/report'

/** What a file or a pasted text turned out to be. Nothing of it is in the store yet. */
export type Found =
  | { kind: 'report'; report: Report; figures: number; of: number }
  | {
      kind: 'backup'
      /** What restoring would save; drafts that are there with the same content are left out. */
      drafts: Draft[]
      /** Drafts in the file that are there already, word for word. */
      present: number
      /** Drafts that come back beside one of the same id with other content. */
      beside: number
      /** Drafts of the file that cannot be read. */
      unreadable: number
    }
  | { kind: 'problem'; problem: string }

/** What restoring has to know of the drafts that are there. */
export interface Shelf {
  get(id: string): Draft | undefined
  inTrash(id: string): boolean
  now: Date
  newId(): string
}

const problem = (text: string): Found => ({ kind: 'problem', problem: text })

export const NOTHING = '请先选择文件，或粘贴年报内容。'
const EMPTY = '文件是空的，没有导入。请重新下载或拷贝后再试。'
const TOO_BIG = '文件超过 10 MB，没有读取。一份年报只有几十 KB，请确认选对了文件。'
const UNREADABLE = '文件读不出来，没有导入。请确认文件还在原处、没有被移走后再试。'
const OTHER_FILE =
  '目前只能导入 .json 文件（年报通的备份或导出的 JSON）。Word、网页、表格等文件还不能识别，没有导入。'
const OTHER_TEXT =
  '目前只能识别年报通的 JSON 内容（备份或导出的 JSON）。Word、网页和一般文字还不能识别，后续版本会支持；现在可以新建年报，对照原文填写。'
const DAMAGED = '备份文件不完整，没有恢复。请重新下载或拷贝后再试。'
const NEWER = '备份由更新版本的年报通保存，没有恢复。请换用新版本打开。'

/** Reads one file. Its size is looked at first: a huge file would stop the page before anything could be said. */
export async function recogniseFile(file: File, shelf: Shelf): Promise<Found> {
  const { MAX_FILE_BYTES } = await import('../../report/schema')
  if (file.size > MAX_FILE_BYTES) return problem(TOO_BIG)
  let text: string
  try {
    text = await file.text()
  } catch {
    return problem(UNREADABLE)
  }
  if (!text.trim()) return problem(EMPTY)
  if (!/\.json$/i.test(file.name) && !looksLikeJson(text)) return problem(OTHER_FILE)
  return recogniseJson(text, shelf)
}

export async function recognisePasted(text: string, shelf: Shelf): Promise<Found> {
  const { MAX_FILE_BYTES } = await import('../../report/schema')
  if (text.length > MAX_FILE_BYTES) return problem('粘贴的内容超过 10 MB，没有读取。请只粘贴一份年报。')
  return looksLikeJson(text) ? recogniseJson(text, shelf) : problem(OTHER_TEXT)
}

const looksLikeJson = (text: string) => /^[\ufeff\s]*[{[]/.test(text)

async function recogniseJson(text: string, shelf: Shelf): Promise<Found> {
  const [{ readFileText }, { draftsToAdd, readBackup }, { copyOf }] = await Promise.all([
    import('../../report/schema'),
    import('../../drafts/backup'),
    import('../../drafts/draft'),
  ])
  const backup = readBackup(text)
  if ('drafts' in backup) {
    const add = draftsToAdd(backup.drafts, shelf.get, shelf.now, shelf.newId)
    const ids = new Set(backup.drafts.map((draft) => draft.id))
    return {
      kind: 'backup',
      // The id of a draft in the trash stays free for its own way back.
      drafts: add.map((draft) => (shelf.inTrash(draft.id) ? copyOf(draft, shelf.now, shelf.newId()) : draft)),
      present: backup.drafts.length - add.length,
      beside: add.filter((draft) => !ids.has(draft.id)).length,
      unreadable: backup.unreadable,
    }
  }
  if (backup.problem !== 'notBackup') return problem(backup.problem === 'newer' ? NEWER : DAMAGED)
  const read = readFileText(text)
  if ('problem' in read) return problem(read.problem)
  const { countFigures } = await import('./figures')
  return { kind: 'report', report: read.report, ...countFigures(read.report) }
}
