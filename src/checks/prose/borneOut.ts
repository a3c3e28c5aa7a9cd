import { isSwapped, isTellingSlip, LITTLE } from '../locate/slips'
import type { Family, Figure } from './figures'
import { ANY_FLOW, isOutcomeRow, says, sideBySide } from './items'
import type { Concept } from './lexicon'
import { ALL_OF_THEM } from './listWords'
import type { Meaning } from './meanings'
import type { Item } from './sentence'
import type { State } from './sums'

/** So many figures beside it that are those of the tables leave no doubt of what a clause speaks. */
const WITNESSES = 2
/** One of them is no small number, which may agree by chance. */
const TELLING = 4
const MOST_UNKNOWN: Record<Family, number> = { requests: 6, cases: 6, documents: 2 }
const NAMES: readonly Concept[] = ['row', 'request', 'case', 'result', 'document', 'act']

const APART: readonly Concept[] = ['rest', 'except']

const ONE_OF = /其中|[含如]|包[括含]|[,:(]对/
const OTHERS = /其[他它]/
/** The same body's, or what the tables have already, or the rest of one figure beside a part of it. */
const tellsSame = (one: Told, other: Told) =>
  other.item.ofBody === one.item.ofBody ||
  other.state === 'agrees' ||
  one.meanings.some(({ amount }) => amount === one.item.value + other.item.value)
/** A number as far as it was judged. */
interface Told {
  sentence: { text: string }
  item: Item
  phrase: string
  state: State
  meanings: Meaning[]
  aside?: boolean
}
const figuresOf = ({ meanings }: Told) => meanings.map(({ figure }) => figure)

/** Of a sentence with more of them nothing is said. */
const MOST_NUMBERS = 300

/**
 * 厅本级新收53件，办结51件，转入下年2件; 区政府共受理86件，上年结转2件，答复87件: a number that was set aside for the body it
 * is said of, or for a word that nobody knows, is the report's own where all that is told beside it is. What another number
 * tells of the same figure, or a part of it, stays aside.
 */
export function borneOut(judged: Told[]): void {
  const sentences: Told[][] = []
  const telling = new Map<Figure, Told[]>()
  for (const one of judged) {
    if (!one.item.quantity || one.item.quantity.unit === '%') continue
    const last = sentences.at(-1)
    if (last?.[0]?.sentence === one.sentence) last.push(one)
    else sentences.push([one])
    for (const figure of figuresOf(one)) {
      const others = telling.get(figure)
      if (!others) telling.set(figure, [one])
      else if (others.length < MOST_NUMBERS) others.push(one)
    }
  }
  const isUntold = (one: Told) => (figure: Figure) =>
    !telling.get(figure)?.some((other) => other !== one && tellsSame(one, other))
  const found = sentences.flatMap((own, n) =>
    own.flatMap((one, at) => {
      if (!one.aside || own.length > MOST_NUMBERS) return []
      const joined = isJoined(one, own)
      if (!joined && !isPlain(one, own[at - 1])) return []
      const { item } = one
      const around = item.ofBody ? own : [...(sentences[n - 1] ?? []), ...own, ...(sentences[n + 1] ?? [])]
      const beside = around.filter(
        (other) => other !== one && other.item.family === item.family && other.item.ofBody === item.ofBody,
      )
      const witnesses = beside.filter(({ state, item: { value } }) => state === 'agrees' && value > 0)
      const figures = new Set(witnesses.map((other) => figuresOf(other)[0]))
      const borne =
        figures.size >= WITNESSES &&
        witnesses.some(({ item: { value } }) => value >= TELLING) &&
        !beside.some((other) => other.aside)
      const untold = isUntold(one)
      const meanings = borne || joined ? one.meanings.filter(({ figure }) => untold(figure)) : []
      // 有效期满失效11件: of two deeds it is not plain which.
      const several =
        item.family === 'documents' && meanings.some(({ figure: { cells } }) => cells.length > 1)
      return meanings.length && !several ? [{ one, meanings }] : []
    }),
  )
  for (const { one, meanings } of found) Object.assign(one, { state: 'differs', meanings })
  for (const one of sentences.flat()) {
    const meanings =
      one.aside && isTypo(one) ? one.meanings.filter(({ figure }) => isUntold(one)(figure)) : []
    if (meanings.length) Object.assign(one, { state: 'differs', meanings })
  }
  // 县政府新收5件。各部门新收12件: with what other bodies tell of one figure it is the table's.
  for (const one of sentences.flat()) {
    if (one.state !== 'differs') continue
    const shared = one.meanings.some(({ figure, amount }) => {
      const others = telling
        .get(figure)
        ?.filter((other) => other.item.ofBody && other.sentence !== one.sentence)
      return others?.length && others.reduce((sum, { item }) => sum + item.value, one.item.value) === amount
    })
    if (shared) one.state = 'unsure'
  }
}

/** What is told again of the same thing is written wrong by a slip, or by little. */
const FAR = 1.2
const LEAST = 2
/** 以本办名义作出的答复没有引起复议: of what is in that name. */
const IN_NAME = /以[^,;]{2,12}名义[^,;]*$/
/**
 * 全省新收12487件，……以省政府为对象的318件: where another sentence tells a figure rightly, a number that is off by more than a
 * little, and no slip of it, counts something else; of several of them so does the last that a slip may explain. 复议13件，
 * 以本办名义的没有引起复议: nor is such a denial one of all.
 */
export function toldRightly(judged: Told[]): void {
  // The first sentence that tells it, and whether another does.
  const right = new Map<string, { first: Told['sentence']; again: boolean }>()
  for (const { state, item, meanings, sentence } of judged) {
    if (state !== 'agrees' || item.value === 0 || !meanings[0]) continue
    const key = cellsOf(meanings[0])
    const told = right.get(key)
    if (!told) right.set(key, { first: sentence, again: false })
    else if (told.first !== sentence) told.again = true
  }
  // 收到申请240件，予以公开35件: beside what no chance makes the table's it is the table's as well.
  const witnessed = new Map<Told['sentence'], Set<Family | undefined>>()
  for (const { state, item, sentence } of judged)
    if (state === 'agrees' && item.value > LITTLE)
      witnessed.set(sentence, (witnessed.get(sentence) ?? new Set()).add(item.family))
  const isOurs = ({ item, sentence }: Told) =>
    item.unknown === 0 && witnessed.get(sentence)?.has(item.family) === true
  // 全市共受理1236件，结转9件: in one sentence of one circle.
  let wider: Told | undefined
  const left: Told[] = []
  for (const one of judged) {
    const { item, sentence, meanings } = one
    if (one.state !== 'differs' && one.state !== 'unsure') continue
    const [meant] = meanings
    const told = meant && right.get(cellsOf(meant))
    const elsewhere = told && (told.again || told.first !== sentence)
    // 本办新收86件。全市共受理申请1236件: of a wider circle, which the organ's own part may follow.
    const circle = OF_CIRCLE.test(sentence.text.slice(0, item.quantity?.start))
    const divided = circle && (wider?.sentence === sentence || OWN_PART.test(sentence.text.slice(item.end)))
    const isFar = ({ amount = 0 }: Meaning) =>
      Math.abs(item.value - amount) > LEAST &&
      (item.value > amount * FAR || item.value * FAR < amount) &&
      (divided || !isTellingSlip(item.value, amount))
    const lead = sentence.text.slice(0, item.start)
    const follows =
      wider?.sentence === sentence &&
      wider.item.family === item.family &&
      !/其中|[本我][^,;]?[机局办委厅]/.test(lead.slice(Math.max(wider.item.end, lead.search(LAST_CIRCLE))))
    const far = Boolean(item.quantity && (circle ? told : elsewhere && !isOurs(one)) && meanings.every(isFar))
    const aside = item.quantity ? far || follows : IN_NAME.test(sentence.text.slice(0, item.start))
    if (aside && one.state === 'differs') {
      one.state = 'unsure'
      if (far) left.push(one)
    }
    if (far && circle && meanings.every(({ amount = 0 }) => item.value > amount)) wider = one
  }
  // 办结65件，公开36件、其他处理2件: so does what a slip may explain, beside several that none does.
  const bySentence = new Map<Told['sentence'], Told[]>()
  for (const one of left) bySentence.set(one.sentence, [...(bySentence.get(one.sentence) ?? []), one])
  for (const one of left.length > 1 ? judged : []) {
    const { segment, family } = one.item
    const beside = bySentence.get(one.sentence)?.filter(({ item }) => item.segment === segment)
    if (one.state === 'differs' && beside && beside.filter(({ item }) => item.family === family).length > 1)
      one.state = 'unsure'
  }
  ofPartAgain(judged)
}
/** 从本级看，……: what the whole sentence tells is of it. */
const OF_LEVEL =
  /^(?:\d+[.、])?[从就][^,;]{0,8}(?:本级|机关|自身|[省市州县区]直|部门|乡镇|街道)[^,;]{0,6}(?:看|来说|而言),/
/** 区政府的71件, 写明向县政府申请的34件: a part that was told before. */
const PART_AGAIN = /(?:政府|本级|机关|部门|街道|乡镇|办公[室厅]|[局委办])\)?(?:收到|受理|申请|提出|提交)?的$/
/** 区政府的71件办结68件，公开29件: what a sentence that begins with such a part goes on to tell is of it. */
function ofPartAgain(judged: Told[]): void {
  let head: Told | undefined
  const told = new Set<number>()
  for (const one of judged) {
    const { item, sentence } = one
    if (head && (head.sentence !== sentence || head.item.segment !== item.segment)) head = undefined
    const lead = sentence.text.slice(0, item.quantity?.start)
    if (!/\d/.test(lead) && PART_AGAIN.test(lead) && one.state !== 'agrees' && told.has(item.value))
      head = one
    else if (one.state === 'differs' && item.family === 'requests') {
      const isLess = one.meanings.every(({ amount = 0 }) => item.value < amount)
      if (head || (isLess && OF_LEVEL.test(sentence.text))) one.state = 'unsure'
    }
    if (item.quantity) told.add(item.value)
  }
}
const LAST_CIRCLE = /全(?:[省市州盟县区旗镇乡]|系统)(?!.*全[省市州盟县区旗镇乡])/
const OWN_PART = /(?:其中|;)[^,;]{0,10}(?:办公[室厅]|本级|机关)|[本我][办局厅委]/
const OF_CIRCLE = /(?:(?:^|[,;:年从])全(?:[省市州盟县区旗镇乡]|系统)|各级?(?:行政机关|部门|单位))[^,;:]*$/
const cellsOf = ({ figure }: Meaning) => figure.cells.join()

