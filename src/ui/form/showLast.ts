import { createObservable } from '../parts/observable'

/** Remembered for all reports of this browser: how somebody likes to work, nothing of a report. */
const KEY = 'nianbao:hide-last-year'

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === null
  } catch {
    return true
  }
}

/** 显示上年: whether last year's figures and texts stand beside this year's, where last year is loaded. */
export const showLast = createObservable(remembered())

showLast.subscribe(() => {
  try {
    if (showLast.get()) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, '1')
  } catch {
    // Without a storage the switch holds until the page is closed.
  }
})
