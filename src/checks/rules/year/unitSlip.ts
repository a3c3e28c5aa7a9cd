/** Between these quotients an amount in 元 was probably typed where 万元 is asked for. */
const UNIT_SLIP = { from: 2_000n, to: 50_000n }

export const isUnitSlip = (a: bigint, b: bigint): boolean => {
  const [large, small] = a > b ? [a, b] : [b, a]
  return small > 0n && large >= small * UNIT_SLIP.from && large <= small * UNIT_SLIP.to
}
