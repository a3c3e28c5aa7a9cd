import type { Draft } from '../../drafts/draft'
import type { Backup } from '../../drafts/readBackup'
import { extensionOf, isCalledPacked } from '../../import/files/kind'
import type { Material, Recognition } from '../../import/files/work'
import type { ImportProposal } from '../../import/proposal'
import type { SourceDocument } from '../../import/source'
import type { Report } from '../../report/report'

/** What a file or a pasted text turned out to be. Nothing of it is in the store yet. */
export type Found =
  | { kind: 'report'; report: Report; figures: number; of: number }
  /** A report on another medium, recognised: to be looked at before it becomes a draft. */
  | { kind: 'source'; source: SourceDocument; proposal: ImportProposal }
  | {
      kind: 'backup'
      /** What restoring would save, as it stands in the file; drafts that are there with the same content are left out. */
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
export interface DraftsHere {
  get(id: string): Draft | undefined
  /** Reads a backup, decoded or as it lies on the disk; a large one beside the page. */
  parse(content: string | Uint8Array): Promise<Backup>
  /** Reads anything that is not our own JSON, beside the page. */
  read(material: Material): Promise<Recognition>
}

const problem = (text: string): Found => ({ kind: 'problem', problem: text })

export const NOTHING = '请先选择文件，或粘贴年报内容。'
const EMPTY = '文件是空的，没有导入。请重新下载或拷贝后再试。'
const TOO_BIG = '文件超过 10 MB，没有读取。一份年报只有几十 KB，请确认选对了文件。'
const UNREADABLE = '文件读不出来，没有导入。请确认文件还在原处、没有被移走后再试。'
const NO_REPORT = '没有认出年报的标题、表格或数据，没有导入。请确认选对了文件，或复制全文粘贴到这里。'
const DAMAGED = '备份文件不完整，没有恢复。请重新下载或拷贝后再试。'
const NEWER = '备份由更新版本的年报通保存，没有恢复。请换用新版本打开。'

/** The drafts of a browser that is full take about 12 MB as a file. */
const MAX_BACKUP_BYTES = 64 * 1024 * 1024
const BACKUP_TOO_BIG = '备份文件超过 64 MB，没有读取。请分几次归档或下载备份，再逐个恢复。'
/** A backup says what it is in its first line. */
const isBackup = (head: string): boolean => head.includes('"nianbao-backup"')

const MAX_PACKED_BYTES = 50 * 1024 * 1024

/** Reads one file. Its size is looked at first: a huge file would stop the page before anything could be said. */
export async function recogniseFile(file: File, shelf: DraftsHere): Promise<Found> {
  const [{ MAX_FILE_BYTES }, { decodeText }] = await Promise.all([
    import('../../report/schema'),
    import('../../report/decode'),
  ])
  let bytes: Uint8Array
  let large = false
  try {
    if (isCalledPacked(file.name)) {
      if (file.size > MAX_PACKED_BYTES) return problem('文件超过 50 MB，没有读取。请确认选对了文件。')
    } else if (file.size > MAX_FILE_BYTES) {
      if (!isBackup(decodeText(new Uint8Array(await file.slice(0, 400).arrayBuffer()))))
        return problem(TOO_BIG)
      if (file.size > MAX_BACKUP_BYTES) return problem(BACKUP_TOO_BIG)
      large = true
    }
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return problem(UNREADABLE)
  }
  if (!bytes.some((byte) => byte > 0x20 && byte !== 0xbb && byte !== 0xbf && byte !== 0xef))
    return problem(EMPTY)
  // Decoding it would hold up the page.
  if (large) return (await foundIn(await shelf.parse(bytes), shelf)) ?? problem(TOO_BIG)
  if (!isCalledPacked(file.name)) {
    const text = decodeText(bytes)
    if (extensionOf(file.name) === 'json' || looksLikeJson(text)) return recogniseJson(text, shelf)
  }
  return recogniseMaterial({ name: file.name, bytes }, shelf)
}

/** A pasted text; `html` is what the clipboard held with it. */
export async function recognisePasted(text: string, shelf: DraftsHere, html?: string): Promise<Found> {
  const { MAX_FILE_BYTES } = await import('../../report/schema')
  if (text.length > MAX_FILE_BYTES) return problem('粘贴的内容超过 10 MB，没有读取。请只粘贴一份年报。')
  if (looksLikeJson(text)) return recogniseJson(text, shelf)
  // Without a table the HTML of a clipboard knows no more than the text, and loses its columns.
  const material = html && /<t[dh]\b/i.test(html) ? { name: '', text, html } : { name: '', text }
  return recogniseMaterial(material, shelf)
}

async function recogniseMaterial(material: Material, shelf: DraftsHere): Promise<Found> {
  const found = await shelf.read(material)
  if ('problem' in found) return problem(found.problem)
  const { source, proposal } = found
  return proposal.figures.length + proposal.texts.length
    ? { kind: 'source', source, proposal }
    : problem(NO_REPORT)
}

/** RTF begins with a brace too, and a backslash. */
const looksLikeJson = (text: string) => /^[\ufeff\s]*(?:\{(?!\\)|\[\s*[{\]])/.test(text)

async function recogniseJson(text: string, shelf: DraftsHere): Promise<Found> {
  const [{ readFileText }, { unlikeReport }, { isBackupText }] = await Promise.all([
    import('../../report/schema'),
    import('../../report/jsonShape'),
    import('../../drafts/readBackup'),
  ])
  // Before anything is parsed; a backup of many drafts may well be larger than a report.
  const unlike = isBackupText(text) ? undefined : unlikeReport(text)
  if (unlike) return problem(unlike)
  const found = await foundIn(await shelf.parse(text), shelf)
  if (found) return found
  const read = readFileText(text)
  if ('problem' in read) return problem(read.problem)
  const { countFigures } = await import('./figures')
  return { kind: 'report', report: read.report, ...countFigures(read.report) }
}

/** What a backup turned out to be; undefined where the file is none. */
async function foundIn(backup: Backup, shelf: DraftsHere): Promise<Found | undefined> {
  if ('drafts' in backup) {
    const { draftsToAdd } = await import('../../drafts/readBackup')
    const add = draftsToAdd(backup.drafts, shelf.get)
    return {
      kind: 'backup',
      drafts: add,
      present: backup.drafts.length - add.length,
      beside: add.filter((draft) => shelf.get(draft.id)).length,
      unreadable: backup.unreadable,
    }
  }
  if (backup.problem === 'notBackup') return undefined
  if (backup.problem !== 'twice') return problem(backup.problem === 'newer' ? NEWER : DAMAGED)
  const { writtenTwice } = await import('../../report/schema')
  return problem(writtenTwice(backup.key))
}
