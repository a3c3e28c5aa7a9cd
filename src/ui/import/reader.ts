import { isPdf } from '../../import/files/kind'
import type { Answer, Material, Recognition, Work } from '../../import/files/work'
import { troubleWords } from '../drafts/missing'
import { startWorker } from '../worker'

/** A report takes a second or two; what takes longer would take forever. */
const PATIENCE_MS = 30_000
const TOO_SLOW = '读取用了太长时间，已停止。请换一份文件，或复制全文粘贴到这里。'
export const FAILED = '读取时出了问题，没有读出内容。请重试，或复制全文粘贴到这里。'

type Kind = 'reader' | 'pdf'
const scripts: Record<Kind, () => Promise<{ default: string }>> = {
  reader: () => import('../../import/files/reader.worker.ts?workerText'),
  pdf: () => import('../../import/files/pdfReader.worker.ts?workerText'),
}
const workers = new Map<Kind, Promise<Worker>>()
let asked = 0

function workerOf(kind: Kind): Promise<Worker> {
  let worker = workers.get(kind)
  if (!worker) {
    worker = scripts[kind]().then(({ default: text }) => startWorker(text))
    workers.set(kind, worker)
    worker.catch(() => workers.delete(kind))
  }
  return worker
}

/** Reads and recognises in a worker, so that the page stays usable; trouble of any kind is a sentence. */
export async function readMaterial(material: Material): Promise<Recognition> {
  const kind: Kind = 'bytes' in material && isPdf(material.bytes) ? 'pdf' : 'reader'
  const id = ++asked
  const work: Work = { ...material, id }
  let worker: Worker
  try {
    worker = await workerOf(kind)
  } catch (error) {
    return { problem: troubleWords(error, FAILED) }
  }
  return new Promise((resolve) => {
    const end = (recognition: Recognition, broken: boolean) => {
      clearTimeout(timer)
      worker.removeEventListener('message', onMessage)
      worker.removeEventListener('error', onError)
      if (broken) {
        worker.terminate()
        workers.delete(kind)
      }
      resolve(recognition)
    }
    const onMessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id === id && data.recognition) end(data.recognition, false)
    }
    const onError = () => end({ problem: FAILED }, true)
    const timer = setTimeout(() => end({ problem: TOO_SLOW }, true), PATIENCE_MS)
    worker.addEventListener('message', onMessage)
    worker.addEventListener('error', onError)
    worker.postMessage(work)
  })
}
