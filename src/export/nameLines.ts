import { LINE_CHARACTERS } from '../report/together'

/** Characters of the title on one line: 22 pt on 156 mm. */
const TITLE_LINE = 20
/** A part of a name beyond this may be wider than a telephone, and is left to the browser. */
const LONGEST_PART = 18

/** Where the names of places and organs end, and a title may be broken (GB/T 9704 7.3.1: whole words, lines alike in length). */
const NAME_END =
  /自治[区州县旗]|开发区|示范区|新区|园区|保税区|[省盟州镇乡](?!级)|市(?!场|政|容|民|辖)|[县区旗](?!域|划|级|块)|街道|人民政府|委员会|办公室|(?:局|厅|中心)(?!长)/g
/** 管理|委员会 are two words of the dictionary and one of the name. */
const OF_ONE_WORD = /^(?:委员会|办公室|领导小组|小组|中心|局|厅|处|站|所|院|部|队|组|室|区)/
const CLOSING = /^[）)》”】]/

/** Positions behind which a name may be broken: behind the names in it. */
const nameEnds = (name: string): number[] =>
  [...name.matchAll(NAME_END)]
    .map((found) => found.index + found[0].length)
    .filter((end) => end < name.length && !CLOSING.test(name.slice(end)))

/** Behind the words in it, for a name that has no names in it; none where the browser knows no words. */
function wordEnds(name: string): number[] {
  if (!('Segmenter' in Intl)) return []
  const starts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(name)].map(
    ({ index }) => index,
  )
  return starts.filter(
    (start) => start > 0 && !OF_ONE_WORD.test(name.slice(start)) && !CLOSING.test(name.slice(start)),
  )
}

/** A name of more characters than a line has, broken into lines as few and as even as can be. */
function brokenName(line: string, most: number): string[] {
  if (line.length <= most) return [line]
  const names = evenCut(line, nameEnds(line), most)
  // A name may end only near the beginning: its words divide the line better.
  const enough = line.length / Math.ceil(line.length / most) / 2
  const cut = names >= enough ? names : evenCut(line, wordEnds(line), most) || names
  return cut ? [line.slice(0, cut), ...brokenName(line.slice(cut), most)] : [line]
}

/** Where the first part is as near as can be to its share of as few lines as it takes; 0 where no end is near enough. */
function evenCut(line: string, ends: number[], most: number): number {
  const share = line.length / Math.ceil(line.length / most)
  return ends
    .filter((end) => end <= most)
    .reduce((best, end) => (Math.abs(end - share) < Math.abs(best - share) ? end : best), 0)
}

export const brokenTitle = (line: string): string[] => brokenName(line, TITLE_LINE)
/** A line of the 落款. */
export const brokenSigner = (name: string): string[] => brokenName(name, LINE_CHARACTERS)

/** A line of title or 落款 as the parts that a narrow screen breaks it into: the names in it. */
export function namesIn(line: string): { text: string; whole: boolean }[] {
  const ends = [0, ...nameEnds(line), line.length]
  return ends.slice(1).flatMap((end, index) => {
    const text = line.slice(ends[index], end)
    return text ? [{ text, whole: text.length <= LONGEST_PART }] : []
  })
}
