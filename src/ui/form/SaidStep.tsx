import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { useObservable } from '../parts/observable'
import styles from '../parts/PageBar.module.css'
import { useSession } from './session'
import { stepBack } from './useReportKeys'

/** What a button has just done to the report, with its way back while it is still the last step. In view on every page. */
export function SaidStep({ stay = false }: { stay?: boolean }) {
  const session = useSession()
  const said = useObservable(session.said)
  const { done } = useObservable(session.history)
  return (
    <span aria-live="polite" className={styles.said}>
      {said && said.step === done.at(-1) && (
        <>
          <Icon name="ok" size={14} />
          {said.words}
          <Button small look="text" icon="undo" onClick={() => stepBack(session, false, stay)}>
            撤销
          </Button>
        </>
      )}
    </span>
  )
}
