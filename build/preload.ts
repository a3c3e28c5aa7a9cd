import type { HtmlTagDescriptor, Plugin } from 'vite'

const link = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})

/**
 * Lets the page fetch a chunk that its first script only imports later, with what it imports and its styles, together with
 * that script.
 */
export function preload(chunk: string): Plugin {
  return {
    name: 'nianbao:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = new Set<string>()
        const styles = new Set<string>()
        const visit = (fileName: string) => {
          const file = bundle[fileName]
          if (file?.type !== 'chunk' || files.has(fileName)) return
          files.add(fileName)
          file.imports.forEach(visit)
          for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style)
        }
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.name === chunk) visit(file.fileName)
        return [
          ...[...files].map((file) => link('modulepreload', file)),
          ...[...styles].map((style) => link('stylesheet', style)),
        ].filter(({ attrs }) => !html.includes(String(attrs?.href)))
      },
    },
  }
}
