import { isFarOff } from '../../locate/slips'
import { makes } from '../../prose/addsUp'
import { amountOf, type Figure, figureOf } from '../../prose/figures'
import { ANY_FLOW } from '../../prose/items'
import { isFlow, waysOf } from '../../prose/listKinds'
import { counts, has, leadBefore, sumOf } from '../../prose/listParts'
import { partListsOf } from '../../prose/lists'
import {
  ALL_OF_THEM,
  CIRCLES,
  COMPLEMENTS,
  OVERLAP,
  OWN_AND_OTHERS,
  PARTS_OF_YEAR,
} from '../../prose/listWords'
import { quoted } from '../../prose/normalise'
import { EACH } from '../../prose/partList'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, leadOf, plain } from './arithmetic'

/** Parts of a total that only the table tells; whether they leave nothing out. */
interface Parts {
  parts: Judged[]
  complete: boolean
  isWays?: boolean
}
const isOurs = ({ item }: Judged) => item.family === 'requests' && item.first !== undefined && !item.second
const named = (parts: Judged[], level: Judged[], kinds: RegExp[]) =>
  parts.length === kinds.length &&
  kinds.every((kind, n) => kind.test(leadBefore(level, level.indexOf(parts[n] as Judged))))
/** 网络申请5件，线下申请3件: 申请 alone may count whichever figure the other does. */
const alike = (parts: Judged[]) =>
  new Set(parts.flatMap(({ item: { first } }) => (first && first !== ANY_FLOW ? String(first) : []))).size < 2

/** Without one of these words no number is of a part of the year. */
const TELLS_PARTS = /半年|季度|月/
/** 上半年40件，下半年56件; 市本级40件……，县区56件……; 网络61件、信函35件. */
function partsIn(level: Judged[]): Parts[] {
  const years = (TELLS_PARTS.test(level[0]?.sentence.text ?? '') ? level : []).flatMap((_, i) =>
    PARTS_OF_YEAR.flatMap(({ names }) => {
      const parts = level.slice(i, i + names.length)
      return named(parts, level, names) ? [{ parts, complete: true }] : []
    }),
  )
  const bodies = level.filter((one) => one.item.scope === 'part' && isOurs(one))
  const circle = [...CIRCLES, OWN_AND_OTHERS].some((kinds) => named(bodies, level, kinds))
  const own = circle || named(bodies, level, [/本级|机关/, /部门|单位/])
  const [, ways] = waysOf(level)
  const said = ways.map((one) => leadBefore(level, level.indexOf(one))).join('')
  const asked = ways.some(({ item }) => item.family === 'requests')
  return [
    ...years,
    ...(own ? [{ parts: bodies, complete: circle }] : []),
    ...(ways.length > 1 && asked
      ? [
          {
            parts: ways,
            complete: COMPLEMENTS.some((kinds) => kinds.every((kind) => kind.test(said))),
            isWays: true,
          },
        ]
      : []),
  ]
}

/**
 * 县政府新收5件，予以公开3件；各部门新收12件，予以公开7件: what each of the bodies tells of one figure makes it up; they are all there
 * are where this holds of other figures.
 */
function bodiesIn(level: Judged[]): Outcome[] {
  if (!level.some(({ item }) => item.ofBody)) return []
  const told = level.filter(
    ({ item, meanings }) =>
      item.family === 'requests' &&
      item.first &&
      !item.second &&
      new Set(meanings.map(({ amount }) => amount)).size === 1,
  )
  // 全市新收11件：市政府新收3件…；部门新收8件…: what the bodies share out is none of theirs.
  const shared = told.filter(({ item, sentence }) => /^[件宗份起]?:/.test(sentence.text.slice(item.end)))
  const heads = told.filter(
    (one, i) =>
      !shared.includes(one) &&
      (i === 0 || shared.includes(told[i - 1] as Judged) || one.item.segment !== told[i - 1]?.item.segment),
  )
  const bodies = heads.filter((one) => has(one, 'body', 'whole') && isOurs(one))
  const [first] = bodies
  // 新收3件，均予以公开: told without a number.
  const unsaid = first && ALL_OF_THEM.test(first.sentence.text)
  if (!first || unsaid || bodies.length < 2 || !bodies.some(({ item }) => item.ofBody) || !alike(bodies))
    return []
  const segments = bodies.map(({ item }) => item.segment)
  const sums = new Map<string, { figure: Figure; amount: number; sum: number; parts: Judged[] }>()
  for (const one of told) {
    const [meaning] = one.meanings
    if (!segments.includes(one.item.segment) || shared.includes(one) || meaning?.amount === undefined)
      continue
    const { figure, amount } = meaning
    const key = figure.cells.join()
    const { sum, parts } = sums.get(key) ?? { sum: 0, parts: [] }
    sums.set(key, { figure, amount, sum: sum + one.item.value, parts: [...parts, one] })
  }
  const all = [...sums.values()]
  const wrong = all.filter(({ sum, amount }) => sum !== amount)
  const [only] = wrong
  const bearing = all.filter(({ sum, amount, parts }) => sum === amount && parts.length > 1)
  const part = only?.parts.at(-1)
  if (!only || !part || wrong.length > 1 || !bearing.length || all.length < 3) return []
  const message = `正文：各单位的数相加为 ${plain(only.sum)}，${only.figure.name}为 ${plain(only.amount)}，差 ${plain(Math.abs(only.sum - only.amount))}。`
  return [failsIn(part, [only.parts[0]?.item.start ?? 0, part.item.end], message)]
}

