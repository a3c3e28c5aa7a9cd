import { columnsUnder, leavesOf } from '../format/cells'
import type { ColumnGroup, Edition, LeafColumn } from '../format/types'
import { bare, plainText } from './tables/labels'
import { columnsOf, targetsOf } from './tables/occurrences'
import type { Mine } from './tables/qualifiers'

/** A caption is no longer than this; longer lines are sentences. */
const MAX_CAPTION = 30
const MIN_PIECE = 3
/** A sentence about the table itself, not about what was done in the year. */
const OF_TABLE = /[本此该上下前后]表|以[上下](?:数|为|系|是|均)|[上下][述列](?:数|表)/
/** 填报单位：…, 表号：…, 审核人：…: what forms print around a table. */
const FIELD =
  /^[（(]?(?:填报|填表|报送|报出|制表|编制|公开|发布|审核|审批|负责|联系|经办|统计|数据|单位|部门|日期|时间|电话|表号|编号|制定|批准|备案|有效期|年份?度?|计量|金额)[^：:]{0,8}[：:]/
const TRAILING_NUMBER = /[-—–\d（()）.．、/]+/g
/** What captions say besides the names of the form, the longer words first. */
const PLAIN = new RegExp(
  [
    '政府信息公开|依申请公开|主动公开|政务公开|政府信息|信息公开|年度报告|年报|处理决定|规范性|行政',
    '申请|收到|受理|处理|办理|答复|提出|复议|诉讼|应诉|案件|文件|规章|制发|废止|现行|有效|许可|处罚|强制|收费|结转|新收|法人|其他|组织|结果|总计|合计',
    '统计|类别|情况|情形|数据|数字|数量|明细|一览|汇总表?|总表|分表|报表|表格?|图|附件|项目|内容|序号|编号|表号|说明|备注|勾稽关系|报告|形式|部分',
    '[本我](?:机关|单位|部门|地区|系统|级|[省市州县区旗盟局委办厅院所站镇乡街道]+)|[本此该]表|[上下][表述列]|各[行列项]|如下|所[示列]|依次',
    '[全本]年度?|当年|今年|20\\d\\d年?度?|12月31日|1月1日|年度|截至|截止|起止|期间|期限|时间|年|月|日',
    '未发生|未收到|没有|列出|详见|详情|具体|参见|有关|相关|包括|其中|开展|工作|公布|填报|空白|保留|小数|人民币|计量|单位|[万千百]?元|及其',
    '[件条次个项宗数附见从自到至起填制为是的和与及或在由中均并因被无未该可以按请已了续前后页共第位注一二三四五六七八九十]',
  ].join('|'),
  'gu',
)
/** What a report of a government may say of all its organs. */
const OF_GOVERNMENT =
  /全[省市州县区旗盟镇乡]|各级|各地|各部门|部门|行政机关|政府系统|系统|街道|乡镇|镇街|本级|全辖|辖区/g

const known = new WeakMap<Edition, string>()
/** All that the form itself prints in and above its tables. */
function wordsOf(edition: Edition): string {
  const words =
    known.get(edition) ??
    edition.sections
      .flatMap(({ table, heading, variants = [] }) => [
        heading,
        ...variants,
        table?.name ?? '',
        ...(table?.blocks ?? []).flatMap((block) => [
          block.caption ?? '',
          ...(block.captionVariants ?? []),
          block.corner ?? '',
          ...columnsOf(block).flatMap(({ label, variants: other = [] }) => [label, ...other]),
          ...leavesOf<LeafColumn, ColumnGroup>(block.columns, columnsUnder).flatMap(({ labels }) => labels),
        ]),
        ...(table ? targetsOf(table).flatMap(({ label, spellings }) => [label, ...spellings]) : []),
      ])
      .map((word) => bare(word).replace(/[()]/g, ''))
      .join('|')
  known.set(edition, words)
  return words
}

/** The longest piece of the words that a text has at a place. */
function pieceAt(text: string, at: number, words: string): number {
  let end = at + MIN_PIECE
  if (!words.includes(text.slice(at, end)) || end > text.length) return 0
  while (end < text.length && words.includes(text.slice(at, end + 1))) end++
  return end - at
}

/** A piece of a name, or the end of one and the beginning of the next: 织法律. */
const isBroken = (piece: string, words: string): boolean =>
  words.includes(piece) ||
  [...piece].some(
    (_, at) =>
      at > 0 &&
      piece.length > 2 &&
      words.includes(`${piece.slice(0, at)}|`) &&
      words.includes(`|${piece.slice(at)}`),
  )

/**
 * Whether a line above a table says something that neither the form nor its own report says there: it may be another table
 * then (作废, 历史数据, 全区汇总).
 */
export function isStrange(text: string, edition: Edition, { year, organ = '' }: Mine): boolean {
  const trimmed = text.trim()
  const isSentence = trimmed.length > MAX_CAPTION || /[。；]\s*$/.test(trimmed)
  if (FIELD.test(trimmed) || (isSentence && !OF_TABLE.test(trimmed))) return false
  const words = wordsOf(edition)
  // A head whose names are broken stands in pieces, some of them on a line.
  const pieces = trimmed.split(/\s+/).map((piece) => bare(piece).replace(/[()]/g, ''))
  const plain = pieces.filter((piece) => !isBroken(piece, words)).join('|')
  let rest = ''
  for (let at = 0; at < plain.length; ) {
    const length = pieceAt(plain, at, words) || pieceAt(plain, at, bare(organ))
    if (length) rest += '|'
    else rest += plain[at]
    at += length || 1
  }
  const isGovernment = /政府(?:办公[厅室])?$|管委会|管理委员会$/.test(organ)
  const left = plainText(rest)
    .replace(isGovernment ? OF_GOVERNMENT : '', '|')
    .replace(year ? new RegExp(`${year}年?度?`, 'g') : '', '|')
    .replace(PLAIN, '|')
    .replace(TRAILING_NUMBER, '')
  return /\p{Script=Han}.*\p{Script=Han}/u.test(left)
}
