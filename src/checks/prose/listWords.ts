/* How reports divide a total: the words of it, as data. */

/** What is published is counted in any of these. */
export const THING = /^(?:[件条篇份个则项期部幅批类张]|条次)$/
/** So many characters may stand between a total and its first part. */
export const FAR = 60
export const DIVIDES =
  /^[^;]*(?:其中|:|包括|包含|,含(?!有)|分别[为是]|具体[为是有]|[,(]即|分为|构成|组成|,由)/
/** 网上提交12件，信函提交10件: ways that a request came, side by side, before or behind all of them. */
export const WAYS = /网[上站络]|线[上下]|互联网|在线|信函|邮[寄件政]|当面|现场|窗口|传真/
export const WAY =
  /(?:^|[,;、:和及])(?:(?:其中|包[括含]|具体[为是有]|分别[为是])[,:]?)?(?:(?:主要)?(?:申请|提交|提出|受理)?(?:方式|渠道|途径|路径)(?:分别)?[为是有])?(?:有)?(?:通过|经由?|以|采用)?(?:政府|门户|官方|快递|特快)*(?:网[上站络]|线[上下]|互联网|在线|信函|信件|来信|书面|邮[寄件政]|电子邮|当面|现场|窗口|传真|平台|微信|其[他它](?:方式|渠道|途径|形式))[^,;:、]*$/
/** 2件为网络申请. */
export const WAY_BEHIND =
  /^(?:均)?(?:[为是系由]|通过)[^,;:、\d]{0,4}(?:网[上站络]|线[上下]|互联网|在线|信函|信件|书面|邮|当面|现场|窗口|传真)/
/** Parts of the year that leave nothing out. */
export const PARTS_OF_YEAR = [
  {
    names: [/上半年|前半年|1月?[至到—~-]6月/, /下半年|后半年|7月?[至到—~-]12月/],
    dealt: /上半?年?[、和]下半年[^,;]*(?:分别|依次)/,
  },
  {
    names: [/前三个?季度|1月?[至到—~-]9月/, /四季度|10月?[至到—~-]12月/],
    dealt: /前三季度[、和]第?四季度[^,;]*(?:分别|依次)/,
  },
  {
    names: [/[一1]季度/, /[二2]季度/, /[三3]季度/, /[四4]季度/],
    dealt: /(?:[四4]个季度|各季度|[一1][至到—~-]第?[四4]季度)[^,;]*(?:分别|依次)/,
  },
]
export const OPEN_END = /^[^,;。]{0,6}等|^,?(?:其余|剩余)/
export const LARGEST = /[最较]多|居前|前[两二三四五六七八九十][位名]|主要/
export const SAID_COMPLETE = /分别[为是]|具体[为是有]|^[^,(]{0,4}[,(]即|构成|组成|分为|[两三四五六]个?部分/
export const BUILT_OF = /^[^,;。]{0,6}(?:构成|组成|[两三四五六]个?部分)/
/** Circles of bodies beside which there is no other. */
export const CIRCLES: RegExp[][] = [
  [/[市州]本?级|[市州]直/, /县\(市、?区\)|区\(市、?县\)|县\(区\)|各?[县区]市?[县区]|各[县区]|[县区]级/],
  [/本级|政府办|[县区]政府/, /部门|委办局|[县区]直/, /乡镇|镇街|街镇|街道|各镇|[乡镇]\(/],
]
/** Kinds, or such circles. */
export const COMPLEMENTS: RegExp[][] = [
  [/线上/, /线下/],
  [/原创|自采/, /转载|转发/],
  [/县本?级|县直/, /乡镇|镇街|街镇/],
  [/上半年/, /下半年/],
  [/一季度/, /四季度/],
  [/主动公开/, /不予?公开/],
  [/自然人|公民/, /法人/],
  ...CIRCLES,
]
/** The organ itself and all that belongs to it. */
export const OWN_AND_OTHERS: RegExp[] = [
  /本级|机关|本[办局委厅部]|[局厅委]本部/,
  /下属|所属|直属|区县|[县市]区|各|其[他它]|科室|基层/,
]
/** Without a number: 部分申请通过多种渠道提交. */
export const OVERLAP =
  /重复|重合|重叠|交叉|同时(?:通过|采用|采取|使用|以)|[两二多]种(?:以上)?(?:方式|渠道|途径)|多渠道|同步|[两二多][个类项种](?:以上)?(?:事项|内容|领域|类别|问题|方面)|涉及[两二多][个类项种]/