/** 公开许可407件、处罚25件: decisions by their bare name, side by side with those that the table has. */
function isJoined({ item, meanings, sentence: { text } }: Told, own: Told[]): boolean {
  const name = item.window.find(({ concept }) => concept === 'document')
  return (
    name !== undefined &&
    name.end === item.quantity?.start &&
    !item.part &&
    !says(item, 'kind') &&
    // 公开许可决定书300件: fewer may be those that are published.
    meanings.every(({ amount = 0 }) => item.value > amount * NEARLY) &&
    own.some(
      ({ item: other, state }) =>
        state === 'agrees' &&
        other.family === 'documents' &&
        sideBySide(item, other, text) &&
        String(other.first) !== String(item.first) &&
        other.quantity?.unit === item.quantity?.unit &&
        other.value >= LARGE,
    )
  )
}
const NEARLY = 0.9
/** A number that no other is likely to be by chance. */
const LARGE = 10

const LONG = 100
/** Of decisions a clause may tell in words of its trade; more than all of them are none of them. */
const isTypo = ({ item: { value, family, unknown, loose, scope, quantity }, meanings }: Told): boolean =>
  !quantity?.rough &&
  meanings.some(
    ({ amount = 0, first: [key] }) =>
      ((value >= LONG || key?.startsWith('administrative')) && isSwapped(value, amount)) ||
      (family === 'documents' &&
        (key?.startsWith('administrative') ?? false) &&
        scope === 'ours' &&
        quantity?.unit !== '条' &&
        !loose &&
        unknown <= MOST_OF_TRADE &&
        value > amount),
  )
