/** @typedef {{ name: string, figures: Record<string, number | undefined> }} Measured */
/** @typedef {{ name: string, words: string, unit: string, of?: string, goal?: { ratio?: number, at?: number } }} Line */

/** @type {Line[]} */
const lines = [
  { name: 'cpu', words: 'main thread per key', unit: 'ms', goal: { ratio: 0.8 } },
  { name: 'script', words: 'script per key', unit: 'ms', goal: { at: 2 } },
  { name: 'layout', words: 'style and layout per key', unit: 'ms' },
  { name: 'painted', words: 'key to total painted, p50', unit: 'ms', goal: { ratio: 0.9 } },
  { name: 'pause', words: 'main thread in the pause after typing', unit: 'ms' },
  { name: 'fill', words: 'main thread, all 144 cells filled', unit: 'ms', goal: { ratio: 0.7 } },
  { name: 'paste', words: 'main thread, whole table pasted', unit: 'ms', goal: { at: 50 } },
  { name: 'load', words: 'load to first editable cell', unit: 'ms', goal: { ratio: 1.8 } },
  { name: 'load4', words: 'the same, CPU slowed down 4×', unit: 'ms', goal: { ratio: 1.8 } },
  { name: 'bytesToFirstCell', words: 'first visit to the table, brotli', unit: 'kB', goal: { at: 110 } },
  { name: 'bytes', words: 'with what comes by itself after it', unit: 'kB' },
  { name: 'heap', words: 'heap after 500 edits', unit: 'MB', goal: { at: 6 } },
  { name: 'cpu10', words: 'main thread per key, 10× rows: growth', unit: '×', of: 'cpu', goal: { at: 2 } },
  { name: 'script10', words: 'script per key, 10× rows', unit: 'ms' },
]

/** @param {number[]} all @returns {number | undefined} */
export function median(all) {
  const sorted = [...all].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

const digits = (/** @type {number} */ figure) =>
  figure < 10 ? figure.toFixed(2) : figure < 100 ? figure.toFixed(1) : figure.toFixed(0)

/** @param {string[][]} rows */
export function textTable(rows) {
  const width = (/** @type {string} */ text) =>
    [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0)
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  /** @param {string} text @param {number} column */
  const padded = (text, column) => {
    const space = ' '.repeat((widths[column] ?? 0) - width(text))
    return column === 0 ? text + space : space + text
  }
  const [head = [], ...body] = rows.map((row) => `| ${row.map(padded).join(' | ')} |`)
  return [head, `|${widths.map((own) => '-'.repeat(own + 2)).join('|')}|`, ...body].join('\n')
}

/**
 * Every contender's figures, the ratio of the last column to the first contender, and the goals.
 * @param {Measured[]} measured
 */
export function comparison(measured) {
  const [base, ...others] = measured
  const names = measured.map(({ name }) => name)
  const head = ['', ...names, ...others.map(({ name }) => `${name}/${base?.name}`), 'goal', '']
  const rows = lines.map(({ name, words, unit, of, goal }) => {
    /** @param {Measured | undefined} own */
    const figureOf = (own) => {
      const value = own?.figures[name]
      const divisor = of ? own?.figures[of] : 1
      return value === undefined || divisor === undefined ? undefined : value / divisor
    }
    const values = measured.map(figureOf)
    const own = figureOf(measured.find((one) => one.name === 'project'))
    const first = values[0]
    const ratio = (/** @type {number | undefined} */ value) =>
      value === undefined || !first ? undefined : value / first
    const reached = goal?.ratio ? ratio(own) : own
    const wanted = goal?.ratio ?? goal?.at
    return [
      `${words}, ${unit}`,
      ...values.map((value) => (value === undefined ? '–' : digits(value))),
      ...values.slice(1).map((value) => ratio(value)?.toFixed(2) ?? '–'),
      goal?.ratio ? `ratio ≤ ${goal.ratio}` : goal?.at ? `≤ ${goal.at} ${unit}` : '',
      reached === undefined || wanted === undefined ? '' : reached <= wanted ? 'met' : 'missed',
    ]
  })
  return textTable([head, ...rows])
}
