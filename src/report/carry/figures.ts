/** A figure, a year or a date in a text, end exclusive. */
export interface Figure {
  start: number
  end: number
}

const D = '[0-9０-９]'
const HAN = '一二两三四五六七八九十百千零〇'
const UNIT =
  '件|宗|份|起|例|条|个|次|项|名|位|人|家|户|期|场|篇|部|类|批|册|张|幅|则|封|本|套|处|所|种|倍|成|天|日|月|年|周|轮|万|亿|元|季度|小时|工作日|方面|栏|桩|支|座'

/** What keeps its number from year to year: addresses of the net, numbers of documents, phones, house numbers, numbering. */
const FIXED = [
  '(?:https?:\\/\\/|www\\.)[\\w./?=&%#:~-]+',
  '[\\w.+-]+@[\\w.-]+',
  '(?:[\\w-]+\\.)+(?:gov|com|cn|org|net|edu)(?![A-Za-z])[\\w./?=&%#:-]*',
  `[〔\\[［【（(]\\s*${D}{4}\\s*[〕\\]］】）)]\\s*第?\\s*${D}+\\s*号`,
  `[（(]${D}{4}年?(?:修订|修正|版)[^）)]*[）)]`,
  `第\\s*(?:${D}+|[${HAN}]+)\\s*(?:号|条|款|项|章|节|届|部分|目)`,
  `[（(]0${D}{2,3}[）)]\\s*${D}{7,8}(?:[-—–－转]${D}{1,6})?`,
  `(?<!${D})0${D}{2,3}\\s*[-—–－―]?\\s*${D}{7,8}(?:[-—–－转]${D}{1,6})?(?!${D})`,
  `(?<!${D})1[3-9]${D}{9}(?!${D})`,
  `(?<!${D})[48]00[-—–－]?${D}{3,4}[-—–－]?${D}{3,4}(?!${D})`,
  `(?:电话|传真|手机|联系方式)[^。；;\\n0-9０-９]{0,12}(?:${D}{3,4}\\s*[-—–－]\\s*)?${D}{7,8}(?:[-—–－转]${D}{1,6})?(?:[、，,/ ]+${D}{7,8})*(?!${D})`,
  `(?:电话|传真)[：:]\\s*${D}{3,8}(?!${D})`,
  `(?:邮编|邮政编码)[^。；;\\n0-9０-９]{0,4}${D}{6}`,
  `(?<!${D})12${D}{3}(?=[^。；，,\\n]{0,8}(?:热线|平台|举报))`,
  `(?<=热线[：:“"（( ]?)${D}{5}(?!${D})`,
  `${D}+(?:[-—–－]${D}+)?\\s*(?:号|弄|室|楼|层|栋|幢|单元)`,
  `[A-Za-z]+[-]?${D}+|${D}+[A-Za-z]+`,
  `(?<=^[ \\t\\u3000]*)(?:${D}{1,2}[.．、](?!${D})|[（(]${D}{1,2}[）)])`,
  `(?<=[。；：:;])[（(]${D}{1,2}[）)]`,
]

const DATE = `${D}{1,2}月(?:${D}{1,2}[日号])?`
const FIGURES = [
  `${D}{4}年1月1日(?:起)?(?:至|到|[-—–~～－]+)(?:${D}{4}年)?(?:12月31日)(?:止)?`,
  `${D}{4}年(?:${DATE})?`,
  '[二一][〇○零OＯ0一二三四五六七八九]{3}年',
  DATE,
  `百分之[${HAN}点]+`,
  `(?:${D}{1,3}(?:[,，]${D}{3})+(?!${D})|${D}+)(?:[.．]${D}+)?(?:[%％‰])?`,
  `(?<![第进唯统逐${HAN}])(?!一(?:批|件事))[${HAN}]+(?=[余多几]?(?:${UNIT}))`,
]

const SCAN = new RegExp(`(${FIXED.join('|')})|(${FIGURES.join('|')})|(《[^《》\\n]*》)`, 'gm')
const TITLE_YEAR = new RegExp(`${D}{4}年?`, 'g')

const digits = (text: string) => text.normalize('NFKC')

/**
 * Every figure, year and date of a text that may be another one next year, in order: Arabic numerals, and Chinese ones
 * before a unit. Numbers of documents, phones, addresses, numbering and names of laws are left out; of a title between 《》
 * only the years about `year` count, for plans and reports are called after them.
 */
export function figuresIn(text: string, year?: number): Figure[] {
  return [...text.matchAll(SCAN)].flatMap((match): Figure[] => {
    const { index, 2: figure, 3: title } = match
    if (figure !== undefined) return [{ start: index, end: index + figure.length }]
    if (title === undefined || year === undefined) return []
    return [...title.matchAll(TITLE_YEAR)].flatMap((inner): Figure[] =>
      Math.abs(Number.parseInt(digits(inner[0]), 10) - year) <= 1
        ? [{ start: index + inner.index, end: index + inner.index + inner[0].length }]
        : [],
    )
  })
}
