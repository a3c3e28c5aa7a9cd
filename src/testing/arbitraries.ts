import fc from 'fast-check'
import { cellAt } from '../format/cells'
import type { Address, Edition, Unit } from '../format/types'
import { addressesOf, blankEntries, type Entries, withTexts } from '../report/report'
import { WAN } from '../report/value'

/** Texts of a cell that are no figure: not yet, no more, or never. */
export const noFigures = ['', ' ', '/', '／', '12a', '-1', '－1', '.', '1,23', '无', '1234567890123456']

/**
 * A text of any characters, half ones too. The unit `binary` of fast-check makes a list of all million first, which then
 * slows down every collection of garbage in the process.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    maxLength,
  })

const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A figure in one of the ways a clerk may write it, and its amount in 件, or in the parts of 万元 where the unit is 万元. */
export const writtenFigure = (unit: Unit): fc.Arbitrary<{ text: string; amount: bigint }> =>
  fc
    .record({
      // Fifteen digits at most, decimals among them.
      whole: fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, unit === '万元' ? 999_999_999n : 99_999_999_999n)),
      fraction: unit === '万元' ? fc.stringMatching(/^\d{0,6}$/) : fc.constant(''),
      digits: fc.constantFrom((text: string) => text, fullWidth),
      groups: fc.constantFrom((text: string) => text, grouped),
      point: unit === '万元' ? fc.constantFrom('', '.') : fc.constant(''),
      space: fc.constantFrom('', ' ', '\u3000', '\t'),
    })
    .map(({ whole, fraction, digits, groups, point, space }) => ({
      text: space + digits(groups(String(whole)) + (fraction ? `.${fraction}` : point)) + space,
      amount:
        unit === '万元' ? (whole * 1_000_000n + BigInt(fraction.padEnd(6, '0'))) * (WAN / 1_000_000n) : whole,
    }))

/** What may stand in a cell: mostly figures. */
export const cellText = (unit: Unit): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: writtenFigure(unit).map(({ text }) => text) },
    { weight: 1, arbitrary: fc.constantFrom(...noFigures) },
  )

const proseText = fc.oneof(
  fc.constantFrom('', '本年新收2件。\n其中自然人1件。', '“三安全一稳定”\\"', '　两端有空格 '),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const valueText = (edition: Edition, address: Address): fc.Arbitrary<string> => {
  const cell = cellAt(edition, address)
  return cell ? cellText(cell.unit) : proseText
}

/** A form filled at random, every text as a clerk might have typed it. */
export const filledEntries = (edition: Edition): fc.Arbitrary<Entries> =>
  fc
    .tuple(
      ...addressesOf(edition).map((address) =>
        valueText(edition, address).map((text) => [address, text] as const),
      ),
    )
    .map((texts) => withTexts(blankEntries(edition), texts as [Address, string][]))
