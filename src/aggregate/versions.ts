import { enteredCellsOf } from '../format/cells'
import { placeOf } from '../format/names'
import { formatAmount } from '../report/value'
import { editionOf, type Figure, type Received } from './received'

/** So many places are enough to tell two versions apart. */
const MOST = 3

/** For each of several versions of one report, in words, what it says where they differ. */
export function versionWords(versions: readonly Received[]): string[] {
  const [first] = versions
  if (!first || versions.some(({ edition }) => edition !== first.edition)) return versions.map(() => '')
  const edition = editionOf(first)
  const differing = enteredCellsOf(edition).flatMap((cell, at) =>
    versions.some(({ figures }) => !isSame(figures[at], first.figures[at])) ? [{ ...cell, at }] : [],
  )
  if (!differing.length) return versions.map(() => '表中的数相同，正文或基本信息不同')
  const more = differing.length > MOST ? ` 等 ${differing.length} 处不同` : ''
  return versions.map(
    ({ figures }) =>
      differing
        .slice(0, MOST)
        .map(({ address, unit, at }) => {
          const figure = figures[at] ?? null
          return `${placeOf(edition, address)}：${figure === null ? '没有可用的数' : formatAmount(BigInt(figure), unit)}`
        })
        .join('；') + more,
  )
}

const isSame = (one: Figure = null, other: Figure = null) =>
  one === null || other === null ? one === other : BigInt(one) === BigInt(other)
