import { catalogue } from '../../checks/catalogue'
import type { Example, Rule } from '../../checks/types'
import { currentEdition } from '../../format/editions'
import { fieldAt, placeOf } from '../../format/names'
import type { Address } from '../../format/types'
import { Button } from '../parts/Button'
import { Page } from '../parts/Page'
import { Severity } from '../parts/Severity'
import { Sheet, SheetHeading, SheetIndex } from '../parts/Sheet'
import { groupsOf } from './groups'
import styles from './RulesPage.module.css'

const groups = groupsOf(catalogue, currentEdition)

/** 核对规则: what is checked, on what ground, with examples. Can be printed. */
export default function RulesPage() {
  return (
    <Page
      title="核对规则"
      by={`共 ${catalogue.length} 条，填写时自动核对`}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <Sheet
        aside={
          <SheetIndex
            label="规则分类"
            entries={groups.map(({ title, rules }, index) => ({
              id: headingId(index),
              title,
              count: rules.length,
            }))}
          />
        }
      >
        <div className={styles.rules}>
          {groups.map(({ title, rules }, index) => (
            <section key={title} aria-labelledby={headingId(index)}>
              <SheetHeading id={headingId(index)}>{title}</SheetHeading>
              {rules.map((rule) => (
                <RuleEntry key={rule.id} rule={rule} />
              ))}
            </section>
          ))}
        </div>
      </Sheet>
    </Page>
  )
}

const headingId = (index: number) => `rules-${index}`

function RuleEntry({ rule: { id, title, severity, source, explanation, examples } }: { rule: Rule }) {
  return (
    <article className={styles.rule} data-rule-id={id}>
      <h3>
        <span>{title}</span>
        <Severity severity={severity} />
      </h3>
      <p>{explanation}</p>
      <p className={styles.source}>依据：{source}</p>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label="举例">
          {examples.map((example) => (
            <ExampleEntry key={example.title} example={example} />
          ))}
        </ul>
      )}
    </article>
  )
}

/** More filled places than this are counted, not listed. */
const SHOWN = 4

/** What a clerk sees in the field: of a choice its label. */
const shownText = (address: Address, text: string) =>
  fieldAt(currentEdition, address)?.options?.find(({ value }) => value === text)?.label ?? text

function ExampleEntry({ example: { title, entries, messages } }: { example: Example }) {
  const filled = Object.entries(entries).map(
    ([address, text]) =>
      `${placeOf(currentEdition, address)}${text.trim() === '' ? '空着' : `填“${shownText(address, text)}”`}`,
  )
  const rest = filled.length - SHOWN
  return (
    <li>
      <p>
        <b>例</b>
        {title}
        {filled.length > 0 && `：${filled.slice(0, SHOWN).join('，')}${rest > 0 ? `，另有 ${rest} 处` : ''}`}
      </p>
      {messages.length === 0 ? (
        <p className={styles.message}>不列出。</p>
      ) : (
        messages.map((message) => (
          <p key={message} className={styles.message}>
            {message}
          </p>
        ))
      )}
    </li>
  )
}
