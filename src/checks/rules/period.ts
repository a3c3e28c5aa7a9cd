export const OVERVIEW = 'overview'

const FROM = '(?:起算?|零时|0时|起?始|开始|算起|起计)?'
/** 2021年1月1日至2021年12月31日; 2021年（1月1日至12月31日）; 始于2021年1月1日，止于12月31日; 起止为2021年1月1日和12月31日. */
export const WHOLE_YEAR = new RegExp(
  `(20\\d\\d)年度?\\(?1月1日${FROM},?(?:止于|至|到|和|与|—|–|-|~|～)+(?:(20\\d\\d)年|当年|同年)?12月31日?`,
)

/** The same, with what names it a period of statistics before it. */
export const PERIOD = new RegExp(
  `(?:统计|期限|时限|期间|报告期|数据|起止|时段|时间范围|报告反映|,时间自)[^。\\n]{0,24}?${WHOLE_YEAR.source}`,
)
