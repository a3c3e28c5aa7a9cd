import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import type { TableSpec } from '../format/types'
import { isGrid } from './files/clipboard'
import { proposePaste } from './paste'

const tableOf = (key: string): TableSpec => {
  const table = edition2021.sections.find((section) => section.table?.key === key)?.table
  if (!table) throw new Error(key)
  return table
}
const paste = async (table: string, focus: string, text: string, html?: string) => {
  const target = { edition: edition2021, table: tableOf(table), focus: `tables.${table}.${focus}` }
  const proposal = await proposePaste(html === undefined ? { text } : { text, html }, target)
  if (!proposal) return undefined
  const short = (address: string) => address.slice(`tables.${table}.`.length)
  return {
    ...proposal,
    changes: proposal.changes.map(({ address, after }) => `${short(address)}=${after}`),
    sourceTotals: proposal.sourceTotals.map(({ address, text }) => `${short(address)}=${text}`),
  }
}

test('rows with labels go to their rows, wherever the focus is and in whatever order they come', async () => {
  const proposal = await paste(
    'requests',
    'carriedForward.otherOrganization',
    '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2',
  )
  expect(proposal).toMatchObject({ skippedLabels: 2, doubtful: [] })
  expect(proposal?.changes.slice(0, 2)).toEqual([
    'carriedOver.naturalPerson=1',
    'carriedOver.commercialEnterprise=0',
  ])
  expect(proposal?.changes).toContain('outcome.denied.stateSecret.naturalPerson=2')
  expect(proposal?.changes).toHaveLength(12)
  expect(proposal?.sourceTotals).toEqual(['carriedOver.total=1', 'outcome.denied.stateSecret.total=2'])
})

test('figures without labels go from the focused cell to the right and down; totals are only compared', async () => {
  const proposal = await paste(
    'requests',
    'outcome.notProcessed.confirmationRequested.publicWelfareOrganization',
    '１\t2\t3\t6\n4\t\t—\t/',
  )
  expect(proposal?.changes).toEqual([
    'outcome.notProcessed.confirmationRequested.publicWelfareOrganization=1',
    'outcome.notProcessed.confirmationRequested.legalServiceInstitution=2',
    'outcome.notProcessed.confirmationRequested.otherOrganization=3',
    'outcome.other.correctionOverdue.publicWelfareOrganization=4',
  ])
  expect(proposal?.sourceTotals).toEqual([
    'outcome.notProcessed.confirmationRequested.total=6',
    'outcome.other.correctionOverdue.total=/',
  ])
})

test('a row with more figures than columns is listed, not cut off', async () => {
  const proposal = await paste('requests', 'received.otherOrganization', '1\t2\t3')
  expect(proposal).toMatchObject({ changes: [], doubtful: [{ text: '1 2 3', where: '表三·本年新收' }] })
})

test('labels with digits are no figures, thousands separators are none either', async () => {
  const html =
    '<table><tr><td>1.信访举报投诉类申请</td><td>1,230</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1,230</td></tr></table>'
  const proposal = await paste('requests', 'received.naturalPerson', '', html)
  expect(proposal?.changes[0]).toBe('outcome.notProcessed.petitionOrComplaint.naturalPerson=1230')
})

test('fifteen figures fill table four, in a line or one below the other', async () => {
  const figures = '5 0 0 0 5 5 0 1 0 6 3 0 0 0 3'.split(' ')
  for (const text of [figures.join('\t'), figures.join('\n')]) {
    const proposal = await paste('reviewAndLitigation', 'litigationDirect.upheld', text)
    expect(proposal?.changes).toHaveLength(12)
    expect(proposal?.changes[4]).toBe('litigationDirect.upheld=5')
    expect(proposal?.sourceTotals).toEqual([
      'administrativeReview.total=5',
      'litigationDirect.total=6',
      'litigationAfterReview.total=3',
    ])
  }
})

test('five figures fill the kind of case that has the focus', async () => {
  const proposal = await paste('reviewAndLitigation', 'litigationDirect.upheld', '5\t0\t1\t0\t6')
  expect(proposal?.changes).toEqual([
    'litigationDirect.upheld=5',
    'litigationDirect.corrected=0',
    'litigationDirect.otherResult=1',
    'litigationDirect.pending=0',
  ])
})

test('table two with its captions and merged cells', async () => {
  const html = `<table><tr><td colspan="4">第二十条第（一）项</td></tr>
    <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
    <tr><td>行政规范性文件</td><td>6</td><td>13</td><td>44</td></tr>
    <tr><td>行政许可</td><td colspan="3">10292</td></tr></table>`
  const proposal = await paste('proactiveDisclosure', 'regulations.issued', '', html)
  expect(proposal?.changes).toEqual([
    'normativeDocuments.issued=6',
    'normativeDocuments.repealed=13',
    'normativeDocuments.inForce=44',
    'administrativeLicenses.decisions=10292',
  ])
  expect(proposal?.skippedLabels).toBe(7)
})

test('an undivided 其他处理 is listed and not assigned', async () => {
  const proposal = await paste('requests', 'received.naturalPerson', '（六）其他处理\t3\t0\t0\t0\t0\t0\t3')
  expect(proposal).toMatchObject({
    changes: [],
    sourceTotals: [],
    doubtful: [{ text: '（六）其他处理 3 0 0 0 0 0 3' }],
  })
})

test('rows of another table are listed and not assigned', async () => {
  const proposal = await paste('requests', 'received.naturalPerson', '行政处罚\t97\n行政强制\t1')
  expect(proposal).toMatchObject({ changes: [], doubtful: [{ text: '行政处罚 97' }, { text: '行政强制 1' }] })
})

