import type { Answer, Looked, Question } from '../../checks/aside'
import type { Edition } from '../../format/types'
import type { Report } from '../../report/report'
import { noteError } from '../drafts/diagnosis'
import { startWorker } from '../worker'

/** A text on which the rules take longer than this is no report, ms. */
const PATIENCE = 60_000
const TOO_LONG = '正文太长，规则一分钟内没有核对完。年报一般几千字，请检查是否误贴了别的内容。'

/** Underlines are worth less than the findings: without them the rest goes on. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    noteError(error)
    return undefined
  }
}

let worker: Promise<Worker> | undefined
let asked = 0

async function started(): Promise<Worker> {
  worker ??= import('../../checks/checks.worker.ts?workerText').then(({ default: text }) => startWorker(text))
  try {
    return await worker
  } catch (error) {
    // The next look tries again.
    worker = undefined
    throw error
  }
}

/**
 * All rules over one report, and the marks of its prose: beside the page where the texts are long, else at once. Rejects
 * where they could not be run.
 */
export async function runRules(edition: Edition, report: Report, today: string): Promise<Looked> {
  const [{ hasLongTexts, readAnswer }, { givenOf, runChecks }, { marksOf }] = await Promise.all([
    import('../../checks/aside'),
    import('../../checks/run'),
    import('../../checks/marks'),
  ])
  if (!hasLongTexts(edition, report)) {
    const given = givenOf({ edition, report, today })
    return { outcomes: runChecks(given), marks: attempt(() => marksOf(given)) ?? [] }
  }
  const own = await started()
  const question: Question = { id: ++asked, report, today }
  const answer = await new Promise<Answer>((resolve) => {
    const end = (found: Answer, broken: boolean) => {
      clearTimeout(timer)
      own.removeEventListener('message', onMessage)
      own.removeEventListener('error', onError)
      if (broken) {
        own.terminate()
        worker = undefined
      }
      resolve(found)
    }
    const onMessage = ({ data }: MessageEvent<Answer>) => data.id === question.id && end(data, false)
    const onError = ({ message }: ErrorEvent) => end({ id: question.id, fault: message }, true)
    const timer = setTimeout(() => end({ id: question.id, fault: TOO_LONG }, true), PATIENCE)
    own.addEventListener('message', onMessage)
    own.addEventListener('error', onError)
    own.postMessage(question)
  })
  if ('fault' in answer) throw new Error(answer.fault)
  return readAnswer(answer)
}
