import type { SourceDocument } from '../source'

/** A source, or the one sentence that says why there is none and what to do instead. */
export type ReadSource = { source: SourceDocument } | { problem: string }

/** In bytes of UTF-8, as files are measured. */
export const MAX_TEXT = 10 * 1024 * 1024
export const TOO_LONG = '内容超过 10 MB 文字，没有读取。一份年报只有几万字，请确认选对了文件。'
export const UNREADABLE =
  '文件不完整或已损坏，读不出来。请重新下载或拷贝后再试；也可以打开原文，复制全文粘贴到这里。'
export const LOCKED = '文件设了密码，读不出来。请打开文件去掉密码另存一份，或复制全文粘贴到这里。'
export const SCAN =
  '这份 PDF 是扫描件或图片，里面没有文字可读。请找电子版（Word、网页），或用文字识别软件转成文字后粘贴。'
export const LOST =
  '这份 PDF 的许多字看得见、读不出来（文件里没有它们的编码）。请找 Word 或网页版，或用文字识别软件转成文字后粘贴。'
export const OLD_WORD =
  '这是旧版 Word/WPS 文件（.doc、.wps），读不出来。请用 Word 或 WPS 打开，另存为 .docx 后再导入，或复制全文粘贴到这里。'
export const RICH_TEXT =
  '这是 RTF 文件，读不出来。请用 Word 或 WPS 打开，另存为 .docx 后再导入，或复制全文粘贴到这里。'
export const OLD_EXCEL =
  '这是旧版表格文件（.xls、.et），读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入，或复制表格粘贴到这里。'
export const PICTURE =
  '这是图片，里面没有文字可读。请找电子版（Word、网页），或用文字识别软件转成文字后粘贴。'
export const OTHER = '这种文件读不出来。请另存为 .docx、.xlsx、.pdf 或网页后再导入，或复制全文粘贴到这里。'
