import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { bundledScript } from './workerText.ts'

/** Not needed to start the app without a network: the single file is for taking away, the schema for other programs. */
const LEFT_OUT = ['nianbao.html', 'report.schema.json']

/** Adds `service-worker.js`, which knows every file of the app by name and all of them together by their hash. */
export function serviceWorker(root: string, target: string): Plugin {
  return {
    name: 'nianbao:service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (!dir) throw new Error('the build has no folder')
      const files = [...Object.keys(bundle), ...readdirSync(join(root, 'public'))]
        .filter((name) => !LEFT_OUT.includes(name) && !name.endsWith('.map'))
        .sort()
      const hash = createHash('sha256')
      for (const name of files) hash.update(name).update(readFileSync(join(dir, name)))
      const { code } = await bundledScript(join(root, 'src/app/serviceWorker.ts'), target, {
        __FILES__: JSON.stringify(files),
        __BUILD__: JSON.stringify(hash.digest('hex').slice(0, 16)),
      })
      writeFileSync(join(dir, 'service-worker.js'), code)
    },
  }
}
