import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { currentEdition } from '../../format/editions'
import { fieldsOf } from '../../format/names'
import RulesPage from './RulesPage'

test('examples name a choice as the form does, never by its key', () => {
  render(<RulesPage />)
  const said = screen.getByRole('main').textContent ?? ''
  const keys = fieldsOf(currentEdition).flatMap(({ options = [] }) => options.map(({ value }) => value))
  expect(keys.length).toBeGreaterThan(3)
  expect(keys.filter((key) => key && said.includes(`“${key}”`))).toEqual([])
})
