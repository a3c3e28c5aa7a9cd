// Builds the app as it is handed out and serves it on this machine.
import { build, preview } from 'vite'

await build()
const port = Number(process.env.PORT || 4173)
await preview({ preview: { port, strictPort: true } })
console.log(`\n年报通: http://localhost:${port}/`)
