import { readFile, readText } from './read'
import { type Answer, recognition, type Work } from './work'

self.onmessage = async ({ data }: MessageEvent<Work>) => {
  const found = await recognition(() =>
    'bytes' in data ? readFile(data.bytes, data.name) : readText(data, data.name),
  )
  const answer: Answer = { id: data.id, recognition: found }
  self.postMessage(answer)
}
