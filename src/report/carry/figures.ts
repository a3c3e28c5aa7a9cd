/** A figure, a year or a date in a text, end exclusive. */
export interface Figure {
  start: number
  end: number
}

const D = '[0-9０-９]'
const HAN = '一二两三四五六七八九十百千零〇'
const N = `(?:${D}+|[${HAN}]+)`
const UNIT =
  '件|宗|份|起|例|条|个|次|项|名|位|人|家|户|期|场|篇|部|类|批|册|张|幅|则|封|本|套|处|所|种|倍|成|番|天|日|月|年|周|轮|万|亿|元|季度|小时|分钟|秒|课时|工作日|方面|栏|桩|支|座|组|台|辆|间|集|辑|页|笔|款|枚|堂|亩|公里|门课|分(?![点别类析布级管工批期散为头外享众局支公步配担解明]|清|之)|米|平方|吨|只|株|趟|遍|句|卷|帖|稿|帧'
/** Behind a number: it counts something, whatever stands before it. */
export const COUNTS = `\\s*[余多]?(?:${UNIT})`
const OPEN = '[“"‘「]'
const CLOSE = '[”"’」]'

/** What keeps its number from year to year: addresses of the net, numbers of documents, phones, house numbers, numbering. */
const FIXED = [
  '(?:https?:\\/\\/|www\\.)[\\w./?=&%#:~-]+',
  '[\\w.+-]+[@＠][\\w.-]+',
  '(?:[\\w-]+\\.)+(?:gov|com|cn|org|net|edu)(?![A-Za-z])[\\w./?=&%#:-]*',
  `[〔\\[［【（(]\\s*${D}{4}\\s*[〕\\]］】）)]\\s*第?\\s*${D}+\\s*号`,
  `[（(]${D}{4}年?(?:修订|修正)[^）)]*[）)]`,
  `第\\s*(?:${N}\\s*[至到—-]\\s*)?${N}\\s*[条款项](?:[、和及至到]?\\s*第?\\s*(?:${N}|[（(]${N}[）)])\\s*[条款项])*`,
  `第\\s*${N}\\s*(?:号|章|节|部分|目)`,
  `[（(]0${D}{2,3}[）)]\\s*${D}{7,8}(?:[-—–－转]${D}{1,6})?`,
  `(?<!${D})0${D}{2,3}\\s*[-—–－―]{0,2}\\s*${D}{7,8}(?:[-—–－转]${D}{1,6})?(?!${D})`,
  `(?<!${D})1[3-9]${D}{9}(?!${D})`,
  `(?<!${D})[48]00[-—–－]?${D}{3,4}[-—–－]?${D}{3,4}(?!${D})`,
  `(?:电话|传真|手机|联系方式)[^。；;\\n0-9０-９]{0,12}(?:${D}{3,4}\\s*[-—–－―]{1,2}\\s*)?${D}{7,8}(?:[-—–－转]${D}{1,6})?(?:[、，,/ ]+${D}{7,8})*(?!${D}|${COUNTS})`,
  `(?:电话|传真)[：:]\\s*${D}{3,8}(?!${D}|${COUNTS})`,
  `(?:邮编|邮政编码)[^。；;\\n0-9０-９]{0,4}${D}{6}`,
  `(?<=[（(])${D}{6}(?=[）)])`,
  `(?<!${D})(?:12${D}{3}|9[56]${D}{3}|1(?:10|14|19|20|22))(?!${D}|${COUNTS})(?=[^。；，,\\n]{0,8}(?:热线|平台|举报|报警|急救))`,
  `(?<!${D})123${D}{2}(?!${D}|[.．,，]${D}|${COUNTS})`,
  `(?<=热线[：:“"（( ]?)${D}{5}(?!${D}|${COUNTS})`,
  // What is so long and counts nothing is a code, if not a date: of a website, of its registration.
  `(?<!${D})(?!(?:19|20)${D}{6}(?!${D}))${D}{8,}(?!${D}|[.．,，]${D}|${COUNTS})(?:号[-—–－]${D}{1,2})?`,
  `${D}+(?:[-—–－]${D}+)?\\s*(?:号|弄|室|楼|层|栋|幢|单元|房间|国道|省道|县道)`,
  `${D}{1,2}[.．]${D}{1,2}(?=\\s*版)`,
  `${D}{1,2}\\s*[×✕*＊]\\s*${D}{1,2}|24(?=\\s*小时(?:不打烊|自助|值[守班]|在线|服务|热线))`,
  `${D}{1,2}\\s*分钟(?=[^，。；\\n]{0,12}圈)`,
  // Hours of a day, from and to.
  `${D}{1,2}[:：]${D}{2}\\s*[-—–－~～至到]+\\s*${D}{1,2}[:：]${D}{2}|(?<=午\\s*)${D}{1,2}[:：]${D}{2}|(?<!${D})${D}{1,2}时(?:${D}{1,2}分)?(?![段期长限])`,
  `[A-Za-z]+[-]?${D}+(?:[.．]${D}+)?(?!${D}|${COUNTS})|${D}+[A-Za-z]+|${D}+[+＋][A-Za-z]+|${D}+万[+＋]|${D}{1,2}·${D}{1,2}`,
  `(?<=^[ \\t\\u3000]*)(?:${D}{1,2}[.．、](?!${D})|[（(]${D}{1,2}[）)]|${D}{1,2}[）)])`,
  `(?<=[。；：:;])(?:[（(]${D}{1,2}[）)]|\\s*${D}{1,2}[.．、](?!\\s*${D}))`,
  `附[件表]\\s*${D}{1,2}(?!${D}|${COUNTS})`,
]

