import { type Item, isOutcome, says } from './items'
import type { Concept } from './lexicon'
import type { Quantity } from './quantities'
import type { Token } from './tokens'

/** What a figure of the tables is called by. */
export const NAMING: readonly Concept[] = ['row', 'column', 'case', 'result', 'document', 'act', 'other']
export const names = ({ concept }: Token) => NAMING.includes(concept)

/** 复议和诉讼分别为6件和3件: names dealt out in turn; what there is one of is everybody's. */
export function dealtOut(idle: Token[], own: Token[], quantities: Quantity[]): Token[][] | undefined {
  const first = quantities[0] as Quantity
  if (quantities.length < 2) return undefined
  const each =
    own.find(({ concept, start }) => concept === 'each' && start < first.start) ??
    idle.find(({ concept }) => concept === 'each')
  if (!each) return undefined
  // 律师和个人来查询，分别属于第三方权益2件和行政查询4件: each has words of its own.
  const hasOwn = quantities.every((quantity, i) => {
    const from = Math.max(each.end, quantities[i - 1]?.end ?? 0)
    return own.some((token) => names(token) && token.start >= from && token.end <= quantity.start)
  })
  if (hasOwn) return undefined
  const said = [...idle, ...own.filter(({ start }) => start < first.start)].filter(names)
  // 办理的件中，予以公开和部分公开分别为: how they ended says more than that they were handled.
  const ended = said.some(isOutcome)
  const named = said.filter((token) => !ended || token.concept !== 'row' || isOutcome(token))
  // 内部事务信息、过程性信息不予公开的分别为8件和3件: rows, and the group that they are of.
  const keyOf = ({ word }: Token) => word.keys?.[0]?.[0] ?? ''
  const inner = named.filter(
    (token) => !named.some((other) => keyOf(other).startsWith(`${keyOf(token)}.`) && token.concept === 'row'),
  )
  // 复议和诉讼分别为: one word for both.
  const apart = named.flatMap((token) =>
    (token.word.keys?.[0] ?? []).map((key) => ({ ...token, word: { ...token.word, keys: [[key]] } })),
  )
  const kinds = [...new Set(named.map(({ concept }) => concept))]
  const [dealt] = [named, inner, apart].flatMap((tokens) =>
    kinds
      .map((kind) => tokens.filter(({ concept }) => concept === kind))
      .filter(({ length }) => length === quantities.length),
  )
  if (!dealt) return undefined
  const turn = dealt[0]?.concept
  const common = named.filter(({ concept }) => concept !== turn)
  return quantities.map((_, i) => [...common, dealt[i] as Token])
}

const NEXT = /^[、,和及与]$/
const isApart = (keys: (string[][] | undefined)[]) => new Set(keys.map(String)).size === keys.length
/**
 * 复议13件、诉讼7件，其中被纠正的分别为2件、1件; 制发规章6件、规范性文件63件，分别废止9件、81件: a result or a deed dealt out to the cases or
 * documents before it, in their order. 规章制发、废止分别为6件、9件，规范性文件分别为63件、81件: so are deeds or results to the next of them.
 */
export function dealtBehind(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const { family, first, second, part } = item
    if ((family !== 'cases' && family !== 'documents') || !item.quantity) return
    // 制发规章6件、规范性文件63件，废止9件、81件: a deed alone cannot be told twice of the same.
    const isDealt = second ? !first && (family === 'documents' || says(item, 'each')) : says(item, 'each')
    if (!isDealt) return
    let to = i + 1
    while (NEXT.test(text.slice(items[to - 1]?.quantity?.end, items[to]?.quantity?.start))) to++
    // 分别解读6件、63件，分别废止9件、81件: what no table counts stands between.
    const told = items.slice(0, i).filter((kind) => kind.quantity && kind.family)
    const [run, kinds] = [items.slice(i, to), told.slice(i - to)]
    if (run.length < 2 || kinds.length < run.length) return
    if (kinds.some((kind) => kind.family !== family || kind.bracket !== item.bracket)) return
    if (first) {
      const isOne = kinds.every((kind) => kind.second && String(kind.first) === String(kinds[0]?.first))
      if (!isOne || !isApart(kinds.map((kind) => kind.second))) return
      run.forEach((one, n) => {
        Object.assign(one, { family, first, second: kinds[n]?.second, loose: false })
      })
      return
    }
    if (kinds.some((kind) => !kind.first || (family === 'cases' && kind.second))) return
    if (!says(item, 'each') && !isApart(kinds.map((kind) => kind.first))) return
    run.forEach((one, n) => {
      Object.assign(one, { family, first: kinds[n]?.first, second, part, loose: false })
    })
  })
}
