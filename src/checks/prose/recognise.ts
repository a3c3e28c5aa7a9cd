import { foreignSubject, isGovernmentPart } from './bodies'
import { denialsIn } from './denials'
import type { Prose } from './normalise'
import { clauseEnd, clauseStart, type Quantity, quantitiesOf, sentencesOf } from './quantities'
import { type CaseState, caseClaim, caseNamed } from './readCases'
import { type DocumentState, decisionClaim, documentClaim } from './readDocuments'
import {
  COMPARISON,
  OTHER_THINGS,
  PART_OF_YEAR,
  type Vocabulary,
  vocabularyOf,
  type Word,
} from './vocabulary'

/** A figure of the prose that speaks of cells of the tables; which of several, the tables decide. */
export interface RawClaim {
  /** Phrase with number and unit, in the text that was read. */
  start: number
  end: number
  /** The digits alone; absent where something is denied (“未收到申请”). */
  digits?: { start: number; end: number }
  value: number
  unit: string
  /** Kinds that the phrase allows. */
  keys: string[]
  /** 约, 余, 多: to be compared roughly only. */
  rough: boolean
  /** The reading is likely but not sure enough to call a difference wrong. */
  sure: boolean
  /** The total that this is a part of. */
  governor?: RawClaim
}

export interface ReadingPlace {
  year: number | undefined
  organ: string
  /** The part on requests: a bare 件 there is an application. */
  aboutRequests: boolean
}

/** A stretch around one quantity, as it is looked at. */
export interface Look {
  text: string
  quantity: Quantity
  /** From the beginning of the clause, or the number before, to the number. */
  before: string
  beforeStart: number
  /** The same within the clause alone; `before` may reach into the clause before where this says nothing. */
  own: string
  /** From the unit to the end of the clause or the next number. */
  after: string
  /** The clause up to the number, with what other numbers stand in it. */
  clause: string
  sentence: string
  place: ReadingPlace
}

const FILLER =
  /^[、和及以]*(?:其中|共计|合计|总计|累计|总共|共有|共|总|计|为|有|达到?|各类|数量|件数|数|是|全年|本年度?|年内|今年|分别|均|已|的)*$/

