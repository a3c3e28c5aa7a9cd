import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

export interface Licence {
  name: string
  version: string
  licence: string
  /** The licence as the package brings it, empty where it brings none. */
  text: string
}

interface Locked {
  version: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
}

/** What stands in the program besides our own code: the packages that the lock file has for running it. */
function licencesIn(root: string): Licence[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .map(([path, { version, license = '' }]) => {
      const folder = join(root, path)
      const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version,
        licence: license,
        text: file ? readFileSync(join(folder, file), 'utf8').trim() : '',
      }
    })
    .filter(({ name }) => !name.startsWith('@types/') && name !== 'undici-types')
}

const NAME = 'virtual:licences'

/** `import licences from 'virtual:licences'`: the list for 关于. */
export function licences(root: string): Plugin {
  return {
    name: 'nianbao:licences',
    resolveId: (source) => (source === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(licencesIn(root))}` : undefined),
  }
}
