import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { receivedOf } from './received'
import { versionWords } from './versions'

const version = (more: Record<string, string>) => receivedOf(filledReport(more), edition, '')
const person = 'tables.requests.received.naturalPerson'
const fees = 'tables.proactiveDisclosure.administrativeFees.amount'

test('two versions say what each has where they differ, and how many places there are', () => {
  expect(versionWords([version({}), version({ [person]: '25', [fees]: '/' })])).toEqual([
    '表二·行政事业性收费：882；表三·本年新收·自然人：22',
    '表二·行政事业性收费：没有可用的数；表三·本年新收·自然人：25',
  ])
  const [, many] = versionWords([
    version({}),
    version({
      [person]: '1',
      [fees]: '1',
      'tables.proactiveDisclosure.regulations.issued': '9',
      'tables.proactiveDisclosure.regulations.repealed': '9',
    }),
  ])
  expect(many).toMatch(/ 等 4 处不同$/)
  expect(versionWords([version({}), version({ other: '另有说明。' })])).toEqual([
    expect.stringMatching(/^表中的数相同，“[^”]+”不同$/),
    expect.stringMatching(/^表中的数相同，“[^”]+”不同$/),
  ])
})
