/** Words that say what a number counts. Each is looked for in the stretch before the number, some also right behind it. */
export interface Word {
  keys: string[]
  before: RegExp
  /** Right behind number and unit: 12件予以公开. */
  after?: RegExp
}

/** Not what was done this year but how well, how fast, by which rules. */
const NOT_DONE =
  '(?!费|结果|流程|程序|情况|工作|时限|期限|时间|质量|规范|效率|机制|环节|过程|规程|制度|人员|部门|单位|系统|平台|要求|水平|能力|指南|办法|意见|标准|模式|模板|文书|口径|率|内容|格式|方式|行为|不当|书|用时|时长)'

export interface Vocabulary {
  carriedForward: Word
  carriedOver: Word
  /** Rows of 办理结果, the particular before the general. */
  outcomes: Word[]
  applicants: Word[]
  totals: Word[]
}

function build(year: number | undefined): Vocabulary {
  const last = year === undefined ? '' : `|${year - 1}年度?`
  const next = year === undefined ? '' : `|${year + 1}年度?`
  const lastYear = `(?:上一?年度?|去年|往年|以前年度${last})`
  const nextYear = `(?:[下次来翌]一?(?:个)?年度?${next})`
  const carry = '(?:结转|转结|转入|转接|遗留|顺延|延续|延至|转至|转)'
  return {
    carriedForward: {
      keys: ['carriedForward'],
      before: new RegExp(
        `${carry}(?:至|到|入)?${nextYear}|${nextYear}(?:继续)?(?:办理|处理|答复)|(?:正在|尚在|仍在)(?:办理|处理)|(?:办理|处理)中|(?:尚未|暂未|未)(?:办结|答复|办理完)|继续办理`,
      ),
      after: new RegExp(
        `^(?:政府信息公开)?(?:申请)?(?:件|事项)?[^,;。:()\\d]{0,8}?(?:${carry}(?:至|到|入)?${nextYear}|(?:正在|尚在|仍在)(?:办理|处理)|(?:尚未|未)办结)`,
      ),
    },
    carriedOver: {
      keys: ['carriedOver'],
      before: new RegExp(
        `${lastYear}(?:度)?[^,;。\\d]{0,8}?(?:${carry}|未办结|留存)|${carry}(?:自|于)?${lastYear}`,
      ),
      after: new RegExp(
        `^(?:申请)?(?:是|为|系|属于?)?(?:由)?${lastYear}(?:度)?[^,;。\\d]{0,6}?(?:${carry}|未办结)`,
      ),
    },
    outcomes: [
      outcome(['grantedOrPartially'], '(?<!不)(?:予以|同意)公开(?:及|和|或|、)(?:予以|同意)?部分公开'),
      outcome(['granted'], '(?<!不)(?:予以|同意|全部|准予)公开(?!率|和|及|或)'),
      outcome(['partiallyGranted'], '部分公开'),
      outcome(['stateSecret'], '国家秘密'),
      outcome(['prohibitedByLaw'], '法规禁止公开'),
      outcome(['endangersSecurityOrStability'], '三安全一稳定'),
      outcome(['thirdPartyRights'], '第三方(?:的)?(?:合法)?权益'),
      outcome(['internalAffairs'], '内部事务'),
      outcome(['deliberativeProcess'], '过程性'),
      outcome(['enforcementFile'], '执法案卷'),
      outcome(['administrativeQuery'], '行政查询'),
      outcome(['notHeld'], '不掌握'),
      outcome(['notHeldPart'], '信息不存在|不属于?本机关|非本机关'),
      outcome(['requiresCreation'], '没有现成|需要?另行制作|需要?加工'),
      outcome(['stillUnclear'], '补正后[^,;。\\d]{0,10}不明确'),
      outcome(['petitionOrComplaint'], '(?:信访|举报|投诉)(?:、?(?:信访|举报|投诉))*类'),
      outcome(['repeated'], '重复申请'),
      outcome(['publicationRequested'], '公开出版物'),
      outcome(['excessiveRepeated'], '大量反复'),
      outcome(['confirmationRequested'], '重新出具'),
      outcome(['correctionOverdue'], '逾期[^,;。\\d]{0,4}补正'),
      outcome(['feeOverdue'], '逾期[^,;。\\d]{0,12}(?:缴费|缴纳|交费)'),
      outcome(['denied'], '不(?:予|同意)公开'),
      outcome(['unavailable'], '无法提供'),
      outcome(['notProcessed'], '不予处理'),
      outcome(['other'], '其他(?:方式)?处理'),
    ],
    applicants: [
      applicant(['organizations'], '法人(?:或|和|及|、|与)(?:者)?其[他它]组织|法人或组织'),
      applicant(['naturalPerson'], '自然人|公民(?!、|和|及|或)|个人'),
      applicant(['commercialEnterprise'], '商业企业|企业'),
      applicant(['researchInstitution'], '科研机构'),
      applicant(['publicWelfareOrganization'], '公益组织'),
      applicant(['legalServiceInstitution'], '法律服务机构'),
      applicant(['otherOrganization'], '(?<!法人[或和及、与])其[他它]组织'),
    ],
    totals: [
      {
        keys: ['received', 'base'],
        before: new RegExp(`(?<!新)(?:受理|登记(?!备案))(?!量|数)${NOT_DONE}|受理(?:总)?[数量]|登记[数量]`),
      },
      {
        keys: ['received'],
        before: /新收|新受理|新增|收件|收到|收取到|接收|接到|收悉|申请量/,
        after: /^[^,;。:()\d]{0,6}(?:是|为|系|属)?(?:本年|今年|当年)?新收/,
      },
      {
        keys: ['base'],
        before: new RegExp(
          `(?:收办|承办|(?<!继续|不予|不再|其他|其他方式|其他机关|正在|尚在|仍在|未|作)(?:办理|处理)|经办|应办)${NOT_DONE}`,
        ),
      },
      {
        keys: ['outcomeTotal'],
        before: new RegExp(
          `(?<!未|待|应|再次|延期|逾期|超期|提前|当场|书面|口头|延长)(?:答复|办结|办复|回复|办毕)(?:件|总)?(?:数量?)?${NOT_DONE}|(?:办理|处理)结果|[(]七[)]总计`,
        ),
        after:
          /^(?![^,;。]*(?:延长|延期|征求|补正|未|不予答复))(?:申请)?[^,;。:()\d]{0,14}(?:答复|办结)(?!不|率|期限|意见|书)/,
      },
    ],
  }
}