test('a single text is left to the browser', async () => {
  expect(await paste('requests', 'received.naturalPerson', '12a')).toBeUndefined()
  expect(isGrid({ text: '12' })).toBe(false)
  expect(isGrid({ text: '1\t2' })).toBe(true)
  expect(isGrid({ text: '1\n2\n' })).toBe(true)
})

test.each([
  ['80\n\n29', [], ['administrativeLicenses=80', 'administrativeCompulsion=29']],
  ['####\n14886\n29', ['####'], ['administrativePenalties=14886', 'administrativeCompulsion=29']],
  ['80\n（46）\n29', ['（46）'], ['administrativeLicenses=80', 'administrativeCompulsion=29']],
  ['80\n不详\n29\n\n\n', ['不详'], ['administrativeLicenses=80', 'administrativeCompulsion=29']],
])(
  'without labels a pasted row keeps its place below one that is blank or cannot be read: %j',
  async (text, listed, changes) => {
    const html = `<table>${text
      .trim()
      .split('\n')
      .map((cell) => `<tr><td>${cell}</td></tr>`)
      .join('')}</table>`
    for (const page of [undefined, html]) {
      const proposal = await paste('proactiveDisclosure', 'administrativeLicenses.decisions', text, page)
      expect(proposal?.changes.map((each) => each.replace('.decisions', ''))).toEqual(changes)
      expect(proposal?.doubtful.map((each) => each.text)).toEqual(listed)
    }
  },
)

test.each([
  ['1\t2\n\t\n7\t8', []],
  ['1\t2\n不详\t####\n7\t8', ['不详', '####']],
])('a pasted block keeps its rows and columns: %j', async (text, listed) => {
  const html = `<table>${text
    .split('\n')
    .map((row) => `<tr>${row.replace(/[^\t]*(?:\t|$)/g, (cell) => `<td>${cell.trim()}</td>`)}</tr>`)
    .join('')}</table>`
  for (const page of [undefined, html.replaceAll('<td></td></tr>', '</tr>')]) {
    const proposal = await paste('requests', 'received.naturalPerson', text, page)
    expect(proposal?.changes).toEqual([
      'received.naturalPerson=1',
      'received.commercialEnterprise=2',
      'outcome.granted.naturalPerson=7',
      'outcome.granted.commercialEnterprise=8',
    ])
    expect(proposal?.doubtful.map((each) => each.text)).toEqual(listed)
  }
})

test('words left of pasted figures, which no row has as its name, are told of', async () => {
  const proposal = await paste('requests', 'received.naturalPerson', '无法统计\t2\n无法统计\t5')
  expect(proposal?.doubtful.map((each) => each.text)).toEqual(['无法统计 2', '无法统计 5'])
})

test('words above pasted figures, which no column has as its name, are told of', async () => {
  const proposal = await paste('requests', 'received.naturalPerson', '不详\n5\n6')
  expect(proposal?.doubtful.map((each) => each.text)).toEqual(['不详'])
  const named = await paste('requests', 'received.naturalPerson', '自然人\t商业企业\n5\t6')
  expect(named).toMatchObject({
    changes: ['received.naturalPerson=5', 'received.commercialEnterprise=6'],
    doubtful: [],
  })
})

test.each([
  ['元', '0.08821'],
  ['千元', '88.21'],
  ['百万元', '88210'],
  ['亿元', '8821000'],
])(
  'an amount that the source tells in %s is converted exactly and told of, in a head, a label or a line of its own',
  async (unit, exact) => {
    const told = (text: string) =>
      paste('proactiveDisclosure', 'regulations.issued', `行政许可\t7\n${text}`).then((proposal) => [
        proposal?.changes.at(-1),
        ...(proposal?.doubtful.map(({ why }) => why) ?? []),
      ])
    const texts = (of: string) => [
      `信息内容\t本年收费金额（单位：${of}）\n行政事业性收费\t882.10`,
      `行政事业性收费（${of}）\t882.10`,
      `单位：${of}\n信息内容\t本年收费金额\n行政事业性收费\t882.10`,
      `行政事业性收费\t882.10\n注：收费单位为${of}`,
    ]
    const fee = (amount: string) => `administrativeFees.amount=${amount}`
    for (const text of texts(unit))
      expect(await told(text)).toEqual([
        fee(exact),
        expect.stringMatching(new RegExp(`882.10 ${unit}换算为万元`)),
      ])
    for (const text of texts('万元')) expect(await told(text)).toEqual([fee('882.10')])
    const both = `信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t882.10\n注：收费单位为${unit}`
    expect(await told(both)).toEqual([fee('882.10'), expect.stringMatching(/本栏单位是万元，请换算/)])
  },
)

test('values with a blank line behind each stand one below the other, and the person is told', async () => {
  const pasted = (text: string) => paste('proactiveDisclosure', 'administrativeLicenses.decisions', text)
  const [spaced, dense] = [await pasted('80\r\n\r\n29\r\n\r\n5\r\n'), await pasted('80\r\n29\r\n5\r\n')]
  expect(spaced?.changes).toEqual(dense?.changes)
  expect(spaced?.doubtful).toHaveLength(1)
  expect(dense?.doubtful).toEqual([])
})

test.each([
  ['5元', '0.0005'],
  ['31417926.53元', '3141.792653'],
  ['120000元', '12'],
])(
  'an amount with its own unit behind it is converted exactly, by label and in place: %s',
  async (written, exact) => {
    for (const text of [`行政强制\t7\n行政事业性收费\t${written}`, `7\n${written}`]) {
      const proposal = await paste('proactiveDisclosure', 'administrativeCompulsion.decisions', text)
      expect(proposal?.changes.at(-1)).toBe(`administrativeFees.amount=${exact}`)
      expect(proposal?.doubtful.map(({ why }) => why)).toEqual([expect.stringContaining(written)])
    }
  },
)
