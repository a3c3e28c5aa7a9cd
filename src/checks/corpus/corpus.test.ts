import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { halfOf, judge, parseCorpus, score } from './corpus'

const corpus = parseCorpus(readFileSync(fileURLToPath(new URL('./sentences.txt', import.meta.url)), 'utf8'))

test('at least two hundred sentences, claims and others', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200)
  expect(corpus.filter(({ claims }) => claims.length).length).toBeGreaterThan(90)
  expect(corpus.filter(({ claims }) => !claims.length).length).toBeGreaterThan(60)
})

test('the half that was worked on is read without an error', () => {
  const errors = halfOf(corpus, 'worked')
    .map(judge)
    .filter(({ wrong, missed }) => wrong.length || missed.length)
  expect(errors.map(({ sentence, wrong, missed }) => ({ text: sentence.text, wrong, missed }))).toEqual([])
})

test('the held-out half keeps the bounds', () => {
  const { precision, recall } = score(halfOf(corpus, 'heldOut').map(judge))
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})
