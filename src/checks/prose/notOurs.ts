import { ANY_FLOW, countsAnswered, type Item, isOutcome, says, sideBySide } from './items'
import { REVIEWER } from './lexicon'
import { KINDS_TOGETHER } from './listWords'
import { countedElsewhere } from './ofOthers'
import { NOT_COUNTED } from './scopes'
import type { Token } from './tokens'

/* Which numbers of a sentence are none of the tables', and which are, though their words look like another's. */

const PUBLISHES = /^(?:主动公开|公开|发布|公示|归集|门户|网站|平台)/
/** What is done with an application before it is answered, and how it is answered. */
const STEP = /征求|会商|沟通|研判|论证|保密审查|审核|发函|听取|协商|解释说明/
const ANSWER = /[按作以][^,;]{2,10}(?:处理|答复)|不予?公开|不予|无法提供|拒绝|公开答复|部分公开|不再处理|决定/
const CONSENT = /征求[^;]*(?:(?<!不)同意[^;]*(?:不同意|[未不]回复)|不同意[^;]*(?<!不)同意)/
const HELPED = /协[办助]|会办|配合/
const isReason = (keys: string[]) => keys.every((key) => /^outcome\.\w+\./.test(key))
/** 涉及第三方权益的申请8件，均征求第三方意见: what they were about when something was done with them, not how they ended. */
export function beforeAnswer(items: Item[], text: string): void {
  const segments = text.split(';')
  for (const item of items) {
    const around = segments[item.segment] ?? text
    if (item.quantity && item.first?.every(isReason) && STEP.test(around) && !ANSWER.test(around))
      item.scope = 'none'
    // 征求意见12件次，同意公开4件、不同意5件: what those who were asked said.
    if (CONSENT.test(around) && /同意(?:公开|提供)?的?$/.test(text.slice(item.start, item.quantity?.start)))
      item.scope = 'none'
  }
}

/**
 * 受理来信23件，办结23件: a verb or a result without an object goes on with what was spoken of before. 主动公开67件、不予公开52件:
 * documents by kind of publication are none of 表三.
 */
