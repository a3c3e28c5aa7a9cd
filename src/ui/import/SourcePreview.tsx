import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { currentEdition } from '../../format/editions'
import { fieldAt, sectionOf } from '../../format/names'
import type { Address, Section } from '../../format/types'
import { reportOf, textsOfProposal, unreadDoubts } from '../../import/apply'
import type { ImportProposal, Unplaced } from '../../import/proposal'
import type { SourceDocument } from '../../import/source'
import { isProposed } from '../../report/proposed'
import { isShown, type Report, textAt, valuesOf, withTexts } from '../../report/report'
import { totalOf } from '../../report/totals'
import { kindQuestion } from '../basics/kindWords'
import { INFERRED, KIND } from '../basics/useProposals'
import { Icon } from '../parts/Icon'
import { titleOf } from '../parts/names'
import { useTitle } from '../parts/Page'
import { Brand } from '../parts/Seal'
import { Doubts, Remarks } from './Doubts'
import { compared, Figures } from './Figures'
import { FilledCount, Panel, Tab } from './Parts'
import styles from './SourcePreview.module.css'
import { SourceView } from './SourceView'
import { Texts } from './Texts'
import { tallyOf } from './tally'
import { UnplacedList } from './UnplacedList'

const BASIC = 'basic'
/** Fields of 基本信息 that a published report names. */
const PUBLISHED = [
  'organ.name',
  'year',
  KIND,
  'organ.website',
  'organ.address',
  'organ.postcode',
  'organ.phone',
  'organ.fax',
  'organ.email',
  ...Object.values(currentEdition.signOff ?? {}),
]

interface Props {
  source: SourceDocument
  proposal: ImportProposal
  name: string
  /** What the page is for, and what is not yet done. */
  heading: string
  note: string
  /** What stands there at first in place of what was recognised, nothing of it doubtful. */
  start?: Map<Address, string>
  /** Whether a doubtful value may be taken as it was read. */
  confirming?: boolean
  /** What can be done with the result. */
  actions: (result: Previewed) => ReactNode
}
/** A result as it stands in the preview now. */
export interface Previewed {
  report: () => Report
  /** Values that nobody has confirmed or changed, and cells that hold something unread. */
  open: number
  /** What was put in place of what was recognised. */
  changed: () => Map<Address, string>
  confirmed: Address[]
  confirmAll: () => void
}

