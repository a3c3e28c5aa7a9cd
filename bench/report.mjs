/** What was measured of a page, by name of the figure and round. @typedef {{ name: string, figures: Record<string, number[][]> }} Measured */
/**
 * A figure with its goal: of the project beside the first contender, or of `who` beside the project.
 * @typedef {{ name: string, words: string, unit: string, of?: string, who?: string, goal?: { ratio?: number, at?: number } }} Line
 */

/** @type {Line[]} */
const lines = [
  { name: 'cpu', words: 'main thread per key', unit: 'ms', goal: { ratio: 0.8 } },
  {
    name: 'cpu',
    who: 'lastYear',
    words: 'the same beside last year’s figures',
    unit: 'ms',
    goal: { ratio: 1.05 },
  },
  { name: 'script', words: 'script per key', unit: 'ms', goal: { at: 2 } },
  { name: 'layout', words: 'style and layout per key', unit: 'ms' },
  { name: 'painted', words: 'key to total painted, p50', unit: 'ms', goal: { ratio: 0.9 } },
  { name: 'pause', words: 'main thread in the pause after typing', unit: 'ms' },
  { name: 'fill', words: 'main thread, all 144 cells filled', unit: 'ms', goal: { ratio: 0.7 } },
  { name: 'paste', words: 'main thread, whole table pasted', unit: 'ms', goal: { at: 50 } },
  { name: 'load', words: 'load to first editable cell', unit: 'ms', goal: { ratio: 1.8 } },
  { name: 'load4', words: 'the same, CPU slowed down 4×', unit: 'ms', goal: { ratio: 1.8 } },
  { name: 'bytesToFirstCell', words: 'first visit to the table, brotli', unit: 'kB', goal: { at: 130 } },
  { name: 'bytes', words: 'with what comes by itself after it', unit: 'kB' },
  { name: 'heap', words: 'heap after 500 edits', unit: 'MB', goal: { at: 6.5 } },
  { name: 'cpu10', words: 'main thread per key, 10× rows: growth', unit: '×', of: 'cpu', goal: { at: 2 } },
  { name: 'script10', words: 'script per key, 10× rows', unit: 'ms' },
]

/** @param {number[]} all @returns {number | undefined} */
export function median(all) {
  const sorted = [...all].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** Between which the middle half of all lies. @param {number[]} all @returns {[number | undefined, number | undefined]} */
export function quartiles(all) {
  const sorted = [...all].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return [median(sorted.slice(0, middle + 1)), median(sorted.slice(-middle - 1))]
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
 * The figure of a line over all rounds, and of each round by itself. @param {Measured | undefined} measured @param {Line} line
 * @returns {{ whole: number | undefined, rounds: (number | undefined)[] }}
 */
function figureOf(measured, { name, of }) {
  const own = measured?.figures[name] ?? []
  const divisors = of ? (measured?.figures[of] ?? []) : undefined
  /** @param {number[]} values @param {number[]} [under] */
  const figure = (values, under) => {
    const [value, divisor] = [median(values), under ? median(under) : 1]
    return value === undefined || !divisor ? undefined : value / divisor
  }
  return {
    whole: figure(own.flat(), divisors?.flat()),
    rounds: own.map((round, at) => figure(round, divisors && (divisors[at] ?? []))),
  }
}

/**
 * What the project reaches where a line has a goal. Its noise is half of what lies between the lowest and the highest round:
 * a goal is missed for certain only by more than that.
 * @param {Line} line
 * @param {Measured | undefined} base
 * @param {Measured | undefined} project
 */
export function verdictOn(line, base, project) {
  const { goal } = line
  const wanted = goal?.ratio ?? goal?.at
  const own = figureOf(project, line)
  const other = figureOf(base, line)
  /** @param {number | undefined} value @param {number | undefined} beside */
  const reachedAs = (value, beside) =>
    value === undefined || !goal?.ratio ? value : beside ? value / beside : undefined
  const reached = reachedAs(own.whole, other.whole)
  if (wanted === undefined || reached === undefined) return undefined
  const rounds = own.rounds
    .map((value, at) => reachedAs(value, other.rounds[at]))
    .filter((value) => value !== undefined)
  const noise = rounds.length ? (Math.max(...rounds) - Math.min(...rounds)) / 2 : 0
  const state = reached <= wanted ? 'met' : reached - noise <= wanted ? 'missed within noise' : 'missed'
  return { state, reached, noise }
}

/**
 * Every contender's figures, their ratio to the first contender, and the goals.
 * @param {Measured[]} measured
 * @returns {{ text: string, missed: string[] }} the table, and the lines whose goal is missed by more than their noise
 */
export function comparison(measured) {
  const [base, ...others] = measured
  const project = measured.find(({ name }) => name === 'project')
  const names = measured.map(({ name }) => name)
  const head = ['', ...names, ...others.map(({ name }) => `${name}/${base?.name}`), 'goal', '±', '']
  /** @type {string[]} */
  const missed = []
  const rows = lines.map((line) => {
    const { words, unit, goal } = line
    const who = measured.find(({ name }) => name === line.who)
    const of = line.who ? [project, who] : measured
    const values = names.map(
      (name) =>
        figureOf(
          of.find((one) => one?.name === name),
          line,
        ).whole,
    )
    const first = figureOf(of[0], line).whole
    const verdict = line.who ? verdictOn(line, project, who) : verdictOn(line, base, project)
    if (verdict?.state === 'missed') missed.push(words)
    return [
      `${words}, ${unit}`,
      ...values.map((value) => (value === undefined ? '–' : digits(value))),
      ...others.map(({ name }, at) => {
        const value = line.who && line.who !== name ? undefined : values[at + 1]
        return value === undefined || !first ? '–' : (value / first).toFixed(2)
      }),
      goal?.ratio ? `ratio ≤ ${goal.ratio}` : goal?.at ? `≤ ${goal.at} ${unit}` : '',
      verdict?.noise ? digits(verdict.noise) : '',
      verdict?.state ?? '',
    ]
  })
  return { text: textTable([head, ...rows]), missed }
}
