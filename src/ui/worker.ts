/**
 * Scripts that run beside the page. The one Trusted Types policy of the app is here: it lets through the addresses that
 * this module has made, and nothing else can start a script.
 *
 * A worker is written as a module of its own, say `src/import/reader.worker.ts`, with `self.onmessage` and `postMessage`,
 * and is imported as text, which works in the site and in the single file alike:
 *
 *     const { default: text } = await import('../../import/reader.worker.ts?workerText')
 *     const worker = startWorker(text)
 *
 * The build bundles it with everything it imports into one classic script (`build/workerText.ts`); packages may be named
 * too: `import('pdfjs-dist/legacy/build/pdf.worker.mjs?workerText')`. Import it only dynamically: the text is large.
 */

interface ScriptPolicy {
  createScriptURL(url: string): string
}
interface TrustedTypeFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy
}

const own = new Set<string>()
let policy: ScriptPolicy | undefined

/** An address as the browser's script sinks take it. Refuses, by throwing, one that was not made here. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypeFactory }
  const rules = {
    createScriptURL(wanted: string) {
      if (!own.has(wanted)) throw new TypeError(`no script of the app: ${wanted}`)
      return wanted
    },
  }
  // Firefox has no Trusted Types before 2026.
  policy ??= trustedTypes?.createPolicy('nianbao', rules) ?? rules
  return policy.createScriptURL(url)
}

/** By text. Firefox reads the blob only later, so an address lives as long as the page. */
const addresses = new Map<string, string>()

/**
 * Starts a worker from the text of a classic script (an import with `?workerText`). Works from the site, on plain-http
 * hosts and from the single file. Ends with `terminate()`; trouble in the script arrives as its `error` event.
 */
export function startWorker(text: string): Worker {
  const url = addresses.get(text) ?? URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  addresses.set(text, url)
  own.add(url)
  try {
    return new Worker(trusted(url))
  } finally {
    own.delete(url)
  }
}

/** The address of the app's service worker, for `navigator.serviceWorker.register`. */
export function serviceWorkerUrl(): string {
  const url = new URL('service-worker.js', document.baseURI).href
  own.add(url)
  return trusted(url)
}
