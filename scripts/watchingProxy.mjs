// Stands between a browser and every network, to see what is asked for: by pages, by workers and by the browser itself.
import { createServer } from 'node:http'

/**
 * Notes every address that is asked for, and passes on only what begins with `home`.
 * @param {string} home
 * @returns {Promise<{ asked: Set<string>, port: number, stop(): void }>}
 */
export async function watchingProxy(home) {
  /** @type {Set<string>} */
  const asked = new Set()
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    asked.add(url)
    if (!url.startsWith(home)) return void response.writeHead(502).end()
    fetch(url).then(
      async (answer) => {
        response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
        response.end(Buffer.from(await answer.arrayBuffer()))
      },
      () => response.destroy(),
    )
  }).on('connect', (request, socket) => {
    asked.add(`https://${request.url}`)
    socket.destroy()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    asked,
    port: address.port,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
