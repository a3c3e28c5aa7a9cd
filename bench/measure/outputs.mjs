import { median } from '../report.mjs'

const OUTPUTS = ['导出 Word', '导出网页', '导出 Excel', '导出 JSON']

/**
 * Milliseconds from the press of an output's button until its file has been made, read again and compared: the median of
 * five after one that loads the library.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url Of the running build.
 */
export async function outputTimes(browser, url) {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(url)
  await page.getByRole('button', { name: '载入示例' }).first().click()
  await page.waitForURL(/#\/report\//)
  await page.goto(page.url().replace(/[^/]+$/, 'export'))
  await page.getByRole('button', { name: '导出 JSON', exact: true }).waitFor()
  /** @type {Record<string, number | undefined>} */
  const medians = {}
  for (const name of OUTPUTS) {
    const [, ...times] = await page.evaluate(pressRepeatedly, { name, presses: 6 })
    medians[name] = median(times)
  }
  await page.close()
  return medians
}

/** Runs in the page. @param {{ name: string, presses: number }} asked */
async function pressRepeatedly({ name, presses }) {
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name,
  )
  const status = document.querySelector('aside [role="status"]')
  if (!button || !status) throw new Error(`no ${name}`)
  const times = []
  for (let press = 0; press < presses; press++) {
    const begun = performance.now()
    const done = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!status.textContent?.includes('已生成')) return
        observer.disconnect()
        resolve(undefined)
      })
      observer.observe(status, { childList: true, subtree: true, characterData: true })
    })
    button.click()
    await done
    times.push(performance.now() - begun)
  }
  return times
}
