import { readPdf } from './pdf'
import { type Answer, recognition, type Work } from './work'

self.addEventListener('message', async ({ data }: MessageEvent<Work>) => {
  // The library in this thread sends itself messages, too.
  if (!('bytes' in data) || typeof data.id !== 'number') return
  const answer: Answer = { id: data.id, recognition: await recognition(() => readPdf(data.bytes, data.name)) }
  self.postMessage(answer)
})
