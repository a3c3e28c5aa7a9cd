/** Kinds of body that a report names beside its own organ. */
const BODY =
  '(?:[\\u4e00-\\u9fa5]{0,14}?(?:公安局|[局厅署]|委员会|(?<!常)委(?!托|派|员)|办公室|政府办(?!公)|街道办事处|街道|办事处|镇街|乡镇|镇|乡|公司|集团|管委会|开发区|园区|窗口|服务中心|法院|检察院|学校|医院|部门|单位|本级))'
const LEAD = '(?:其中|由|20\\d\\d年度?|全年|今年|本年度?|年内|一年来|[,:(])*'
const DOES =
  '(?=[\\u4e00-\\u9fa5\\d]{0,12}(?:收到|受理|办理|新收|接收|接到|答复|收办|处理|办结|收件|提出|代表)|共|\\d|$)'
const SUBJECT = new RegExp(`(?:^|[,;:(、])${LEAD}(${BODY})${DOES}`, 'g')
/** The whole report's own subject: 全市, 我局, 各级行政机关. */
const WHOLE = /^(?:我|本(?!级)|全|该)|各级|各有关|^各(?:部门|单位)/
const PARTS = /镇街|乡镇|街镇|[区县市省]级部门|[区县市省]直|本级/
const REPRESENTS = /代表[区县市省]?(?:人民)?政府/

const isOwn = (body: string, organ: string): boolean => {
  // A township's or a street's own office; a government's office may count its own share alone.
  if (
    /[镇乡]|街道/.test(organ) &&
    (body.includes(organ) || organ.includes(body.replace(/(?:党政|综合)?办公室$|办$/, '')))
  )
    return true
  const core = body.replace(/^(?:[\u4e00-\u9fa5]{0,6}[省市县区旗])?/, '')
  return organ !== '' && ((core.length > 1 && organ.includes(core)) || organ.includes(body))
}

/** 区政府受理32件，部门受理98件: where the sentence counts both, the government's number is a part too. */
const DIVIDED = /(?:部门|乡镇|镇街|街道|[区县市]直[\u4e00-\u9fa5]{0,4})[^。\d]{0,12}\d+(?:件|宗|份)/
const GOVERNMENT =
  /(?:^|[,;:])(?:其中,?)?(?:20\d\d年度?,?)?[区县市省](?:人民)?政府(?!系统|部门|信息|各)[^,;]*$/
export const isGovernmentPart = (lead: string, sentence: string): boolean =>
  GOVERNMENT.test(lead.replace(/\([^()]*\)/g, '')) && DIVIDED.test(sentence)

/** Whether the sentence so far has another subject than the organ of the report: a bureau, a township, 本级. */
export function foreignSubject(lead: string, organ: string): boolean {
  // A closed bracket divides what stands before it, and is over.
  const segment = lead.slice(lead.lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '')
  if (REPRESENTS.test(segment)) return true
  // The last number may stand right behind a body in a list: 自然资源局20件, 住建局14件.
  let foreign = false
  for (const match of segment.matchAll(SUBJECT)) {
    const body = match[1] ?? ''
    // 各部门 after 区政府本级 are the rest of a division.
    if (WHOLE.test(body) && !PARTS.test(body)) foreign = foreign && body.startsWith('各')
    else foreign = PARTS.test(body) || !isOwn(body, organ)
  }
  return foreign || /(?<!本|我|行政)(?:政府|部门|乡镇|街道|单位|机关)$/.test(segment)
}
