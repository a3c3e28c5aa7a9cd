import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const packed = ['.woff2', '.png', '.jpg', '.gz', '.docx', '.xlsx']

/**
 * Brotli at its highest level, whatever a server would do.
 * @param {Buffer} raw
 */
export const brotli = (raw) =>
  brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  })

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })

/**
 * Serves folders by name, everything compressed ahead of the clock, nothing kept by the browser.
 * @param {Record<string, string>} folders
 */
export async function serve(folders) {
  /** @type {Map<string, { body: Buffer, headers: Record<string, string | number> }>} */
  const files = new Map()
  /** Builds have most files in common. @type {Map<string, Buffer>} */
  const known = new Map()
  for (const [name, folder] of Object.entries(folders))
    for (const file of filesUnder(folder)) {
      // The single file and the maps are no part of a visit.
      if (/nianbao\.html$|\.map$/.test(file)) continue
      const ending = extname(file)
      const raw = readFileSync(file)
      const plain = packed.includes(ending)
      const text = raw.toString('latin1')
      const body = plain ? raw : (known.get(text) ?? brotli(raw))
      if (!plain) known.set(text, body)
      files.set(`/${name}/${relative(folder, file).split(sep).join('/')}`, {
        body,
        headers: {
          'content-type': types[/** @type {keyof typeof types} */ (ending)] ?? 'application/octet-stream',
          'content-length': body.length,
          'cache-control': 'no-store',
          ...(plain ? {} : { 'content-encoding': 'br' }),
        },
      })
    }
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
    const found = files.get(path.endsWith('/') ? `${path}index.html` : path)
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, found.headers).end(found.body)
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://localhost:${address.port}`,
    /** @param {string} path */
    bytesOf: (path) => files.get(path)?.body.length ?? 0,
    close: () => server.close(),
  }
}
