import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const built = resolve(fileURLToPath(new URL('..', import.meta.url)), process.env.E2E_DIST ?? 'dist')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** The site below a folder of a server of its own, whose files can be changed, and which can be stopped. */
export interface Site {
  folder: string
  /** Ends with a slash. */
  address: string
  /** What was asked for in vain. */
  missed: string[]
  /** Serves the files of another folder from now on. */
  serve(folder: string): void
  stop(): void
}

export async function startSite(): Promise<Site> {
  const folder = copyOfBuild()
  let served = folder
  const missed: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname.replace(/^\/nianbao\//, '') || 'index.html'
    try {
      response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
      response.setHeader('Cache-Control', 'no-store')
      response.end(readFileSync(join(served, path)))
    } catch {
      missed.push(path)
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    folder,
    address: `http://localhost:${(server.address() as AddressInfo).port}/nianbao/`,
    missed,
    serve(other) {
      served = other
    },
    stop() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const copyOfBuild = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-site-'))
  cpSync(built, folder, { recursive: true })
  return folder
}

/** The same program as a later build would be: every hashed name is new, and the page says which build it is. */
export function laterBuild(): string {
  const folder = copyOfBuild()
  const assets = join(folder, 'assets')
  const names = readdirSync(assets)
  const later = (name: string) => name.replace(/(\.\w+)$/, 'x$1')
  const known = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  const rewrite = (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(known, later))
  for (const name of names) {
    if (!/\.(js|css)$/.test(name)) continue
    rewrite(join(assets, name))
  }
  for (const name of names) renameSync(join(assets, name), join(assets, later(name)))
  const index = join(folder, 'index.html')
  rewrite(index)
  writeFileSync(index, readFileSync(index, 'utf8').replace('<body>', '<body data-build="next">'))
  const script = join(folder, 'service-worker.js')
  rewrite(script)
  writeFileSync(script, `${readFileSync(script, 'utf8').replaceAll('nianbao-', 'nianbao-next-')}\n`)
  return folder
}

/** Waits until the files are kept and this page is served from them. */
export const kept = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller !== null
  })
