import { unzipSync } from 'fflate'
import { type Received, receivedOf } from '../../aggregate/received'
import { currentEdition, editionByKey } from '../../format/editions'
import type { Address, Edition } from '../../format/types'
import { reportOf, textsOfProposal } from '../../import/apply'
import { isPdf } from '../../import/files/kind'
import { readFile } from '../../import/files/read'
import type { ImportProposal } from '../../import/proposal'
import { recognise } from '../../import/recognise'
import { decodeText } from '../../report/decode'
import type { Report, Values } from '../../report/report'
import { MAX_FILE_BYTES, readFileText } from '../../report/schema'

/** A file as it was dropped, its name with the folders over it. */
export interface IncomingFile {
  name: string
  bytes: Uint8Array
}
/** The report in a file, or the sentence that says why there is none. */
export type Taken = { name: string } & ({ report: Received } | { problem: string })

/** More files, and more text, than the archive of a county has. */
const MAX_FILES = 20_000
const MAX_UNPACKED = 1024 * 1024 * 1024
const MAX_DEPTH = 2
const OFFICE = /\.(docx?|xlsx?|docm|xlsm|pptx?|wps|et|odt|ods)$/i

const isArchive = ({ name, bytes }: IncomingFile) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && !OFFICE.test(name) && !isOffice(bytes)
/** Parts that a document has at its top, whatever it is called. */
const OFFICE_PART = /^(\[Content_Types\]\.xml|mimetype|word\/document\d*\.xml|xl\/workbook\.xml)$/
/** Asked of the list of contents alone: a document that lies in an archive has its own list in there, too. */
function isOffice(bytes: Uint8Array): boolean {
  let found = false
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        found ||= OFFICE_PART.test(name)
        return false
      },
    })
  } catch {
    // What cannot be opened is said where it is unpacked.
  }
  return found
}
/** What systems put beside the files that people mean. */
const isLitter = (name: string) => /(^|\/)(\.|__MACOSX\/|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name)

const ARCHIVE = /\.zip$/i
const TOO_LARGE = '文件超过 10 MB，没有装入。'
const LOST = '压缩包里有同名的文件，或名称不合规定，这一份没有装入。请改名后再装入。'

/** Zip archives keep Chinese names in GB 18030 where they do not say UTF-8; the library gives these byte by byte. */
function nameOf(name: string): string {
  const codes = [...name].map((sign) => sign.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  return decodeText(Uint8Array.from(codes))
}

/**
 * The files in zip archives in place of these, also in archives within them; what an archive says of its size is looked at
 * before anything is unpacked, of all of them together. Litter of the system is left out, everything else is named.
 */
export function unpacked(
  files: readonly IncomingFile[],
  depth = 0,
  whole = { count: 0, size: 0 },
): (IncomingFile | Taken)[] {
  return files.flatMap((file): (IncomingFile | Taken)[] => {
    if (isLitter(file.name)) return []
    if (!isArchive(file)) return [file]
    const { name } = file
    if (depth >= MAX_DEPTH) return [{ name, problem: '压缩包里套了太多层，没有装入。请解开后再装入。' }]
    let tooMuch = false
    /** How often each name stands in the archive: of two alike one alone is unpacked, and one that objects cannot bear, never. */
    const named = new Map<string, number>()
    const large: Taken[] = []
    try {
      const inner = unzipSync(file.bytes, {
        filter: ({ name: path, originalSize }) => {
          if (path.endsWith('/')) return false
          // It would only be unpacked to be refused.
          if (originalSize > MAX_FILE_BYTES && !ARCHIVE.test(path)) {
            large.push({ name: `${name}/${nameOf(path)}`, problem: TOO_LARGE })
            return false
          }
          whole.count++
          whole.size += originalSize
          tooMuch ||= whole.count > MAX_FILES || whole.size > MAX_UNPACKED
          named.set(path, (named.get(path) ?? 0) + 1)
          return !tooMuch
        },
      })
      if (tooMuch) return [{ name, problem: '压缩包解开后太大，没有装入。请分几次装入。' }]
      const inside = [...named].flatMap(([path, times]): (IncomingFile | Taken)[] => {
        const own = `${name}/${nameOf(path)}`
        const there: (IncomingFile | Taken)[] = Object.hasOwn(inner, path)
          ? [{ name: own, bytes: inner[path] as Uint8Array }]
          : []
        const lost = times - there.length
        return lost > 0 && !isLitter(own) ? [...there, { name: own, problem: LOST }] : there
      })
      return [
        ...unpacked(
          inside.filter((one): one is IncomingFile => 'bytes' in one),
          depth + 1,
          whole,
        ),
        ...inside.filter((one): one is Taken => 'problem' in one),
        ...large,
      ]
    } catch {
      return [{ name, problem: '压缩包打不开，可能不完整或有密码，没有装入。' }]
    }
  })
}

type ReadPdf = (bytes: Uint8Array, name: string) => ReturnType<typeof readFile>

/** A report as it was read, before it is summed or judged. */
export interface ReadReport {
  report: Report
  edition: Edition
  /** Absent where it came as our own file. */
  recognised?: { doubtful: ReadonlySet<Address> }
  /** Its cells, where they were read with it. */
  value?: Values
}

/** What `readReport` says of a PDF file where it was given no reader for it. */
export const NEEDS_PDF_READER = 'PDF 在这里读不出来，没有装入。'

/** Reads one file of any kind that 导入 takes. PDF files have a reader of their own, handed in where there is one. */
export async function readReport(
  { name, bytes }: IncomingFile,
  readPdf?: ReadPdf,
): Promise<ReadReport | { problem: string }> {
  if (!bytes.length) return { problem: '文件是空的，没有装入。请重新拷贝后再试。' }
  if (bytes.length > MAX_FILE_BYTES) return { problem: TOO_LARGE }
  if (/^(\ufeff)?\s*\{(?!\\rtf)/.test(decodeText(bytes.subarray(0, 64)))) {
    const read = readFileText(decodeText(bytes))
    if ('problem' in read) return read
    const edition = editionByKey(read.report.edition)
    return edition ? { ...read, edition } : { problem: '文件采用的格式本程序不认识，没有装入。' }
  }
  const pdf = isPdf(bytes)
  if (pdf && !readPdf) return { problem: NEEDS_PDF_READER }
  const read = await (pdf && readPdf ? readPdf(bytes, name) : readFile(bytes, name))
  return 'problem' in read ? read : reportOfProposal(recognise(read.source, currentEdition))
}

/** A recognised report. What is doubtful in it is no figure until somebody has settled it. */
export function reportOfProposal(proposal: ImportProposal): ReadReport | { problem: string } {
  if (!proposal.figures.length) return { problem: '没有认出年报的表格，没有装入。' }
  const { entered, sourceTotals } = textsOfProposal(proposal, currentEdition)
  const doubtful = new Set([
    ...proposal.figures.filter(({ doubt }) => doubt).map(({ address }) => address),
    ...proposal.unplaced.flatMap(({ address }) => address ?? []),
  ])
  return {
    report: reportOf(entered, sourceTotals, currentEdition),
    edition: currentEdition,
    recognised: { doubtful },
  }
}

/** What is kept of a file that was read. */
export function takenOf(name: string, read: ReadReport | { problem: string }): Taken {
  if ('problem' in read) return { name, problem: read.problem }
  const { report, edition, recognised, value } = read
  return {
    name,
    report: receivedOf(report, edition, name, { ...recognised, recognised: !!recognised, value }),
  }
}

export const take = async (file: IncomingFile, readPdf?: ReadPdf): Promise<Taken> =>
  takenOf(file.name, await readReport(file, readPdf))
