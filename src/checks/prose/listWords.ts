/* How reports divide a total: the words of it, as data. */

/** 2件申请公开规划: what is asked for stands behind its number. */
export const ASKS_FOR = '(?:申请|涉及|关于|要求|[询查]问|咨询|反映|索[要取]|查询)'
/** How an application is made. */
export const HANDS_IN = '(?:提[交出]|[递呈]交)'
/** What is published is counted in any of these. */
export const THING = /^(?:[件条篇份个则项期部幅批类张]|条次)$/
/** So many characters may stand between a total and its first part. */
export const FAR = 60
export const DIVIDES =
  /^[件宗份起例条]?(?:,[^,;\d]{1,14})?;其中|^(?:[^,;:()\d]{0,6}(?:申请|信息|文件|公文))?(?:[之当]?中(?:,|有|的|共)*(?!央|心)|里,)|^,在[^,;:\d]{2,10}[之当]?中,|^,[一1]是|^[^;]*(?:其中|:|包括|包含|涵盖|,含(?!有)|(?:分别|依次)[为是]|分[^,;]{1,4}看|具体[为是有]|[,(]即|分为|构成|组成|,由|,除)/
/** 网上提交12件，信函提交10件: ways that a request came, side by side, before or behind all of them. */
export const BY_NET = '官网|网[上站络页]|互联网|线上|在线|平台|公开系统|电子邮|邮[件箱]|微信'
export const BY_MAIL = '信[函件]|[来寄]信|寄件|EMS|书面|纸质|邮[寄政递]|快递|挂号'
const BY_HAND = '当[面场]|来访|现场|窗口|柜[台面]|大厅|上门|面[交递]'
const ANY_WAY = `${BY_NET}|${BY_MAIL}|${BY_HAND}|线下|传真|口头|其[他它](?:方式|渠道|途径|形式)`
export const WAYS = new RegExp(ANY_WAY)
/** 上级交办4件, behind the ways that the others came. */
export const TURNED_OVER = /(?:[交转]办|移[交送]|转[来送交])(?:的|申请)*$/
export const WAY = new RegExp(`(?:^|[,;、:和及])[^,;:、]{0,16}(?:${ANY_WAY})[^,;:、]*$`)
/** 2件为网络申请, 1件来自窗口. */
export const WAY_BEHIND = new RegExp(
  `^均?(?:[为是系由经以用]|通过|来自|采[用取])[^,;:、\\d]{0,8}(?:${ANY_WAY})`,
)
/** What is published or answered in such a place came in no way. */
export const NO_WAY =
  /发布|(?<!依申请)公开(?![\u4e00-\u9fa5]{0,6}申请|平台|系统|专栏|网)|推送|更新|刊[发登载]|回[复应]|答复|办[结毕复]|转办|事项|业务|接待|服务(?!平台|中心|网)|咨询|留言|解读|公众号|抖音/
/** The words of a number say in which way it came. */
export const saysWay = (words: string) => WAYS.test(words) && !NO_WAY.test(words)
/** The same is published in several of them. */
export const MEDIUM = /网站|微信|微博|公众号|抖音|新媒体|头条|平台|客户端|公报|专栏|栏目|渠道/
/** What a clause begins with that says something else than the list before it. */
export const OWN_VERB =
  /^(?:[,、;]|并|还|另|同时|全年|本年度?|年内|累计)*(发布|公开|回应|推送|制作|开展|举办|印发|制发|组织(?!机构)|召开|刊发|编发|办理|答复|回复|整改|报送|审核|参加|完成|更新|新增|废止|代理|审查|维护|新设|调整)/
export const PUBLISHES = /(公开|发布|推送|刊发|编发|更新)/
/** Parts of the year that leave nothing out. */
export const PARTS_OF_YEAR = [
  {
    names: [/上半年|前半年|1月?[至到—~-]6月|截?至6月/, /下半年|后半年|7月?[至到—~-]12月/],
    dealt: /上半?年?[、和]下半年[^,;]*(?:分别|依次)/,
  },
  {
    names: [/前三个?季度|1月?[至到—~-]9月|截?至9月/, /四季度|10月?[至到—~-]12月/],
    dealt: /前三季度[、和]第?四季度[^,;]*(?:分别|依次)/,
  },
  {
    names: [/[一1]季度/, /[二2]季度/, /[三3]季度/, /[四4]季度/],
    dealt: /(?:[四4]个季度|各季度|[一1][至到—~-]第?[四4]季度)[^,;]*(?:分别|依次)/,
  },
]
export const OPEN_END = /^[^,;。]{0,6}等|^[,、]?(?:其余|剩余|余下|剩下)/
/** 其余单位共16件: what is left is the last part of a list, and no sum of it. */
export const LEAVES = /(?:^|[,;、)])(?:其[余他它]|余下|剩余)[^,;]*$/
export const LARGEST = /[最较居]多|为主|居前|前[两二三四五六七八九十][位名]|主要/
export const SAID_COMPLETE =
  /(?:分别|依次)[为是]|[按从以][^,;]{0,6}(?:方式|渠道|途径|主体|身份|性质)[^,;]{0,6}[,:]|(?:方式|渠道|途径)(?:分别)?[为是:]|具体[为是有]|^[^,(]{0,4}[,(]即|构成|组成|分为|[两三四五六]个?部分/
export const BUILT_OF = /^[^,;。]{0,6}(?:构成|组成|[两三四五六]个?部分)/
/** Circles of bodies beside which there is no other. */
export const CIRCLES: RegExp[][] = [
  [
    /[市州]本?级(?!部门)|[市州]直/,
    /县\(市、?区\)|区\(市、?县\)|县\(区\)|各?[县区]市?[县区]|各[县区]|[县区]级/,
  ],
  [/本级|政府办|[县区]政府/, /部门|委办局|[县区]直/, /乡镇|镇街|街镇|街道|各镇|[乡镇]\(/],
]
/** What a document is made for: all that is made is one of these. */
export const PUBLISHED: RegExp[] = [/主动公开/, /依申请公开/, /不予?公开/]
/** Kinds, or such circles. */
export const COMPLEMENTS: RegExp[][] = [
  [/线上|在线|网[络上]/, /线下/],
  [/原创|自采/, /转载|转发/],
  [/县本?级|县直/, /乡镇|镇街|街镇/],
  [BY_NET, BY_MAIL, BY_HAND].map((way) => new RegExp(way)),
  [/上半年/, /下半年/],
  [/一季度/, /四季度/],
  PUBLISHED,
  [/新(?:制[定发]|出台)/, /修[改订正]/],
  [/主动公开/, /不予?公开/],
  [/自然人|公民/, /法人/],
  ...CIRCLES,
]
/** 被县级采用35篇、市级采用9篇: what some of them took over leaves others. */
export const ADOPTED = /采[用纳]|刊[用发登载]|录用|转[发载]|推介|表彰|获评/
/** 新收3件，均予以公开: a row that is told without a number. */
export const ALL_OF_THEM = /,[已经]?(?:均|都|全部|一律)[^,;\d]*(?:公开|提供|不予|办[结复]|答复)/
/** The organ itself and all that belongs to it. */
export const OWN_AND_OTHERS: RegExp[] = [
  /本级|机关|本[办局委厅部]|[局厅委]本部/,
  /下属|所属|直属|区县|[县市]区|各|其[他它]|科室|基层/,
]
export const OWN_AND_ALL: RegExp[] = [
  /本级|机关|[局厅委]本部/,
  /(?:^|[,;、和及(])(?:其中)?(?:各|其[他它]|下属|所属|直属)/,
]
/** Without a number: 部分申请通过多种渠道提交. */
export const OVERLAP =
  /重复|重合|重叠|交叉|同时(?:通过|采用|采取|使用|以)|[两二多]种(?:以上)?(?:方式|渠道|途径)|多渠道|同步|[两二多][个类项种](?:以上)?(?:事项|内容|领域|类别|问题|方面)|(?:涉及|申请|包含)[两二多][个类项种]/

/** ……，共发布65条: what is published is added up. */
export const SUMS_UP =
  /^,(?:一?共|[合总]计)(?:主动)?(?:公开|发布|更新|推送|公示|刊[发登载]|编发)(?:各类|政府)*(?:信息|内容)?$/
/** Parts that make less of their total are some of them. */
export const MOST_OF = 0.6
/** A government and the office that writes for it: who was asked, or answered. */
export const OFFICES: RegExp[] = [/政府(?!办|部门|信息|网)/, /政府办(?:公[室厅])?|本办|办公[室厅]/]

/** 这7件: what was told before. */
export const POINTS_BACK = /(?:这|该|此|上述|以上)$/
/** 约三分之一, 近四成, 过半, 占38.5%. */
export const SHARE_IN_WORDS = /分之|[一二两三四五六七八九]成|[一过大]半|半数|多数|占[^,;]{0,8}\d%/
/** What a part says that the one before it does not: 采纳28条，未采纳7条; what was answered, and what was not. */
export const OPPOSED: RegExp[][] = [
  [
    /(?<!延期|延长)办[结理]|答复|回复|处理/,
    /[正尚仍还]在|在办|[办处]理之?中|(?:结转|转入|转至|延至)(?:下|次|来)/,
  ],
  [/工作日[之以]?内|按[期时]|期限内/, /延期|延长|[超逾]期/],
  [/有效/, /无效/],
  [/现场/, /非现场/],
]
/** What is the organ's business, and what is not. */
export const BELONGS = /^[^不非]*(?:属|归)[^,;、不非\d]*(?:职[能责权]|管辖|受理范围)/
export const BELONGS_NOT = /[不非][属归]|非[^,;\d]{0,6}(?:职[能责权]|管辖)/
/** What is done with some of them on the way: none of the kinds that they are divided into. */
export const STEP = /延期|延长|补正|征求|会商|听取|公证|加急/
export const IN_TIME = /工作日|期限内|按[期时]|时限内/
export const NEGATED = /[未不非没](?:予以?|能|有|被)?([\u4e00-\u9fa5]{2})/
/** Others than those, or those of another time, may be told of. */
export const NOT_ALL = /[上去]年|年初|此前|累计|历年|以来|其余|另有|另外|除/
/** Behind what a part is called: 复议案件13件. */
export const NAME_END =
  /(?:案件|信息|申请|事项|类|决定|结果|方面|部分|的|共|总|计|合计|有|为|是|数|分别|发布|公开|办理|收到|答复|推送|完成)+$/

/** 三类合计61件: so many of the kinds that stand before it. */
export const KINDS_TOGETHER =
  /(?:^|[,;])(?:[上前]述|以上|这)?[两三四五六七八九十\d]+[类项种](?:申请|事项|信息|内容)?(?:合计|共计?|总计)[^,;]{0,3}$/
