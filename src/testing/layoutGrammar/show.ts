import { edition2021 } from '../../format/edition2021/edition'
import { type Axes, type Axis, axes, drawAxes, type Layout, layoutWith, singleAxes } from './grammar'
import { randomFigures, seeded } from './random'

/**
 * Prints layouts with their answers: `show.mjs 12` seed 12, `show.mjs 12-20` several, `show.mjs 7 medium=csv`
 * seed 7 in one medium, `show.mjs single medium=tabs` the usual layout with one axis changed.
 */
const [which = '1', ...settings] = process.argv.slice(2)
const fixed = Object.fromEntries(settings.map((setting) => setting.split('='))) as Partial<Axes>
for (const [axis, value] of Object.entries(fixed))
  if (!(axes[axis as Axis] as readonly string[] | undefined)?.includes(value))
    throw new Error(`${axis} is one of ${Object.keys(axes).join(', ')}; ${value} must be one of its values`)

function print(title: string, layout: Layout): void {
  const count = (of: (figure: Layout['expected'][number]) => boolean) => layout.expected.filter(of).length
  console.log(`===== ${title} · ${layout.name}`)
  console.log(layout.content)
  for (const figure of layout.expected)
    if (figure.certainty !== 'certain' || figure.free)
      console.log(
        `  ${figure.address.replace('tables.', '')}: “${figure.printed}” ${figure.certainty} ` +
          `${figure.value}${figure.alternatives ? ` or ${figure.alternatives.map(String).join(', ')}` : ''}${figure.free ? ' free' : ''}`,
      )
  for (const { address, printed } of layout.alsoListed)
    console.log(`  ${address.replace('tables.', '')}: “${printed}” belongs in no cell`)
  if (layout.unsettled) console.log(`  unsettled: ${layout.unsettled}`)
  console.log(
    `  ${layout.expected.length} figures: ${count(({ certainty }) => certainty === 'certain')} certain, ` +
      `${count(({ certainty }) => certainty === 'marked')} marked, ` +
      `${count(({ certainty }) => certainty === 'listed')} listed, ${count(({ free }) => !!free)} free`,
  )
}

if (which === 'single')
  for (const [at, layout] of singleAxes(fixed.medium ?? 'html').entries()) {
    const random = seeded(at + 1)
    print(
      `single ${at}`,
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), layout, random),
    )
  }
else {
  const [from = 1, to = from] = which.split('-').map(Number)
  for (let seed = from; seed <= to; seed++) {
    const random = seeded(seed)
    const figures = randomFigures(edition2021, random)
    print(`seed ${seed}`, layoutWith(edition2021, figures, { ...drawAxes(random), ...fixed } as Axes, random))
  }
}
