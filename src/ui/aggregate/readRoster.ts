import { type Roster, rosterOf, rosterOfText } from '../../aggregate/roster'
import { isPdf, kindOf } from '../../import/files/kind'
import { readFile } from '../../import/files/read'
import { decodeText } from '../../report/decode'
import { MAX_FILE_BYTES } from '../../report/schema'

/** 单位名单 in a file: CSV or text, a sheet, or a table of a Word file or web page. */
export async function readRoster(name: string, bytes: Uint8Array): Promise<Roster> {
  const none = (problem: string): Roster => ({ units: [], problems: [problem] })
  if (bytes.length > MAX_FILE_BYTES) return none('文件超过 10 MB，没有读取。')
  if (isPdf(bytes)) return none('PDF 不能作名单。请用 Excel 或 CSV 文件，或复制后粘贴。')
  if (kindOf(bytes) === 'text' && !/\.html?$/i.test(name)) return rosterOfText(decodeText(bytes))
  const read = await readFile(bytes, name)
  if ('problem' in read) return none(read.problem)
  return rosterOf(
    read.source.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
    ),
  )
}
