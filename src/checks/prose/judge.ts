import type { Given } from '../types'
import type { Family } from './figures'
import { says } from './items'
import type { Concept } from './lexicon'
import {
  agreesIn,
  alike,
  fits,
  type Hypothesis,
  hypothesesOf,
  leftOpen,
  type Meaning,
  missingIn,
  NO_HYPOTHESES,
  type Topic,
} from './meanings'
import type { Item } from './sentence'
import { judgeOther, judgeRest, judgeSum, type Verdict } from './sums'

const MOST_JOINT = 2_000

/** The one figure that the words next to a number name, if the number fits it. */
function soleOf(item: Item, hypotheses: Hypothesis[]): Meaning | undefined {
  const near = hypotheses.filter((one) => one.near).flatMap(({ meanings }) => meanings)
  const [meaning] = near
  if (meaning?.amount === undefined || !fits(item, meaning.amount)) return undefined
  const { figure } = meaning
  const isSole = near.every(({ figure: one }) => one === figure || one.cells.join() === figure.cells.join())
  return isSole ? meaning : undefined
}

/** Whether a number fits different figures, under the readings that make every number of its run true. */
function fitsSeveral(run: Item[], all: Hypothesis[][], at: number): boolean {
  const item = run[at] as Item
  const holds = (key: string) =>
    run.every((other, i) => all[i]?.some((one) => one.key === key && agreesIn(other, one)))
  const fitting = (some: Hypothesis[]) =>
    some.flatMap(({ meanings }) =>
      meanings.filter(({ amount }) => amount !== undefined && fits(item, amount)),
    )
  const several = (some: Hypothesis[]) => {
    const [first, ...more] = fitting(some)
    return more.some(({ figure }) => figure.cells.join() !== first?.figure.cells.join())
  }
  const own = all[at] ?? []
  return several(own) && several(own.filter(({ key }) => holds(key)))
}

/** The nearest reading of a run, where it makes every number of it true: no other has fewer disagreements. */
function nearestOf(run: Item[], all: Hypothesis[][]): Verdict[] | undefined {
  const key = all[0]?.[0]?.key
  const verdicts: Verdict[] = []
  for (const [i, item] of run.entries()) {
    const hypothesis = all[i]?.find((one) => one.key === key)
    const agreeing = hypothesis?.meanings.find(({ amount }) => amount !== undefined && fits(item, amount))
    if (!agreeing) return undefined
    verdicts.push({
      state: 'agrees',
      meanings: [agreeing],
      sole: soleOf(item, all[i] ?? []),
      several: fitsSeveral(run, all, i),
    })
  }
  return verdicts
}

/** The joint readings of a run: those with the fewest disagreements decide, and only what all of them blame is blamed. */
function judgeRun(run: Item[], all: Hypothesis[][]): Verdict[] {
  const keys = [...new Set(all.flatMap((hypotheses) => hypotheses.map(({ key }) => key)))]
  const of = (i: number, key: string) => all[i]?.find((one) => one.key === key)
  const nears = new Set(
    all.flatMap((hypotheses) => hypotheses.filter(({ near }) => near).map(({ key }) => key)),
  )
  const wrong = (key: string) =>
    run.filter((item, i) => {
      const hypothesis = of(i, key)
      return !hypothesis || !agreesIn(item, hypothesis)
    }).length
  const scored = keys.map((key) => ({ key, wrong: wrong(key), near: nears.has(key) }))
  const perfect = scored.filter((one) => one.wrong === 0)
  const candidates = perfect.length ? perfect : scored.filter(({ near }) => near)
  const least = Math.min(...candidates.map((one) => one.wrong))
  const best = candidates.filter((one) => one.wrong === least)
  const tooMany = run.length > 1 && keys.length > 1 && least > Math.max(1, run.length / 2)
  return run.map((item, i): Verdict => {
    const hypotheses = best.flatMap(({ key }) => of(i, key) ?? [])
    if (!hypotheses.length) return { state: 'unsure', meanings: [] }
    const agreeing = hypotheses.flatMap(({ meanings }) =>
      meanings.filter(({ amount }) => amount !== undefined && fits(item, amount)),
    )
    if (agreeing.length)
      return {
        state: 'agrees',
        meanings: agreeing.slice(0, 1),
        sole: soleOf(item, all[i] ?? []),
        several: fitsSeveral(run, all, i),
      }
    const meanings = hypotheses[0]?.meanings ?? []
    if (hypotheses.some(missingIn)) return { state: 'missing', meanings }
    return { state: tooMany ? 'unsure' : 'differs', meanings }
  })
}

