import { useState } from 'react'
import { nameOf } from '../../format/names'
import type { TextSpec } from '../../format/types'
import { startedText } from '../../report/startedText'
import { goTo } from '../form/goTo'
import { currentText, useSession } from '../form/session'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import { type Observable, useObservable } from '../parts/observable'
import { Replacing } from './Replacing'
import styles from './TextSection.module.css'

type State = { asks: 'replace' } | { lacks: string[] } | null

/** 用模板起草: fills the text from 基本信息. A text that is there already is replaced only after a question. */
export function Starter({
  spec,
  starter,
  text,
}: {
  spec: TextSpec
  starter: string
  text: Observable<string>
}) {
  const session = useSession()
  const [state, setState] = useState<State>(null)
  const blank = useObservable(text).trim() === ''
  const start = (replace: boolean) => {
    const started = startedText(starter, session.entries())
    if ('missing' in started) return setState({ lacks: started.missing })
    if (!replace && currentText(session, spec.address).trim() !== '') return setState({ asks: 'replace' })
    session.apply([{ address: spec.address, after: started.text }])
    text.set(started.text)
    setState(null)
    focusById(spec.address)
  }
  if (state && 'lacks' in state) {
    const [first] = state.lacks
    return (
      <p className={styles.starter} role="alert">
        先填写{state.lacks.map((address) => nameOf(session.edition, address)).join('、')}，再用模板起草。
        {first && (
          <Button small onClick={() => goTo(session, first)}>
            前往填写
          </Button>
        )}
      </p>
    )
  }
  if (state)
    return (
      <Replacing
        address={spec.address}
        by="模板文字"
        onReplace={() => start(true)}
        onKeep={() => setState(null)}
      />
    )
  return (
    <p className={styles.starter}>
      <Button small onClick={() => start(false)}>
        {blank ? '用模板起草' : '重新用模板起草'}
      </Button>
      {blank && <span>按基本信息填入机关、年度、统计期限和联系方式，可再修改。</span>}
    </p>
  )
}
