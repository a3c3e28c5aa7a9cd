import { chance, oneOf, type Random } from './random'

/** How the labels of a report differ from the official ones. */
export const labelStyles = [
  'official',
  'variant',
  'spaced',
  'pause',
  'half-width',
  'full-width',
  'round',
  'full stop',
  'bare',
  'note',
] as const
export type LabelStyle = (typeof labelStyles)[number]

interface Named {
  label: string
  variants?: string[]
}

const NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/
const HALF: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '“': '"',
  '”': '"',
  '：': ':',
}
const widened = (text: string) =>
  text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** A row or group label in a style; the ones whose name is too short to stand without a number keep it. */
export function rowLabel(random: Random, named: Named, style: LabelStyle): string {
  const { label, variants } = named
  const [number = ''] = NUMBER.exec(label) ?? []
  const name = label.slice(number.length)
  switch (style) {
    case 'official':
      return label
    case 'variant':
      return variants?.length && chance(random, 0.8) ? oneOf(random, variants) : label
    case 'spaced':
      if (!number) return name.length === 2 ? `${name[0]} ${name[1]}` : label
      return `${number}${oneOf(random, [' ', '　', ' '])}${name}`
    case 'pause':
      return label.replace(/^(\d+)\./, '$1、')
    case 'half-width':
      return label.replace(/[（），“”：]/g, (sign) => HALF[sign] ?? sign)
    case 'full-width':
      return number ? `${widened(number)}${name}` : label
    case 'round':
      return label.replace(/^(\d+)\./, '（$1）')
    case 'full stop':
      return label.replace(/^([一二三四五六七八九十]+)、/, '$1．').replace(/^(\d+)\./, '$1．')
    case 'bare':
      return name.length > 2 && number ? name : label
    case 'note':
      return chance(random, 0.3) ? `${label}${oneOf(random, ['（件）', '（单位：件）', '（注）'])}` : label
  }
}

/** Column heads drift less: spaces, line breaks and the variants of the edition. */
export function headLabel(random: Random, named: Named, style: LabelStyle): string {
  const { label, variants } = named
  switch (style) {
    case 'variant':
      return variants?.length && chance(random, 0.7) ? oneOf(random, variants) : label
    case 'spaced':
      return label.length === 2 ? `${label[0]} ${label[1]}` : label
    case 'half-width':
      return label.replace(/[（），“”：]/g, (sign) => HALF[sign] ?? sign)
    case 'note':
      return label.endsWith('数') || label.endsWith('计') ? `${label}（件）` : label
    default:
      return label
  }
}
