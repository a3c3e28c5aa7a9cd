import { currentEdition } from '../../src/format/editions'
import { fileText } from '../../src/report/file'
import { filledReport } from '../../src/testing/filledReport'

const KINDS = 200
const NAME = '第零局'

/** Reports of made-up units, of full length, each with figures of its own: the text of the file of the nth one. */
export function textsOf(): (n: number) => string {
  const texts = Array.from({ length: KINDS }, (_, n) =>
    fileText(
      filledReport({ 'organ.name': NAME, 'tables.requests.received.naturalPerson': String(n) }),
      currentEdition,
      'draft',
    ),
  )
  return (n) => (texts[n % KINDS] as string).replace(NAME, `第${n}局`)
}
