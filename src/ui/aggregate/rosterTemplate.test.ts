import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ROSTER_HEAD } from '../../aggregate/roster'
import { readRoster } from './readRoster'
import { ROSTER_TEMPLATE, rosterTemplate } from './rosterTemplate'

test('the template is read back: its example is nobody’s, and what is filled in under its heads is the list', async () => {
  const empty = await readRoster(ROSTER_TEMPLATE, rosterTemplate())
  expect(empty.units).toEqual([])
  expect(empty.problems).toEqual([])
  // As a clerk does it: the example is written over.
  const files = unzipSync(rosterTemplate())
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  for (const head of ROSTER_HEAD) expect(sheet).toContain(`>${head}<`)
  const filled = zipSync({
    ...files,
    'xl/worksheets/sheet1.xml': strToU8(sheet.replace('例：临江区教育局', '临江区教育局')),
  })
  const { units } = await readRoster(ROSTER_TEMPLATE, filled)
  expect(units).toMatchObject([
    {
      id: '11330000000000001A',
      name: '临江区教育局',
      aliases: ['教体局', '临江区教育体育局'],
      kind: '部门',
      due: '2025-01-31',
      to: '2024-09-30',
    },
  ])
})
test('codes that are typed into the template stay texts: its columns are formatted so', () => {
  const files = unzipSync(rosterTemplate())
  const [columns = ''] =
    /<cols>.*<\/cols>/.exec(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())) ?? []
  const styles = [...columns.matchAll(/<col [^>]*style="(\d+)"/g)].map(([, style]) => Number(style))
  expect(styles).toHaveLength(ROSTER_HEAD.length)
  const formats =
    /<cellXfs.*<\/cellXfs>/.exec(strFromU8(files['xl/styles.xml'] ?? new Uint8Array()))?.[0] ?? ''
  const format = [...formats.matchAll(/<xf [^>]*>/g)][styles[0] ?? 0]?.[0]
  expect(format).toContain('numFmtId="49"')
})