/** Words that hold a numeral and count nothing. */
const SET_WORDS = [
  // What is spelt in quotation marks is called so: “三审三校”, “1+X”.
  `(?<=${OPEN}[^“”"‘’「」，。；\\n]{0,12})[${HAN}]+(?=[^“”"‘’「」，。；\\n]{0,12}${CLOSE})`,
  `(?<=${OPEN}[^“”"‘’「」，。；\\n0-9]{0,2})(?:(?!(?:19|20)${D}{2})${D}+(?!${D}|[.．,，]${D}|[%％‰]|${COUNTS}))(?=[^“”"‘’「」，。；\\n]{0,12}${CLOSE})`,
  `(?<=${OPEN}[^“”"‘’「」，。；\\n0-9]{2,16})${D}{1,3}条(?=${CLOSE})`,
  `[${HAN}]+个(?=${OPEN}(?:${D}+|[${HAN}]+)${CLOSE})`,
  // 一户一策, not 一年一次.
  '一[^，。；、\\s年月日季周天]一[^，。；、\\s]',
  '(?<=[每另同任某])一',
  // Very, not ten points.
  '(?<![得评获扣加减为])十分(?![之钟])',
  '一(?:批|件事|方面|部分|张[网图表卡]|条龙|本[通账]|次[性办]|成不变|年(?:来|以来|间))',
  '(?<=跑|过去|最后)一',
  '(?<=(?:与|同|和|跟|在|相)[^，。；、\\n复诉案]{0,10})一起',
  '两张皮|千家万户|[百千万]亿(?:级|产业|斤|工程|集群)',
  '两个(?:维护|确立|毫不动摇)|三个代表|四个(?:意识|自信|全面|伟大|服从)',
  `第?[${HAN}]+个五年(?:规划|计划)|(?:20|２０|二[〇○零])(?:${D}{2}|[${HAN}]{2})年远景`,
]