export function notOurs(items: Item[], text: string): void {
  for (const [i, item] of items.entries()) {
    // 网络61件、信函40件（5件重复提交）: a row of the table, but for the ways before it.
    const [before] = items.slice(Math.max(0, i - 1), i)
    const repeated = item.first?.some(([key]) => key === REPEATED) && before && says(before, 'aside')
    // 累计受理9864件（自2008年起）; 该申请计1件; 此类答复10件; 三人共提出41件: of many years, of one or some of them, of some who asked.
    const lead = text.slice(items[i - 1]?.quantity?.end ?? 0, item.quantity?.start)
    const clause = lead.split(/[,;:]/).at(-1) ?? ''
    const since = SINCE.test(text.slice(item.quantity?.end))
    if (item.family === 'requests' && (since || THIS_ONE.test(clause) || SOME_ASK.test(clause)))
      item.scope = 'none'
    // 公开制发的文件16件、规范性文件4件: what is published, as what stands before it.
    const published = before?.family === 'documents' && before.scope === 'none' && before.cell === item.cell
    const written = item.first?.flat().every((key) => !key.startsWith('administrative'))
    if (published && item.family === 'documents' && written && !item.second && /^、/.test(lead))
      item.scope = 'none'
    // 协办省厅来件2件、市局来件11件: those of others, side by side.
    if (before?.scope === 'none' && /^、/.test(lead) && HELPED.test(text.slice(before.start, before.end)))
      item.scope = 'none'
    if (item.quantity && countedElsewhere(item, text)) item.scope = 'none'
    // 已全部办结：给了的2件；不掌握的1件: what became of some.
    if (
      item.quantity &&
      countsAnswered(item) &&
      /(?:已|均|全部)[^,;:]*[办答][^,;:]*:(?![^\d]*[办答])[^\d]{2,}$/.test(lead)
    )
      item.scope = 'none'
    // 派出机构另行收到申请214件，不计入本报告.
    const behind = text.slice(item.end)
    if ((ELSEWHERE.test(text.slice(0, item.end)) && NOT_COUNTED_IN.test(behind)) || LEFT_ASIDE.test(behind))
      item.scope = 'none'
    // 复议3件（其中上年延续下来的1件）: of those cases.
    if (item.family === 'requests' && item.outer?.family === 'cases' && !says(item, 'request'))
      item.scope = 'none'
    // 从申请内容看，土地类9件，信访举报类4件，其他类7件: matters, whatever they are called.
    const from = item.family === 'requests' && item.quantity ? BY_MATTER.exec(text.slice(0, item.end)) : null
    if (from && !BY_ELSE.test(from[1] ?? '')) item.scope = 'none'
    // 征地、规划方面的申请增多，两类合计64件: of such matters.
    const flows = item.first?.some(([key]) => key === 'received' || key === 'outcomeTotal')
    if (flows && KINDS_TOGETHER.test(text.slice(0, item.quantity?.start))) item.scope = 'none'
    // 平均每年83.7件: no table counts in fractions, but of money.
    if (item.value % 1 && !/[%元倍点]$/.test(item.quantity?.unit ?? '')) item.scope = 'none'
    if (!item.quantity || !(repeated || says(item, 'twice'))) continue
    item.twice = true
    item.scope = 'none'
  }
  const byKind = items.some(
    (item) =>
      says(item, 'none') && item.quantity && KIND_OF_PUBLICATION.test(text.slice(item.start, item.end)),
  )
  const reviewer = AS_REVIEWER.exec(text)
  const segments = text.split(';')
  const kinds = byKind || /属性|(?:(?<!另行|重新|需要?)制作|生成|形成)[^;]*信息/.test(text)
  items.forEach((item, i) => {
    // 新收2件，均为12月下旬收到，当年未作出答复: of those that were told of before.
    if (!item.quantity && i && countsAnswered(item)) item.scope = 'none'
    // 市本级制定政府规章2件，现行有效14件: no other level makes any.
    const regulations = [item, ...items.slice(0, i).reverse()].find(
      (one) => one.family === 'documents' && one.first,
    )
    if (
      item.family === 'documents' &&
      item.scope === 'part' &&
      item.ofBody > 0 &&
      regulations?.segment === item.segment &&
      regulations.first?.every((keys) => String(keys) === 'regulations') &&
      /^[省市州]?本?级/.test(text.slice(item.ofBody - 1))
    )
      Object.assign(item, { scope: 'ours', ofBody: 0 })
    // 制发14件（其中1件当年即被废止）: one of those.
    const made = items[i - 1]
    if (
      String(item.second) === 'repealed' &&
      String(made?.second) === 'issued' &&
      made?.segment === item.segment &&
      /^[(,]其中有?$/.test(text.slice(made.quantity?.end, item.quantity?.start))
    )
      item.scope = 'none'
    if (item.family === 'documents' && item.quantity?.unit === '项' && POWERS.test(text.slice(0, item.start)))
      item.scope = 'none'
    if (
      item.family === 'cases' &&
      (OF_OTHERS.test(segments[item.segment] ?? '') || besideOthers(item, items.slice(0, i), text))
    )
      item.scope = 'none'
    // 代理行政复议3件、行政诉讼2件: what nobody knows before the first is said of both.
    const beside = items[i - 1]
    if (
      item.family === 'cases' &&
      beside?.family === 'cases' &&
      /^[、和及与]$/.test(text.slice(beside.end, item.start))
    )
      item.unknown = Math.max(item.unknown, beside.unknown)
    // 县政府全年各类行政应诉案件共38件: of all kinds, where disclosure is not spoken of.
    if (
      item.family === 'cases' &&
      item.quantity &&
      ALL_KINDS.test(text.slice(items[i - 1]?.end ?? 0, item.quantity.start)) &&
      !text.slice(0, item.quantity.start).includes('公开')
    )
      item.scope = 'none'
    // 应诉16件，被纠正1件: of cases that the table does not call so.
    const last = items[i - 1]
    if (
      item.family === 'cases' &&
      !item.first &&
      last?.quantity &&
      last.family !== 'cases' &&
      /诉/.test(text.slice(items[i - 2]?.end ?? 0, last.end))
    )
      item.loose = true
    // 涉及征地的复议5件、诉讼2件，维持4件: results of those.
    const told = items
      .slice(0, i)
      .filter((one) => one.family === 'cases' && one.first && one.segment === item.segment)
      .at(-1)
    if (
      item.family === 'cases' &&
      !item.first &&
      told?.scope === 'none' &&
      !says(told, 'compare') &&
      !says(told, 'otherYear')
    )
      item.scope = 'none'
    // 主动公开行政许可处理决定3128件: as the table calls them; what stands beside it tells.
    // 依托平台公开许可3128件、处罚340件: nor are several side by side.
    const named =
      item.family === 'documents' &&
      (/处理决定/.test(text.slice(item.start, item.end)) ||
        [items[i - 1], items[i + 1]].some(
          (one) => one?.family === 'documents' && sideBySide(item, one, text),
        ))
    const said = item.window.filter(({ concept }) => NOT_COUNTED.includes(concept))
    if (named && said.length && said.every(({ start, end }) => PUBLISHES.test(text.slice(start, end))))
      Object.assign(item, { scope: 'ours', loose: true })
    const words = item.quantity ? text.slice(item.start, item.quantity.start) : ''
    if (OTHER_ANSWER.test(words) || (item.second && item.family === 'requests' && WITH_OTHERS.test(words)))
      item.loose = true
    // 本厅（不含所属两局，分别收到12件和5件）: left out, as its bracket says.
    if (item.bracket && LEFT_OUT.test(text.slice(0, item.start))) item.scope = 'none'
    if (item.quantity && reviewer && reviewing(reviewer, item, text)) item.scope = 'none'
    if (item.family !== 'requests' || !item.quantity) return
    // 合并答复3次，涉及申请9件: of what was done so many times.
    const [done] = items.slice(Math.max(0, i - 1), i)
    if (
      done?.quantity &&
      done.quantity.unit !== item.quantity.unit &&
      /,涉及$/.test(text.slice(0, item.start).slice(-3))
    )
      item.scope = 'none'
    const earlier = items.slice(0, i).filter(({ quantity, segment }) => quantity && segment === item.segment)
    // 受理行政许可申请300件，办结290件: applications of another kind.
    const thing = earlier.some(
      (one) =>
        says(one, 'none') ||
        says(one, 'channel') ||
        (one.family !== 'cases' && says(one, 'document') && says(one, 'row')),
    )
    const ours = earlier.some((one) => one.scope !== 'none' && one.family === 'requests' && !one.loose)
    if (thing && !ours && !says(item, 'request')) item.loose = true
    // 代表建议41件、提案21件，共62件；可以公开的答复共59件: answers to those.
    const proposals = PROPOSALS.exec(text.slice(0, item.quantity.start))
    if (proposals && !/申请/.test(text.slice(proposals.index, item.end))) {
      const said = text.slice(item.start, item.end)
      const isAnswer = countsAnswered(item) && /答复|办[复结]/.test(said)
      // 代表建议、委员提案：承办62件: and what was taken on under their name.
      const isTakenOn =
        item.family === 'requests' &&
        !text.slice(proposals.index, item.start).includes(';') &&
        /承办|办理|收到|受理/.test(said)
      if (isAnswer || isTakenOn) item.scope = 'none'
    }
    // 公开信息500条，收到依申请公开64件: what came in is no kind of publication.
    const flows = item.window.some((token) => token.concept === 'row' && !isOutcome(token))
    if (kinds && !flows && BY_KIND.test(text.slice(item.start, item.end))) item.scope = 'none'
  })
}
/** 除1件关于征地的申请外，再无其他申请: so many are all there are, whatever they ask for. */
export function allBut(items: Item[], tokens: Token[]): void {
  items.forEach((item, i) => {
    const next = items[i + 1]
    if (!item.quantity || !next || next.quantity || !says(item, 'except') || item.family === 'cases') return
    const at = next.window.findIndex(({ concept }) => concept === 'other')
    const others = next.window[at + 1]?.concept === 'request' && !next.unknown
    const apart = tokens.some(
      ({ concept, start }) => start < next.end && /^(?:body|partYear|years|otherYear|none)$/.test(concept),
    )
    if (others && !apart)
      Object.assign(item, {
        family: 'requests',
        first: ANY_FLOW,
        second: undefined,
        scope: 'ours',
        unknown: 0,
      })
  })
}

/** From the words that say so to the clause that speaks of disclosure or of being reviewed. */
const reviewing = (from: RegExpExecArray, { end }: Item, text: string): boolean =>
  from.index + from[0].length <= end && !/公开|被申请|我[局市县区]被/.test(text.slice(from.index, end))
const AS_REVIEWER = new RegExp(REVIEWER)
/** 行政权力319项，其中行政许可18项: kinds of what an organ may decide, not what it decided. */
export const POWERS = /权力|权责|职权|事权|清单|目录|指南|服务事项/
export const PROPOSALS = /(?:代表|人大)[^,;]{0,4}建议|提案/
/** 与政府信息公开无关, 均不属于信息公开类: what the words say of cases that no table counts. */
const OF_OTHERS =
  /(?:与|同|跟)(?:政府)?信息公开(?:工作)?(?:均|都)?(?:无关|没有关)|[不非]属于?(?:因?政府)?信息公开|(?:[均都皆]|全部)(?:系|因|由|为)(?![^,;]*公开)[^,;]*(?:处罚|许可|强制|征收|拆迁|举报|投诉|信访|工伤|登记)[^,;]*(?:引发|引起|产生|导致|被提起)/
/** 公益组织等其他申请人3件, 作出其他答复3件: with others, which the words do not name. */
const WITH_OTHERS = /等其[他它][^,;()]{0,8}$/
const OTHER_ANSWER = /其[他它](?:方式|形式|类型)?的?答复$/
/** 因行政处罚引发的复议11件（纠正1件）、诉讼2件: and the next beside it. */
function besideOthers(item: Item, earlier: Item[], text: string): boolean {
  const before = earlier.filter(({ bracket }) => bracket === item.bracket).at(-1)
  return (
    before?.family === 'cases' &&
    before.scope === 'none' &&
    (says(before, 'none') || says(before, 'aside')) &&
    /^[、和及与]$/.test(text.slice(before.end, item.start).replace(/\([^()]*\)/g, ''))
  )
}
const LEFT_OUT = /\((?:不[含包计]|未[含计])[^()]*$/
const ALL_KINDS = /(?:各类|所有|全部|各种)[^,;]*(?:复议|诉)|行政应诉/
const REPEATED = 'outcome.notProcessed.repeated'
const KIND_OF_PUBLICATION = /主动公开|公文|属性/
const BY_KIND = /^[^,;]{0,4}(?:依申请公开|不予?公开)/

const INSIDE = /^(?:(?:政府)?(?:信息)?(?:公开)?(?:申请|案件|文件))?(?:之)?[中里内],?[^,;:、()\d]*$/
const OF_ONE_FLOW = /(?:申请|案件|办?件)(?:之)?[中里],?[^,;:、()\d]*$/
/**
 * 12月收到的7件中有5件当年办结: of those, of which no table speaks. 在办的申请中又有2件作出答复: of the ones, not all of the others.
 */
export function amongThem(items: Item[], text: string): void {
  items.forEach((item, i) => {
    if (!item.quantity) return
    const before = items[i - 1]
    const between = text.slice(before?.quantity?.end ?? 0, item.quantity.start)
    if (before?.quantity && before.segment === item.segment && INSIDE.test(between)) {
      if (before.scope !== 'ours') item.scope = before.scope
      // 结转的7件中已有3件作出答复: of what waited.
      else if (!item.second && before.first?.flat().every((key) => key.startsWith('carried')))
        item.scope = 'none'
    }
    const at = OF_ONE_FLOW.exec(between)?.index
    if (at === undefined) return
    const from = (before?.quantity?.end ?? 0) + at
    const flows = item.window.filter((token) => token.concept === 'row' && !isOutcome(token))
    const [inner, outer] = [
      flows.filter(({ start }) => start > from),
      flows.filter(({ end }) => end <= from + 1),
    ]
    const keys = (tokens: Token[]) => String(tokens.map(({ word }) => word.keys))
    if (inner.length && outer.length && keys(inner) !== keys(outer)) item.loose = true
  })
}

/**
 * 结转下年6件，其中自然人提出5件: who asked, of what stands before it.
 */
export function askedOf(items: Item[]): void {
  items.forEach((item, i) => {
    if (item.first !== ANY_FLOW || !item.second) return
    const divided = items
      .slice(0, i)
      .filter((one) => one.family === 'requests' && one.first && !one.second && one.segment === item.segment)
    const near = divided.flatMap(({ first }) => first ?? [])
    item.first = [
      ...ANY_FLOW,
      ...near.filter((keys) => !ANY_FLOW.some((one) => String(one) === String(keys))),
    ]
  })
}

/** 拆分为12件, 合并成3件: what some of them were made into. */
export const MADE_INTO = /(?:拆分?|分拆|分解|合并|归并|并案)[^,;。\d]{0,6}(?:成|为|作)共?$/
export function madeInto(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const before = items[i - 1]
    if (!item.quantity || !MADE_INTO.test(text.slice(0, item.quantity.start))) return
    item.scope = 'none'
    if (before?.cell === item.cell) before.scope = 'none'
    // 收到申请书61份，拆分登记为77件: what came in is counted as what it was made into.
    const received =
      before?.first?.some(([key]) => key === 'received') && !before.second && !says(before, 'among')
    if (!before || !received || before.segment !== item.segment || before.value >= item.value) return
    const { family, first, second } = before
    Object.assign(item, {
      family,
      first,
      second,
      scope: before.scope,
      loose: before.loose,
      unknown: before.unknown,
    })
    before.scope = 'none'
  })
}

