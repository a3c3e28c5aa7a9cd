import type { Random } from './random'

/** Ways in which sites and typists change a label. Each keeps it recognisable to a reader. */
export type Drift = (label: string, random: Random) => string

const halfWidth: Drift = (label) => label.replace(/[（）]/g, (bracket) => (bracket === '（' ? '(' : ')'))
const spaced: Drift = (label, random) => {
  const at = label.search(/[）.、]/)
  if (at < 0) return label
  return `${label.slice(0, at + 1)}${random.pick([' ', '\u3000', ''])}${label.slice(at + 1)}`
}
const comma: Drift = (label) => label.replace(/^(\d)\./, '$1、')
const fullStop: Drift = (label) => label.replace(/^(\d)\./, '$1．')
const unnumbered: Drift = (label) => (/^\d\.其他$/.test(label) ? label : label.replace(/^\d\./, ''))
const quotes: Drift = (label) => label.replace(/[“”]/g, '"')
const typo: Drift = (label, random) => {
  const text = label.replace(/^(?:（.）|\d\.|.、)/, '')
  if (text.length < 8) return label
  const at = label.length - text.length + random.whole(1, text.length - 2)
  return `${label.slice(0, at)}${label.slice(at + 1)}`
}
const short: Drift = (label) =>
  label
    .replace('其他法律行政法规禁止公开', '其他法律法规禁止公开')
    .replace(/（区分处理的.*$/, '')
    .replace(/^1\.申请人无正当理由逾期不补正.*$/, '1.逾期不补正')
    .replace(/^2\.申请人逾期未按收费通知.*$/, '2.逾期不缴费')
    .replace('行政规范性文件', '规范性文件')
    .replace('（单位：万元）', '（单位：万元，保留4位小数）')

export const drifts: Record<string, Drift> = {
  halfWidth,
  spaced,
  comma,
  fullStop,
  unnumbered,
  quotes,
  typo,
  short,
}

/** A mix of drifts over the labels of one report: a site is consistent in most, a typing error happens once. */
export function drifting(random: Random): (label: string) => string {
  const usual = Object.entries(drifts).filter(([name]) => name !== 'typo' && random.chance(0.3))
  let typos = random.chance(0.3) ? 1 : 0
  return (label) => {
    let text = usual.reduce((changed, [, drift]) => drift(changed, random), label)
    if (typos && random.chance(0.1) && text.length > 9 && /[密事关息请]$/.test(text)) {
      text = typo(text, random)
      typos--
    }
    return text
  }
}
