import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig, type Plugin } from 'vite'
import { cspTag } from './contentSecurity.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Script or style as it can stand inside its element. What would end the element, or begin a comment, is written another
 * way that means the same within strings and patterns, and nowhere else do these characters occur in a module.
 */
function inlined(text: string): string {
  // The parser of a page turns these into something else, so the hash would not fit.
  if (/[\0\r\ud800-\udfff]/u.test(text)) throw new Error('the bundle holds characters a page cannot')
  return text.replaceAll(/<\/(?=script|style)/gi, '<\\/').replaceAll('<!--', '\\x3C!--')
}

/**
 * Adds `nianbao.html` to a build: the whole app in one page that opens by double click. Everything is inlined, because
 * from file:// no second file can be loaded; its scripts and styles are let through by their hashes.
 */
export function singleFile(root: string, config: InlineConfig): Plugin {
  return {
    name: 'nianbao:single-file',
    apply: 'build',
    async generateBundle() {
      const { build: options, ...rest } = config
      const results = [
        await build({
          ...rest,
          root,
          configFile: false,
          logLevel: 'warn',
          define: { __SINGLE_FILE__: 'true' },
          build: {
            ...options,
            write: false,
            copyPublicDir: false,
            cssCodeSplit: false,
            assetsInlineLimit: Number.MAX_SAFE_INTEGER,
            chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
            rolldownOptions: { output: { codeSplitting: false } },
          },
        }),
      ].flat()
      const output = results.flatMap((result) => ('output' in result ? result.output : []))
      const scripts = output.flatMap((file) => (file.type === 'chunk' ? [inlined(file.code.trim())] : []))
      const assetsNamed = (ending: string) =>
        output.flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith(ending) ? [String(file.source)] : [],
        )
      const styles = assetsNamed('.css').map((text) => inlined(text.trim()))
      const [page] = assetsNamed('.html')
      if (!page || scripts.length !== 1) throw new Error('the single file needs one page and one script')
      const icon = readFileSync(join(root, 'public/favicon.png')).toString('base64')
      const { tag, attrs = {} } = cspTag({
        'script-src': scripts.map(hash).join(' '),
        'style-src': styles.map(hash).join(' '),
        'img-src': 'data: blob:',
        'worker-src': 'blob:',
      })
      const head = [
        `<${tag} ${Object.entries(attrs)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}>`,
        ...styles.map((text) => `<style>${text}</style>`),
        ...scripts.map((text) => `<script type="module">${text}</script>`),
      ]
      const bare = page
        .replaceAll(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
        .replaceAll(/\s*<link rel="(stylesheet|manifest|modulepreload)"[^>]*>/g, '')
        .replace('./favicon.png', `data:image/png;base64,${icon}`)
      const start = bare.indexOf('<head>') + '<head>'.length
      const end = bare.indexOf('</head>')
      this.emitFile({
        type: 'asset',
        fileName: 'nianbao.html',
        source: `${bare.slice(0, start)}\n    ${head[0]}${bare.slice(start, end)}${head.slice(1).join('\n')}\n  ${bare.slice(end)}`,
      })
    },
  }
}
