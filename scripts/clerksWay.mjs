// A clerk's way through the program, from a new report to its files, as steps that can be walked in any browser.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrived, expectEqual, expectSoon, hands } from './clerk.mjs'

const ORGAN = '青禾县水务局'
const PROSE = '按季度清理公开目录，“青禾”公众号同步发布。\n第二段。'
const row = (/** @type {string} */ name) => (/** @type {string} */ column) =>
  `tables.requests.${name}.${column}`
const [received, carriedOver, outcomeTotal] = [row('received'), row('carriedOver'), row('outcomeTotal')]
const granted = row('outcome.granted')('naturalPerson')

/** What is typed, and stays as it was typed. @type {Record<string, string>} */
const typed = {
  'organ.name': ORGAN,
  year: '2021',
  'overview.management': PROSE,
  [received('naturalPerson')]: '22',
  [received('commercialEnterprise')]: '3',
  [received('researchInstitution')]: '0',
  [carriedOver('naturalPerson')]: '1',
  [carriedOver('commercialEnterprise')]: '12a',
  [granted]: '12',
}
/** What another tab adds later. */
const LATER = row('carriedForward')('naturalPerson')

/**
 * @typedef {{ page: any, open(): Promise<any>, address: string, folder: string, stopServer(): Promise<void> }} Desk
 * `open`: another tab. `folder`: where files are saved.
 */

