import { isSwapped } from '../locate/slips'
import { borneOut, toldRightly } from './borneOut'
import { isCircle, ofOneOrgan, ofShare, tokenText } from './circles'
import { accusable, judgeSentence } from './judge'
import type { Judged, ReadSentence } from './judged'
import { distinct, fits, isFlow, namesOf, type Topic } from './meanings'

export type { Judged, ReadSentence } from './judged'
export type { Meaning } from './meanings'
export type { State } from './sums'

import { yearOf } from '../../report/deadline'
import { isOfKind, isSummary } from '../rules/figures'
import { type Written, writtenTexts } from '../rules/texts'
import type { Given } from '../types'
import { asBefore } from './asBefore'
import { leaveFarOff } from './farOff'
import { amountOf, figureOf } from './figures'
import { says } from './items'
import { originalSpan, quoted } from './normalise'
import { moreThanAll } from './oneWay'
import { type Quantity, quantitiesOf, sentencesOf } from './quantities'
import { rescued } from './rescue'
import { type Item, itemsOf, type Names } from './sentence'
import type { Verdict } from './sums'
import { leaveToldAgain } from './toldAgain'
import { leaveUnnamed } from './unnamed'

/** A sentence without numbers may deny, or name what the next one counts; others are passed over. */
const SPEAKS = /未|没|无|零|不存在|规范性文件|规章|复议|诉讼/
const NO_TOPIC: Topic = { documents: [], acts: [], cases: [], rows: [], units: [] }
const SILENT: Words = { items: [], named: NO_TOPIC }

type Words = Pick<ReadSentence, 'items' | 'named'>
/** What those behind it may leave out, the last of it first. */
function topicOf({ items, tokens }: ReturnType<typeof itemsOf>): Topic {
  const said = (concept: string) => namesOf(tokens, concept).reverse()
  const rows = items.filter(({ family, second, first }) => family === 'requests' && first && !second)
  const counted = items.filter((one) => one.family === 'requests' && says(one, 'request'))
  return {
    documents: said('document'),
    acts: said('act'),
    cases: said('case'),
    rows: rows.flatMap(({ first }) => first ?? []).reverse(),
    units: counted.flatMap(({ quantity }) => quantity?.unit ?? []),
  }
}
/** While a text is typed, all its sentences but one stay what they are. */
const sentencesKnown = new Map<string, Words>()
const SENTENCES_KEPT = 4000
function wordsOf(text: string, own: Quantity[], year: number | undefined, organ: string): Words {
  if (!own.length && !SPEAKS.test(text)) return SILENT
  const key = `${year} ${organ}\n${text}\n${own.map(({ start, end, value }) => `${start}-${end}=${value}`)}`
  let words = sentencesKnown.get(key)
  if (!words) {
    const read = itemsOf(text, own, year, organ)
    words = { items: read.items, named: topicOf(read) }
    if (sentencesKnown.size >= SENTENCES_KEPT) sentencesKnown.clear()
    sentencesKnown.set(key, words)
  }
  return words
}

const known = new Map<string, ReadSentence[]>()
const KEPT = 64
/** What a text says does not change while the tables do: read once. */
function sentencesRead(written: Written, year: number | undefined, organ: string): ReadSentence[] {
  const key = `${year} ${organ} ${written.address} ${written.prose.original}`
  let read = known.get(key)
  if (!read) {
    const quantities = quantitiesOf(written.prose)
    let next = 0
    read = sentencesOf(written.prose.text).map((sentence) => {
      const own: Quantity[] = []
      for (; next < quantities.length && (quantities[next] as Quantity).start < sentence.end; next++) {
        const quantity = { ...(quantities[next] as Quantity) }
        quantity.start -= sentence.start
        quantity.end -= sentence.start
        quantity.digitsEnd -= sentence.start
        own.push(quantity)
      }
      return { written, sentence, ...wordsOf(sentence.text, own, year, organ) }
    })
    if (known.size >= KEPT) known.clear()
    known.set(key, read)
  }
  return read
}

const readings = new WeakMap<Given, { judged: Judged[]; sentences: ReadSentence[] }>()
/** Every number and denial of the prose as it was read, in the order of the texts. */
export function readingOf(given: Given): { judged: Judged[]; sentences: ReadSentence[] } {
  const done = readings.get(given)
  if (done) return done
  const year = yearOf(given.report.entries)
  const organ = given.text('organ.name').trim()
  const sentences = writtenTexts(given).flatMap((written) => sentencesRead(written, year, organ))
  const judged: Judged[] = []
  let topic: Topic = NO_TOPIC
  let written: Written | undefined
  let circle = false
  for (const [at, read] of sentences.entries()) {
    if (read.written !== written) [topic, circle] = [NO_TOPIC, false]
    written = read.written
    const { items, named } = read
    const before = sentences[at - 1]
    const own: Judged[] = items.length ? judge(given, read, topic, sentences[at + 1], circle) : []
    circle ||= own.some(tellsCircle)
    judged.push(...(before?.written === written ? asBefore(own, read, before) : own))
    if (named !== NO_TOPIC)
      topic = {
        documents: distinct([...named.documents, ...topic.documents]).slice(0, 3),
        acts: distinct([...named.acts, ...topic.acts]).slice(0, 3),
        cases: distinct([...named.cases, ...topic.cases]).slice(0, 4),
        rows: distinct([...named.rows, ...topic.rows]).slice(0, 4),
        units: [...named.units, ...topic.units].slice(0, 4),
      }
  }
  for (const one of new Set(judged.map((each) => each.written)))
    borneOut(judged.filter((other) => other.written === one))
  toldRightly(judged)
  leaveToldAgain(judged)
  leaveFarOff(judged)
  leaveUnnamed(judged)
  const reading = { judged, sentences }
  readings.set(given, reading)
  return reading
}

