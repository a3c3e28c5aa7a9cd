import { enteredCellsOf } from '../format/cells'
import { placeOf, textsOf } from '../format/names'
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
  if (!differing.length) {
    const words = differingTexts(versions)
    return versions.map(() => `表中的数相同，${words}不同`)
  }
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

/** 总体情况、存在的主要问题: the texts that are not the same in all versions. */
function differingTexts(versions: readonly Received[]): string {
  const [first] = versions
  if (!first?.prints || versions.some(({ prints }) => !prints)) return '正文或基本信息'
  const texts = textsOf(editionOf(first)).filter((_, n) =>
    versions.some(({ prints }) => prints?.[n] !== first.prints?.[n]),
  )
  const named = versions.some(({ organ }) => organ.name !== first.organ.name) ? ['机关名称'] : []
  const words = [...named, ...texts.map(({ label }) => `“${label}”`)]
  if (!words.length) return '基本信息或附注'
  return words.slice(0, MOST).join('、') + (words.length > MOST ? ` 等 ${words.length} 处` : '')
}

const isSame = (one: Figure = null, other: Figure = null) =>
  one === null || other === null ? one === other : BigInt(one) === BigInt(other)
