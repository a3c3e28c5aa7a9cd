import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 as nodes } from '../../scripts/sha256.mjs'
import { anyText } from '../testing/arbitraries'
import { sha256 } from './sha256'

test('the hash that commands take from Node is the one that the page computes, also of half a character', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      for (const one of [text, `${text}\ud800`, `\udc00${text}`]) expect(nodes(one)).toBe(sha256(one))
    }),
  )
})
