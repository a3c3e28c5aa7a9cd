/**
 * The statutory form as data. One `Edition` describes one official form: its sections, tables, labels, sums,
 * guidance and the fields of 基本信息. Everything else (form, totals, checks, paper, files) loops over it.
 */

/**
 * The one name of a value: element id, form field, JSON path and target of findings.
 * A cell is `tables.<table>.<row path>.<column path>`, e.g. `tables.requests.received.naturalPerson`.
 */
export type Address = string

/** 件 are whole numbers; 万元 carry at most four decimals (0.0001 万元 = 1 元). */
export type Unit = '件' | '万元'

export interface LeafColumn {
  /** Last part(s) of a cell's address; words, never numbers. */
  path: string
  label: string
  /** Wordings seen in published reports, for recognition. */
  variants?: string[]
  hint?: string
  unit?: Unit
  /** Paths of the columns that this one adds up. A column with `sum` is computed. */
  sum?: string[]
  /** Holds a change, which may carry its sign. */
  signed?: true
}
/** A merged head over its columns: print only, no address. */
export interface ColumnGroup {
  label: string
  columns: Column[]
}
export type Column = LeafColumn | ColumnGroup

export interface LeafRow {
  /** Middle part of a cell's address; empty where the table has a single row (table 4). */
  path: string
  /** Official label with its numbering, word for word. */
  label: string
  /** The label as it is spoken of in messages, where it is not the official one without its numbering. */
  shortLabel?: string
  variants?: string[]
  /** 填报口径: what counts, in a sentence or two. */
  hint?: string
  /** Legal source of the row. */
  statute?: string
  /** Paths of the rows that this one adds up. A row with `sum` is computed. */
  sum?: string[]
}
/** A merged stub over its rows: print only, no address. */
export interface RowGroup {
  label: string
  variants?: string[]
  rows: Row[]
}
export type Row = LeafRow | RowGroup

export interface Block {
  /** A line over the whole width, e.g. 第二十条第（一）项. */
  caption?: string
  captionVariants?: string[]
  /** Head of the row labels; spans all head rows. */
  corner?: string
  columns: Column[]
  rows: Row[]
}

/** 勾稽关系: the rows on the left add up to the rows on the right, in every column. */
export interface Identity {
  /** Id of the rule that reports a failure. */
  rule: string
  left: string[]
  right: string[]
  /** How the form words it, each side on its own. */
  leftWords: string
  rightWords: string
}

export interface TableSpec {
  key: string
  /** 表二, 表三, 表四: tables are called after their sections. */
  name: string
  blocks: Block[]
  identities?: Identity[]
}

export interface TextSpec {
  address: Address
  /** Printed sub-heading, e.g. （一）主动公开情况; absent where the text follows the section heading directly. */
  heading?: string
  /** What the field is called on screen and in messages. */
  label: string
  variants?: string[]
  hint: string
  /** Printed before the first section instead of inside its own, unless the field of `place` says `within`. */
  beforeSections?: boolean
  /** Most reports do without it: it is in the file and on its page only where something is written. */
  optional?: boolean
  /** The optional field that says where a text with `beforeSections` stands. */
  place?: Address
  /** A text that can be started from 基本信息; `{address}` stands for the value there, a part in [] is dropped when a value in it is missing. */
  starter?: string
}

export interface Section {
  /** Also the last part of its route, `#/report/<id>/<key>`. */
  key: string
  numeral: string
  /** Printed heading without its numeral. */
  heading: string
  variants?: string[]
  texts?: TextSpec[]
  table?: TableSpec
}

export interface FieldOption {
  value: string
  label: string
}
/** A field of 基本信息, or one of the edition's optional fields. */
export interface FieldSpec {
  address: Address
  label: string
  control: 'text' | 'year' | 'date' | 'select'
  required?: boolean
  hint?: string
  options?: FieldOption[]
  /** Value of a new report. A default never marks a field as edited. */
  initial?: string
  /** Carried into the report of the following year. */
  lasting?: boolean
  /** What a file says, or leaves out, while the field is blank: a key that came later, so that older files keep their content. */
  default?: string
  /** Last part of the route of the page that asks for it, where that is not 基本信息. */
  page?: string
}

/** 落款: the fields whose texts are printed last, flush right, where one of them is not blank. */
export interface SignOffSpec {
  /** A sentence before it, 特此报告。 */
  phrase: Address
  organ: Address
  date: Address
}

/** 更正说明: why a published report was changed, at whose request and when. */
export interface CorrectionSpec {
  reason: Address
  requestedBy: Address
  date: Address
}

/** What a site asks for beside the text of a page: 索引号, 发布机构, 发文日期. */
export interface WebPageSpec {
  index: Address
  publisher: Address
  date: Address
}

/** What the kind of organ decides. */
export interface OrganKind extends FieldOption {
  /** Names that organs of this kind bear, without white space. A name that fits several kinds is asked for. */
  named?: RegExp
  /** May make 规章 (立法法第九十一条、第九十三条). */
  regulations: boolean
  /** Must report 考核、社会评议、责任追究 (条例第五十条第一款第四项). */
  assessmentRequired: boolean
  /** Statutory date in the following year as MM-DD (条例第四十九条); null where local notices set it. */
  deadline: string | null
  deadlineNote?: string
}

export interface Edition {
  key: string
  /** The document that prescribes the form. */
  document: string
  /** Reporting years it applies to, inclusive. */
  years: { from: number; to?: number }
  /** Printed title; `{organ}` and `{year}` are replaced. */
  title: string
  /** 基本信息, in the order on screen. */
  fields: FieldSpec[]
  /** Fields that a report may do without. They are asked for elsewhere than in 基本信息. */
  optionalFields?: FieldSpec[]
  organKinds: OrganKind[]
  sections: Section[]
  /** Words that the headings of sections are made of: a line may end before each. */
  headingWords?: string[]
  signOff?: SignOffSpec
  correction?: CorrectionSpec
  webPage?: WebPageSpec
  /** Pairs offered when the following year is started: this year's row becomes next year's (结转下年 → 上年结转). */
  carriesForward?: { table: string; from: string; to: string }[]
}
