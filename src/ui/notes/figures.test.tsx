import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { boldFigures } from './figures'

const drawn = (message: string) => renderToStaticMarkup(boldFigures(message)).replaceAll(/<(\/?)b>/g, '$1*')

test('figures stand out; years, days, document numbers and odd texts do not', () => {
  expect(drawn('两边为 23 和 21，差 2。')).toBe('两边为 *23/* 和 *21/*，差 *2/*。')
  expect(drawn('占 33.3%，应为 882.5 万元')).toBe('占 *33.3%/*，应为 *882.5/* 万元')
  expect(drawn('2021年1月31日，〔2021〕30号，“0o”')).toBe('2021年1月31日，〔2021〕30号，“0o”')
})