const ELSEWHERE = /(?:机构|单位|部门|公司|[局院所站])[^;]*另[行有外][^;]*$|另行[^;]*$/
const NOT_COUNTED_IN =
  /^[^;]*(?:[不未](?:计入|列入|纳入|含在|包括在|统计在)[^,;]{0,4}(?:本|表|统计|总|上述|年报|报告)|各自(?:公布|编制|发布))/
/** From the last words that divide by what was asked for, up to the number. */
const BY_MATTER =
  /(?:^|[,;(])(?:(?:[从按就依以]照?|在)(?:申请)?的?(?:内容|事项|主题|领域|诉求)(?:分?类(?:型|别)?)?(?:来?看|上?分|划分|统计|归类|方面|上)?[,:]|(?:申请)?的?(?:内容|事项|主题|诉求)(?:主要|大多|多)?(?:涉及|包括|集中[在于]))([^;]*)$/
/** What else a clause may go on with. */
const BY_ELSE =
  /[从按就依以]照?[^,;:]{1,8}(?:看|分|划分|统计|归类)[,:]|结果|全年|共|收到|新收|受理|答复|予以公开|(?:不予|部分|主动)公开|办结|结转/
/** 因许可被复议6件、被诉2件，不在此列. */
const LEFT_ASIDE =
  /^[^;]*[,(][^,;]{0,6}(?:不在(?:此列|其[中内]|[本上][^,;]{0,8}[内中列])|不含在内|未?不?包括在内)/
const SINCE = /^\((?:[^()]{0,4}自|从)[^()]*(?:起|以来|至今)[^()]*\)/
const THIS_ONE =
  /[该此][件项宗]?(?:政府)?(?:信息)?(?:公开)?申请[计为系仅只]?$|[此这该]类(?:答复|申请|情[形况])共?$/
const SOME_ASK =
  /^(?:其中|有)?(?:同一|某)?[一两二三四五六七八九十几]\+?(?:[人户家名位]|个(?=申请))(?:申请人|自然人|公民|村民|群众|企业)?共?(?:就[^,;]{2,12})?(?:先后|累计|合计|分别)?(?:提|申请|寄|递)/