/** Parts that leave nothing out make the figure of the table, others no more than it, or what the text says before them. */
export function complementsIn(given: Given, own: Judged[], earlier: Judged[]): Outcome[] {
  const level = own.filter((one) => counts(one) && one.item.bracket === 0)
  const lists = partListsOf(own, earlier)
  return [
    ...bodiesIn(level),
    ...partsIn(level).flatMap(({ parts, complete, isWays }): Outcome[] => {
      const [first] = parts
      const last = parts.at(-1)
      const at = own.indexOf(first as Judged)
      const subject = [
        ...parts.filter(({ item }) => item.unknown <= 1),
        ...own
          .slice(0, at)
          .filter((one) => isOurs(one) && one.item.scope === 'ours')
          .reverse(),
        ...earlier.filter(isFlow),
      ].find(isOurs)
      // 从提交方式看，网络33件、信函41件: of what came in, if no other figure is told.
      const named = subject?.item.first ?? (isWays ? [['received']] : undefined)
      if (!first || !last || !named || !alike(parts)) return []
      // The text tells their total, or that some are counted twice.
      if (lists.some((list) => list.parts.includes(first)) || OVERLAP.test(first.sentence.text)) return []
      const figures = named.flatMap(
        (keys) => figureOf(given.edition, { family: 'requests', first: keys, second: ['total'] }) ?? [],
      )
      const [figure] = figures
      const amounts = figures.flatMap(({ cells }) => amountOf(given, cells) ?? [])
      const sum = sumOf(parts)
      const said = [...earlier, ...own].filter((one) => counts(one) && !parts.includes(one))
      const totals = [...amounts, ...said.map(({ item }) => item.value)]
      const { written } = first
      const place = { target: written.address, operands: [written.address] }
      // 线上70件、线下26件，线下的有邮寄21件和当面5件: the last of them are parts of one before them.
      const values = parts.map(({ item }) => item.value)
      const nests = totals.some((total) => makes(values, total))
      // 市政府及办公室64件、市直部门387件、县（市、区）953件: with the one before them.
      const [before] = own.slice(Math.max(0, at - 1), at)
      const beside = before && before.item.segment === first.item.segment && counts(before)
      // 部门20件、县区60件、乡镇16件: and with the one behind them.
      const next = own[own.indexOf(last) + 1]
      const follows = next && next.item.segment === first.item.segment && counts(next)
      const withIt =
        (beside && amounts.includes(sum + before.item.value)) ||
        (follows && amounts.includes(sum + next.item.value))
      const fits =
        withIt || nests || totals.includes(sum) || parts.some(({ item }) => amounts.includes(item.value))
      if (fits || amounts.some((amount) => sum < amount && !complete)) return [{ ...place, state: 'holds' }]
      const unsafe = parts.some(
        (one) =>
          one.item.quantity?.rough ||
          one.state === 'differs' ||
          // 当面和电子邮件各2件: so many each.
          EACH.test(leadOf(own, own.indexOf(one))) ||
          has(one, 'channel', 'none', 'otherYear', 'years', 'compare', 'document'),
      )
      const [amount] = amounts
      // 大厅受理21.4万件，当场办毕19.8万件: each is more than all that came in.
      const ofOthers = amount !== undefined && parts.every(({ item }) => item.value > amount)
      if (
        unsafe ||
        ofOthers ||
        !figure ||
        amount === undefined ||
        // 省政府271件，部门1486件；甲市2193件、乙市1847件: others follow.
        isFarOff(sum, amount) ||
        (subject === first && first.item.unknown > 1)
      )
        return []
      const start = first.sentence.start + first.item.start
      return [
        {
          ...place,
          state: 'fails',
          message: `正文：各项相加为 ${plain(sum)}，${figure.name}为 ${plain(amount)}，差 ${plain(Math.abs(sum - amount))}。`,
          evidence: {
            [written.address]: quoted(
              written.prose,
              start,
              last.sentence.start + (last.item.quantity?.end ?? 0),
            ),
          },
        },
      ]
    }),
  ]
}