/** The words of an outcome, before the number with little between, or right behind it. */
function outcome(keys: string[], words: string): Word {
  return {
    keys,
    before: new RegExp(`(?:${words})[^,;。:()、\\d]{0,14}$`),
    after: new RegExp(`^[^,;。:()、\\d]{0,12}?(?:${words})`),
  }
}
function applicant(keys: string[], words: string): Word {
  return {
    keys,
    before: new RegExp(`(?:${words})[^,;。:()、\\d]{0,16}$`),
    after: new RegExp(`^(?:政府信息公开)?(?:申请)?(?:均|全部)?(?:由|来自|为|系|是|属于?)+(?:${words})`),
  }
}

const built = new Map<number | undefined, Vocabulary>()
/** The words for a report of one year: 2022年结转 says 上年结转 in a report of 2023. */
export function vocabularyOf(year: number | undefined): Vocabulary {
  let vocabulary = built.get(year)
  if (!vocabulary) {
    vocabulary = build(year)
    built.set(year, vocabulary)
  }
  return vocabulary
}

/** Results of 行政复议 and 行政诉讼. A result that names a part of a column is at most the column. */
export const RESULT_WORDS: { key: string; words: RegExp; after: RegExp }[] = (
  [
    ['otherPart', '撤销(?:行政)?(?:复议)?申请|撤回|撤诉|终止|驳回起诉|调解|和解|不予受理|裁定'],
    ['correctedPart', '撤销|变更|确认违法|责令|要求[^,;。\\d]{0,8}重新|重新作?出?答复|重作'],
    ['rejected', '驳回'],
    ['upheld', '维持'],
    ['corrected', '纠正|纠错|败诉'],
    ['otherResult', '其他结果|其他情形|其他'],
    ['pending', '(?:尚未|未|暂未)(?:审结|办结|结案)|正?在?审理中|审理当中|正在审理|在审'],
    ['closed', '(?:已|全部)?(?:审结|办结|结案)'],
  ] as const
).map(([key, words]) => ({
  key,
  words: new RegExp(`(?:${words})`),
  after: new RegExp(`^(?:案件)?(?:已|均|被|予以|获|结果为?|为)*[“"]?(?:${words})`),
}))

/** Things that are counted in 件, 条, 次 but are no applications: letters, calls, proposals, what a website publishes. */
export const OTHER_THINGS =
  /来信|信件|留言|提问|咨询|热线|问政|建议|提案|议案|投诉|举报|信访(?!.{0,6}类)|工单|诉求|来电|来访|解读|稿件|动态|公告|公文|栏目|专栏|新媒体|会议|培训|检查|通报|问题(?!,)|制度|措施|意见|材料|事项清单|网民|市民|线索|舆情|许可|处罚|强制|决策|模板|图解|视频|账号|查阅点|专区|文件|应诉|通知书|处理费|收费|费用/

/** Not the whole organ, or not the whole year. */
export const PART_OF_YEAR =
  /上半年|下半年|[一二三四1-4]季度|(?<!\d)(?:[1-9]|1[0-2])月(?:份|底|末|以来|至|到|—|-)|历年|历史|以来|近[一二三四五六七八九十\d]+年|每[年月季日件]|平均|年均|月均|日均|每件|截[至止](?!(?:20\d\d)?年?12月|年底|20\d\d年底|目前)/

/** A figure set against another year's. */
export const COMPARISON =
  /同比|环比|比上年|比去年|比20\d\d年|较上年|较去年|较20\d\d年|相比|增加|增长|减少|下降|上升|多收|少收|增幅|降幅|同期|翻/