export function judgeSentence(given: Given, items: Item[], topic: Topic): Verdict[] {
  const verdicts: Verdict[] = items.map(() => ({ state: 'none', meanings: [] }))
  const hypotheses = items.map((item, i) =>
    item.scope === 'none'
      ? NO_HYPOTHESES
      : hypothesesOf(given, item, items.slice(0, i), items.slice(i + 1), topic),
  )
  const others = items.map(
    ({ window, family }) => !family && window.some(({ concept }) => concept === 'other'),
  )
  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item
    const run = [i]
    let to = i + 1
    for (
      ;
      item.quantity?.unit !== '%' &&
      to < items.length &&
      run.length * (hypotheses[i]?.near.length ?? 1) < MOST_JOINT;
      to++
    ) {
      const next = items[to] as Item
      if (others[to] || next.quantity?.unit === '%') continue
      if (!alike(item, next)) break
      run.push(to)
    }
    if (item.quantity?.unit === '%') {
      const meanings = (hypotheses[i]?.all() ?? []).flatMap((one) => one.meanings)
      verdicts[i] = { state: 'none', meanings }
    } else if (item.family) {
      const read = run.map((at) => items[at] as Item)
      const readings = run.map((at) => hypotheses[at] ?? NO_HYPOTHESES)
      const found =
        nearestOf(
          read,
          readings.map(({ near }) => near),
        ) ??
        judgeRun(
          read,
          readings.map(({ all }) => all()),
        )
      if (hypotheses[i]?.near.length || hypotheses[i]?.all().length)
        run.forEach((at, n) => {
          verdicts[at] = found[n] as Verdict
        })
    }
    i = leftOpen(item) === '' || run.length === 1 ? i + 1 : (run.at(-1) as number) + 1
  }
  items.forEach((item, i) => {
    const said = (concept: Concept) => item.window.some((token) => token.concept === concept)
    const before = items
      .slice(0, i)
      .filter(({ quantity }) => quantity?.unit !== '%')
      .at(-1)
    const whole =
      said('wholeYear') && before?.scope === 'part' && before.quantity?.unit === item.quantity?.unit
    const counts = item.quantity && item.quantity.unit !== '%'
    if (counts && !item.family && item.scope === 'ours' && (said('sum') || whole))
      verdicts[i] = judgeSum(given, item, items.slice(0, i), verdicts)
    if (item.quantity && item.quantity.unit !== '%' && !item.family && item.scope === 'ours' && said('rest'))
      verdicts[i] = judgeRest(given, item, before)
    if (others[i] && item.quantity?.unit !== '%' && item.quantity && item.scope !== 'none')
      verdicts[i] = judgeOther(given, item, items.slice(0, i), verdicts)
  })
  return verdicts
}

const COUNTED: Record<Family, RegExp> = {
  requests: /^(?:件|份|宗|例|起|件次|)$/,
  cases: /^(?:件|份|宗|例|起|件次|)$/,
  documents: /^(?:件|份|个|部|项|例|宗|起|笔|次|件次|元|万元|)$/,
}
const WITH_NOUN = /^(?:条|封|个|项|次|桩|件次)$/

/** Whether the words name the figure so plainly that a difference is an error. */
export function accusable(
  item: Item,
  verdict: Verdict,
  items: Item[],
  topic: Topic,
  text: string,
): { plain: boolean; counted: boolean; certain: boolean } {
  const unit = item.quantity?.unit ?? ''
  const family = item.family
  // 收到申请66条，答复60条: the noun goes on with its unit.
  const has = (concept: string) =>
    items.some(
      (one) =>
        one.start <= item.start &&
        one.family === family &&
        one.quantity?.unit === unit &&
        one.window.some((token) => token.concept === concept),
    )
  // 收到申请66条。其中公开60条: the antecedent stands in the sentence before.
  const divided = topic.rows.length > 0 && items[0] !== undefined && says(items[0], 'among')
  // 依申请公开96次，行政复议13次: one unit for all that the tables count.
  const countsRequests = () =>
    items.some((one) => one.family === 'requests' && one.quantity?.unit === unit && says(one, 'request'))
  // 收到申请3人5次: so many who asked so many times.
  const askedSo = () =>
    items.some(
      (one) =>
        one.quantity?.unit === '人' && one.quantity.end === item.quantity?.start && says(one, 'request'),
    )
  // 收费项目56个: how many kinds of fee there are, not what they brought in.
  const fees = item.first?.some((keys) => keys.includes('administrativeFees'))
  // 行政处罚本年处理决定数量567条: as the table calls them.
  const named = item.window.find(({ concept }) => concept === 'document')
  // 规范性文件制发数量14条、废止数量6条: what became of them, in one unit.
  const areActs = (): boolean => {
    const acts = items.filter(
      (one) =>
        one.family === 'documents' && one.second && one.quantity?.unit === unit && one.scope === 'ours',
    )
    // 规范性文件发布2条，废止数量1条，有效数量6条: also where the first of them has no such word.
    const named = items.some(
      (one) => says(one, 'document') && one.quantity?.unit === unit && one.segment === item.segment,
    )
    return acts.includes(item) && acts.length > 1 && named
  }
  const asInTable =
    unit === '条' && (/处理决定数量?$/.test(text.slice(named?.start, named?.end)) || areActs())
  const counted = fees
    ? /元$/.test(unit) || !item.quantity
    : family
      ? COUNTED[family].test(unit) ||
        asInTable ||
        (family === 'requests' &&
          WITH_NOUN.test(unit) &&
          (divided ||
            has('request') ||
            // 撤销申请6项.
            /申请$/.test(text.slice(item.start, item.quantity?.start)) ||
            askedSo() ||
            topic.units.includes(unit))) ||
        (family === 'cases' &&
          unit === '次' &&
          (countsRequests() ||
            item.window.some(({ concept, end }) => concept === 'case' && end === item.quantity?.start)))
      : true
  const plain =
    counted && item.scope === 'ours' && !item.loose && item.unknown <= 1 && verdict.meanings.length > 0
  return {
    plain,
    counted,
    certain:
      plain &&
      item.unknown === 0 &&
      !item.quantity?.rough &&
      new Set(verdict.meanings.map(({ amount }) => amount)).size === 1,
  }
}
