import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { receivedOf } from '../aggregate/received'
import { rosterOfText } from '../aggregate/roster'
import { summaryOf, summaryText } from '../aggregate/task'
import { currentEdition as edition } from '../format/editions'
import { fileText } from '../report/file'
import { filledReport } from '../testing/filledReport'

/** More than one thread reads by itself. */
const MANY = 320

test('the command sums a folder in several threads to the same bytes as one task does, and names each file that is none or is of another year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-sum-'))
  try {
    const reports = Array.from({ length: MANY + 1 }, (_, n) =>
      filledReport({
        'organ.name': `第${n}局`,
        year: '2024',
        'tables.requests.received.naturalPerson': n % 9 ? String(n) : ['', '/', '9'.repeat(15)][n % 3],
        'tables.proactiveDisclosure.administrativeFees.amount': `${n}.${n % 7}`,
      } as Record<string, string>),
    )
    const texts = reports.map((report) => fileText(report, edition, 'draft'))
    mkdirSync(join(folder, '街道'))
    for (const [n, text] of texts.slice(0, MANY).entries())
      writeFileSync(join(folder, n % 2 ? '街道' : '', `${n}.json`), text)
    const inner = zipSync({ '末.json': new TextEncoder().encode(texts[MANY]), '空.docx': new Uint8Array() })
    writeFileSync(join(folder, '收.zip'), zipSync({ '里.zip': inner }))
    writeFileSync(join(folder, '旧.json'), (texts[0] as string).replace('"year": 2024', '"year": 2023'))
    writeFileSync(join(folder, '坏.json'), (texts[0] as string).slice(0, 900))
    const list = [...reports.keys()].map((n) => `第${n}局`).join('\n')
    const listFile = join(folder, 'units.csv')
    writeFileSync(listFile, `${list}\n未报局`)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/sum.mjs', folder, '--list', listFile],
      { encoding: 'utf8', maxBuffer: 1e8 },
    )
    const task = {
      year: undefined,
      units: rosterOfText(`${list}\n未报局`).units,
      reports: reports.map((report) => receivedOf(report, edition, '')),
      decisions: [],
    }
    expect(stdout).toBe(summaryText(summaryOf(task)))
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual(['units.csv', '坏.json', '收.zip/里.zip/空.docx', '旧.json'])
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