/** The cases of such kinds that have ended. */
const closedOf = (given: Given, kinds: Names): number[] =>
  kinds.flatMap((first) => {
    const figure = figureOf(given.edition, { family: 'cases', first, second: ['closed'] })
    return figure ? (amountOf(given, figure.cells) ?? []) : []
  })

const pends = ({ second }: Item) => second?.some((keys) => keys.includes('pending')) ?? false
/** It agrees with some of the cases that another counts. */
const isWithin = (part: Verdict | undefined, whole: Verdict): boolean =>
  part?.state === 'agrees' &&
  (part.meanings[0]?.first.every((key) => whole.meanings[0]?.first.includes(key)) ?? false)

/** In a report that sums up several organs, what one of them says of itself is a part, of which no table speaks. */
const OWN_SHARE = /本机关|本单位/

/** 全县共收到1286件 in the report of a town or an office: of all who file one, as another organ told it. */
const WIDER =
  /[全本我][省市县区州盟旗](?:范围内?)?(?=(?:各级)?(?:行政机关|机关|政府|行政复议|复议机|法院)|各级|上下|[共总合累]|(?:新?收|受理|办理|接)[到理]?)/
const ALL_ORGANS = /^(?:provincial|prefecture|county)Government$/
const NO_GOVERNMENT = /^(?:department|subdistrictOffice|townshipGovernment)$/

/** 省政府及其办公厅印发38件 beside a table of all organs: of one level, where so many fewer are told. */
const ONE_LEVEL = /政府[和及与、][^,;]{0,6}办公(?!.*(?:全[省市县区州盟旗]|各级|各[地市县区]|部门))/

/** 全市新收96件。市政府收到18件: the table has what all of them received. */
const tellsCircle = ({ item, state, sentence }: Judged): boolean =>
  state === 'agrees' &&
  isFlow(item) &&
  tokenText(item, sentence.text, ['whole', 'body']).some((word) => isCircle(word))

/** A reviewing organ counts many times what it is reviewed for itself. */
const far = (value: number, amount: number) => value > amount * 3 || value * 3 < amount

