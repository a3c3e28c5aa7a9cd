import { Suspense, useState } from 'react'
import { sectionLabel } from '../../format/names'
import type { Section, TableSpec } from '../../format/types'
import { LastYearSwitch } from '../form/LastYearSwitch'
import { NextSection } from '../form/NextSection'
import { useSession } from '../form/session'
import { stepBack } from '../form/useReportKeys'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { latePage } from '../parts/latePage'
import { useObservable } from '../parts/observable'
import { SectionHead } from '../parts/SectionHead'
import { useMedia } from '../parts/useMedia'
import { copyTable, copyToClipboard } from './copy'
import { Dock, Margin } from './Margin'
import { StatusBar } from './StatusBar'
import { StatutoryTable } from './StatutoryTable'
import styles from './TableSection.module.css'
import { createTableView, type FillRange, type Said, type TableView } from './tableView'
import { type CellActions, cellActions, useTableEvents } from './useTableEvents'

// Few reports have figures from a 汇总.
const { Page: SumMarks } = latePage(async () => (await import('../aggregate/SumMarks')).SumMarks)

/** Below these widths the notes go under the table: alone, and with a panel beside it. */
const NO_MARGIN = '(max-width: 1278px)'
const NO_MARGIN_BESIDE_PANEL = '(max-width: 1530px)'

/** A section that is a statutory table: tools, table, notes beside it, status under it. */
export function TableSection({
  section,
  table,
  besidePanel = false,
  locked = false,
}: {
  section: Section
  table: TableSpec
  besidePanel?: boolean
  /** Another tab has the draft: all of it is to be read only, and the way through the findings goes on. */
  locked?: boolean
}) {
  const session = useSession()
  const [view] = useState(() => createTableView(table))
  const [actions] = useState(() => cellActions(session, view))
  const events = useTableEvents(session, view, actions)
  const docked = useMedia(besidePanel ? NO_MARGIN_BESIDE_PANEL : NO_MARGIN)
  return (
    <div className={styles.section}>
      <fieldset role="presentation" disabled={locked} className={styles.locked}>
        <SectionHead title={sectionLabel(section)}>
          <LastYearSwitch />
          <Tools table={table} view={view} actions={actions} />
        </SectionHead>
        <Sources table={table} />
        <div className={styles.pane} data-scrolls>
          <div className={styles.sheet}>
            <StatutoryTable edition={session.edition} table={table} hint={view.hint} events={events} />
            <p className={styles.next}>
              <NextSection current={section.key} />
            </p>
          </div>
          {!docked && <Margin view={view} />}
        </div>
        <SaidLine view={view} />
        {docked && <Dock view={view} />}
      </fieldset>
      <StatusBar view={view} />
    </div>
  )
}

/** Which figures came from a 汇总, where some did. */
function Sources({ table }: { table: TableSpec }) {
  const { sources } = useObservable(useSession().notes)
  return (
    sources && (
      <Suspense fallback={null}>
        <SumMarks table={table} />
      </Suspense>
    )
  )
}

/** The cell keeps the focus when a tool is clicked: what was typed so far stays where it is. */
const keepFocus = (event: React.MouseEvent) => event.preventDefault()

function Tools({ table, view, actions }: { table: TableSpec; view: TableView; actions: CellActions }) {
  const session = useSession()
  const fill = (range: FillRange) => () => actions.fill(range)
  return (
    <div className={styles.tools} role="toolbar" aria-label="表格工具" onMouseDown={keepFocus}>
      <Button small icon="undo" onClick={() => stepBack(session, false)}>
        撤销
      </Button>
      <Button small icon="redo" onClick={() => stepBack(session, true)}>
        重做
      </Button>
      <Button small onClick={fill('row')}>
        本行其余填 0
      </Button>
      <Button small onClick={fill('column')}>
        本列其余填 0
      </Button>
      <Button small onClick={fill('table')}>
        全表其余填 0
      </Button>
      <MoreTools table={table} view={view} />
    </div>
  )
}

/** What is seldom wanted, behind one button; a choice closes it. */
function MoreTools({ table, view }: { table: TableSpec; view: TableView }) {
  const session = useSession()
  const [open, setOpen] = useState(false)
  return (
    <span className={styles.more}>
      <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
        更多
      </Button>
      {open && (
        <Button
          small
          onClick={() => {
            const done = copyToClipboard(copyTable(session.edition, session.entries(), table))
            setOpen(false)
            view.said.set({
              words: done ? '已复制整张表，可以粘贴到 Excel、WPS 或 Word' : '浏览器没有允许复制',
            })
          }}
        >
          复制整表（Ctrl+A、Ctrl+C）
        </Button>
      )}
    </span>
  )
}

/** What has just been done to many cells, and the way back; gone once that has been taken. */
function SaidLine({ view }: { view: TableView }) {
  const said = useObservable(view.said)
  return (
    <div role="status" className={styles.said}>
      {said && <SaidText view={view} said={said} />}
    </div>
  )
}

function SaidText({ view, said }: { view: TableView; said: Said }) {
  const session = useSession()
  const { done } = useObservable(session.history)
  const [open, setOpen] = useState(false)
  const shown = said.step && !done.includes(said.step) ? null : said
  const doubtful = shown?.doubtful ?? []
  return (
    <>
      {shown && (
        <p>
          <Icon name={doubtful.length ? 'verify' : 'ok'} size={14} />
          <span>{shown.words}</span>
          {doubtful.length > 0 && (
            <Button small look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? '收起' : '查看'}
            </Button>
          )}
          {shown.step && shown.step === done.at(-1) && (
            <Button small look="text" icon="undo" onClick={() => stepBack(session, false)}>
              撤销
            </Button>
          )}
          <span className={styles.grow} />
          <Button small look="text" aria-label="关闭" onClick={() => view.said.set(null)}>
            <Icon name="close" size={12} />
          </Button>
        </p>
      )}
      {open && doubtful.length > 0 && (
        <ul>
          {doubtful.map(({ text, why }) => (
            <li key={text + why}>
              <b>{text}</b> {why}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
