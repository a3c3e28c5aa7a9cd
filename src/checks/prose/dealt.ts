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
/**
 * 复议13件、诉讼7件，其中被纠正的分别为2件、1件; 制发规章6件、规范性文件63件，分别废止9件、81件: a result or a deed dealt out to the cases or
 * documents before it, in their order.
 */
export function dealtBehind(items: Item[], text: string): void {
  items.forEach((item, i) => {
    const { family, second, part } = item
    const isDealt = family === 'cases' || (family === 'documents' && second)
    if (!isDealt || item.first || !item.quantity || !says(item, 'each')) return
    let to = i + 1
    while (NEXT.test(text.slice(items[to - 1]?.quantity?.end, items[to]?.quantity?.start))) to++
    const [run, kinds] = [items.slice(i, to), items.slice(Math.max(0, 2 * i - to), i)]
    const told = kinds.every(
      (kind) =>
        kind.family === family &&
        kind.first &&
        (family === 'documents' || !kind.second) &&
        kind.bracket === item.bracket,
    )
    if (run.length < 2 || kinds.length < run.length || !told) return
    run.forEach((one, n) => {
      Object.assign(one, { family, first: kinds[n]?.first, second, part, loose: false })
    })
  })
}