const MANY = 1000
const MANY_DOCUMENTS = 100
const TIMES = 20
function judge(
  given: Given,
  { written, sentence, items }: ReadSentence,
  topic: Topic,
  following: ReadSentence | undefined,
  circle: boolean,
): Judged[] {
  const next =
    following?.written === written ? { text: following.sentence.text, items: following.items } : undefined
  const verdicts = judgeSentence(given, items, topic)
  const ofOffice = isOfKind(given, NO_GOVERNMENT)
  let ofWider = -1
  return items.map((item, i): Judged => {
    const verdict = verdicts[i] as Verdict
    let { state } = verdict
    const { plain, counted, certain } = accusable(item, verdict, items, topic, sentence.text)
    if (state === 'differs' && item.quantity && rescued(given, i, items, verdicts, sentence.text, next))
      state = 'unsure'
    // 这4件均未引发行政复议: the number counts what did not lead to any.
    const { quantity } = item
    const denied =
      item.family === 'cases' &&
      quantity &&
      item.window.some(({ concept, start: from }) => concept === 'deny' && from >= quantity.end)
    if (denied && item.value > 0) state = 'none'
    const said = sentence.text.slice(0, item.end)
    const clause = said.slice(
      Math.max(...[',', ';', ':'].map((mark) => said.lastIndexOf(mark, item.start))) + 1,
    )
    // 全市复议机关受理复议73件，审结68件: and what became of those.
    const goesOn = item.family === 'cases' && !item.first && ofWider === item.segment
    const wider = ofOffice && (WIDER.test(clause) || goesOn)
    if (wider) ofWider = item.segment
    const over = moreThanAll(given, item, i, items, verdicts, sentence.text)
    const [from, to] = [sentence.start + item.start, sentence.start + item.end]
    const [start, end] = originalSpan(written.prose, from, to)
    const judged: Judged = {
      written,
      sentence,
      item,
      start,
      end,
      phrase: quoted(written.prose, from, to),
      state: over.length ? 'differs' : state,
      meanings: over.length ? over : verdict.meanings,
      certain,
      sole: verdict.sole,
      several: verdict.several,
      aside: false,
    }
    if (state !== 'differs') return judged
    // Section six counts what fees were taken for.
    const [meant] = verdict.meanings
    const wide =
      item.wide &&
      (written.address !== 'overview.onRequest' || !meant?.amount || far(item.value, meant.amount))
    const ofFees = written.address === 'other' && sentence.text.includes('费')
    const share = isSummary(given) && OWN_SHARE.test(said)
    // 梳理栏目12个，合并3个，保留9个: what the sentence began with in this unit goes on.
    const [began] = items.filter((one) => one.quantity?.unit === '个' && one.segment === item.segment)
    const bare = item.family === 'documents' && !says(item, 'document')
    const goesOnWith =
      bare && quantity?.unit === '个' && began !== undefined && began !== item && !began.family
    // 办结3.1万件 beside 94: no slip of the pen makes so many of so few.
    const many =
      ((item.family === 'requests' && !says(item, 'request') && item.value >= MANY) ||
        // 清理文件1746件，宣布失效403件.
        (bare && item.value >= MANY_DOCUMENTS)) &&
      verdict.meanings.every(({ amount = 0 }) => item.value > amount * TIMES)
    // 复议13件，直接起诉3件。另有上年跨年案件6件: of the cases that the sentence before told of.
    const ofCases =
      item.family === 'requests' &&
      topic.cases.length > 0 &&
      !says(item, 'request') &&
      /案件/.test(sentence.text.slice(item.start, item.end))
    // 秒办51件、通办3件、跨级受理2件: what stands in a list of things of no table is one of them.
    const [neighbour] = items.slice(i - 1, i)
    const ofList =
      i > 0 &&
      item.family === 'requests' &&
      !says(item, 'request') &&
      neighbour?.quantity !== undefined &&
      !neighbour.family &&
      neighbour.quantity.unit === quantity?.unit &&
      neighbour.cell === item.cell &&
      /^、/.test(sentence.text.slice(neighbour.quantity.end, item.quantity?.start))
    const less = verdict.meanings.every(
      ({ amount = 0 }) => item.value < amount && !isSwapped(item.value, amount),
    )
    const speakers = items.slice(0, i + 1).flatMap((one) => tokenText(one, sentence.text, ['whole']))
    const itself = speakers.length > 0 && !isCircle(speakers.at(-1) as string)
    const ofOne =
      item.family === 'requests' &&
      less &&
      (ofShare(sentence.text, item) || ofOneOrgan(clause, said, circle) || (circle && itself && isFlow(item)))
    const another = ofOne || ofList || goesOnWith || many || ofFees || wide || share || wider || ofCases
    // 行政许可4821条: decisions as they are published, of which a slip alone tells.
    const published =
      item.family === 'documents' &&
      item.quantity?.unit === '条' &&
      item.first?.flat().every((key) => key.startsWith('administrative'))
    const aside =
      !plain &&
      !another &&
      (counted || published) &&
      item.scope !== 'none' &&
      (item.scope === 'ours' || item.ofBody > 0)
    // 卫生许可418件: of this kind, and maybe not of all, unless what is told beside it is the table's.
    const kind = says(item, 'kind') && item.value < (meant?.amount ?? 0)
    const ofSegment = said.slice(said.lastIndexOf(';', item.start) + 1)
    const level =
      item.family === 'documents' &&
      isOfKind(given, ALL_ORGANS) &&
      ONE_LEVEL.test(ofSegment) &&
      verdict.meanings.every(({ amount = 0 }) => item.value < amount)
    if (!plain || another || kind || level) state = 'unsure'
    if (over.length) state = 'differs'
    if (state === 'differs' && item.family === 'cases' && !item.second && item.first) {
      const closed = closedOf(given, item.first)
      // 行政诉讼4件（……未审结1件）: with those still pending; and so is what stands beside a number with them.
      const withPending = items.some(
        (one, at) =>
          (pends(one) &&
            (one.outer === item ||
              // 复议6件，维持4件、尚未审结3件: told as some of them.
              (at > i && one.value > 0 && isWithin(verdicts[at], verdict) && !says(one, 'open')))) ||
          (one !== item &&
            one.family === 'cases' &&
            !one.second &&
            one.first &&
            one.segment === item.segment &&
            verdicts[at]?.state === 'agrees' &&
            !closedOf(given, one.first).some((amount) => fits(one, amount))),
      )
      // 复议11件，另有2件尚未审结: what stands beside the others is none of them.
      const beside = items.some(
        (one, at) => says(one, 'open') && pends(one) && isWithin(verdicts[at], verdict),
      )
      if (!withPending && closed.some((amount) => fits(item, amount))) state = beside ? 'unsure' : 'closed'
    }
    return { ...judged, state, aside: aside || ((kind || level) && plain && !another) }
  })
}

/** The number alone in the typed text, with its unit or without, end exclusive. */
export function spanOf(
  { written, sentence, item: { quantity, start, end } }: Judged,
  which: 'number' | 'digits' = 'number',
): { start: number; end: number } {
  const from = quantity?.start ?? start
  const to = which === 'digits' ? quantity?.digitsEnd : quantity?.end
  const [a, b] = originalSpan(written.prose, sentence.start + from, sentence.start + (to ?? end))
  return { start: a, end: b }
}
