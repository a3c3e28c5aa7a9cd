import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { DraftStore } from '../../drafts/store'
import { DraftStoreProvider } from '../drafts/store'
import { LocalData } from './LocalData'

const NONE: ReturnType<DraftStore['list']> = []
const OK = { storage: 'ok', journal: 'ok' } as ReturnType<DraftStore['health']>

/** What is said when everything has been cleared; `since` is what lies in localStorage by then, in characters. */
async function saidOnClearing(since: number) {
  let cleared = false
  const store: Partial<DraftStore> = {
    subscribe: () => () => undefined,
    list: () => NONE,
    health: () => OK,
    usage: () => (cleared ? since : 100),
    now: () => new Date(),
    clear: async () => {
      cleared = true
      return true
    },
  }
  render(
    <DraftStoreProvider value={store as DraftStore}>
      <LocalData />
    </DraftStoreProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: '清除本机全部数据' }))
  fireEvent.click(screen.getByRole('button', { name: '确定清除' }))
  await screen.findByText(/清除。|已清除；/)
  return screen.getByRole('status').textContent
}

test('after clearing nothing is left, also of the texts that wait for 重新打开', async () => {
  sessionStorage.setItem('nianbao:reopened:pasted', '粘贴的年报')
  sessionStorage.setItem('other', 'of another program')
  expect(await saidOnClearing(0)).toContain('不再有年报通的数据')
  expect({ ...sessionStorage }).toEqual({ other: 'of another program' })
})

test('the words before clearing name the tasks of 汇总, which go with it and are in no backup', () => {
  const store: Partial<DraftStore> = {
    subscribe: () => () => undefined,
    list: () => NONE,
    health: () => OK,
    usage: () => 100,
    now: () => new Date(),
  }
  render(
    <DraftStoreProvider value={store as DraftStore}>
      <LocalData />
    </DraftStoreProvider>,
  )
  expect(screen.getByText(/公用电脑用完后可以清除/).textContent).toMatch(/汇总任务.*一起清除.*不在备份里/)
})

test('where another window has saved again meanwhile, the page does not say that there is nothing any more', async () => {
  const said = await saidOnClearing(2000)
  expect(said).toContain('又存了下来')
  expect(said).not.toContain('不再有')
})
