import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../../drafts/draft'
import type { Removed } from '../../drafts/store'
import { cellAt } from '../../format/cells'
import { editionByKey } from '../../format/editions'
import { rowNameIn } from '../../format/names'
import { sumOf } from '../../report/totals'
import { readCell } from '../../report/value'
import type { DraftActions, NextYear } from '../drafts/useDraftActions'
import { Button } from '../parts/Button'
import styles from './Register.module.css'

interface Props {
  draft: Draft
  title: string
  actions: DraftActions
  onClose: () => void
  onCopied: (id: string, title: string, done: boolean) => void
  onRemoved: (id: string, title: string, done: Removed) => void
}

/** What else can be done with a draft, in a line of its own under it. */
export function MoreRow({ draft, title, actions, onClose, onCopied, onRemoved }: Props) {
  const [nextYear, setNextYear] = useState<NextYear | null>(null)
  const group = useRef<HTMLFieldSetElement>(null)
  const copied = useRef(false)
  // The question takes the place of the button that raised it.
  useEffect(() => {
    if (nextYear) group.current?.querySelector('button')?.focus()
  }, [nextYear])

  async function startNextYear() {
    const next = await actions.nextYear(draft)
    if (!next) return
    if (next.offered.length) setNextYear(next)
    else actions.openNextYear(next, false)
  }
  return (
    <tr className={styles.more}>
      <td colSpan={5}>
        <fieldset
          ref={group}
          id={`actions-${draft.id}`}
          aria-label={`${title}的操作`}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        >
          {nextYear ? (
            <>
              <p>{questionOf(nextYear)}</p>
              <Button small onClick={() => actions.openNextYear(nextYear, true)}>
                填入
              </Button>
              <Button small onClick={() => actions.openNextYear(nextYear, false)}>
                不填
              </Button>
              <Button small look="text" onClick={onClose}>
                取消
              </Button>
            </>
          ) : (
            <>
              <Button
                small
                onClick={async () => {
                  // The line goes away with it; a second press before that is not a second order.
                  if (copied.current) return
                  copied.current = true
                  onClose()
                  const { copy, done } = await actions.copy(draft)
                  onCopied(copy.id, title, done)
                }}
              >
                复制
              </Button>
              <Button
                small
                disabled={!editionByKey(draft.report.edition)}
                onClick={() => void startNextYear()}
              >
                复制为下一年度
              </Button>
              <Button small icon="down" onClick={() => actions.backUp([draft])}>
                下载备份
              </Button>
              <Button
                small
                onClick={async () => onRemoved(draft.id, title, await actions.remove(draft.id, draft))}
              >
                删除
              </Button>
            </>
          )}
        </fieldset>
      </td>
    </tr>
  )
}

function questionOf({ draft, offered }: NextYear): string {
  const edition = editionByKey(draft.report.edition)
  const [carried] = edition?.carriesForward ?? []
  if (!edition || !carried) return ''
  const [from, to] = [carried.from, carried.to].map((path) => rowNameIn(edition, carried.table, path))
  const sum = sumOf(
    offered.map(({ address, after }) => readCell(after, cellAt(edition, address)?.unit ?? '件')),
  )
  return `把上年的“${from}”${'value' in sum ? sum.value : ''} 件填入“${to}”？`
}
