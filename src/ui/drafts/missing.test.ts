import { expect, test } from 'vitest'
import { isMissingFile } from './missing'

test.each([
  new TypeError('Failed to fetch dynamically imported module: http://oa/assets/docx-a.js'),
  new TypeError('error loading dynamically imported module: http://oa/assets/docx-a.js'),
  new TypeError('Importing a module script failed.'),
  new TypeError("'text/html' is not a valid JavaScript MIME type."),
  new Error('Unable to preload CSS for ./assets/HistoryPage-a.css'),
  new SyntaxError('Unexpected end of input'),
])('a file of the program that is gone or came half: %s', (error) => {
  expect(isMissingFile(error)).toBe(true)
})

test.each([
  new TypeError("Cannot read properties of undefined (reading 'a')"),
  new Error('made up'),
  undefined,
  'x',
])('a mistake in the program is none: %s', (error) => {
  expect(isMissingFile(error)).toBe(false)
})
