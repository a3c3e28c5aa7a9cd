import changelog from '../../../CHANGELOG.md?raw'

export interface Release {
  name: string
  changes: string[]
}

/** The changelog as this version of the program has it, newest release first; one without changes is left out. */
export function releasesIn(text: string): Release[] {
  const releases: Release[] = []
  for (const line of text.split('\n')) {
    const heading = /^## \[?([^\]\s]+)/.exec(line)
    if (heading?.[1]) releases.push({ name: heading[1], changes: [] })
    else if (line.startsWith('- ')) releases.at(-1)?.changes.push(line.slice(2).replaceAll('`', ''))
  }
  return releases.filter(({ changes }) => changes.length > 0)
}

export const releases = releasesIn(changelog)