/** Marks and brackets that only comment, out of the way: 作其他处理（含撤回）9件 reads 作其他处理9件. */
export function withoutAsides({ original, text, origin }: Prose): Prose {
  const drop = new Set<number>()
  for (const match of text.matchAll(/[“”"‘’「」『』]/g)) drop.add(match.index)
  for (const match of text.matchAll(/\([^()]*\)/g))
    if (
      !/\d(?:万|亿)?[余多]?(?:件|份|宗|起|例|条|个|次|项|元)/.test(match[0]) &&
      !/^\([一二三四五六七八九十\d]{1,2}\)$/.test(match[0])
    )
      for (let at = 0; at < match[0].length; at++) drop.add(match.index + at)
  if (!drop.size) return { original, text, origin }
  const kept = (_: unknown, at: number) => !drop.has(at)
  return { original, text: text.split('').filter(kept).join(''), origin: origin.filter(kept) }
}

/** The word nearest to the number, and where it begins. */
function find(word: Word, before: string): number {
  const at = before.search(word.before)
  return at
}

const CHANNEL =
  /(?:平台|网站|(?<!政府|行政)系统|邮箱|窗口)共?(?:收到|接收|受理)|(?:通过|经由?|从|以)[^,;。、]{0,12}?(?:网站|网络|平台|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|微信|线上|线下)|(?<!、)(?:网上|网络|书面|信函|当面|现场|邮寄|线上|线下|电子邮件|传真)(?:提交|提出)?的?(?:(?:政府信息公开)?申请|依申请公开)(?:件|事项)?$/
const MANY_CHANNELS = /等|多种|各种|各类|、/
const NOT_COUNTED = /除|补正后|延期|转送|(?<!结)转办|移送|移交|征求|协助|协办|督办|其余|余下|剩余|每|占|指导/

const REQUEST_NOUN = /申请(?!人(?!提)|(?:行政)?复议)|依申请公开|公开件/
const strip = (text: string) =>
  text.replace(/政府信息(?:依申请)?公开|信息公开|依申请公开|政务公开|依法申请公开/g, '')
/** 公文116件，主动公开96件，不予公开20件: documents by how they are to be published, not applications by their outcome. */
const DOCUMENT_KINDS = /公文|属性|发文|主动公开(?:类|件)?的?(?:文件)?\d/
const AN_APPLICATION = /公开申请|(?<!依)申请公开|申请[\d,，共人为数量件的]|申请$|件申请/
/** Units that count applications without naming them. */
const CASE_UNITS = new Set(['件', '份', '宗', '起', '例', '件次'])
const REQUEST_UNITS = new Set([...CASE_UNITS, '条', '个', '次', '项', '桩'])

const CARRIED = /结转|转结|遗留|顺延|未办结/

/** Another year's figure: 2022年为25件; last year's unless it was carried over. */
function ofAnotherYear(clause: string, year: number | undefined): boolean {
  if (CARRIED.test(clause)) return false
  const named = [...clause.matchAll(/(20\d\d)年/g)].at(-1)
  if (named && year !== undefined) return Number(named[1]) !== year
  return /(?:去年|上年)[^,;。]{0,6}$|去年[^,;。]*$/.test(clause)
}

interface State {
  topic?: 'requests' | 'cases' | 'documents' | 'other'
  governor?: RawClaim
  cases: CaseState
  documents: DocumentState
  partPeriod: boolean
}

function keysBefore(words: Word[], before: string): { keys: string[]; at: number } {
  const keys: string[] = []
  let first = -1
  for (const word of words) {
    const at = find(word, before)
    if (at < 0) continue
    for (const key of word.keys) if (!keys.includes(key)) keys.push(key)
    first = first < 0 ? at : Math.min(first, at)
  }
  return { keys, at: first }
}
const keysAfter = (words: Word[], after: string): { keys: string[]; length: number } => {
  for (const word of words) {
    const match = word.after?.exec(after)
    if (match) return { keys: word.keys, length: match[0].length }
  }
  return { keys: [], length: 0 }
}

function claimAt(
  look: Look,
  keys: string[],
  from: number,
  extra: { afterLength?: number; sure?: boolean; governor?: RawClaim } = {},
): RawClaim {
  const { quantity } = look
  return {
    start: from < 0 ? quantity.start : look.beforeStart + from,
    end: quantity.end + (extra.afterLength ?? 0),
    digits: { start: quantity.start, end: quantity.digitsEnd },
    value: quantity.value,
    unit: quantity.unit,
    keys,
    rough: quantity.rough,
    sure: extra.sure ?? true,
    governor: extra.governor,
  }
}

/** Applications: what was received, dealt with, answered, carried, with which result and by whom. */
function requestClaim(look: Look, words: Vocabulary, state: State): RawClaim | undefined {
  const { before, after, quantity, place } = look
  if (!REQUEST_UNITS.has(quantity.unit)) return undefined
  if (DOCUMENT_KINDS.test(look.sentence) && !AN_APPLICATION.test(look.sentence)) return undefined
  const named = REQUEST_NOUN.test(before) || REQUEST_NOUN.test(after)
  const object = strip(before) + strip(after).slice(0, 10)
  const whole = before.replace(/公民[、,和及]?(?:、|及|和)?法人(?:和|或|及|、|与)(?:者)?其[他它]组织/g, '')
  const outcomes = keysBefore(words.outcomes, before)
  const forward = find(words.carriedForward, before)
  const over = find(words.carriedOver, before)
  if (!named && !outcomes.keys.length && (OTHER_THINGS.test(object) || /案件/.test(object))) {
    state.topic = 'other'
    return undefined
  }
  // 申请公开信息的来信5件: the thing right before the number is what is counted.
  if (!outcomes.keys.length && OTHER_THINGS.test(strip(before).slice(-4))) return undefined
  const known = named || state.topic === 'requests' || (place.aboutRequests && state.topic === undefined)
  if (!known) return undefined
  if (!CASE_UNITS.has(quantity.unit) && !named && state.topic !== 'requests') return undefined
  if (NOT_COUNTED.test(before) && !outcomes.keys.length) return undefined
  if (CHANNEL.test(before) && !MANY_CHANNELS.test(before.replace(/^、/, ''))) return undefined
  if (forward >= 0) return claimAt(look, words.carriedForward.keys, forward)
  if (over >= 0) return claimAt(look, words.carriedOver.keys, over)
  if (outcomes.keys.length) {
    const joint = outcomes.keys.includes('grantedOrPartially') ? ['grantedOrPartially'] : outcomes.keys
    return claimAt(look, joint, outcomes.at, { governor: state.governor })
  }
  const applicants = keysBefore(words.applicants, whole)
  const totals = keysBefore(words.totals, whole)
  const sure = !/的$/.test(before)
  if (applicants.keys.length) {
    const who = applicants.keys[0] ?? ''
    const sums = totals.keys.length
      ? totals.keys
      : (state.governor?.keys.filter((key) => !key.includes('/')) ?? ['received', 'base'])
    return claimAt(
      look,
      sums.map((sum) => `${sum}/${who}`),
      before.search(/(?:自然人|公民|个人|商业|企业|科研|社会公益|公益|法律服务|法人|其[他它]组织)/),
      { governor: totals.keys.length ? undefined : state.governor, sure },
    )
  }
  // 共有2件申请顺延: what follows says more than a clause before.
  const isFiller = FILLER.test(look.own.replace(/20\d\d年度?/g, ''))
  if (isFiller || !totals.keys.length) {
    const carried = [words.carriedForward, words.carriedOver]
    for (const group of [carried, words.outcomes, words.applicants, words.totals]) {
      const found = keysAfter(group, after)
      if (!found.keys.length) continue
      const keys =
        group === words.applicants
          ? (state.governor?.keys ?? ['received', 'base']).map((sum) => `${sum}/${found.keys[0]}`)
          : found.keys
      return claimAt(look, keys, -1, {
        afterLength: found.length,
        governor: state.governor,
        // 有2件按期答复 may be some of them; 全年共2件 are all.
        sure: sure && (group !== words.totals || /共|全年|累计/.test(before)),
      })
    }
  }
  // 新收、办结分别为22件、20件: which number is whose is not plain.
  if (totals.keys.length && !/分别/.test(before)) {
    const carriedIn =
      /^[^。;]{0,4}[,(]?(?:其中)?,?(?:含|包括|包含|其中)[^。;)]{0,10}(?:上一?年|去年|结转)/.test(
        look.text.slice(quantity.end, quantity.end + 24),
      )
    const keys =
      carriedIn && totals.keys.includes('received') ? [...new Set([...totals.keys, 'base'])] : totals.keys
    return claimAt(look, keys, totals.at, { sure })
  }
  return undefined
}

/** 全年依申请公开共56件: an amount of applications that says neither received nor closed. */
function bareRequestClaim(look: Look): RawClaim | undefined {
  const match =
    /(?:依申请公开|公开申请|申请)(?:件|案件|事项|办件)?(?:数量|总数|总量|数|量)?(?:总计|合计|共计|共|总|为|有|计)+$/.exec(
      look.before,
    )
  if (!match || !CASE_UNITS.has(look.quantity.unit)) return undefined
  return claimAt(look, ['received', 'base', 'outcomeTotal'], match.index)
}

/** 上年结转5件，新收40件，共45件: the two together. */
function sumClaim(look: Look, claims: RawClaim[]): RawClaim | undefined {
  const said = new Set(claims.flatMap((claim) => claim.keys))
  return /^(?:两项|二者)?(?:共计|合计|总计|共)/.test(look.before) &&
    said.has('received') &&
    said.has('carriedOver')
    ? claimAt(look, ['base'], 0)
    : undefined
}

const SUMS = new Set(['received', 'base', 'outcomeTotal'])

function readSentence(
  text: string,
  sentence: { start: number; end: number; text: string },
  quantities: Quantity[],
  place: ReadingPlace,
  state: State,
): RawClaim[] {
  const words = vocabularyOf(place.year)
  const claims: RawClaim[] = []
  const mine = quantities.filter(({ start }) => start >= sentence.start && start < sentence.end)
  state.topic = undefined
  state.partPeriod = false
  state.documents = {}
  for (const [i, quantity] of mine.entries()) {
    const previous = mine[i - 1]
    const clauseFrom = Math.max(sentence.start, clauseStart(text, quantity.start))
    let beforeStart = Math.max(clauseFrom, previous?.end ?? 0)
    let before = text.slice(beforeStart, quantity.start)
    // A number may be set off by a comma from the words it belongs to: 收到申请，共22件.
    if (FILLER.test(before) && beforeStart === clauseFrom && clauseFrom > sentence.start) {
      const earlier = Math.max(sentence.start, clauseStart(text, clauseFrom - 1))
      if ((previous?.end ?? 0) <= earlier && /[,:]/.test(text.charAt(clauseFrom - 1))) {
        beforeStart = earlier
        before = text.slice(earlier, quantity.start).replace(/[,:]/g, ' ')
      }
    }
    // In a list with the number first, what stands before a mark belongs to the number before: 6件复议、3件诉讼.
    if (previous && /[、和及]$/.test(before)) {
      beforeStart = quantity.start
      before = ''
    }
    const next = mine[i + 1]
    const afterEnd = Math.min(clauseEnd(text, quantity.end), next?.start ?? text.length, sentence.end)
    const after = text.slice(quantity.end, afterEnd).replace(/、.*$/, '')
    const clause = text.slice(clauseFrom, quantity.start)
    const lead = text.slice(Math.max(sentence.start, previous?.end ?? 0), quantity.start)
    if (/全年|本年度|年内|一年来/.test(lead)) state.partPeriod = false
    if (PART_OF_YEAR.test(lead)) state.partPeriod = true
    const own = text.slice(Math.max(clauseFrom, previous?.end ?? 0), quantity.start)
    const look: Look = {
      text,
      quantity,
      before,
      beforeStart,
      own,
      after,
      clause,
      sentence: sentence.text,
      place,
    }
    const named = caseNamed(before) ?? caseNamed(after.slice(0, 12))
    const noun = REQUEST_NOUN.test(before) || REQUEST_NOUN.test(after)
    if (/行政(?:许可|处罚|强制)/.test(before)) state.topic = 'other'
    else if (named) state.topic = 'cases'
    else if (noun) state.topic = 'requests'
    const said = text.slice(sentence.start, quantity.start)
    const foreign = foreignSubject(said, place.organ) || isGovernmentPart(said, sentence.text)
    if (state.partPeriod || foreign || COMPARISON.test(own) || ofAnotherYear(own, place.year)) {
      // What is left out still is the list's total: its parts must not be taken for the whole report's.
      state.governor = undefined
      state.cases = {}
      if (foreign || state.partPeriod) state.topic = 'other'
      continue
    }
    const claim =
      documentClaim(look, state.documents, claimAt) ??
      decisionClaim(look, claimAt) ??
      caseClaim(look, state.cases, state.topic === 'requests' || state.topic === 'other', claimAt) ??
      (named || state.topic === 'cases'
        ? undefined
        : (requestClaim(look, words, state) ?? sumClaim(look, claims) ?? bare(look, state)))
    if (!claim) continue
    claims.push(claim)
    if (claim.keys.some((key) => SUMS.has(key))) {
      state.governor = claim
      state.topic = 'requests'
    }
  }
  return claims
}

const bare = (look: Look, state: State): RawClaim | undefined =>
  state.topic === 'requests' && !COMPARISON.test(look.before) ? bareRequestClaim(look) : undefined

/** Everything in a text that speaks of cells of the tables. */
export function recognise(prose: Prose, place: ReadingPlace): RawClaim[] {
  const { text } = prose
  const quantities = quantitiesOf(prose)
  const state: State = { cases: {}, documents: {}, partPeriod: false }
  return sentencesOf(text)
    .flatMap((sentence) => [
      ...readSentence(text, sentence, quantities, place, state),
      ...denialsIn(sentence, place),
    ])
    .sort((a, b) => a.start - b.start)
}