/** Many write a space between a number and what follows. */
const S = '[ \\u00a0\\u3000]?'
const DATE = `${D}{1,2}${S}月(?:${S}${D}{1,2}${S}[日号])?`
const PERIOD = `${D}{4}${S}年${S}1${S}月${S}1${S}日(?:起)?${S}(?:至|到|[-—–~～－]+)${S}(?:${D}{4}${S}年${S})?12${S}月${S}31(?!${D})(?:${S}日)?(?:止)?`
/** What says a count without a number: that there were none, or as many as before. */
const COUNTLESS = [
  '(?:[均都也]?(?:未|没有|无))(?:曾|再)?(?:收到|接到|接收|受理|发生|产生|出现|引发|收取)',
  '(?:未|没有|无)(?:被)?(?:提起|申请)?(?:行政复议|行政诉讼|结转|新收)|(?:未|没有)(?:被(?:提起|申请)|因)',
  '[与和同较跟]?(?:上一?年|去年|(?<=年))度?(?:同期)?(?:相比)?(?:基本)?(?:持平|相同|相等|一致)|同比(?:基本)?持平',
]
const FIGURES = [
  ...COUNTLESS,
  PERIOD,
  `${D}{4}${S}年`,
  '[二一][〇○零OＯ0一二三四五六七八九]{3}年',
  DATE,
  `[${HAN}]+分之[${HAN}点]+`,
  `(?:${D}{1,3}(?:[,，]${D}{3})+(?!${D})|${D}+)(?:[.．]${D}+)?(?:[%％‰])?`,
  `(?<=第)[${HAN}]+(?=[期次轮批场讲届]|季度)`,
  // What place an office was given: 位居全省第三, 排名前十.
  `(?<=(?:排名|位居|位列|名列)[^，。；\\n]{0,8}[第前])[${HAN}]+`,
  `(?<=[列居排获][^，。；\\n]{0,8}第)[${HAN}]+(?=[名位])`,
  `(?<![第进唯统逐单之${HAN}])[${HAN}]+(?:点[${HAN}]+)?(?=[余多几来]?(?:${UNIT})|[至到][${HAN}]+[余多]?(?:${UNIT}))`,
  `(?<=[近超上逾约])万(?=[余多]?(?:${UNIT}))|(?<![${HAN}0-9０-９])万(?=[余多](?:${UNIT}))`,
]

/** What is called after a year: a title, or the edition of a list. */
const CALLED = `《[^《》\\n]*》|[（(]${D}{4}年?版[）)]`

const SCAN = new RegExp(`(${[...FIXED, ...SET_WORDS].join('|')})|(${FIGURES.join('|')})|(${CALLED})`, 'gm')
const TITLE_YEAR = new RegExp(`${D}{4}(?:${S}年)?(?!年?修[订正])`, 'g')

const YEAR = new RegExp(`${D}{4}${S}年`, 'g')
const IS_PERIOD = new RegExp(`^(?:${PERIOD})$`)
const PERIODS = new RegExp(PERIOD, 'g')
const spanOf = (from: number, { index, 0: { length } }: RegExpExecArray): Figure => ({
  start: from + index,
  end: from + index + length,
})
/** Whether a place of a text lies in a period from the first to the last day of a year. */
export const isInPeriod = (text: string, start: number): boolean =>
  [...text.matchAll(PERIODS)].some(({ index, 0: words }) => index <= start && start < index + words.length)
const digits = (text: string) => text.normalize('NFKC')

/**
 * Every figure, year and date of a text that may be another one next year, in order: Arabic numerals, Chinese ones before a
 * unit, and words that count without a number (未收到, 与上年持平). Numbers of documents, phones, addresses, numbering, names of laws and set words are left out; of a title
 * between 《》 and of an edition (2022版) only the years about `year` count, for plans and reports are called after them.
 */
export function figuresIn(text: string, year?: number): Figure[] {
  return [...text.matchAll(SCAN)].flatMap((match): Figure[] => {
    const { index, 2: figure, 3: title } = match
    // The first and the last day of a year are the same in every year.
    if (figure !== undefined && IS_PERIOD.test(figure))
      return [...figure.matchAll(YEAR)].map((inner) => spanOf(index, inner))
    if (figure !== undefined) return [{ start: index, end: index + figure.length }]
    if (title === undefined || year === undefined) return []
    return [...title.matchAll(TITLE_YEAR)].flatMap((inner): Figure[] =>
      Math.abs(Number.parseInt(digits(inner[0]), 10) - year) <= 1 ? [spanOf(index, inner)] : [],
    )
  })
}
