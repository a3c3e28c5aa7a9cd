import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import type { Address } from '../../format/types'
import { filledReport } from '../../testing/filledReport'
import { createFindings } from './createFindings'

const RECEIVED = 'tables.requests.received.naturalPerson'
const LICENSES = 'tables.proactiveDisclosure.administrativeLicenses.decisions'

/** A report that is being filled: what stands in it, where the focus is, which finding was followed. */
function filling() {
  const now = {
    changes: {} as Record<Address, string>,
    focused: null as Address | null,
    followed: undefined as string | undefined,
  }
  const report = () => filledReport(now.changes)
  const store = createFindings(edition, {
    entries: () => report().entries,
    report,
    focused: () => now.focused,
    followed: () => now.followed,
  })
  const due = async (at: Partial<typeof now>) => {
    Object.assign(now, at)
    await store.now()
    return store.review().due.map(({ rule }) => rule)
  }
  return { store, due }
}

test('a comparison waits until its cells are left, then stays while they are filled again, until it holds', async () => {
  const { due } = filling()
  expect(await due({ changes: { [RECEIVED]: '23' }, focused: RECEIVED })).not.toContain('requests.balance')
  expect(await due({ focused: LICENSES })).toContain('requests.balance')
  expect(await due({ changes: { [RECEIVED]: '24' }, focused: RECEIVED })).toContain('requests.balance')
  expect(await due({ changes: { [RECEIVED]: '22' } })).not.toContain('requests.balance')
  expect(await due({ changes: { [RECEIVED]: '25' } })).not.toContain('requests.balance')
})

test('a finding that was followed is shown, whatever the focus is on', async () => {
  const { store, due } = filling()
  await due({ changes: { [RECEIVED]: '23' }, focused: RECEIVED })
  const followed = store.review().findings.find(({ rule }) => rule === 'requests.balance')?.key
  expect(await due({ followed })).toContain('requests.balance')
})

test('what the rules say of one address is the same object while nothing changes', async () => {
  const { store, due } = filling()
  await due({ changes: { [RECEIVED]: '12a' }, focused: LICENSES })
  const [before, marked] = [store.at(RECEIVED), store.marked('overview.onRequest')]
  expect(before).toHaveLength(1)
  await due({ changes: { [RECEIVED]: '12a', [LICENSES]: '7' } })
  expect(store.at(RECEIVED)).toBe(before)
  expect(store.marked('overview.onRequest')).toBe(marked)
})

test('fixes are those of the text as it stands', async () => {
  const { store, due } = filling()
  const text = (end: string) => ({ 'overview.platform': `政府信息工作有序开展。${end}` })
  const fixed = () =>
    store.review().findings.find(({ rule }) => rule === 'text.term')?.fixes[0]?.changes[0]?.after
  await due({ changes: text('') })
  expect(fixed()).toBe('政府信息公开工作有序开展。')
  await due({ changes: text('新写的一句。') })
  expect(fixed()).toBe('政府信息公开工作有序开展。新写的一句。')
})
