import { names } from './dealt'
import { type Item, says } from './items'
import type { Token } from './tokens'

const WHEN = '^(?:\\d{4}年度?|全年|[今本]年度?)?'
const MATTER = '([^,;:()#\\d]{2,16}?)'
const DISCLOSURE = '的?(?:政府)?(?:信息)?(?:公开)?的?'
const ENDS = '(?=[:,]|[共收受办答])'
/** 征地类申请, 规划类, 关于土地征收的申请, 征地补偿信息申请最多: what heads a clause, up to its own number or its end. */
const HEADS = [
  `${MATTER}(?:类|方面|领域)${DISCLOSURE}(?:申请)?${ENDS}`,
  `(?:涉及|关于|有关)${MATTER}(?:的|类|方面)${DISCLOSURE}申请${ENDS}`,
  `${MATTER}(?:信息)?申请(?:量|件|数量)?最多(?=[:,])`,
].map((source) => new RegExp(WHEN + source))
/** How the work is done is no matter that anybody asks for. */
const OF_WORK =
  /公开|申请|工作|办[理结件]|管理|服务|答复|受理|接收|收件|制度|机制|[整总]体|数量|流程|时效|期限|监督|保障|其[他它]|各|等|此|上述|以上/
/** 全年共办结94件: all of them again. */
const OF_ALL =
  /^(?:全[年省市县区局厅委]|总计|合计|累计|以上|上述|[两三]类|本[机年局厅委]|我[省市县区局厅委]|此外|另)/

/** Whether a clause begins with a matter, in which no word of the tables is. */
function headsMatter(clause: string, at: number, tokens: Token[]): boolean {
  const matter = HEADS.map((head) => head.exec(clause)?.[1]).find((found) => found && !OF_WORK.test(found))
  if (!matter) return false
  const start = at + clause.indexOf(matter)
  return !tokens.some(
    (token) =>
      token.start < start + matter.length && token.end > start && (names(token) || token.concept === 'whole'),
  )
}

/**
 * 征地类申请：收到41件，办结40件; 规划类：收到41件; 征地类申请收到41件，办结40件: what heads a segment is told of up to its end, or up to
 * what is told of all.
 */
export function ofMatter(items: Item[], tokens: Token[], text: string): void {
  if (!items.some(({ family, quantity }) => quantity && family === 'requests')) return
  let at = 0
  let heads = false
  let isFirst = true
  for (const clause of text.split(/(?<=[,:;])/)) {
    const from = at
    at += clause.length
    const own = items.filter(({ quantity }) => quantity && quantity.start >= from && quantity.start < at)
    if (OF_ALL.test(clause)) heads = false
    // 收到96件，其中征地类收到41件，办结94件: one of several, which ends with its number.
    else if (isFirst || !own.length) heads ||= headsMatter(clause, from, tokens)
    for (const item of own) if (heads && item.family === 'requests' && !says(item, 'whole')) item.loose = true
    if (own.length) isFirst = false
    if (clause.endsWith(';')) [heads, isFirst] = [false, true]
  }
}
