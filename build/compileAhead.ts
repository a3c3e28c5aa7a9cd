import type { Plugin } from 'vite'

/**
 * Asks the browser to compile all of a chunk while it arrives, beside the page, not function by function when they are
 * first called. Chromium knows the line from 136 on and wants it before any code; to others it is a comment.
 */
export function compileAhead(...names: string[]): Plugin {
  return {
    name: 'nianbao:compile-ahead',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && names.includes(file.name))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
      },
    },
  }
}