/** Source and result side by side. Nothing is written before the clerk says so. */
export function SourcePreview({
  source,
  proposal,
  name,
  heading,
  note,
  start,
  confirming = false,
  actions,
}: Props) {
  const edition = currentEdition
  const read = useMemo(() => textsOfProposal(proposal, edition), [proposal])
  const [texts, setTexts] = useState(start ?? read.entered)
  const [doubts, setDoubts] = useState(() => (start ? new Map<Address, string>() : doubtsOf(proposal)))
  const [confirmed, setConfirmed] = useState<Address[]>([])
  const [unplaced, setUnplaced] = useState(start ? [] : proposal.unplaced)
  const [selected, setSelected] = useState<Address>()
  const [tab, setTab] = useState(() => firstTab(proposal))
  const sourcePane = useRef<HTMLDivElement>(null)

  const entries = useMemo(() => withTexts({}, texts), [texts])
  const total = useMemo(() => {
    const value = valuesOf(edition, entries)
    return (address: Address) => totalOf(edition, address, value)
  }, [entries])
  const title = titleOf(entries)
  useTitle(`${heading} ${title}`)

  const inferred = useMemo(() => {
    const { entries: filled, notes } = reportOf(texts, {}, edition)
    return isProposed(notes, filled, KIND) ? textAt(filled, KIND) : ''
  }, [texts])
  const question = inferred ? INFERRED : kindQuestion(edition, entries)
  const proposed = new Map(question ? [[KIND, question]] : [])
  const text = (address: Address) => texts.get(address) || (address === KIND ? inferred : undefined)
  const set = useCallback((changes: [Address, string][]) => {
    setTexts((before) => new Map([...before, ...changes]))
    // What a clerk has entered is no doubt any more.
    setDoubts((before) => {
      const after = new Map(before)
      for (const [address] of changes) after.delete(address)
      return after
    })
    // Nor does a cell wait that the clerk has filled in.
    const filled = new Set(changes.map(([address]) => address))
    setUnplaced((before) => before.filter(({ address }) => !address || !filled.has(address)))
  }, [])
  const select = useCallback((address: Address) => {
    setSelected(address)
    setTab(tabOf(address))
  }, [])

  useEffect(() => {
    if (!selected) return
    const mark = sourcePane.current?.querySelector(`[data-source="${CSS.escape(selected)}"]`)
    mark?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  /** Opening a part brings its place in the source into view. */
  const openTab = useCallback((id: string) => {
    setTab(id)
    const table = currentEdition.sections.find(({ key }) => key === id)?.table
    if (table)
      sourcePane.current
        ?.querySelector(`[data-source^="tables.${table.key}."]`)
        ?.scrollIntoView({ block: 'center' })
  }, [])
  useEffect(() => openTab(firstTab(proposal)), [openTab, proposal])

  /** A click in the source leads to the figure's cell. */
  const selectFromSource = useCallback(
    (address: Address) => {
      select(address)
      requestAnimationFrame(() =>
        document.querySelector(`[data-cell="${CSS.escape(address)}"]`)?.scrollIntoView({ block: 'nearest' }),
      )
    },
    [select],
  )

  function resolve(item: Unplaced, changes: [Address, string][]) {
    set(changes)
    setUnplaced((before) => before.filter((each) => each !== item))
  }

  function confirm(addresses: Address[]) {
    setConfirmed((before) => [...before, ...addresses])
    setDoubts((before) => new Map([...before].filter(([address]) => !addresses.includes(address))))
  }

  /** A part is free of doubt only where nothing of it waits to be placed. */
  const isDoubtful = (id: string) =>
    [...doubts.keys()].some((address) => tabOf(address) === id) || unplaced.some((item) => concerns(item, id))
  const tally = tallyOf(proposal)
  const totals = Object.entries(read.sourceTotals)
  const differing = totals.filter(([address, printed]) => compared(printed, total(address)) === 'differs')
  const report = () => reportOf(texts, read.sourceTotals, edition, [...doubts, ...unreadDoubts(unplaced)])

  return (
    <div className={styles.preview}>
      <header className={styles.bar}>
        <Brand />
        <span className={styles.separator} />
        <b>{heading}</b>
        <span className={styles.grow} />
        <span className={styles.quiet}>{note}</span>
      </header>
      <main className={styles.main}>
        <section className={styles.head}>
          <div className={styles.line}>
            <h1>{title}</h1>
            {name && <span className={styles.tag}>来源：{name}</span>}
            <span className={styles.grow} />
            {actions({
              report,
              open: doubts.size + unplaced.filter(({ address }) => address).length,
              changed: () => changesOf(read.entered, texts),
              confirmed: confirmed.filter((address) => texts.get(address) === read.entered.get(address)),
              confirmAll: () => confirm([...doubts.keys()]),
            })}
          </div>
          <p className={styles.tally} role="status">
            <span>
              已识别 <b>{tally.figures}</b> 个数据
            </span>
            <span>
              正文 <b>{tally.paragraphs}</b> 段
            </span>
            {totals.length > 0 && (
              <Count ok={differing.length === 0}>
                来文总计 <b>{totals.length}</b> 个，
                {differing.length ? `${differing.length} 个与自动计算不同` : '没有不同'}
              </Count>
            )}
            {doubts.size > 0 && (
              <Count ok={false}>
                存疑 <b>{doubts.size}</b> 个
              </Count>
            )}
            {unplaced.length > 0 && (
              <Count ok={false}>
                未能放置 <b>{unplaced.length}</b> 处
              </Count>
            )}
            {tally.figures === 0 && <Count ok={false}>表格是空的，没有认出数据</Count>}
          </p>
        </section>
        <div className={styles.panes}>
          <section className={styles.sourcePane} aria-label="来文">
            <div className={styles.paneHead}>
              <b>来文</b>
              <span>选中一格，两边对照</span>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop of its own the keyboard could not scroll it */}
            <div className={styles.scroll} ref={sourcePane} data-now={selected} tabIndex={0}>
              <SelectedMark address={selected} pane={sourcePane} />
              <SourceView source={source} proposal={proposal} onSelect={selectFromSource} />
            </div>
            <div className={styles.below}>
              <UnplacedList items={unplaced} text={text} onResolve={resolve} />
              <Doubts
                doubts={doubts}
                onSelect={selectFromSource}
                onConfirm={confirming ? confirm : undefined}
              />
              <Remarks proposal={proposal} />
            </div>
          </section>
          <section className={styles.resultPane} aria-label="识别结果">
            <div className={styles.paneHead} role="tablist" aria-label="各部分">
              <Tab id={BASIC} now={tab} label="基本信息" doubtful={isDoubtful(BASIC)} onOpen={openTab} />
              {edition.sections.map((section) => (
                <Tab
                  key={section.key}
                  id={section.key}
                  now={tab}
                  label={section.numeral}
                  doubtful={isDoubtful(section.key)}
                  onOpen={openTab}
                />
              ))}
              <span className={styles.grow} />
              <FilledCount section={edition.sections.find(({ key }) => key === tab)} text={text} />
            </div>
            <Panel id={BASIC} now={tab}>
              <Texts addresses={PUBLISHED} {...{ text, doubts, proposed, set, onSelect: select }} />
            </Panel>
            {edition.sections.map((section) => (
              <Panel key={section.key} id={section.key} now={tab}>
                {section.table ? (
                  <Figures
                    edition={edition}
                    table={section.table}
                    text={text}
                    sourceTotals={read.sourceTotals}
                    doubts={doubts}
                    total={total}
                    selected={selected}
                    onSelect={select}
                    onChange={(address, value) => set([[address, value]])}
                    onFill={(addresses) => set(addresses.map((address) => [address, '0']))}
                  />
                ) : (
                  <Texts
                    addresses={addressesIn(section, read.entered)}
                    {...{ text, doubts, proposed, set, onSelect: select }}
                  />
                )}
              </Panel>
            ))}
          </section>
        </div>
      </main>
    </div>
  )
}

const doubtsOf = ({ figures, texts }: ImportProposal): Map<Address, string> =>
  new Map([...figures, ...texts].flatMap(({ address, doubt }) => (doubt ? [[address, doubt] as const] : [])))

const changesOf = (before: Map<Address, string>, after: Map<Address, string>) =>
  new Map([...after].filter(([address, text]) => text !== (before.get(address) ?? '')))

/** The texts of a section, and where one of them stands. */
const addressesIn = ({ texts = [] }: Section, read: Map<Address, string>): Address[] =>
  texts
    .filter((spec) => isShown(spec, withTexts({}, read)))
    .flatMap(({ address, place }) => (place ? [address, place] : [address]))

function tabOf(address: Address): string {
  const page = sectionOf(currentEdition, address)?.key ?? fieldAt(currentEdition, address)?.page
  return currentEdition.sections.find(({ key }) => key === page)?.key ?? BASIC
}
const firstTab = ({ figures }: ImportProposal): string => (figures[0] ? tabOf(figures[0].address) : BASIC)
/** Where something that has no place may belong: its cell or its rows, else any part that has figures. */
const concerns = ({ address, choose }: Unplaced, tab: string): boolean => {
  const addresses = address
    ? [address]
    : choose?.rows.flatMap(({ figures }) => figures.map((each) => each.address))
  return addresses?.length
    ? addresses.some((each) => tabOf(each) === tab)
    : currentEdition.sections.some(({ key, table }) => table && key === tab)
}

function Count({ ok, children }: { ok: boolean; children: ReactNode }) {
  return (
    <span className={ok ? styles.ok : styles.verify}>
      <Icon name={ok ? 'ok' : 'verify'} size={14} /> {children}
    </span>
  )
}

/** Outlines the selected figure in the source without drawing the source again. */
function SelectedMark({
  address,
  pane,
}: {
  address: Address | undefined
  pane: { current: HTMLElement | null }
}) {
  useEffect(() => {
    if (!address) return
    const marks = pane.current?.querySelectorAll(`[data-source="${CSS.escape(address)}"]`) ?? []
    for (const mark of marks) mark.setAttribute('data-selected', '')
    return () => {
      for (const mark of marks) mark.removeAttribute('data-selected')
    }
  }, [address, pane])
  return null
}
