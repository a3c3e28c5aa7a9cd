import type { Plugin } from 'vite'

/** Lets the page fetch a chunk that its first script imports, by its name, together with that script. */
export function preload(...chunks: string[]): Plugin {
  return {
    name: 'nianbao:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && chunks.includes(file.name))
          .flatMap((file) => [
            {
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file.fileName}` },
              injectTo: 'head' as const,
            },
            ...(file.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : []).map((href) => ({
              tag: 'link',
              attrs: { rel: 'stylesheet', crossorigin: true, href: `./${href}` },
              injectTo: 'head' as const,
            })),
          ]),
    },
  }
}
