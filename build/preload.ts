import type { HtmlTagDescriptor, Plugin } from 'vite'

const link = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})

/** Lets the page fetch a chunk that its first script only imports later, with its styles, together with that script. */
export function preload(chunk: string): Plugin {
  return {
    name: 'nianbao:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' && file.name === chunk
            ? [
                link('modulepreload', file.fileName),
                ...[...(file.viteMetadata?.importedCss ?? [])].map((style) => link('stylesheet', style)),
              ]
            : [],
        ),
    },
  }
}