/** The clerk's way, in order; each step gives what its line says besides. @type {Record<string, (desk: Desk) => Promise<string>>} */
export const steps = {
  async 'a new report with its 基本信息'({ page, address }) {
    const { press, focus, type, has } = hands(page)
    await page.goto(`${address}#/`)
    await press('新建年报')
    await focus('organ.name')
    await type(ORGAN, 'Tab')
    await type('2021')
    await page.select('[id="organ.kind"]', 'department')
    await has('2022年1月31日')
    return `${ORGAN}, published by 2022年1月31日`
  },

  async 'table 3 by keyboard'({ page }) {
    const { turnTo, focus, type, chord, focused, reads } = hands(page)
    await turnTo('requests')
    await focus(received('naturalPerson'))
    await type('22', 'Tab')
    await type('3', 'Enter')
    expectEqual('Enter leads down', await focused(), carriedOver('commercialEnterprise'))
    await type('12a', 'ArrowUp')
    await page.keyboard.press('ArrowRight')
    expectEqual('→ leads to the right', await focused(), received('researchInstitution'))
    await type('0')
    await chord('Alt', 'KeyZ')
    await reads(received('otherOrganization'), '0')
    await reads(received('total'), '25')
    await focus(carriedOver('naturalPerson'))
    await type('1', 'Enter')
    await type('12', 'Enter')
    await chord('Alt', 'Shift', 'KeyZ')
    await reads(outcomeTotal('total'), '12')
    await chord('Control', 'KeyZ')
    await reads(LATER, '')
    await chord('Control', 'KeyY')
    await reads(LATER, '0')
    return '22＋3＋0＝25; Alt+Z, Alt+Shift+Z, Ctrl+Z and Ctrl+Y do what they should'
  },

  async 'every printed label within its cell'({ page }) {
    const { turnTo } = hands(page)
    let labels = 0
    for (const section of ['proactive', 'review', 'requests']) {
      await turnTo(section)
      await page.waitForSelector('main table th')
      const outside = await page.$$eval('main table th', (/** @type {Element[]} */ heads) =>
        heads.map((head) => {
          const range = document.createRange()
          range.selectNodeContents(head)
          const [own, cell] = [range.getBoundingClientRect(), head.getBoundingClientRect()]
          const fits =
            own.left >= cell.left - 1 && own.right <= cell.right + 1 && own.bottom <= cell.bottom + 1
          return fits ? '' : head.textContent
        }),
      )
      expectEqual(section, outside.filter(Boolean), [])
      labels += outside.length
    }
    return `${labels} labels`
  },

  async 'prose, and a reload at once'({ page }) {
    const { turnTo, focus, type, keeps } = hands(page)
    await turnTo('overview')
    await focus('overview.management')
    await type(PROSE)
    await page.reload()
    await keeps(typed)
    return `${Object.keys(typed).length} texts kept, “12a” too`
  },

  async 核对({ page }) {
    const { turnTo, has, press, focused } = hands(page)
    await turnTo('check')
    await has('还不能定稿')
    const rules = await page.$$eval('main [data-rule]', (/** @type {Element[]} */ all) =>
      all.map((one) => one.getAttribute('data-rule')),
    )
    for (const rule of ['requests.balance', 'cell.not-integer'])
      if (!rules.includes(rule)) throw new Error(`no finding ${rule} among ${[...new Set(rules)]}`)
    await page.click('main [data-rule="requests.balance"] a')
    await expectSoon(
      'the finding leads to its cell',
      async () => (await focused()) === received('naturalPerson') || focused(),
    )
    await press('返回核对')
    return `${rules.length} findings`
  },

  async 'a JSON file of what was typed'({ page, folder }) {
    const { turnTo, press } = hands(page)
    await turnTo('export')
    await press('导出 JSON')
    const file = JSON.parse(readFileSync(await arrived(folder, /\.json$/), 'utf8'))
    for (const [address, text] of Object.entries(typed)) {
      const value = address.split('.').reduce((part, key) => part?.[key], file)
      expectEqual(address, String(value), text)
    }
    expectEqual('the total', file.tables.requests.received.total, 25)
    return file.status
  },

  async 'the print view'({ page, folder }) {
    const { has } = hands(page)
    await has('— 1 —')
    const sheets = await page.$$eval(
      'article[aria-label^="第"]',
      (/** @type {Element[]} */ all) => all.length,
    )
    const pdf = join(folder, 'print.pdf')
    writeFileSync(pdf, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }))
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
    expectEqual('sheets printed', pages, sheets)
    return `${sheets} sheets, ${pages} pages printed`
  },

  async 'every other file, and each one read again'({ page, folder, address }) {
    const { turnTo, press, has, chooseFile } = hands(page)
    const report = page.url()
    for (const [name, ending] of Object.entries({
      '导出 Word': 'docx',
      导出网页: 'html',
      '导出 Excel': 'xlsx',
    })) {
      await press(name)
      await has(`${name}：已生成并重新读入核对`)
      await arrived(folder, new RegExp(`\\.${ending}$`))
    }
    await press('复制为网页内容')
    await has('已复制')
    for (const name of readdirSync(folder)) {
      await page.goto(`${address}#/import`)
      await chooseFile(join(folder, name))
      await has(/预览，还没有写入任何年报|识别结果/)
      await page.goto(`${address}#/`)
      await has('我的年报')
    }
    await page.goto(report)
    await turnTo('export')
    return readdirSync(folder)
      .map((name) => name.split('.').at(-1))
      .join(', ')
  },

  async 'a second tab reads, then takes over'({ page, open }) {
    const first = hands(page)
    await first.turnTo('requests')
    await first.becomesEditable(LATER, true)
    const other = await open()
    const second = hands(other)
    await other.goto(page.url())
    await second.has('正在另一个标签页填写')
    await second.becomesEditable(LATER, false)
    await page.bringToFront()
    await first.focus(LATER)
    await first.type('7')
    await second.reads(LATER, '7')
    await other.bringToFront()
    await second.press('在此编辑')
    await second.becomesEditable(LATER, true)
    await first.becomesEditable(LATER, false)
    await second.focus(LATER)
    await second.type('11')
    await first.reads(LATER, '11')
    await other.close()
    await page.bringToFront()
    await first.becomesEditable(LATER, true)
    return ''
  },
}

/** What only a site can do. @type {typeof steps} */
export const stepsOfTheSite = {
  async 'the same without the server'({ page, address, stopServer }) {
    const { turnTo, reads, has, focus, type } = hands(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await stopServer()
    await page.reload()
    await reads(LATER, '11')
    await focus(LATER)
    await type('10')
    for (const [section, words] of [
      ['check', '还不能定稿'],
      ['export', '— 1 —'],
      ['history', '历史版本'],
    ]) {
      await turnTo(section ?? '')
      await has(words ?? '')
    }
    const report = page.url()
    for (const [route, words] of [
      ['import', '粘贴年报内容'],
      ['help', '帮助'],
      ['rules', '核对规则'],
      ['about', '年报通'],
    ]) {
      await page.goto(`${address}#/${route}`)
      await has(words ?? '')
    }
    await page.goto(report)
    await turnTo('requests')
    await page.reload()
    await reads(LATER, '10')
    return 'reloaded, filled, every page opened'
  },
}
