export const OVERVIEW = 'overview'

/** 2021年1月1日至2021年12月31日, with what names it a period of statistics before it. */
export const PERIOD =
  /(?:统计|期限|时限|期间|报告期|数据)[^。\n]{0,24}?(20\d\d)年1月1日(?:起|零时|0时)?,?(?:至|到|—|–|-|~|～)+(?:(20\d\d)年|当年|同年)?12月31日?/
