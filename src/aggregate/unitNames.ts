import type { Standing } from './task'

/**
 * What each unit of a list is called, by id: by its name, and where several have that name, with the unit above it if this tells them all
 * apart, else with its code.
 */
export function unitNames(
  standings: readonly Pick<Standing, 'id' | 'unit' | 'current'>[],
): Map<string, string> {
  const names = new Map(
    standings.map(({ id, unit, current }) => [id, unit?.name ?? current?.organ.name ?? id]),
  )
  const alike = new Map<string, (typeof standings)[number][]>()
  for (const one of standings) {
    const name = names.get(one.id) as string
    const known = alike.get(name)
    if (known) known.push(one)
    else alike.set(name, [one])
  }
  const labels = new Map(names)
  for (const [name, group] of alike) {
    if (group.length < 2) continue
    const above = group.map(({ unit }) => names.get(unit?.parent ?? '') ?? '')
    const tells = above.every(Boolean) && new Set(above).size === group.length
    for (const [n, { id, unit, current }] of group.entries()) {
      const own = tells ? above[n] : unit?.code || current?.organ.code || above[n]
      if (own) labels.set(id, `${name}（${own}）`)
    }
  }
  return labels
}
