export const HAN_DIGITS = '零一二三四五六七八九'
const SCALE: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** What a Chinese digit says; 0 for 零, 〇 and ○. */
export const hanDigit = (one: string): number => (one === '两' ? 2 : Math.max(HAN_DIGITS.indexOf(one), 0))

/** A Chinese numeral below ten thousand: 二十五 is 25, 三百零二 is 302. */
export function hanNumber(words: string): number {
  let [total, digit] = [0, 0]
  for (const one of words) {
    const scale = SCALE[one]
    if (scale === undefined) digit = hanDigit(one)
    else {
      total += (digit || 1) * scale
      digit = 0
    }
  }
  return total + digit
}
