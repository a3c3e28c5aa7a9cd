import { ABBREVIATIONS } from './abbreviations'
import type { Organ, Received } from './received'
import { ancestorsOf, type Unit } from './roster'

/**
 * Whose report a file is: a unit of the list, a question with the units that it can be, or none of the list (名册外). `against`: what
 * the file says speaks against every one of them, so that only a person can say that it is one of them all the same.
 */
export type Match = { unit: string } | { ask: string[]; against?: true } | { outside: true }

/** What is remembered as the unit of an organ that a person has said to be none of the list. */
export const NONE_OF_THEM = ''

/** Without white space and brackets' kind; full-width signs as plain ones. */
export const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

/** What the head of a report says beside the name: the year, and what kind of document it is. */
const YEAR = /^(?:19|20)\d{2}年?度?(?=\D)|(?:19|20)\d{2}年?度?$/g
const DOCUMENT = /(?:政府)?信息公开(?:工作)?(?:年度报告|年报|报告)?$/
const namedIn = (head: string): string =>
  plain(head).replace(YEAR, '').replace(DOCUMENT, '').replace(YEAR, '')

/** An answer is remembered by what the file says of its organ; only such files take it. */
export const organKey = ({ code, region, name }: Organ): string => [code, region, plain(name)].join('|')

/** 区财政局 is said within the district: the level alone names no place. 市场…, 市政…, 乡村… and the like begin otherwise. */
const LEVEL = /^[省市区县州盟旗镇乡](?!场|政|容|民|委|直|划|志|情|域|村)(?=.{2})/
const withoutLevel = (name: string) => name.replace(LEVEL, '')
const withoutBrackets = (name: string) => name.replace(/\([^()]*\)/g, '')

function spelledOut(name: string): string {
  for (const [short, long] of ABBREVIATIONS)
    if (name.endsWith(short) && !name.endsWith(long)) return name.slice(0, -short.length) + long
  return name
}
const GOVERNMENT = /(人民政府|政府|管理委员会|管委会|街道办事处|办事处)$/
/** A place by its name, with and without its last character (临江区, 临江). A body that is no place has none. */
const placesOf = (name: string): string[] => {
  const place = name.replace(GOVERNMENT, '')
  const named = place !== name || /[省市区县州盟旗镇乡]$/.test(place) || place.endsWith('街道')
  if (!named || place.length < 2) return []
  return /[市区县旗镇乡]$/.test(place) && place.length > 2 ? [place, place.slice(0, -1)] : [place]
}

const LEVEL_ALONE = /^[省市区县州盟旗镇乡]$/
const CITY = /(?:市|州|盟|地区)$/
/** One place after another: 江北省东海市临江区. */
const PLACES_ONLY = /^(?:[^|]{1,9}?(?:自治区|地区|[省市区县州盟旗镇乡]))+$/
/** Whether two 行政区划代码 can be of one place: equal, or one of a city or province that the other one lies in. */
export const canBeOne = (one: string, other: string) => {
  const [a, b] = [one, other].map((code) => code.replace(/(?:00){1,2}$/, '')) as [string, string]
  return a.startsWith(b) || b.startsWith(a)
}
/** A place that a name gives in brackets behind it: 教育局（东海县）. */
const placeInBrackets = (name: string): string =>
  [...name.matchAll(/\(([^()本全我各]{2,12}[省市区县州盟旗镇乡])\)/g)].map(([, place]) => place).join('')

interface Listed {
  unit: Unit
  /** Names of the districts that it lies in, not those that all units lie in. */
  places: string[]
  region: string
}

