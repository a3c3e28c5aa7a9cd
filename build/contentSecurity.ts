import type { HtmlTagDescriptor, Plugin } from 'vite'

/** `frame-ancestors` is missing because a browser ignores it in a meta element. */
const contentSecurityPolicy = (sources: Record<string, string>): string =>
  [
    "default-src 'none'",
    ...Object.entries(sources).map(([kind, source]) => `${kind} ${source}`),
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types nianbao',
  ].join('; ')

/** Stands first in the head: a policy binds only what comes after it. */
export const cspTag = (sources: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(sources) },
  injectTo: 'head-prepend',
})

/** In the built page only: the dev server needs inline scripts for hot reloading. */
export function siteSecurity(): Plugin {
  return {
    name: 'nianbao:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        cspTag({
          'script-src': "'self'",
          'style-src': "'self'",
          'img-src': "'self' data: blob:",
          'font-src': "'self'",
          'connect-src': "'self'",
          // The service worker is a file, other workers start from a text (ui/worker.ts).
          'worker-src': "'self' blob:",
          'manifest-src': "'self'",
        }),
      ],
    },
  }
}
