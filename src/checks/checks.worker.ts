import { currentEdition, editionByKey } from '../format/editions'
import { type Answer, answerTo, type Question } from './aside'

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const answer: Answer = answerTo(data, editionByKey(data.report.edition) ?? currentEdition)
  self.postMessage(answer)
}