const MOST_OF_TRADE = 8
const isGroup = ({ first }: Item) =>
  first?.some(([key]) => /^outcome\.(?:denied|unavailable|notProcessed|other)$/.test(key ?? '')) ?? false
/** 转交我县核查的申请8件: applications of a kind that nobody knows. */
const isBare = (item: Item) => says(item, 'request') && !says(item, 'row')
/** It names what it counts, and neither a part of another number nor what others leave. */
function isPlain({ sentence, item, phrase, meanings }: Told, before: Told | undefined): boolean {
  const lead = sentence.text.slice(before?.item.quantity?.end ?? 0, item.quantity?.start)
  return (
    // 因需加工而未能提供2件: so many for one reason are some of their group.
    !(
      item.unknown > 1 &&
      (isGroup(item) || isBare(item)) &&
      meanings.some(({ amount = 0 }) => item.value < amount)
    ) &&
    !item.part &&
    // 一件多项的申请有9件: with words before it that nobody knows, so many are some of them.
    !(item.first === ANY_FLOW && /的申请有$/.test(lead)) &&
    !item.quantity?.rough &&
    item.quantity?.unit !== '条' &&
    item.family !== undefined &&
    item.unknown <= MOST_UNKNOWN[item.family] &&
    NAMES.some((concept) => says(item, concept)) &&
    (item.ofBody > 0 ? !isOutcomeRow(item) || !ALL_OF_THEM.test(sentence.text) : !ONE_OF.test(lead)) &&
    !OTHERS.test(phrase) &&
    !APART.some((concept) => says(item, concept)) &&
    // 各单位收件合计37件: all that came in, if a verb says so.
    (!says(item, 'sum') || says(item, 'row'))
  )
}
