import { build, type Plugin } from 'vite'

const SUFFIX = '?workerText'

/** A module with all that it imports as one classic script, and the files it came from. */
export async function bundledScript(
  entry: string,
  target: string,
  define: Record<string, string> = {},
): Promise<{ code: string; files: string[] }> {
  const results = [
    await build({
      configFile: false,
      logLevel: 'warn',
      define,
      // Its own imports may be worker texts again.
      plugins: [workerText(target)],
      build: {
        target,
        write: false,
        modulePreload: false,
        copyPublicDir: false,
        rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
      },
    }),
  ].flat()
  const [chunk] = results.flatMap((result) => ('output' in result ? result.output : []))
  if (chunk?.type !== 'chunk') throw new Error(`no script came of ${entry}`)
  return { code: chunk.code, files: Object.keys(chunk.modules).filter((file) => !file.startsWith('\0')) }
}

/**
 * `import(…?workerText)` gives a module, with all that it imports, as the text of one classic script: from a file:// page
 * only a classic worker started from a blob works, and in the site it works as well. Two builds that share `known` bundle
 * each script once.
 */
export function workerText(
  target: string,
  known = new Map<string, ReturnType<typeof bundledScript>>(),
): Plugin {
  return {
    name: 'nianbao:worker-text',
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return
      const found = await this.resolve(source.slice(0, -SUFFIX.length), importer)
      return found && found.id + SUFFIX
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return
      const script = known.get(id) ?? bundledScript(id.slice(0, -SUFFIX.length), target)
      known.set(id, script)
      const { code, files } = await script
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(code)}`
    },
    watchChange: () => known.clear(),
  }
}