/** A list made ready for many files. Units of one name are told apart by code, district or region; where nothing tells, it asks. */
export function matcherOf(units: readonly Unit[], answers: ReadonlyMap<string, string> = new Map()) {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const above = new Map(units.map((unit) => [unit, ancestorsOf(unit, byId)]))
  const byCode = new Map(units.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])))
  const allPlaces = [...new Set(units.flatMap(({ name }) => placesOf(plain(name))))].sort(
    (a, b) => b.length - a.length,
  )

  /** Without the names of listed places before it, and without its level. */
  const stemOf = (name: string, places: Iterable<string>): string => {
    const full = spelledOut(withoutBrackets(plain(name)))
    let stem = full
    for (let shorter = true; shorter; ) {
      shorter = false
      // A government is called by its place: without it nothing is left.
      for (const place of places)
        if (stem.startsWith(place) && stem.slice(place.length).replace(GOVERNMENT, '').length > 1) {
          stem = stem.slice(place.length)
          shorter = true
        }
    }
    return withoutLevel(stem)
  }

  const byStem = new Map<string, Listed[]>()
  const byFullName = new Map<string, Set<Unit>>()
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const known = map.get(key)
    if (!known) map.set(key, [value])
    else if (!known.includes(value)) known.push(value)
  }
  const shared = (places: string[]) =>
    places.filter((place) => units.some((unit) => !within(unit).includes(place)))
  const within = memo((unit: Unit): string[] =>
    [unit, ...(above.get(unit) ?? [])].flatMap(({ name }) => placesOf(plain(name))),
  )
  const distinct = memo((place: string): boolean => shared([place]).length > 0)
  for (const unit of units) {
    const places = within(unit)
    const listed: Listed = {
      unit,
      places: [...new Set(places)].filter(distinct),
      region: unit.code.slice(2, 8),
    }
    for (const name of [unit.name, ...unit.aliases]) {
      const full = spelledOut(withoutBrackets(plain(name)))
      const named = byFullName.get(full)
      if (named) named.add(unit)
      else byFullName.set(full, new Set([unit]))
      // As it is listed, and without the places before it: 滨河 may be a district or the beginning of a street's name.
      put(byStem, withoutLevel(full), listed)
      put(byStem, stemOf(name, allPlaces), listed)
    }
  }

  /** Districts that the text names, the longest first: 临江区 is not also 江区. */
  const named = (text: string): string[] =>
    allPlaces
      .filter((place) => distinct(place) && text.includes(place))
      .filter((place, at, found) => !found.slice(0, at).some((longer) => longer.includes(place)))

  /** Whether what the file says of its place speaks for a unit, against it, or not at all. */
  function bearing(
    organ: Organ,
    prefix: string,
    { places, region, unit }: Listed,
  ): 'for' | 'against' | 'none' {
    const lies = (said: string[]) =>
      said.length > 0 && said.every((place) => places.some((own) => own === place || own.includes(place)))
    const inName = named(prefix)
    const inAddress = named(plain(organ.address))
    if (inName.length && !lies(inName)) return 'against'
    if (unexplained(prefix, unit)) return 'against'
    const wide = (code: string) => code.endsWith('00')
    if (organ.region && region && !canBeOne(organ.region, region)) return 'against'
    if (organ.region && region && organ.region === region) return 'for'
    if (inName.length) return 'for'
    if (inAddress.length) return lies(inAddress) ? 'for' : places.length ? 'against' : 'none'
    return unit.code && organ.region && !wide(organ.region) && region ? 'against' : 'none'
  }
  /**
   * Whether something stands before the name that is no place over the unit: another district (北城区财政局 is not 临江区财政局), the
   * district of another city, or the beginning of another name (教育体育局 is not 体育局). Of a province, and of a city that the list
   * does not name, nothing is known: it may stand before a listed place, and alone where the list names no place over the unit.
   */
  function unexplained(prefix: string, unit: Unit): boolean {
    const places = within(unit)
    if (LEVEL_ALONE.test(prefix)) return places.length > 0 && !places.some((place) => place.endsWith(prefix))
    const known = allPlaces.reduce((rest, place) => rest.replace(place, '|'), prefix)
    const lower = known.replace(/人民政府|政府/g, '').replace(/^[^|]{1,9}?(?:省|自治区)/, '')
    if (!places.length)
      return lower.replace(/[|]/g, '') !== '' && !PLACES_ONLY.test(lower.replace(/[|]/g, ''))
    const cities = places.filter((place) => CITY.test(place))
    const rest = cities.length ? lower : lower.replace(/^[^|]{1,9}?(?:市|州|盟|地区)(?=\|)/, '')
    return rest.replace(/[|]/g, '').replace(LEVEL_ALONE, '') !== ''
  }

  return function match({ organ }: Pick<Received, 'organ'>): Match {
    const answered = answers.get(organKey(organ))
    if (answered === NONE_OF_THEM) return { outside: true }
    if (answered !== undefined && byId.has(answered)) return { unit: answered }
    const ofCode = organ.code ? byCode.get(organ.code) : undefined
    if (ofCode) return { unit: ofCode.id }
    const written = namedIn(organ.name)
    const full = spelledOut(withoutBrackets(written))
    if (!full) return { outside: true }
    // The longest end of the name that is a name of the list: what stands before it says where.
    let found: Listed[] = []
    let prefix = ''
    for (let at = 0; at < full.length - 1 && !found.length; at++)
      for (const end of [full.slice(at), withoutLevel(full.slice(at))])
        if (!found.length && byStem.has(end)) {
          found = byStem.get(end) ?? []
          prefix = full.slice(0, full.length - end.length)
        }
    const listedSo = found.some(({ unit }) =>
      [unit.name, ...unit.aliases].some((name) => plain(name) === written),
    )
    if (!listedSo) prefix = placeInBrackets(written) + prefix
    // Two units of one name and different codes stay two.
    const open = found.filter(({ unit }) => !(organ.code && unit.code))
    const judged = open.map((listed) => ({ listed, says: bearing(organ, prefix, listed) }))
    const speakFor = judged.filter(({ says }) => says === 'for')
    const possible = judged.filter(({ says }) => says !== 'against')
    if (speakFor.length === 1 && speakFor[0]) return { unit: speakFor[0].listed.unit.id }
    const exact = [...(byFullName.get(full) ?? [])].filter((unit) => open.some((one) => one.unit === unit))
    const [only] = possible
    if (possible.length === 1 && only && (exact.includes(only.listed.unit) || open.length === 1))
      return { unit: only.listed.unit.id }
    const ask = (possible.length ? possible : judged).map(({ listed }) => listed.unit.id)
    if (!ask.length) return { outside: true }
    return possible.length ? { ask } : { ask, against: true }
  }
}

function memo<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = of(key)
      known.set(key, value)
    }
    return value
  }
}
